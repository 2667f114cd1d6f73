// The history as rows, though its rows are no records.
#pragma once

#include <crm/record/row.hpp>
#include <crm/store/history.hpp>

namespace crm::sql {

[[nodiscard]] record::Table const& history_table();

/// Writes a change into a row of the table.
void write_row(Change const& change, record::Row& row);

[[nodiscard]] Change change_of(record::Row const& row);

}  // namespace crm::sql
