#include "bind.hpp"
#include "names.hpp"

#include <crm/model/error.hpp>

namespace crm::store {

namespace {

/// `expected.amount` of the column `expected_amount`.
std::string name_of(record::Column const& column)
{
    if (column.name == column.field)
        return column.name;
    return column.field + "." + column.name.substr(column.field.size() + 1);
}

}  // namespace

std::vector<std::string> field_names(record::Table const& table)
{
    std::vector<std::string> names;
    for (auto const& column : table.columns)
        names.push_back(name_of(column));
    return names;
}

BoundField field_named(std::string_view name, record::Table const& table)
{
    for (std::size_t column = 0; column != table.columns.size(); ++column)
        if (name_of(table.columns[column]) == name)
            return {.column = column};
    for (std::size_t column = 0; column != table.columns.size(); ++column)
        if (table.columns[column].field == name)
            return {.column = column, .whole = true};
    throw InvalidArgument{"A " + std::string{table.name} + " has no field " + std::string{name} + ", but " +
                          condition::listed(condition::near_names(name, field_names(table))) + "."};
}

}  // namespace crm::store
