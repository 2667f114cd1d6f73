// A database is copied to another one of any kind, whole, also when the copying was broken off.
#include "exchange/filled.hpp"

#include <crm/exchange/copy.hpp>

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

using namespace crm;
using namespace crm::test;

namespace {

std::unique_ptr<store::Store> to_fill(FreshPlace const& place)
{
    return store::open(place.uri(), {.unfinished_copy = true});
}

/// Copies until as many pages are done, and is broken off then; false when it came to its end before.
bool broken_off(store::Store& from, store::Store& to, int pages)
{
    try {
        copy_database(from, to, {.progress = [&](TransferProgress const&) {
            if (pages-- == 0)
                throw Cancelled{"broken off"};
        }});
    } catch (Cancelled const&) {
        return true;
    }
    return false;
}

}  // namespace

TEST_CASE("a copy between any two stores has every record, the history and the feed, and goes on as the source would")
{
    House house{"sqlite"};
    fill(house);
    auto const       source = store::open(house.place.uri());
    FreshPlace const first_place{EVERY_STORE()}, second_place{EVERY_STORE()};
    auto const       first  = to_fill(first_place);
    auto             second = to_fill(second_place);

    auto const report = copy_database(*source, *first);
    CHECK(copy_database(*first, *second).size() == report.size());
    for (auto const& part : report)
        CHECK(part.added == (part.name == "feed" ? 0 : part.rows));
    CHECK(differences(everything(*source), everything(*first)).empty());
    CHECK(differences(everything(*source), everything(*second)).empty());
    CHECK(feed_of(*second) == feed_of(*source));

    auto const old      = house.view().find<Note>().records.front();
    auto const greatest = house.database.feed(0, 1000).back().operation.id.value;
    Database   copy{std::move(second), {.clock = [] { return monday + 24h; }}};
    CHECK(copy.check().found.empty());
    auto work = copy.work(house.anna);
    auto note = old;
    note.title = "Nowy";
    work.save(note);
    note       = old;  // the version before: what it changes is merged
    note.body  = "krótko";
    work.save(note);
    CHECK(note.title == "Nowy");
    Task task{.title = "Zadzwonić", .responsible_id = house.anna};
    work.add(task);
    CHECK(task.id.value > greatest);
    work.commit();
    auto const end = copy.feed(feed_of(*source).back().position);
    REQUIRE(end.size() == 1);
    CHECK(end.front().position == feed_of(*source).back().position + 1);
    CHECK(copy.check().found.empty());
}

TEST_CASE("a copy that was broken off anywhere goes on, and nobody takes it for whole until then")
{
    House house{"sqlite"};
    fill(house);
    auto const source = store::open(house.place.uri());
    auto const kind   = EVERY_STORE();
    int        pages  = 0;
    for (bool goes_on = true; goes_on; pages += 5) {
        FreshPlace const place{kind};
        auto const       target = to_fill(place);
        goes_on                 = broken_off(*source, *target, pages);
        if (!goes_on)
            break;
        if (kind != "memory") {
            CHECK_THROWS_WITH(Database(place.uri(), {.create = true}), containing("unfinished"));
        }
        auto const report = copy_database(*source, *target);
        CHECK(differences(everything(*source), everything(*target)).empty());
        CHECK(std::ranges::any_of(report, [](CopiedPart const& part) { return part.name != "feed" && part.added != part.rows; }));
        if (kind != "memory") {
            CHECK_NOTHROW(Database(place.uri(), {}));
        }
    }
    CHECK(pages > 20);
}

TEST_CASE("many rows go over in several transactions")
{
    House house{"sqlite"};
    house([](Work& work) {
        std::vector<Party> parties(7000, Party{.name = "Dachy"});
        work.add(std::span{parties});
    });
    auto const       source = store::open(house.place.uri());
    FreshPlace const place{EVERY_STORE()};
    auto const       target = to_fill(place);
    CHECK(broken_off(*source, *target, 5));
    auto const report = copy_database(*source, *target);
    auto const party  = std::ranges::find(report, "party", &CopiedPart::name);
    CHECK(party->rows == 7000);
    CHECK(party->added > 0);
    CHECK(party->added < 7000);
    CHECK(differences(everything(*source), everything(*target)).empty());
}

TEST_CASE("a copy needs an empty target, or one of the same state of its source")
{
    House house{"sqlite"}, other{"sqlite"};
    fill(house);
    auto const source = store::open(house.place.uri());
    CHECK_THROWS_AS(copy_database(*source, *store::open(other.place.uri())), Conflict);
    CHECK_THROWS_AS(copy_database(*source, *source), InvalidArgument);

    FreshPlace const place{EVERY_STORE()};
    auto const       target = to_fill(place);
    REQUIRE(broken_off(*source, *target, 4));
    CHECK_THROWS_AS(copy_database(*store::open(other.place.uri()), *target), Conflict);
    house.legal("Nowa");
    CHECK_THROWS_AS(copy_database(*source, *target), Conflict);
}

TEST_CASE("what differs from its source in the end is told, and stays unfinished")
{
    House house{"sqlite"};
    fill(house);
    auto const       source = store::open(house.place.uri());
    FreshPlace const place{"sqlite"};
    auto const       damage = [&](std::string_view after, std::string const& statement) {
        return CopyOptions{.progress = [=, &place](TransferProgress const& progress) {
            if (progress.part == after && !progress.comparing)
                place.run_sql(statement);
        }};
    };
    CHECK_THROWS_WITH(copy_database(house.place.uri(), place.uri(), damage("history", "update crm_party set language = 'pl' where id = (select max(id) from crm_party)")),
                      containing("party: ") && containing("not the same"));
    CHECK_THROWS_AS(Database(place.uri(), {}), SchemaMismatch);
    place.run_sql("update crm_party set language = '' where id = (select max(id) from crm_party)");
    CHECK_NOTHROW(copy_database(house.place.uri(), place.uri()));
    CHECK_NOTHROW(Database(place.uri(), {}));

    FreshPlace const another{"sqlite"};
    auto const       lose = CopyOptions{.progress = [&](TransferProgress const& progress) {
        if (progress.part == "history" && !progress.comparing)
            another.run_sql("delete from crm_history where operation_id = (select max(operation_id) from crm_history)");
    }};
    CHECK_THROWS_WITH(copy_database(house.place.uri(), another.uri(), lose), containing("history: "));
}

TEST_CASE("a copy of forgotten history begins where the source's does")
{
    House house{"sqlite"};
    fill(house);
    house.database.forget_history(house.now);
    auto const       source = store::open(house.place.uri());
    FreshPlace const place{EVERY_STORE()};
    auto const       target = to_fill(place);
    copy_database(*source, *target);
    CHECK(target->begin(store::Access::read)->feed_range() == source->begin(store::Access::read)->feed_range());
    CHECK_THROWS_AS(target->begin(store::Access::read)->feed(0, 1), OutOfRange);
    CHECK(feed_of(*target) == feed_of(*source));
}
