#include "memory_table.hpp"

#include <tuple>

namespace crm::store {

namespace {

using record::Cell;
using record::Row;

/// Without what null cells of a row that was filled before still hold: nobody may find it there.
Row without_leftovers(Row const& row)
{
    Row tidy = row;
    for (auto& cell : tidy)
        if (cell.null)
            cell = Cell{};
    return tidy;
}

}  // namespace

Row const* MemoryTable::find(std::int64_t id) const
{
    auto const found = rows_.find(id);
    return found == rows_.end() ? nullptr : &found->cells;
}

Row const* MemoryTable::namesake(Row const& row) const
{
    for (std::size_t which = 0; which != table_->unique.size(); ++which) {
        auto const value = key(which, row);
        auto const found = value ? keys_.find(*value) : keys_.end();
        if (found != keys_.end() && found->id != row[0].integer)
            return find(found->id);
    }
    return nullptr;
}

void MemoryTable::put(Row const& row)
{
    auto const found = rows_.find(row[0].integer);
    if (found == rows_.end()) {
        rows_.insert({without_leftovers(row)});
    } else {
        take_from_indexes(found->cells);
        rows_.replace(found, {without_leftovers(row)});  // never modify(), which erases a row that clashes
    }
    add_to_indexes(row);
}

void MemoryTable::erase(std::int64_t id)
{
    auto const found = rows_.find(id);
    take_from_indexes(found->cells);
    rows_.erase(found);
}

/// None when a cell of it is null or an empty text: such rows are not compared.
std::optional<std::string> MemoryTable::key(std::size_t which, Row const& row) const
{
    auto value = std::to_string(which);
    for (auto position : table_->unique[which]) {
        auto const& cell    = row[position];
        bool const  integer = table_->columns[position].kind == record::Kind::integer;
        if (cell.null || (!integer && cell.text.empty()))
            return std::nullopt;
        auto const part = integer ? std::to_string(cell.integer) : cell.text;
        value.append(":").append(std::to_string(part.size())).append(":").append(part);
    }
    return value;
}

void MemoryTable::add_to_indexes(Row const& row)
{
    auto const id = row[0].integer;
    for (std::size_t which = 0; which != table_->unique.size(); ++which)
        if (auto value = key(which, row))
            keys_.insert({std::move(*value), id});
    for (std::size_t column = 0; column != row.size(); ++column)
        if (!table_->columns[column].refers_to.empty() && !row[column].null)
            references_.insert({column, row[column].integer, id});
}

void MemoryTable::take_from_indexes(Row const& row)
{
    auto const id = row[0].integer;
    for (std::size_t which = 0; which != table_->unique.size(); ++which)
        if (auto const value = key(which, row))
            keys_.erase(*value);
    for (std::size_t column = 0; column != row.size(); ++column)
        if (!table_->columns[column].refers_to.empty() && !row[column].null)
            references_.erase(references_.find(std::make_tuple(column, row[column].integer, id)));
}

}  // namespace crm::store
