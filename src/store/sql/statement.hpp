#pragma once

#include "connection.hpp"

#include <crm/record/row.hpp>

#include <deque>
#include <functional>
#include <string>

namespace crm::sql {

/// A statement that is prepared when it first runs, and kept.
///
/// SOCI keeps the address of whatever is bound, hence cells that outlive the statement and never move.
/// Bound by position, in the order of the placeholders: each has a name of its own, which drivers require.
class Statement {
public:
    explicit Statement(Connection& connection) : connection_{connection}, statement_{connection.session()} {}
    Statement(Statement const&)            = delete;
    Statement& operator=(Statement const&) = delete;

    void use(record::Cell& cell, record::Kind kind);
    void into(record::Cell& cell, record::Kind kind);
    void set_sql(std::string sql) { sql_ = std::move(sql); }

    /// Always steps to the end, also for a single row: until then SQLite commits nothing, keeps its locks, and goes
    /// on reading from the same old snapshot.
    void run(std::function<void()> const& on_row = [] {});

    [[nodiscard]] long long affected_rows() { return statement_.get_affected_rows(); }

private:
    struct Binding {
        record::Cell*   cell;
        soci::indicator state = soci::i_ok;
    };
    void prepare();

    Connection&         connection_;
    std::string         sql_;
    bool                prepared_ = false;
    std::deque<Binding> uses_, intos_;  // before the statement, which points into them; a deque never moves what it holds
    soci::statement     statement_;
};

}  // namespace crm::sql
