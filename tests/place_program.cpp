// Empty tables on a server for tests that are not written in C++.
//
//   crm-test-place KIND              prints a URI, which is the caller's until our input ends
//   crm-test-place KIND COMMAND...   runs COMMAND with a URI as its last argument, and ends as it ends
//
// It ends with 77, which is how a test says that it was skipped, when the environment names no server of that kind.
#include "server_place.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

namespace {

constexpr int usage = 2, failed = 3, skipped = 77, not_run = 127;

int run(std::vector<std::string> command, std::string const& uri)
{
    command.push_back(uri);
    std::vector<char*> arguments;
    for (auto& argument : command)
        arguments.push_back(argument.data());
    arguments.push_back(nullptr);

    auto const child = ::fork();
    if (child == 0) {
        ::execvp(arguments[0], arguments.data());
        std::perror(arguments[0]);
        ::_exit(not_run);
    }
    int status = 0;
    if (child < 0 || ::waitpid(child, &status, 0) != child) {
        std::perror("crm-test-place");
        return failed;
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

void lend(std::string const& uri)
{
    std::cout << uri << std::endl;
    while (std::cin.get() != std::char_traits<char>::eof()) {
    }
}

}  // namespace

int main(int count, char** arguments)
{
    if (count < 2) {
        std::cerr << "Usage: crm-test-place KIND [COMMAND...]\n";
        return usage;
    }
    std::string const kind  = arguments[1];
    auto const        kinds = crm::test::store_kinds();
    if (std::ranges::find(kinds, kind) == kinds.end()) {
        std::cerr << "The environment names no server of the kind " << kind << ".\n";
        return skipped;
    }
    try {
        crm::test::ServerPlace const place{kind};
        if (count > 2)
            return run({arguments + 2, arguments + count}, place.uri());
        lend(place.uri());
    } catch (std::exception const& failure) {
        std::cerr << "crm-test-place: " << failure.what() << '\n';
        return failed;
    }
    return 0;
}
