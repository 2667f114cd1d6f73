// What every store promises, for every record type: each test runs for all of them on every store.
#include "samples.hpp"
#include "stores.hpp"

using namespace crm;
using namespace crm::test;

namespace {

struct AllTables {
    /// Runs `step` with a fresh store for each table.
    template <class Step>
    static void each(std::string const& kind, Step step)
    {
        for (auto const& table : record::tables()) {
            INFO(kind << ", " << table.name);
            FreshStore store{kind};
            step(store, table);
        }
    }
};

/// Stores samples with the ids 1 to `count`.
std::vector<record::Row> store_samples(FreshStore const& store, record::Table const& table, int count)
{
    std::vector<record::Row> rows;
    auto const               transaction = store.write();
    for (int n = 1; n <= count; ++n) {
        rows.push_back(sample(table, n, n));
        insert_with_references(*transaction, table, rows.back());
    }
    transaction->commit();
    return rows;
}

record::Row next_version(record::Row row)
{
    row[1].set(row[1].integer + 1);
    return row;
}

/// A column that a test may change freely: a text that is in no key, or else none.
std::size_t free_column(record::Table const& table)
{
    for (std::size_t i = 0; i != table.columns.size(); ++i) {
        bool in_key = false;
        for (auto const& key : table.unique)
            in_key = in_key || std::ranges::count(key, i) > 0;
        if (table.columns[i].meaning == record::Meaning::text && !table.columns[i].nullable && !in_key)
            return i;
    }
    return record::Table::npos;
}

}  // namespace

TEST_CASE("a record comes back as it was stored")
{
    AllTables::each(EVERY_STORE(), [](FreshStore& store, record::Table const& table) {
        auto const lowest  = sample(table, 1, 1);
        auto const highest = extreme(table, sample(table, 2, 2));
        {
            auto const transaction = store.write();
            insert_with_references(*transaction, table, lowest);
            insert_with_references(*transaction, table, highest);
            transaction->commit();
        }
        auto const transaction = store.read();
        CHECK(same(table, rows_of(*transaction, table), {lowest, highest}));
        std::vector<record::Row> found;
        transaction->get(table, highest.front().integer, [&](record::Row const& row) { found.push_back(row); });
        CHECK(same(table, found, {highest}));
        transaction->get(table, 3, [&](record::Row const&) { FAIL("a record that was never stored"); });
    });
}

TEST_CASE("many records are read by their ids, each once, and in pages")
{
    AllTables::each(EVERY_STORE(), [](FreshStore& store, record::Table const& table) {
        auto const rows        = store_samples(store, table, 70);
        auto const transaction = store.read();
        CHECK(same(table, rows_of(*transaction, table), rows));

        std::vector<std::int64_t> wanted{999};
        for (int n = 60; n > 0; --n)
            wanted.push_back(n);
        wanted.push_back(60);
        std::map<std::int64_t, int> seen;
        transaction->get_many(table, wanted, [&](record::Row const& row) { ++seen[row.front().integer]; });
        CHECK(seen.size() == 60);
        for (auto const& [id, times] : seen)
            CHECK(times == 1);

        store::Query page{.limit = 7};
        page.after.emplace(1).front().set(std::int64_t{50});
        std::vector<record::Row> paged;
        transaction->select(table, page, [&](record::Row const& row) { paged.push_back(row); });
        CHECK(same(table, paged, {rows.begin() + 50, rows.begin() + 57}));
    });
}

TEST_CASE("an update needs the version before it")
{
    AllTables::each(EVERY_STORE(), [](FreshStore& store, record::Table const& table) {
        if (!table.versioned)
            return;
        auto const row     = store_samples(store, table, 1).front();
        auto       changed = next_version(row);
        auto const free    = free_column(table);
        if (free != record::Table::npos)
            changed[free].set(std::string_view{"Dach hali 4"});
        auto const transaction = store.write();
        CHECK(transaction->update(table, row, changed));
        CHECK_FALSE(transaction->update(table, row, changed));
        CHECK_FALSE(transaction->update(table, sample(table, 9, 1), next_version(sample(table, 9, 1))));
        CHECK(same(table, rows_of(*transaction, table), {changed}));
    });
}

TEST_CASE("what is not committed is gone")
{
    AllTables::each(EVERY_STORE(), [](FreshStore& store, record::Table const& table) {
        auto const rows = store_samples(store, table, 2);
        {
            auto const transaction = store.write();
            insert_with_references(*transaction, table, sample(table, 3, 3));
            if (table.versioned)
                CHECK(transaction->update(table, rows[0], next_version(rows[0])));
            CHECK(transaction->remove(table, 2));
        }
        CHECK(same(table, rows_of(*store.read(), table), rows));
    });
}

TEST_CASE("a failed change dooms its transaction, also when the caller swallows the failure")
{
    AllTables::each(EVERY_STORE(), [](FreshStore& store, record::Table const& table) {
        auto const rows        = store_samples(store, table, 1);
        auto       transaction = store.write();
        insert_with_references(*transaction, table, sample(table, 2, 2));
        CHECK_THROWS_AS(insert_row(*transaction, table, sample(table, 1, 1)), Conflict);
        CHECK_THROWS_AS(transaction->get(table, 2, [](record::Row const&) {}), Conflict);
        CHECK_THROWS_AS(transaction->commit(), Conflict);
        transaction.reset();
        CHECK(same(table, rows_of(*store.read(), table), rows));
    });
}

TEST_CASE("what a failed attempt did is undone, and the transaction goes on")
{
    AllTables::each(EVERY_STORE(), [](FreshStore& store, record::Table const& table) {
        auto rows        = store_samples(store, table, 1);
        auto transaction = store.write();
        insert_with_references(*transaction, table, sample(table, 2, 2));
        CHECK_THROWS_AS(transaction->attempt([&] {
            CHECK(transaction->remove(table, 2));
            insert_with_references(*transaction, table, sample(table, 4, 4));
            insert_row(*transaction, table, sample(table, 1, 1));
        }),
                        Conflict);
        transaction->attempt([&] { insert_with_references(*transaction, table, sample(table, 5, 5)); });
        transaction->commit();
        transaction.reset();
        rows.push_back(sample(table, 2, 2));
        rows.push_back(sample(table, 5, 5));
        CHECK(same(table, rows_of(*store.read(), table), rows));
    });
}

TEST_CASE("a key that is taken is refused, on adding and on changing, and both records stay")
{
    AllTables::each(EVERY_STORE(), [](FreshStore& store, record::Table const& table) {
        for (auto const& key : table.unique) {
            if (!table.versioned)
                continue;  // its keys are the library's own
            auto       rows  = store_samples(store, table, 2);
            auto const taken = [&](record::Row row) {
                for (auto position : key)
                    row[position] = rows[0][position];
                return row;
            };
            for (auto position : key)  // a key that may be empty is given first
                if (rows[0][position].null) {
                    auto const before = std::exchange(rows[0], next_version(rows[0]));
                    rows[0][position].set(std::string_view{"S/1"});
                    auto const transaction = store.write();
                    REQUIRE(transaction->update(table, before, rows[0]));
                    transaction->commit();
                }
            CHECK_THROWS_AS(insert_row(*store.write(), table, taken(sample(table, 3, 3))), Conflict);
            CHECK_THROWS_AS(store.write()->update(table, rows[1], next_version(taken(rows[1]))), Conflict);
            CHECK(same(table, rows_of(*store.read(), table), rows));
            break;  // the store is not fresh any more
        }
    });
}

TEST_CASE("a record that refers to nothing is refused")
{
    AllTables::each(EVERY_STORE(), [](FreshStore& store, record::Table const& table) {
        auto const row = sample(table, 1, 1);
        for (std::size_t i = 0; i != row.size(); ++i)
            if (!table.columns[i].refers_to.empty() && !row[i].null) {
                INFO(table.columns[i].name);
                auto const transaction = store.write();
                insert_references(*transaction, table, row);
                auto dangling = row;
                dangling[i].set(std::int64_t{77});
                CHECK_THROWS_AS(insert_row(*transaction, table, dangling), Conflict);
            }
    });
}

TEST_CASE("what others refer to is not removed, and what nobody does is")
{
    AllTables::each(EVERY_STORE(), [](FreshStore& store, record::Table const& table) {
        auto const row = store_samples(store, table, 1).front();
        for (std::size_t i = 0; i != row.size(); ++i)
            if (!table.columns[i].refers_to.empty() && !row[i].null) {
                INFO(table.columns[i].name);
                CHECK_THROWS_AS(store.write()->remove(record::table_named(table.columns[i].refers_to), row[i].integer), Conflict);
            }
        auto const transaction = store.write();
        CHECK(transaction->remove(table, 1));
        CHECK_FALSE(transaction->remove(table, 1));
    });
}

TEST_CASE("a reader sees nothing of what is not committed")
{
    AllTables::each(EVERY_STORE(), [](FreshStore& store, record::Table const& table) {
        auto const rows        = store_samples(store, table, 1);
        auto const transaction = store.write();
        insert_with_references(*transaction, table, sample(table, 2, 2));
        try {
            auto const seen = rows_of(*store.read(), table);
            CHECK(same(table, seen, rows));
        } catch (Busy const&) {
            SUCCEED("a store in memory lets readers wait");
        }
    });
}

TEST_CASE("the history of a record is read newest first, and is undone with its transaction")
{
    FreshStore   store{EVERY_STORE()};
    auto         transaction = store.write();
    Change const added{.operation_id = {1}, .record = "case", .record_id = 7, .version = 1, .action = Action::added};
    Change const saved{.operation_id = {1}, .position = 1, .record = "case", .record_id = 7, .version = 2, .action = Action::changed, .fields = "{}"};
    transaction->remember(std::vector{added, saved});
    CHECK(transaction->changes_since("case", 7, 0) == std::vector{saved, added});
    CHECK(transaction->changes_since("case", 7, 1) == std::vector{saved});
    CHECK(transaction->changes_since("phase", 7, 0).empty());
    transaction.reset();
    CHECK(store.read()->changes_since("case", 7, 0).empty());
}

TEST_CASE("one writer at a time, where the store has no more")
{
    FreshStore store{EVERY_LOCAL_STORE()};
    auto       transaction = store.write();
    CHECK_THROWS_AS(store.write(), Busy);
    transaction.reset();
    CHECK_NOTHROW(store.write());
}

TEST_CASE("ids are never given twice, whatever becomes of the transaction")
{
    FreshStore             store{EVERY_STORE()};
    std::set<std::int64_t> given;
    auto const             take = [&](store::Transaction& transaction, std::int64_t count) {
        auto const first = transaction.reserve_ids(count);
        for (auto id = first; id != first + count; ++id)
            CHECK(given.insert(id).second);
    };
    for (int round = 0; round != 20; ++round) {
        auto const transaction = store.write();
        take(*transaction, 1);
        take(*transaction, 300);
        transaction->attempt([&] { take(*transaction, 10); });
        if (round % 3 != 0)
            transaction->commit();
    }
}
