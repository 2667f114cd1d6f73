#include "merge.hpp"

#include <boost/json/serialize.hpp>
#include <boost/json/parse.hpp>

#include <algorithm>
#include <iterator>

namespace crm::record {

namespace json = boost::json;

namespace {

json::value value_of(Column const& column, Cell const& cell)
{
    if (cell.null)
        return nullptr;
    return column.kind == Kind::integer ? json::value(cell.integer) : json::value(cell.text);
}

bool set(Cell& cell, Kind kind, json::value const& value)
{
    cell.null = value.is_null();
    if (kind == Kind::integer && value.is_int64())
        cell.set(value.get_int64());
    else if (kind == Kind::text && value.is_string())
        cell.set(std::string_view{value.get_string()});
    else
        return cell.null;
    return true;
}

}  // namespace

std::string changes_between(Columns const& columns, Row const& before, Row const& after)
{
    json::object changes;
    for (std::size_t i = 0; i != columns.size(); ++i)
        if (!columns[i].group.empty() && !before[i].equals(after[i], columns[i].kind))
            changes[columns[i].name] = json::array{value_of(columns[i], before[i]), value_of(columns[i], after[i])};
    return json::serialize(changes);
}

std::string last_values(Columns const& columns, Row const& row)
{
    json::object values;
    for (std::size_t i = 0; i != columns.size(); ++i)
        if (columns[i].kind != Kind::bytes && !row[i].null)
            values[columns[i].name] = json::array{value_of(columns[i], row[i]), nullptr};
    return json::serialize(values);
}

std::string json_text(Column const& column, Cell const& cell)
{
    return json::serialize(value_of(column, cell));
}

void undo(std::string_view changes, Columns const& columns, Row& row)
{
    json::error_code failure;
    auto const       parsed = json::parse(changes, failure);
    bool             sound  = !failure && parsed.is_object();
    if (sound)
        for (auto const& [name, values] : parsed.get_object()) {
            auto const column = std::ranges::find(columns, std::string_view{name}, &Column::name);
            sound = sound && column != columns.end() && values.is_array() && values.get_array().size() == 2 &&
                    set(row[static_cast<std::size_t>(column - columns.begin())], column->kind, values.get_array()[0]);
        }
    if (!sound)
        throw Corrupt{"The history holds what crm could not have written."};
}

Clashes merge(Columns const& columns, Row const& original, Row const& yours, Row& theirs)
{
    auto const differ = [&](Row const& a, Row const& b, std::string_view group) {
        bool any = false;
        for (std::size_t i = 0; i != columns.size(); ++i)
            any = any || (columns[i].group == group && !a[i].equals(b[i], columns[i].kind));
        return any;
    };

    Clashes    clashes;
    auto const before = theirs;
    for (std::size_t i = 0; i != columns.size(); ++i) {
        auto const& column = columns[i];
        if (column.group.empty() || !differ(original, yours, column.group))
            continue;
        if (!differ(original, before, column.group))
            theirs[i] = yours[i];
        else if (differ(yours, before, column.group) &&
                 !(original[i].equals(yours[i], column.kind) && original[i].equals(before[i], column.kind)))
            clashes.push_back({column.name, json_text(column, original[i]), json_text(column, yours[i]), json_text(column, before[i])});
    }
    return clashes;
}

}  // namespace crm::record
