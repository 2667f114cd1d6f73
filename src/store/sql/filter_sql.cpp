#include "filter_sql.hpp"

#include "row_statements.hpp"

#include <crm/model/search.hpp>

#include <array>

namespace crm::sql {

namespace {

using store::Comparison;
using store::Filter;

/// A placeholder for a value that is compared with a column, which may be too great for the column's own type.
void add_compared(SqlText& out, Connection const& connection, record::Cell const& value, record::Column const& column)
{
    bool const is_integer = column.kind == record::Kind::integer;
    if (is_integer)
        out.sql += connection.dialect().integer_in_begin;
    out.add(value, column.kind);
    if (is_integer)
        out.sql += connection.dialect().integer_in_end;
}

/// Writes one condition after the other. Each table that takes part is called `t` and a number.
class Writer {
public:
    Writer(Connection const& connection, SqlText& out) : connection_{connection}, out_{out} {}

    void write(Filter const& filter, record::Table const& table, int level)
    {
        switch (filter.kind) {
        case Filter::Kind::always:   out_.sql += "1 = 1"; break;
        case Filter::Kind::all_of:   write_parts(filter, table, level, " and ", "1 = 1"); break;
        case Filter::Kind::any_of:   write_parts(filter, table, level, " or ", "1 = 0"); break;
        case Filter::Kind::negation:
            out_.sql += "not (";
            write(filter.parts.at(0), table, level);
            out_.sql += ")";
            break;
        case Filter::Kind::is_null: out_.sql += name(table.columns[filter.column], level) + " is null"; break;
        case Filter::Kind::compare: write_comparison(filter, table.columns[filter.column], level); break;
        case Filter::Kind::exists:  write_exists(filter, table, level); break;
        }
    }

private:
    [[nodiscard]] std::string name(record::Column const& column, int level) const
    {
        return "t" + std::to_string(level) + "." + connection_.column(column.name);
    }

    void write_parts(Filter const& filter, record::Table const& table, int level, char const* between, char const* of_none)
    {
        if (filter.parts.empty())
            out_.sql += of_none;
        for (std::size_t i = 0; i != filter.parts.size(); ++i) {
            out_.sql += i == 0 ? "(" : between;
            write(filter.parts[i], table, level);
        }
        out_.sql += filter.parts.empty() ? "" : ")";
    }

    void write_exists(Filter const& filter, record::Table const& table, int level)
    {
        auto const  inner  = level + 1;
        auto const& theirs = *filter.table;
        out_.sql += "exists (select 1 from " + connection_.table(theirs.name) + " t" + std::to_string(inner) + " where " +
                    name(theirs.columns[filter.their_column], inner) + " = " + name(table.columns[filter.column], level) + " and ";
        write(filter.parts.at(0), theirs, inner);
        out_.sql += ")";
    }

    void write_comparison(Filter const& filter, record::Column const& column, int level)
    {
        if (column.nullable)  // never null, so that a negation of it is true
            out_.sql += "(" + name(column, level) + " is not null and ";
        switch (filter.comparison) {
        case Comparison::contains:    write_contains(filter, column, level); break;
        case Comparison::starts_with: write_prefix(filter, column, level); break;
        case Comparison::is_in:       write_in(filter, column, level); break;
        default:
            out_.sql += name(column, level) + operator_of(filter.comparison);
            add(filter.values.at(0), column);
        }
        if (column.nullable)
            out_.sql += ")";
    }

    void add(record::Cell const& value, record::Column const& column) { add_compared(out_, connection_, value, column); }

    static char const* operator_of(Comparison comparison)
    {
        switch (comparison) {
        case Comparison::equal:            return " = ";
        case Comparison::not_equal:        return " <> ";
        case Comparison::less:             return " < ";
        case Comparison::less_or_equal:    return " <= ";
        case Comparison::greater:          return " > ";
        case Comparison::greater_or_equal: return " >= ";
        default:                           throw Internal{"This comparison has no operator in SQL."};
        }
    }

    void write_contains(Filter const& filter, record::Column const& column, int level)
    {
        out_.sql += std::string{connection_.dialect().position_of} + "(" + name(column, level) + ", ";
        add(filter.values.at(0), column);
        out_.sql += ") > 0";
    }

    /// As a range, because an index answers that, and LIKE folds case on SQLite.
    void write_prefix(Filter const& filter, record::Column const& column, int level)
    {
        auto const& prefix = filter.values.at(0);
        out_.sql += name(column, level) + " >= ";
        add(prefix, column);
        if (auto const end = end_of_prefix(prefix.text); !end.empty()) {
            record::Cell cell;
            cell.set(std::string_view{end});
            out_.sql += " and " + name(column, level) + " < ";
            add(cell, column);
        }
    }

    void write_in(Filter const& filter, record::Column const& column, int level)
    {
        if (filter.values.empty()) {
            out_.sql += "1 = 0";
            return;
        }
        out_.sql += name(column, level) + " in ";
        for (std::size_t i = 0; i != filter.values.size(); ++i) {
            out_.sql += i == 0 ? "(" : ", ";
            add(filter.values[i], column);
        }
        out_.sql += ")";
    }

    Connection const& connection_;
    SqlText&          out_;
};

struct Key {
    record::Column const* column;
    bool                  descending;
    std::string           name;  ///< in SQL
};

std::vector<Key> keys_of(Connection const& connection, record::Table const& table, store::Query const& query)
{
    std::vector<Key> keys;
    auto const       add = [&](record::Column const& column, bool descending) {
        keys.push_back({&column, descending, "t0." + connection.column(column.name)});
    };
    for (auto const& [column, descending] : query.order)
        add(table.columns[column], descending);
    add(table.columns.front(), !query.order.empty() && query.order.back().descending);
    return keys;
}

/// `column` is behind `value` in the order of `key`: null comes before every value.
void write_behind(SqlText& out, Connection const& connection, Key const& key, record::Cell const& value)
{
    auto const& name = key.name;
    if (value.null) {
        out.sql += key.descending ? "1 = 0" : name + " is not null";
        return;
    }
    if (key.descending && key.column->nullable)
        out.sql += "(" + name + " is null or ";
    out.sql += name + (key.descending ? " < " : " > ");
    add_compared(out, connection, value, *key.column);
    if (key.descending && key.column->nullable)
        out.sql += ")";
}

void write_same(SqlText& out, Connection const& connection, Key const& key, record::Cell const& value)
{
    auto const& name = key.name;
    if (value.null) {
        out.sql += name + " is null";
        return;
    }
    out.sql += name + " = ";
    add_compared(out, connection, value, *key.column);
}

/// Behind the row with the sort cells `after`: `a > 1 or (a = 1 and (b > 2 or …))`, which every database can do with
/// nulls and mixed directions, unlike a comparison of tuples.
void write_after(SqlText& out, Connection const& connection, std::vector<Key> const& keys, std::vector<record::Cell> const& after)
{
    if (after.size() != keys.size())
        throw InvalidArgument{"The cursor is not one of this order: begin again with the first page."};
    for (std::size_t i = 0; i != keys.size(); ++i) {
        out.sql += " and (";
        write_behind(out, connection, keys[i], after[i]);
        if (i + 1 != keys.size()) {
            out.sql += " or (";
            write_same(out, connection, keys[i], after[i]);
        }
    }
    out.sql += std::string(2 * keys.size() - 1, ')');
}

}  // namespace

void SqlText::add(record::Cell const& value, record::Kind kind)
{
    sql += ":p" + std::to_string(values.size());
    values.push_back(value);
    kinds.push_back(kind);
}

SqlText select_page(Connection const& connection, record::Table const& table, store::Query const& query)
{
    SqlText out{"select " + column_list(connection, table.columns, "t0.") + " from " + connection.table(table.name) + " t0 where "};
    Writer{connection, out}.write(query.filter, table, 0);

    auto const keys = keys_of(connection, table, query);
    if (query.after)
        write_after(out, connection, keys, *query.after);

    char const* between = " order by ";
    for (auto const& [column, descending, name] : keys) {
        out.sql += between + name + (descending ? " desc" : "");
        if (column->nullable)
            out.sql += descending ? connection.dialect().nulls_last : connection.dialect().nulls_first;
        between = ", ";
    }
    record::Cell limit;
    limit.set(static_cast<std::int64_t>(query.limit));
    out.sql += " limit ";
    out.add(limit, record::Kind::integer);
    return out;
}

void ask(KeptQueries& queries, SqlText const& text, std::vector<record::Kind> const& results, store::Take const& take)
{
    auto& query = queries.get(text.sql, text.kinds, results);
    for (std::size_t i = 0; i != text.values.size(); ++i)
        query.parameter(i) = text.values[i];
    query.run(take);
}

SqlText select_count(Connection const& connection, record::Table const& table, store::Filter const& filter)
{
    SqlText out{"select count(*) from " + connection.table(table.name) + " t0 where "};
    Writer{connection, out}.write(filter, table, 0);
    return out;
}

}  // namespace crm::sql
