#include "relations.hpp"

#include "record/table.hpp"

#include <optional>

namespace crm::store {

namespace {

using record::Table;

void add_forward(Table const& table, std::vector<Relation>& relations)
{
    constexpr std::string_view ending = "_id";
    for (std::size_t column = 0; column != table.columns.size(); ++column) {
        auto const& [name, target] = std::pair{table.columns[column].name, table.columns[column].refers_to};
        if (!target.empty() && name.ends_with(ending))
            relations.push_back({name.substr(0, name.size() - ending.size()), &record::table_named(target), column, 0});
    }
}

/// The column by which `theirs` refers to `ours`: the one of our name, or the only one.
std::optional<std::size_t> referring_column(Table const& theirs, Table const& ours)
{
    auto const               own_name = std::string{ours.name}.append("_id");
    std::vector<std::size_t> columns;
    for (std::size_t column = 0; column != theirs.columns.size(); ++column) {
        if (theirs.columns[column].refers_to != ours.name)
            continue;
        if (theirs.columns[column].name == own_name)
            return column;
        columns.push_back(column);
    }
    return columns.size() == 1 ? std::optional{columns.front()} : std::nullopt;
}

void add_inverse(Table const& ours, std::vector<Relation>& relations)
{
    for (auto const& theirs : record::tables())
        if (auto const column = referring_column(theirs, ours))
            relations.push_back({std::string{theirs.plural}, &theirs, 0, *column});
}

/// What is a part of the party that our rows share.
void add_of_party(Table const& ours, std::vector<Relation>& relations)
{
    auto const our_column = ours.position("party_id");
    if (our_column == Table::npos)
        return;
    for (auto const& theirs : record::tables()) {
        auto const column = theirs.position("party_id");
        if (&theirs != &ours && column != Table::npos && theirs.columns[column].owner)
            relations.push_back({std::string{theirs.plural}, &theirs, our_column, column});
    }
}

}  // namespace

std::vector<Relation> relations_of(Table const& table)
{
    std::vector<Relation> relations;
    add_forward(table, relations);
    add_inverse(table, relations);
    add_of_party(table, relations);
    return relations;
}

}  // namespace crm::store
