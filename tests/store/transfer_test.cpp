// What a copy asks of a store beside records: the history in pages, operations with their places, and a mark.
#include "rows.hpp"
#include "stores.hpp"

using namespace crm;
using namespace crm::test;

namespace {

Change change(std::int64_t operation, std::int64_t position)
{
    return {.operation_id = {operation}, .position = position, .record = "case", .record_id = 7, .version = 10 * operation + position, .action = Action::changed, .fields = "{}"};
}

/// Restores operations with these ids and places; 0: none. Each has its id as its stamp.
void restore(store::Transaction& transaction, std::vector<std::pair<std::int64_t, std::int64_t>> const& operations)
{
    transaction.restore_operations(operations.size(), [&](std::size_t i, record::Row& row) {
        auto  whole = record::row_of(Operation{.id = {operations[i].first}, .at = monday_in_march, .cause = "work", .stamp = operations[i].first});
        auto& place = whole.emplace_back();
        if (operations[i].second != 0)
            place.set(operations[i].second);
        row = whole;  // copied: the cells are bound where they are
    });
}

std::vector<std::int64_t> feed_ids(FreshStore const& store, std::int64_t after)
{
    std::vector<std::int64_t> ids;
    for (auto const& entry : store.read()->feed(after, 100))
        ids.push_back(entry.operation.id.value);
    return ids;
}

}  // namespace

TEST_CASE("the history is read in pages, by operation and position, whatever order it was written in")
{
    FreshStore store{EVERY_STORE()};
    auto const transaction = store.write();
    transaction->remember(std::vector{change(3, 0), change(1, 0), change(1, 1), change(1, 2), change(2, 0)});
    CHECK(transaction->history({}, 2) == std::vector{change(1, 0), change(1, 1)});
    CHECK(transaction->history({1, 1}, 2) == std::vector{change(1, 2), change(2, 0)});
    CHECK(transaction->history({2, 0}, 2) == std::vector{change(3, 0)});
    CHECK(transaction->history({3, 0}, 2).empty());
    CHECK(transaction->changes_since("case", 7, 12).size() == 2);
}

TEST_CASE("restored operations keep their places, whatever order they come in, and those without get the next ones by stamp")
{
    FreshStore store{EVERY_STORE()};
    {
        auto const transaction = store.write();
        restore(*transaction, {{11, 6}, {12, 5}, {14, 0}, {13, 0}});
        transaction->restore_feed_range({.kept_from = 5, .last = 6});
        transaction->remember(std::vector{change(12, 0)});
        transaction->commit();
    }
    CHECK(feed_ids(store, 4) == std::vector<std::int64_t>{12, 11});
    CHECK(store->stats().feed_unnumbered == 2);
    store->number_operations();
    CHECK(feed_ids(store, 4) == std::vector<std::int64_t>{12, 11, 13, 14});
    CHECK(store.read()->feed_range() == store::FeedRange{.kept_from = 5, .last = 8});
    CHECK(store.read()->feed(4, 1).front().changes == std::vector{change(12, 0)});
    CHECK_THROWS_AS(store.read()->feed(3, 1), OutOfRange);

    {
        auto const transaction = store.write();
        Operation  next{.id = {20}, .at = monday_in_march};
        transaction->write_operation(next);
        transaction->commit();
        CHECK(next.stamp > 14);
    }
    store->number_operations();
    CHECK(store.read()->feed_range().last == 9);

    std::vector<std::int64_t> places;
    store.read()->placed_operations(11, 2, [&](record::Row const& row) { places.push_back(row.back().integer); });
    CHECK(places == std::vector<std::int64_t>{5, 7});
}

TEST_CASE("what is restored, and the mark of an unfinished copy, go with their transaction")
{
    FreshStore store{EVERY_STORE()};
    {
        auto const transaction = store.write();
        restore(*transaction, {{11, 1}});
        transaction->restore_feed_range({.kept_from = 1, .last = 1});
        transaction->mark_unfinished_copy("other");
    }
    CHECK(store.read()->unfinished_copy().empty());
    CHECK(store.read()->feed_range() == store::FeedRange{});
    CHECK(feed_ids(store, 0).empty());
    {
        auto const transaction = store.write();
        CHECK_THROWS_AS(transaction->attempt([&] {
            restore(*transaction, {{11, 1}});
            throw Cancelled{"broken off"};
        }),
                        Cancelled);
        restore(*transaction, {{12, 1}});
        transaction->restore_feed_range({.kept_from = 1, .last = 1});
        transaction->mark_unfinished_copy("other");
        transaction->commit();
    }
    CHECK(feed_ids(store, 0) == std::vector<std::int64_t>{12});
    CHECK(store.read()->unfinished_copy() == "other");
    auto const transaction = store.write();
    transaction->mark_unfinished_copy({});
    transaction->commit();
}
