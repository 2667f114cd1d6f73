// The history, and operations with their places in the feed, as rows: neither is a record.
#pragma once

#include <crm/record/row.hpp>
#include <crm/store/history.hpp>

namespace crm::store {

[[nodiscard]] record::Table const& history_table();

/// Writes a change into a row of the table.
void write_row(Change const& change, record::Row& row);

[[nodiscard]] Change change_of(record::Row const& row);

/// One column more than those of Operation: the place, null while there is none.
[[nodiscard]] record::Table const& placed_operation_table();

}  // namespace crm::store
