// A host that is linked with a copy of SQLite of its own, for which crm's headers take the function of this file: a program
// apart from the other tests, where the same inline functions mean the one copy that there is.
#include "catch.hpp"
#include "temporary_folder.hpp"

#include <crm/work/database.hpp>

#include <sqlite3.h>

extern "C" char const* libversion_of_another_copy() { return SQLITE_VERSION; }

using namespace crm;

TEST_CASE("a host with another copy of SQLite is refused before anything is done on its connection")
{
    test::TemporaryFolder const folder;
    auto const                  file = folder.file("sales.db");
    Database                    database{"sqlite:" + file, {.create = true}};
    auto const                  anna = database.operator_id("anna");
    sqlite3*                    host = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &host) == SQLITE_OK);
    REQUIRE(sqlite3_exec(host, "pragma foreign_keys = on; begin", nullptr, nullptr, nullptr) == SQLITE_OK);
    CHECK_THROWS_WITH(database.join(host, anna), containing("another copy of SQLite"));
    CHECK_THROWS_WITH(Work::join(host, anna), containing("another copy of SQLite"));
    CHECK(sqlite3_close(host) == SQLITE_OK);
}
