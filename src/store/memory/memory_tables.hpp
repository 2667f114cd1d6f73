// The tables of a store together: what holds between them, and how a change is undone.
#pragma once

#include "memory_table.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace crm::store {

/// Every change is written down until keep_changes(), and can be undone back to a mark.
class MemoryTables {
public:
    MemoryTables();

    [[nodiscard]] MemoryTable const& of(record::Table const& table) const { return tables_[table.index]; }

    /// \throws Conflict when its id or another unique key is taken, or what it refers to is not there
    void insert(record::Table const& table, record::Row const& row);

    /// False when the version before is not there. \throws Conflict as insert()
    [[nodiscard]] bool update(record::Table const& table, record::Row const& before, record::Row const& after);

    /// False when it is not there. \throws Conflict when another row refers to it
    [[nodiscard]] bool remove(record::Table const& table, std::int64_t id);

    [[nodiscard]] std::size_t mark() const noexcept { return undo_.size(); }
    void                      undo_to(std::size_t mark);
    void                      keep_changes() noexcept { undo_.clear(); }

private:
    struct Undo {
        std::size_t                table;
        std::int64_t               id;
        std::optional<record::Row> before;  ///< none: the row was new
    };
    struct Referrer {
        std::size_t table;
        std::size_t column;
    };

    void require_references(record::Table const& table, record::Row const& row) const;
    void require_free_keys(record::Table const& table, record::Row const& row) const;
    void require_unused(record::Table const& table, std::int64_t id) const;

    std::vector<MemoryTable>              tables_;
    std::vector<std::vector<Referrer>>    referrers_;  ///< of each table
    std::vector<std::vector<std::size_t>> targets_;    ///< of each column of each table: the table that it refers to
    std::vector<Undo>                     undo_;
};

}  // namespace crm::store
