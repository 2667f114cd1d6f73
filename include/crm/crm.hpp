// All of crm, for a host in C++.
#pragma once

#include <crm/exchange/copy.hpp>
#include <crm/exchange/dump.hpp>
#include <crm/exchange/files.hpp>
#include <crm/store/schema.hpp>
#include <crm/work/database.hpp>
