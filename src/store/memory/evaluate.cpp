#include "evaluate.hpp"

#include <crm/model/error.hpp>

#include <algorithm>
#include <span>

namespace crm::store {

namespace {

using record::Cell;
using record::Kind;
using record::Row;
using record::Table;

/// Of cells that are not null. Texts by their bytes, which std::string compares as unsigned.
std::strong_ordering order_of(Cell const& a, Cell const& b, Kind kind)
{
    return kind == Kind::integer ? a.integer <=> b.integer : a.text <=> b.text;
}

bool compares(Cell const& cell, Comparison comparison, Cell const& value, Kind kind)
{
    if (cell.null || value.null)
        return false;
    switch (comparison) {
    case Comparison::equal: return order_of(cell, value, kind) == 0;
    case Comparison::not_equal: return order_of(cell, value, kind) != 0;
    case Comparison::less: return order_of(cell, value, kind) < 0;
    case Comparison::less_or_equal: return order_of(cell, value, kind) <= 0;
    case Comparison::greater: return order_of(cell, value, kind) > 0;
    case Comparison::greater_or_equal: return order_of(cell, value, kind) >= 0;
    case Comparison::contains: return cell.text.find(value.text) != std::string::npos;
    case Comparison::starts_with: return cell.text.starts_with(value.text);
    case Comparison::is_in: break;
    }
    throw Internal{"A filter compares in a way that is unknown."};
}

bool compares(Filter const& filter, Cell const& cell, Kind kind)
{
    if (filter.comparison != Comparison::is_in)
        return compares(cell, filter.comparison, filter.values.at(0), kind);
    return std::ranges::any_of(filter.values,
                               [&](Cell const& value) { return compares(cell, Comparison::equal, value, kind); });
}

/// Calls `visit(row)` for each row of `table` whose `column` equals a cell that is not null, until it returns false.
template <class Visit>
void each_joined(MemoryTable const& table, std::size_t column, Cell const& cell, Visit visit)
{
    auto const& described = table.described().columns[column];
    if (column == 0) {
        if (auto const* const row = table.find(cell.integer))
            visit(*row);
    } else if (!described.refers_to.empty()) {
        table.each_referring(column, cell.integer, visit);
    } else {
        table.each_after({}, [&](Row const& row) { return !row[column].equals(cell, described.kind) || visit(row); });
    }
}

bool exists(Filter const& filter, Row const& row, MemoryTables const& tables)
{
    auto const& ours = row[filter.column];
    bool        found = false;
    if (!ours.null)
        each_joined(tables.of(*filter.table), filter.their_column, ours, [&](Row const& theirs) {
            found = holds(filter.parts.at(0), *filter.table, theirs, tables);
            return !found;
        });
    return found;
}

/// Where a row stands in an order: before, at or behind the row whose cells of `order`, then id, `place` has.
class Placing {
public:
    Placing(Table const& table, std::span<SortKey const> order)
        : table_{table}, order_{order}, ids_descend_{!order.empty() && order.back().descending}
    {
    }

    [[nodiscard]] std::strong_ordering compare(Row const& row, std::vector<Cell> const& place) const
    {
        for (std::size_t i = 0; i != order_.size(); ++i)
            if (auto const by_key = compare_key(order_[i], row[order_[i].column], place[i]); by_key != 0)
                return by_key;
        return turned(row[0].integer <=> place[order_.size()].integer, ids_descend_);
    }

    [[nodiscard]] bool before(Row const& a, Row const& b) const
    {
        for (auto const& key : order_)
            if (auto const by_key = compare_key(key, a[key.column], b[key.column]); by_key != 0)
                return by_key < 0;
        return turned(a[0].integer <=> b[0].integer, ids_descend_) < 0;
    }

private:
    [[nodiscard]] static std::strong_ordering turned(std::strong_ordering order, bool descending)
    {
        return descending ? 0 <=> order : order;
    }
    [[nodiscard]] std::strong_ordering compare_key(SortKey const& key, Cell const& a, Cell const& b) const
    {
        auto const nulls_first = a.null || b.null ? b.null <=> a.null : order_of(a, b, table_.columns[key.column].kind);
        return turned(nulls_first, key.descending);
    }

    Table const&             table_;
    std::span<SortKey const> order_;
    bool                     ids_descend_;
};

std::vector<Row const*> page_by_id(Table const& table, Query const& query, MemoryTables const& tables)
{
    std::vector<Row const*> rows;
    auto const              last = query.after ? std::optional{query.after->at(0).integer} : std::nullopt;
    tables.of(table).each_after(last, [&](Row const& row) {
        if (rows.size() != query.limit && holds(query.filter, table, row, tables))
            rows.push_back(&row);
        return rows.size() != query.limit;
    });
    return rows;
}

}  // namespace

bool holds(Filter const& filter, Table const& table, Row const& row, MemoryTables const& tables)
{
    auto const part_holds = [&](Filter const& part) { return holds(part, table, row, tables); };
    switch (filter.kind) {
    case Filter::Kind::always: return true;
    case Filter::Kind::all_of: return std::ranges::all_of(filter.parts, part_holds);
    case Filter::Kind::any_of: return std::ranges::any_of(filter.parts, part_holds);
    case Filter::Kind::negation: return !part_holds(filter.parts.at(0));
    case Filter::Kind::is_null: return row[filter.column].null;
    case Filter::Kind::compare: return compares(filter, row[filter.column], table.columns[filter.column].kind);
    case Filter::Kind::exists: return exists(filter, row, tables);
    }
    throw Internal{"A filter is of a kind that is unknown."};
}

std::vector<Row const*> page(Table const& table, Query const& query, MemoryTables const& tables)
{
    if (query.after && query.after->size() != query.order.size() + 1)
        throw Internal{"A page begins behind a place that does not fit its order."};
    if (query.order.empty())
        return page_by_id(table, query, tables);

    Placing const           placing{table, query.order};
    std::vector<Row const*> rows;
    tables.of(table).each_after({}, [&](Row const& row) {
        if ((!query.after || placing.compare(row, *query.after) > 0) && holds(query.filter, table, row, tables))
            rows.push_back(&row);
        return true;
    });
    std::ranges::sort(rows, [&](Row const* a, Row const* b) { return placing.before(*a, *b); });
    rows.resize(std::min(rows.size(), query.limit));
    return rows;
}

}  // namespace crm::store
