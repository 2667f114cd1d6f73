// What the store in memory promises beyond its answers: keys, references, doom, undo, turns.
#include "catch.hpp"
#include "rows.hpp"

#include "store/memory/memory_store.hpp"

#include <crm/model/error.hpp>

#include <thread>

using namespace crm;
using namespace crm::test;
using Ids = std::vector<std::int64_t>;

namespace {

Scheme scheme(std::int64_t id, std::string code)
{
    return {.id = {id}, .revision = version(1), .code = std::move(code)};
}

CaseType type(std::int64_t id, std::string code, std::int64_t of_scheme)
{
    return {.id = {id}, .revision = version(1), .code = std::move(code), .scheme_id = {of_scheme}};
}

struct Fresh {
    std::unique_ptr<store::Store> store = store::open_memory_store(std::chrono::milliseconds{0});

    auto write() { return store->begin(store::Access::write); }
    auto read() { return store->begin(store::Access::read); }

    template <class... Record>
    void keep(Record const&... records)
    {
        auto const transaction = write();
        (insert(*transaction, records), ...);
        transaction->commit();
    }
};

}  // namespace

TEST_CASE("in memory: a taken key is refused, also on update, and empty ones are not compared")
{
    Fresh fresh;
    fresh.keep(Operator{.id = {1}, .revision = version(1)}, scheme(1, "sale"), scheme(2, "service"), scheme(3, ""), scheme(4, ""));

    CHECK_THROWS_AS(insert(*fresh.write(), scheme(1, "other")), Conflict);
    CHECK_THROWS_AS(insert(*fresh.write(), scheme(5, "sale")), Conflict);
    auto renamed     = scheme(2, "sale");
    renamed.revision = version(2);
    CHECK_THROWS_AS(update(*fresh.write(), renamed), Conflict);
    CHECK(everything_in<Scheme>(*fresh.read()) == Ids{1, 2, 3, 4});

    SECTION("a record keeps its own key") {
        renamed.code = "service";
        CHECK(update(*fresh.write(), renamed));
    }
    SECTION("a key that was let go can be taken") {
        auto const transaction = fresh.write();
        renamed.code           = "support";
        CHECK(update(*transaction, renamed));
        insert(*transaction, scheme(5, "service"));
        CHECK_THROWS_AS(transaction->attempt([&] { insert(*transaction, scheme(6, "support")); }), Conflict);
    }
}

TEST_CASE("in memory: nothing refers to what is not there")
{
    Fresh fresh;
    fresh.keep(scheme(1, "sale"), type(1, "sale", 1),
               Base{.id = {7}, .revision = version(1), .code = "own", .parent_id = Id<Base>{7}});

    CHECK_THROWS_AS(insert(*fresh.write(), type(2, "service", 9)), Conflict);
    auto moved     = type(1, "sale", 9);
    moved.revision = version(2);
    CHECK_THROWS_AS(update(*fresh.write(), moved), Conflict);
    CHECK_THROWS_AS(fresh.write()->remove(record::table_of<Scheme>(), 1), Conflict);

    auto const transaction = fresh.write();
    CHECK(transaction->remove(record::table_of<CaseType>(), 1));
    CHECK(transaction->remove(record::table_of<Scheme>(), 1));
    CHECK_FALSE(transaction->remove(record::table_of<Scheme>(), 1));
    CHECK(transaction->remove(record::table_of<Base>(), 7));
}

TEST_CASE("in memory: an update needs the version before it, and a record that has versions")
{
    Fresh fresh;
    fresh.keep(Operator{.id = {1}, .revision = version(1)}, scheme(1, "sale"),
               Operation{.id = {1}, .operator_id = Id<Operator>{1}, .at = monday_in_march});
    auto const transaction = fresh.write();
    auto       changed     = scheme(1, "sales");
    changed.revision       = version(2);
    CHECK(update(*transaction, changed));
    CHECK_FALSE(update(*transaction, changed));
    changed.id = {9};
    CHECK_FALSE(update(*transaction, changed));
    CHECK_THROWS_AS(transaction->attempt([&] {
        static_cast<void>(transaction->update(record::table_of<Operation>(), record::row_of(Operation{.id = {1}}), record::row_of(Operation{.id = {1}})));
    }),
                    Internal);
}

TEST_CASE("in memory: a failed change dooms until it is rolled back")
{
    Fresh fresh;
    fresh.keep(scheme(1, "sale"));
    auto transaction = fresh.write();
    insert(*transaction, scheme(2, "service"));

    CHECK_THROWS_AS(transaction->attempt([&] {
        insert(*transaction, scheme(3, "rent"));
        CHECK_THROWS_AS(insert(*transaction, std::vector{scheme(4, "lease"), scheme(5, "sale")}), Conflict);
        CHECK_THROWS_AS(insert(*transaction, scheme(6, "repair")), Conflict);
        CHECK_THROWS_AS(transaction->reserve_ids(1), Conflict);
        CHECK_THROWS_AS(transaction->guard(record::table_of<Scheme>(), 1), Conflict);
    }),
                    Conflict);  // the attempt swallowed the failure
    CHECK(everything_in<Scheme>(*transaction) == Ids{1, 2});

    CHECK_THROWS_AS(insert(*transaction, scheme(7, "sale")), Conflict);
    CHECK_THROWS_AS(everything_in<Scheme>(*transaction), Conflict);
    CHECK_THROWS_AS(transaction->commit(), Conflict);
    transaction.reset();
    CHECK(everything_in<Scheme>(*fresh.read()) == Ids{1});
}

TEST_CASE("in memory: what throws between two rows dooms too, for one of them is there")
{
    Fresh      fresh;
    auto const transaction = fresh.write();
    CHECK_THROWS_AS(transaction->insert(record::table_of<Scheme>(), 2,
                                        [](std::size_t position, record::Row& row) {
                                            if (position == 1)
                                                throw std::runtime_error{"no more"};
                                            record::encode(scheme(1, "sale"), row);
                                        }),
                    std::runtime_error);
    CHECK_THROWS_AS(transaction->commit(), std::runtime_error);
}

TEST_CASE("in memory: attempts stand in each other, and removed rows come back")
{
    Fresh fresh;
    fresh.keep(scheme(1, "sale"), type(1, "sale", 1));
    auto const transaction = fresh.write();
    transaction->attempt([&] {
        insert(*transaction, scheme(2, "service"));
        CHECK_THROWS_AS(transaction->attempt([&] {
            CHECK(transaction->remove(record::table_of<CaseType>(), 1));
            CHECK(transaction->remove(record::table_of<Scheme>(), 1));
            insert(*transaction, scheme(3, "sale"));
            throw std::runtime_error{"given up"};
        }),
                        std::runtime_error);
    });
    transaction->commit();
    CHECK(everything_in<Scheme>(*transaction) == Ids{1, 2});
    CHECK_THROWS_AS(transaction->remove(record::table_of<Scheme>(), 1), Conflict);  // the reference is back too
}

TEST_CASE("in memory: the history is undone with its transaction")
{
    Fresh        fresh;
    Change const added{.operation_id = {1}, .record = "case", .record_id = 7, .version = 1, .action = Action::added};
    Change const saved{
        .operation_id = {1}, .position = 1, .record = "case", .record_id = 7, .version = 2, .action = Action::changed};
    auto         transaction = fresh.write();
    transaction->remember(std::vector{added, saved});
    CHECK(transaction->changes_since("case", 7, 0) == std::vector{saved, added});
    CHECK(transaction->changes_since("case", 7, 1) == std::vector{saved});
    CHECK(transaction->changes_since("phase", 7, 0).empty());
    transaction.reset();
    CHECK(fresh.read()->changes_since("case", 7, 0).empty());
}

TEST_CASE("in memory: rows are read by their ids, each once")
{
    Fresh fresh;
    fresh.keep(scheme(1, "sale"), scheme(2, "service"));
    Ids             seen;
    Ids const       asked{2, 9, 1, 2};
    auto const      read = fresh.read();
    read->get_many(record::table_of<Scheme>(), asked, [&](record::Row const& row) { seen.push_back(row[0].integer); });
    std::ranges::sort(seen);
    CHECK(seen == Ids{1, 2});
    read->get(record::table_of<Scheme>(), 9, [&](record::Row const&) { FAIL("there is none"); });
}

TEST_CASE("in memory: one writer, or some readers")
{
    Fresh fresh;
    {
        auto const one = fresh.read(), other = fresh.read();
        CHECK_THROWS_AS(fresh.write(), Busy);
        CHECK_THROWS_AS(insert(*one, scheme(1, "sale")), Internal);
    }
    auto const writer = fresh.write();
    CHECK_THROWS_AS(fresh.write(), Busy);
    CHECK_THROWS_AS(fresh.read(), Busy);
}

TEST_CASE("in memory: ids are never given twice, also when their transaction is rolled back")
{
    Fresh      fresh;
    auto const first = fresh.write()->reserve_ids(10);
    CHECK(fresh.read()->reserve_ids(1) >= first + 10);
}
