#pragma once

#include "memory_tables.hpp"

#include "record/table.hpp"

#include <crm/model/error.hpp>

#include <string>
#include <vector>

namespace crm::store {

/// The record that a row stands for.
/// \throws Corrupt when the row is none that crm wrote
template <class Record>
[[nodiscard]] Record record_in(record::Row const& row)
{
    Record     record;
    auto const corrupt = record::decode(row, record);
    if (!corrupt.empty())
        throw Corrupt{std::string{Facts<Record>::name}.append(" ").append(std::to_string(row[0].integer)) +
                      " holds what crm could not have written in " + std::string{corrupt} + "."};
    return record;
}

/// Every record of a type, in the order of ids.
template <class Record>
[[nodiscard]] std::vector<Record> records_in(MemoryTables const& tables)
{
    std::vector<Record> records;
    tables.of(record::table_of<Record>()).each_after({}, [&](record::Row const& row) {
        records.push_back(record_in<Record>(row));
        return true;
    });
    return records;
}

/// Those that are not archived.
template <Versioned Record>
[[nodiscard]] std::vector<Record> records_in_use(MemoryTables const& tables)
{
    auto records = records_in<Record>(tables);
    std::erase_if(records, [](Record const& record) { return record.revision.archived_at.has_value(); });
    return records;
}

/// What an id that is referred to leads to.
template <class Record>
[[nodiscard]] Record record_of(MemoryTables const& tables, Id<Record> id)
{
    auto const* const row = tables.of(record::table_of<Record>()).find(id.value);
    if (!row)
        throw Corrupt{std::string{Facts<Record>::name}.append(" ").append(std::to_string(id.value)) + " is not there."};
    return record_in<Record>(*row);
}

}  // namespace crm::store
