#include "row_statements.hpp"

#include "kept_moment.hpp"

#include <algorithm>

namespace crm::sql {

namespace {

/// `first, second, …` of what `print` makes of each.
template <class Range, class Print>
std::string list(Range const& all, Print print)
{
    std::string text;
    for (auto const& one : all)
        text.append(text.empty() ? "" : ", ").append(print(one));
    return text;
}

/// A placeholder, with what the dialect needs around one for bytes.
std::string placeholder(Dialect const& dialect, std::string const& name, record::Kind kind)
{
    if (kind != record::Kind::bytes)
        return ":" + name;
    return std::string{dialect.bytes_in_begin}.append(":").append(name).append(dialect.bytes_in_end);
}

}  // namespace

std::string column_list(Connection const& connection, record::Columns const& columns, std::string_view prefix)
{
    auto const& dialect = connection.dialect();
    return list(columns, [&](auto const& column) {
        auto name = std::string{prefix} + connection.column(column.name);
        return column.kind == record::Kind::bytes ? std::string{dialect.bytes_out_begin}.append(name).append(dialect.bytes_out_end) : name;
    });
}

InsertRows::InsertRows(Connection& connection, record::Table const& table, std::size_t rows)
    : rows_(rows, record::Row(table.columns.size())), statement_{connection}
{
    auto const  found        = std::ranges::find(kept_moments, table.name, &KeptMoment::link);
    auto const* kept         = found == kept_moments.end() ? nullptr : &*found;
    int         placeholders = 0;
    std::string values;
    for (auto& row : rows_) {
        auto cell = row.begin();
        values += values.empty() ? "(" : ", (";
        values += list(table.columns, [&](auto const& column) {
            statement_.use(*cell++, column.kind);
            return placeholder(connection.dialect(), "v" + std::to_string(++placeholders), column.kind);
        });
        if (kept) {
            auto const name = "v" + std::to_string(++placeholders);
            statement_.use(row[table.position(kept->key)], record::Kind::integer);
            values.append(", coalesce((select ").append(kept->moment).append(" from ").append(connection.table(kept->table)).append(" x where x.id = :").append(name);
            values.append(connection.dialect().and_lock).append("), 0)");  // 0: it is not there, which the foreign key tells
        }
        values += ")";
    }
    auto names = list(table.columns, [&](auto const& column) { return connection.column(column.name); });
    if (kept)
        names.append(", ").append(kept->column);
    statement_.set_sql("insert into " + connection.table(table.name) + " (" + names + ") values " + values);
}

UpdateRow::UpdateRow(Connection& connection, record::Table const& table, std::vector<std::size_t> positions)
    : positions_{std::move(positions)}, values_(positions_.size()), statement_{connection}
{
    auto       value   = values_.begin();
    auto const changes = list(positions_, [&](std::size_t position) {
        auto const& column = table.columns[position];
        statement_.use(*value++, column.kind);
        return connection.column(column.name) + " = " + placeholder(connection.dialect(), "new_" + column.name, column.kind);
    });
    statement_.use(id_, record::Kind::integer);
    statement_.use(version_, record::Kind::integer);
    statement_.set_sql("update " + connection.table(table.name) + " set " + changes +
                       " where id = :this_id and version = :this_version");
}

bool UpdateRow::run(record::Row const& before, record::Row const& after)
{
    for (std::size_t i = 0; i != positions_.size(); ++i)
        values_[i] = after[positions_[i]];
    id_.set(before[0].integer);
    version_.set(before[1].integer);
    statement_.run();
    return statement_.affected_rows() == 1;
}

Query::Query(Connection& connection, std::string sql, std::vector<record::Kind> const& parameters,
             std::vector<record::Kind> const& results)
    : results_(results.size()), parameters_(parameters.size()), statement_{connection}
{
    for (std::size_t i = 0; i != results.size(); ++i)
        statement_.into(results_[i], results[i]);
    for (std::size_t i = 0; i != parameters.size(); ++i)
        statement_.use(parameters_[i], parameters[i]);
    statement_.set_sql(std::move(sql));
}

long long Query::run()
{
    statement_.run();
    return statement_.affected_rows();
}

Query& KeptQueries::get(std::string const& sql, std::vector<record::Kind> const& parameters,
                        std::vector<record::Kind> const& results)
{
    if (auto const found = by_text_.find(sql); found != by_text_.end()) {
        kept_.splice(kept_.begin(), kept_, found->second);
        return found->second->query;
    }
    if (kept_.size() == most) {
        by_text_.erase(kept_.back().sql);
        kept_.pop_back();
    }
    kept_.emplace_front(connection_, sql, parameters, results);
    by_text_.emplace(kept_.front().sql, kept_.begin());
    return kept_.front().query;
}

}  // namespace crm::sql
