// Short ways to ask a store, with names of columns.
#pragma once

#include "record/table.hpp"

#include <crm/store/query.hpp>

#include <string_view>
#include <utility>
#include <vector>

namespace crm {

[[nodiscard]] inline record::Cell cell_of(std::int64_t value)
{
    record::Cell cell;
    cell.set(value);
    return cell;
}
[[nodiscard]] inline record::Cell cell_of(std::string_view text)
{
    record::Cell cell;
    cell.set(text);
    return cell;
}

/// Compares columns of a `Record`, by name.
template <class Record>
struct Where {
    [[nodiscard]] static std::size_t column(std::string_view name)
    {
        auto const position = record::table_of<Record>().position(name);
        if (position == record::Table::npos)
            throw Internal{"There is no column " + std::string{name} + "."};
        return position;
    }

    template <class Operand>
    [[nodiscard]] static store::Filter compare(std::string_view name, store::Comparison comparison, Operand value)
    {
        return {.kind = store::Filter::Kind::compare, .column = column(name), .comparison = comparison, .values = {cell_of(value)}};
    }

    template <class Operand>
    [[nodiscard]] static store::Filter equal(std::string_view name, Operand value)
    {
        return compare(name, store::Comparison::equal, value);
    }
    template <class Operand>
    [[nodiscard]] static store::Filter differs(std::string_view name, Operand value)
    {
        return compare(name, store::Comparison::not_equal, value);
    }

    [[nodiscard]] static store::Filter is_null(std::string_view name)
    {
        return {.kind = store::Filter::Kind::is_null, .column = column(name)};
    }
};

[[nodiscard]] inline store::Filter all_of(std::vector<store::Filter> parts)
{
    return {.kind = store::Filter::Kind::all_of, .parts = std::move(parts)};
}

[[nodiscard]] inline store::Filter negation(store::Filter part)
{
    return {.kind = store::Filter::Kind::negation, .parts = {std::move(part)}};
}

}  // namespace crm
