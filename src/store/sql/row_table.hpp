#pragma once

#include "row_statements.hpp"

#include <crm/store/store.hpp>

#include <map>
#include <optional>
#include <span>

namespace crm::sql {

/// The rows of one table, by its run-time description. Each statement is made when it is first needed.
class RowTable {
public:
    RowTable(Connection& connection, record::Table const& table) : connection_{connection}, table_{table} {}

    void               insert(std::size_t count, store::Fill const& fill);
    [[nodiscard]] bool update(record::Row const& before, record::Row const& after);
    [[nodiscard]] bool remove(std::int64_t id);
    void               get(std::int64_t id, store::Take const& take);
    void               get_many(std::span<std::int64_t const> ids, store::Take const& take);
    [[nodiscard]] bool guard(std::int64_t id);

private:
    using Positions = std::vector<std::size_t>;

    [[nodiscard]] std::string select() const;
    [[nodiscard]] Positions   changed_columns(record::Row const& before, record::Row const& after) const;

    Connection&                    connection_;
    record::Table const&           table_;
    std::optional<InsertRows>      insert_one_, insert_many_;
    std::map<Positions, UpdateRow> updates_;  ///< by the columns that they set
    std::optional<Query>           remove_, get_, get_many_, guard_;
};

/// How each column of a table is kept.
[[nodiscard]] std::vector<record::Kind> kinds_of(record::Columns const& columns);

}  // namespace crm::sql
