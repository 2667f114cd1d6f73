#include "memory_tables.hpp"

#include "record/table.hpp"

#include <crm/model/error.hpp>

#include <string>

namespace crm::store {

namespace {

using record::Row;
using record::Table;

constexpr std::size_t no_target = Table::npos;

std::string name_of(Table const& table, std::int64_t id)
{
    return std::string{table.name}.append(" ").append(std::to_string(id));
}

}  // namespace

MemoryTables::MemoryTables() : referrers_(record::tables().size())
{
    for (auto const& table : record::tables()) {
        tables_.emplace_back(table);
        auto& targets = targets_.emplace_back(table.columns.size(), no_target);
        for (std::size_t column = 0; column != table.columns.size(); ++column) {
            auto const target = table.columns[column].refers_to;
            if (target.empty())
                continue;
            targets[column] = record::table_named(target).index;
            referrers_[targets[column]].push_back({table.index, column});
        }
    }
}

void MemoryTables::insert(Table const& table, Row const& row)
{
    auto const id = row[0].integer;
    if (of(table).find(id))
        throw Conflict{"There is a " + name_of(table, id) + " already."};
    require_references(table, row);
    require_free_keys(table, row);
    undo_.push_back({table.index, id, std::nullopt});
    tables_[table.index].put(row);
}

bool MemoryTables::update(Table const& table, Row const& before, Row const& after)
{
    if (!table.versioned)
        throw Internal{std::string{"A record without versions is changed: "}.append(table.name)};
    auto const        id      = after[0].integer;
    constexpr auto    version = std::size_t{1};
    auto const* const stored  = of(table).find(id);
    if (!stored || (*stored)[version].integer != before[version].integer)
        return false;
    require_references(table, after);
    require_free_keys(table, after);
    undo_.push_back({table.index, id, *stored});
    tables_[table.index].put(after);
    return true;
}

bool MemoryTables::remove(Table const& table, std::int64_t id)
{
    auto const* const before = of(table).find(id);
    if (!before)
        return false;
    require_unused(table, id);
    undo_.push_back({table.index, id, *before});
    tables_[table.index].erase(id);
    return true;
}

void MemoryTables::undo_to(std::size_t mark)
{
    for (; undo_.size() != mark; undo_.pop_back()) {
        auto const& [table, id, before] = undo_.back();
        if (before)
            tables_[table].put(*before);
        else if (tables_[table].find(id))
            tables_[table].erase(id);
    }
}

void MemoryTables::require_references(Table const& table, Row const& row) const
{
    for (std::size_t column = 0; column != row.size(); ++column) {
        auto const target = targets_[table.index][column];
        if (target == no_target || row[column].null)
            continue;
        auto const id        = row[column].integer;
        bool const is_itself = target == table.index && id == row[0].integer;
        if (!is_itself && !tables_[target].find(id))
            throw Conflict{name_of(table, row[0].integer) + " refers by " + table.columns[column].name + " to " +
                           name_of(tables_[target].described(), id) + ", which is not there."};
    }
}

void MemoryTables::require_free_keys(Table const& table, Row const& row) const
{
    if (auto const* const other = of(table).namesake(row))
        throw Conflict{name_of(table, row[0].integer) + " has a unique key that " + name_of(table, (*other)[0].integer) +
                       " has taken."};
}

void MemoryTables::require_unused(Table const& table, std::int64_t id) const
{
    for (auto const& [referrer, column] : referrers_[table.index])
        tables_[referrer].each_referring(column, id, [&](Row const& row) {
            bool const is_itself = referrer == table.index && row[0].integer == id;
            if (!is_itself)
                throw Conflict{name_of(table, id) + " is in use: " +
                               name_of(tables_[referrer].described(), row[0].integer) + " refers to it."};
            return true;
        });
}

}  // namespace crm::store
