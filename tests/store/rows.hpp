// Records in and out of a transaction, without the rules of the rooms above.
#pragma once

#include "record/table.hpp"

#include <crm/store/store.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace crm::test {

template <class Record>
void insert(store::Transaction& transaction, std::vector<Record> const& records)
{
    transaction.insert(record::table_of<Record>(), records.size(),
                       [&](std::size_t position, record::Row& row) { record::encode(records[position], row); });
}
template <class Record>
void insert(store::Transaction& transaction, Record const& record)
{
    insert(transaction, std::vector{record});
}

/// Puts a record in the place of the version before its own.
template <class Record>
[[nodiscard]] bool update(store::Transaction& transaction, Record const& record)
{
    auto before = record;
    --before.revision.version;
    return transaction.update(record::table_of<Record>(), record::row_of(before), record::row_of(record));
}

/// The ids of the rows of a page, in order.
template <class Record>
[[nodiscard]] std::vector<std::int64_t> selected(store::Transaction& transaction, store::Query const& query)
{
    std::vector<std::int64_t> ids;
    transaction.select(record::table_of<Record>(), query, [&](record::Row const& row) { ids.push_back(row[0].integer); });
    return ids;
}

template <class Record>
[[nodiscard]] std::vector<std::int64_t> everything_in(store::Transaction& transaction)
{
    return selected<Record>(transaction, {.limit = 1000});
}

inline constexpr Instant monday_in_march = std::chrono::sys_days{std::chrono::year{2026} / 3 / 2};

/// A version of a record that anna, operator 1, has made on monday_in_march.
[[nodiscard]] inline Revision version(std::int64_t number)
{
    return {.version = number, .created_at = monday_in_march, .created_by = {1}, .changed_at = monday_in_march, .changed_by = {1}};
}

}  // namespace crm::test
