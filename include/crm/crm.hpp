// All of crm, for a host in C++.
#pragma once

#include <crm/exchange/files.hpp>
#include <crm/work/database.hpp>
