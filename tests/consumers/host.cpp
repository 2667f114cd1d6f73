// A host in C++.
#include "host.hpp"

int main() { return host::sell(); }
