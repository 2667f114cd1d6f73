// The host's own transaction on its own connection, through SOCI or the raw handle of libpq.
#include "house.hpp"

#include "store/location.hpp"

#if CRM_WITH_POSTGRESQL
#include <libpq-fe.h>
#endif

using namespace crm;
using namespace crm::test;

namespace {

/// A host with a table of its own in the same database.
struct Host {
    explicit Host(std::string const& kind) : house{kind}
    {
        auto const where = store::location_of(house.place.uri());
        invoice = "erp_" + where.target.prefix + "invoice";  // other tests run in the same database
        where.dialect->open(session, where.target);
        session << "drop table if exists " << invoice;
        session << "create table " << invoice << " (number varchar(20))";
    }
    Host(Host const&)            = delete;
    Host& operator=(Host const&) = delete;
    ~Host()
    {
        try {
            session << "drop table if exists " << invoice;
        } catch (soci::soci_error const&) {
            // The session was ended on purpose.
        }
    }

    void begin() { session << "begin"; }
    void add_invoice() { session << "insert into " << invoice << " values ('FV/1')"; }

    [[nodiscard]] Work join() { return house.database.join(session, house.anna); }

    [[nodiscard]] int count(std::string const& what)
    {
        int number = 0;
        session << "select count(*) from " << what, soci::into(number);
        return number;
    }
    [[nodiscard]] std::size_t tasks() const { return house.all<Task>().size(); }
    [[nodiscard]] Task        call() const { return {.title = "Zadzwonić", .responsible_id = house.anna}; }

    House         house;
    soci::session session;
    std::string   invoice;  ///< the name of the host's table
};

/// Another program of the same host, which has not written yet.
struct Program {
    explicit Program(Host const& host) : database{host.house.place.uri()}
    {
        auto const where = store::location_of(host.house.place.uri());
        where.dialect->open(session, where.target);
    }

    Database      database;
    soci::session session;
};

}  // namespace

TEST_CASE("what was done in the transaction of a host's session is committed, or rolled back, with it")
{
    Host       host{EVERY_SQL_STORE()};
    bool const commit = GENERATE(true, false);
    host.begin();
    host.add_invoice();
    {
        auto work = host.join();
        auto task = host.call();
        work.add(task);
        work.complete(task.id);
        work.commit();
    }
    CHECK(host.tasks() == 0);  // to others
    host.session << (commit ? "commit" : "rollback");
    CHECK(host.tasks() == (commit ? 1 : 0));
    CHECK(host.count(host.invoice) == (commit ? 1 : 0));
    CHECK(host.house.database.feed(0, 1000).back().changes.front().record == (commit ? "task" : "operator"));
}

TEST_CASE("a work joined to a session that is not committed is undone, and the host's own work is not")
{
    Host host{EVERY_SQL_STORE()};
    host.begin();
    host.add_invoice();
    {
        auto work = host.join();
        work.add(host.call());
    }
    host.session << "commit";
    CHECK(host.tasks() == 0);
    CHECK(host.count(host.invoice) == 1);
}

TEST_CASE("a failed call leaves the rest of a work that is joined to a session as it was")
{
    Host host{EVERY_SQL_STORE()};
    host.begin();
    {
        auto work = host.join();
        work.add(host.call());
        CHECK_FALSE(refused([&] { work.add(Task{}); }).empty());
        CHECK_THROWS_AS(work.add(Operator{.code = "anna", .name = "Anna"}), Conflict);
        work.add(host.call());
        work.commit();
    }
    host.session << "commit";
    CHECK(host.tasks() == 2);
}

TEST_CASE("hosts whose transactions are open at once do not wait for each other's ids")
{
    auto const kind = EVERY_SQL_STORE();
    if (kind == "sqlite")
        return;  // one writer at a time
    Host    host{kind};
    Program first{host}, second{host};
    for (auto* program : {&first, &second}) {
        program->session << "begin";
        auto work = program->database.join(program->session, host.house.anna);
        work.add(host.call());
        work.commit();
    }
    first.session << "commit";
    second.session << "commit";
    CHECK(host.tasks() == 2);
}

TEST_CASE("works joined to a session and works of our own follow one another, and no id is given twice")
{
    Host host{EVERY_SQL_STORE()};
    for (int turn = 0; turn != 3; ++turn) {
        host.begin();
        {
            auto work = host.join();
            work.add(host.call());
            work.commit();
        }
        host.session << (turn == 1 ? "rollback" : "commit");
        host.house.task();
    }
    CHECK(host.tasks() == 5);
}

TEST_CASE("a session that is in no transaction, or one of another database, is refused")
{
    Host host{EVERY_SQL_STORE()};
    CHECK_THROWS_WITH(host.join(), containing("no transaction"));
    House elsewhere{host.house.place.uri().starts_with("sqlite") ? "memory" : "sqlite"};
    host.begin();
    CHECK_THROWS_AS(elsewhere.database.join(host.session, elsewhere.anna), Error);
    host.session << "rollback";
}

TEST_CASE("nothing is set on a host's session")
{
    Host       host{EVERY_SQL_STORE()};
    bool const is_mariadb = host.house.place.uri().starts_with("mariadb"), is_sqlite = host.house.place.uri().starts_with("sqlite");
    auto const settings   = [&] {
        std::string all;
        if (is_sqlite)
            host.session << "select (select timeout from pragma_busy_timeout) || ' ' || (select synchronous from pragma_synchronous)", soci::into(all);
        else if (is_mariadb)
            host.session << "select concat(@@sql_mode, @@tx_isolation, @@innodb_lock_wait_timeout, @@time_zone, @@autocommit)", soci::into(all);
        else
            host.session << "select string_agg(name || '=' || setting, ' ' order by name) from pg_settings where name not like 'transaction%'", soci::into(all);
        return all;
    };
    if (is_sqlite)
        host.session << "pragma busy_timeout = 1234";
    else if (is_mariadb)
        host.session << "set session innodb_lock_wait_timeout = 77";
    else
        host.session << "set lock_timeout = 777";
    auto const before = settings();
    host.begin();
    {
        auto work = host.join();
        work.add(host.call());
        CHECK_THROWS_AS(work.add(Operator{.code = "anna", .name = "Anna"}), Conflict);
        work.commit();
    }
    CHECK(settings() == before);
    host.session << "commit";
}

TEST_CASE("a transaction that the server has ended is lost, and nothing of it is stored")
{
    Host host{EVERY_SQL_STORE()};
    auto const uri = host.house.place.uri();
    if (uri.starts_with("sqlite"))
        return;  // which has no server
    host.begin();
    auto work = host.join();
    work.add(host.call());
    host.session << "rollback";  // by whoever it was
    CHECK_THROWS_AS(work.add(host.call()), TransactionLost);
    CHECK_THROWS_AS(work.commit(), TransactionLost);
    CHECK(host.tasks() == 0);
}

#if CRM_WITH_POSTGRESQL
namespace {

/// A host that works with libpq.
struct PgHost {
    explicit PgHost(House const& house)
    {
        auto const where = store::location_of(house.place.uri()).target;
        auto const text  = "host=" + where.hosts[0].name + " port=" + std::to_string(where.hosts[0].port) + " user=" + where.user + " password=" + where.password +
                          " dbname=" + where.place;
        connection = PQconnectdb(text.c_str());
        REQUIRE(PQstatus(connection) == CONNECTION_OK);
    }
    PgHost(PgHost const&)            = delete;
    PgHost& operator=(PgHost const&) = delete;
    ~PgHost() { PQfinish(connection); }

    void run(char const* sql) const
    {
        auto* const result = PQexec(connection, sql);
        CHECK(PQresultStatus(result) == PGRES_COMMAND_OK);
        PQclear(result);
    }

    PGconn* connection = nullptr;
};

}  // namespace

TEST_CASE("a host's connection of libpq is joined, and works on after it")
{
    auto const kinds = sql_kinds();
    if (std::ranges::find(kinds, "postgresql") == kinds.end())
        return;
    House        house{"postgresql"};
    PgHost const host{house};
    CHECK_THROWS_WITH(house.database.join(host.connection, house.anna), containing("no transaction"));
    CHECK_THROWS_AS(house.database.join(static_cast<PGconn*>(nullptr), house.anna), InvalidArgument);
    for (bool const commit : {true, false, true}) {
        host.run("begin");
        auto const before = house.all<Task>().size();
        {
            auto work = house.database.join(host.connection, house.anna);
            auto task = Task{.title = "Zadzwonić", .responsible_id = house.anna};
            work.add(task);
            CHECK_THROWS_AS(work.add(Operator{.code = "anna", .name = "Anna"}), Conflict);
            work.complete(task.id);
            work.commit();
        }
        CHECK(house.all<Task>().size() == before);
        host.run(commit ? "commit" : "rollback");
        CHECK(house.all<Task>().size() == before + (commit ? 1 : 0));
    }
    auto* const result = PQexec(host.connection, "select count(*) from pg_prepared_statements");
    CHECK(std::string{PQgetvalue(result, 0, 0)} == "0");  // nothing is left behind
    PQclear(result);
}

TEST_CASE("a connection of libpq whose transaction has failed, or has ended, is lost to the work")
{
    auto const kinds = sql_kinds();
    if (std::ranges::find(kinds, "postgresql") == kinds.end())
        return;
    House        house{"postgresql"};
    PgHost const host{house};
    host.run("begin");
    auto work = house.database.join(host.connection, house.anna);
    work.add(Task{.title = "Zadzwonić", .responsible_id = house.anna});
    PQclear(PQexec(host.connection, "select 1/0"));
    CHECK_THROWS_AS(work.add(Task{.title = "Zadzwonić", .responsible_id = house.anna}), TransactionLost);
    host.run("rollback");
    CHECK(house.all<Task>().empty());
}
#endif
