// Conditions and pages as SQL.
#pragma once

#include "row_statements.hpp"

#include <crm/store/query.hpp>

#include <string>
#include <vector>

namespace crm::sql {

/// A text with placeholders, and what belongs into each, in their order.
struct SqlText {
    std::string               sql;
    std::vector<record::Cell> values{};
    std::vector<record::Kind> kinds{};

    /// Adds a placeholder for `value`.
    void add(record::Cell const& value, record::Kind kind);
};

/// `select … from … where … order by … limit …`: the rows of one page.
[[nodiscard]] SqlText select_page(Connection const& connection, record::Table const& table, store::Query const& query);

/// Runs a query that was just written, by a kept statement with the same text.
void ask(KeptQueries& queries, SqlText const& text, std::vector<record::Kind> const& results, store::Take const& take);

/// `select count(*) from … where …`
[[nodiscard]] SqlText select_count(Connection const& connection, record::Table const& table, store::Filter const& filter);

}  // namespace crm::sql
