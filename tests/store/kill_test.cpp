// What was acknowledged is there, whenever the process dies.
#include "stores.hpp"

#include <csignal>
#include <functional>
#include <random>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace crm;
using namespace crm::test;

namespace {

using Acknowledge = std::function<void(std::int64_t)>;

/// Runs `write` in a process that is killed `lifetime` after its first word; what it had acknowledged by then.
std::vector<std::int64_t> acknowledged_by(std::function<void(Acknowledge)> const& write, std::chrono::microseconds lifetime)
{
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    auto const child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        ::close(ends[0]);
        write([&](std::int64_t id) {
            if (::write(ends[1], &id, sizeof id) != sizeof id)
                ::_exit(1);
        });
        ::_exit(0);
    }
    ::close(ends[1]);

    std::vector<std::int64_t> acknowledged;
    for (std::int64_t id = 0; ::read(ends[0], &id, sizeof id) == sizeof id;) {
        if (acknowledged.empty()) {
            ::usleep(static_cast<useconds_t>(lifetime.count()));
            ::kill(child, SIGKILL);
        }
        acknowledged.push_back(id);
    }
    ::close(ends[0]);
    ::waitpid(child, nullptr, 0);
    return acknowledged;
}

void add_cases(std::string const& uri, Acknowledge const& acknowledge)
{
    Database   database{uri};
    auto const anna = database.operator_id("anna");
    for (;;) {
        Id<Case> id;
        database.transact(anna, [&](Work& work) {
            id = work.add(Case{.title = "Dach hali 3", .type_id = work.case_type("sale")});
            work.enter_phase(id, "offer-sent");
        });
        acknowledge(id.value);
    }
}

}  // namespace

TEST_CASE("no acknowledged case is lost when its writer is killed, and none is there by half")
{
    FreshPlace const place{"sqlite"};
    auto const       seed = std::random_device{}();
    INFO("seed " << seed);
    {
        Database database{place.uri(), {.create = true, .starter = "sales-pl"}};
        static_cast<void>(database.operator_id("anna"));
    }
    std::mt19937                       random{seed};
    std::uniform_int_distribution<int> lifetime{0, 20'000};

    std::int64_t acknowledged = 0;
    for (int kill = 0; kill != 20; ++kill) {
        auto const ids = acknowledged_by([&](auto const& acknowledge) { add_cases(place.uri(), acknowledge); },
                                         std::chrono::microseconds{lifetime(random)});
        acknowledged += std::ssize(ids);
        Database database{place.uri()};
        auto     view = database.view({});
        for (auto id : ids)
            CHECK_NOTHROW(view.get(Id<Case>{id}));

        auto const durable = view.count<Case>();
        CHECK(durable >= acknowledged);
        CHECK(durable <= acknowledged + kill + 1);  // one a kill may be durable, but not acknowledged yet
        CHECK(view.count<CaseState>() == 2 * durable);
    }
    CHECK(acknowledged >= 20);
}

// The control: the test above can see a loss. A statement that returns a row is not done before it is fetched to the
// end; SQLite commits only then, though the id has been handed out already.
TEST_CASE("a statement that returns a row commits only when it is fetched to the end")
{
    TemporaryFolder const folder;
    auto const            connect    = "db=\"" + folder.file("returning.db") + "\"";
    bool const            to_the_end = GENERATE(true, false);
    soci::session{*soci::factory_sqlite3(), connect} << "create table word (id integer primary key, text varchar(10))";

    auto const ids = acknowledged_by(
        [&](auto const& acknowledge) {
            soci::session   session{*soci::factory_sqlite3(), connect};
            long long       id     = 0;
            soci::statement insert = (session.prepare << "insert into word (text) values ('roof') returning id", soci::into(id));
            insert.execute(true);
            while (to_the_end && insert.fetch()) {
            }
            acknowledge(id);
            ::pause();
        },
        std::chrono::microseconds{0});

    soci::session session{*soci::factory_sqlite3(), connect};
    int           durable = -1;
    session << "select count(*) from word", soci::into(durable);
    CHECK(ids == std::vector<std::int64_t>{1});
    CHECK(durable == (to_the_end ? 1 : 0));
}
