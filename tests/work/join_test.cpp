// A host's own transaction: what crm writes in it is the host's to commit or to roll back.
#include "house.hpp"

#include <sqlite3.h>

using namespace crm;
using namespace crm::test;

namespace {

struct Host {
    Host()
    {
        REQUIRE(sqlite3_open(house.place.file().c_str(), &db) == SQLITE_OK);
        run("pragma foreign_keys = on");
        run("create table invoice (number text)");
    }
    Host(Host const&)            = delete;
    Host& operator=(Host const&) = delete;
    ~Host() { CHECK(sqlite3_close(db) == SQLITE_OK); }  // refused while a statement is open

    void run(char const* sql) const { REQUIRE(sqlite3_exec(db, sql, nullptr, nullptr, nullptr) == SQLITE_OK); }

    [[nodiscard]] Work join() const
    {
        return Work::join(db, house.anna, {.clock = [this] { return house.now; }});
    }
    [[nodiscard]] int invoices() const
    {
        int        count = 0;
        auto const take  = [](void* number, int, char**, char**) { return ++*static_cast<int*>(number), 0; };
        REQUIRE(sqlite3_exec(db, "select * from invoice", take, &count, nullptr) == SQLITE_OK);
        return count;
    }
    [[nodiscard]] std::size_t tasks() const { return house.all<Task>().size(); }

    House    house{"sqlite"};
    sqlite3* db = nullptr;
};

Task call(Host const& host)
{
    return {.title = "Zadzwonić", .responsible_id = host.house.anna};
}

void add_one(Host const& host, bool commit)
{
    auto work = host.join();
    auto task = call(host);
    work.add(task);
    work.complete(task.id);
    if (commit)
        work.commit();
}

}  // namespace

TEST_CASE("what was done in the host's transaction is committed, or rolled back, with it")
{
    Host const host;
    bool const commit = GENERATE(true, false);
    host.run("begin");
    host.run("insert into invoice values ('FV/1')");
    add_one(host, true);
    CHECK(host.tasks() == 0);
    host.run(commit ? "commit" : "rollback");
    CHECK(host.tasks() == (commit ? 1 : 0));
    CHECK(host.invoices() == (commit ? 1 : 0));
    CHECK(host.house.all<Operation>("cause = 'work' and operator_id = " + std::to_string(host.house.anna.value)).size() == (commit ? 1 : 0));
}

TEST_CASE("a joined work that is not committed is undone, and the host's own work is not")
{
    Host const host;
    host.run("begin");
    host.run("insert into invoice values ('FV/1')");
    add_one(host, false);
    host.run("commit");
    CHECK(host.tasks() == 0);
    CHECK(host.invoices() == 1);
}

TEST_CASE("a failed call leaves the rest of a joined work as it was")
{
    Host const host;
    host.run("begin");
    {
        auto work = host.join();
        work.add(call(host));
        CHECK_FALSE(refused([&] { work.add(Task{}); }).empty());
        CHECK_THROWS_AS(work.add(Operator{.code = "anna", .name = "Anna"}), Conflict);  // without extended codes on the host's connection
        CHECK_FALSE(refused([&] { work.add_legal({.name = "Dachy", .nip = "1"}); }).empty());
        work.add(call(host));
        work.commit();
    }
    host.run("commit");
    CHECK(host.tasks() == 2);
    CHECK(host.house.all<Party>().empty());
}

TEST_CASE("joined works and works of our own follow one another, and no id is given twice")
{
    Host host;
    for (int turn = 0; turn != 3; ++turn) {
        host.run("begin");
        add_one(host, true);
        host.run(turn == 1 ? "rollback" : "commit");
        host.house.task();
    }
    CHECK(host.tasks() == 5);
}

TEST_CASE("a joined work sees what the host has not committed yet")
{
    Host const host;
    host.run("begin");
    add_one(host, true);
    CHECK(host.join().count<Task>() == 1);
    host.run("rollback");
}

TEST_CASE("a host without a transaction, or without foreign keys, is refused")
{
    Host const host;
    CHECK_THROWS_WITH(host.join(), containing("no transaction"));
    host.run("pragma foreign_keys = off");
    host.run("begin");
    CHECK_THROWS_WITH(host.join(), containing("foreign keys"));
    CHECK_THROWS_AS(Work::join(nullptr, host.house.anna), InvalidArgument);
    host.run("rollback");
}
