// Statements over rows that are described at run time: compiled once, whatever the records are.
#pragma once

#include "statement.hpp"

#include <cstddef>
#include <list>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace crm::sql {

/// `first, second, …` of the columns of a table, each after `prefix`, as they are read.
[[nodiscard]] std::string column_list(Connection const& connection, record::Columns const& columns, std::string_view prefix = "");

/// An INSERT of some rows at once.
class InsertRows {
public:
    InsertRows(Connection& connection, record::Table const& table, std::size_t rows);

    /// To be filled before the statement runs. Its size never changes.
    [[nodiscard]] record::Row& row(std::size_t position) { return rows_[position]; }
    void                       run() { statement_.run(); }

private:
    std::vector<record::Row> rows_;  // before the statement, which points into it
    Statement                statement_;
};

/// An UPDATE of some columns of one version of one row, which its first and second column name.
class UpdateRow {
public:
    UpdateRow(Connection& connection, record::Table const& table, std::vector<std::size_t> positions);

    /// False when that version is not there any more.
    [[nodiscard]] bool run(record::Row const& before, record::Row const& after);

private:
    std::vector<std::size_t> positions_;
    record::Row              values_;
    record::Cell             id_, version_;
    Statement                statement_;
};

/// A SELECT, or a change, with parameters and perhaps results.
class Query {
public:
    /// `sql` has a placeholder for each of `parameters`, in their order.
    Query(Connection& connection, std::string sql, std::vector<record::Kind> const& parameters,
          std::vector<record::Kind> const& results = {});

    [[nodiscard]] record::Cell& parameter(std::size_t position) { return parameters_[position]; }

    /// The row is lent for one call of `on_row`.
    template <class OnRow>
    void run(OnRow&& on_row)
    {
        statement_.run([&] { on_row(std::as_const(results_)); });
    }

    /// How many rows were changed.
    long long run();

private:
    record::Row               results_;
    std::vector<record::Cell> parameters_;
    Statement                 statement_;
};

/// The queries that were asked last, by their text: an application asks the same few again and again.
class KeptQueries {
public:
    explicit KeptQueries(Connection& connection) : connection_{connection} {}

    /// Lent until the next call.
    [[nodiscard]] Query& get(std::string const& sql, std::vector<record::Kind> const& parameters,
                             std::vector<record::Kind> const& results);

private:
    static constexpr std::size_t most = 100;

    struct Kept {
        Kept(Connection& connection, std::string const& text, std::vector<record::Kind> const& parameters,
             std::vector<record::Kind> const& results)
            : sql{text}, query{connection, text, parameters, results}
        {
        }
        std::string sql;
        Query       query;
    };
    using List = std::list<Kept>;

    Connection&                                          connection_;
    List                                                 kept_;  // the one used last comes first
    std::unordered_map<std::string_view, List::iterator> by_text_;
};

}  // namespace crm::sql
