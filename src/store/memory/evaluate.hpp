// Conditions and orders, by their plain definitions over rows.
#pragma once

#include "memory_tables.hpp"

#include <crm/store/query.hpp>

#include <compare>
#include <vector>

namespace crm::store {

/// Whether `filter` is true of a row of `table`.
[[nodiscard]] bool holds(Filter const& filter, record::Table const& table, record::Row const& row, MemoryTables const& tables);

/// The rows of a page, in order.
[[nodiscard]] std::vector<record::Row const*> page(record::Table const& table, Query const& query, MemoryTables const& tables);

}  // namespace crm::store
