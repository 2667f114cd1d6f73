#pragma once

#include "connection.hpp"

#include <crm/record/row.hpp>

#include <deque>
#include <functional>
#include <optional>
#include <string>

namespace crm::sql {

/// A statement that is prepared when it first runs, and kept.
///
/// SOCI keeps the address of whatever is bound, hence cells that outlive the statement and never move.
/// Bound by position, in the order of the placeholders: each has a name of its own, which drivers require.
class Statement {
public:
    explicit Statement(Connection& connection) : connection_{connection} {}
    Statement(Statement const&)            = delete;
    Statement& operator=(Statement const&) = delete;
    ~Statement();

    void use(record::Cell& cell, record::Kind kind);
    void into(record::Cell& cell, record::Kind kind);
    void set_sql(std::string sql) { sql_ = std::move(sql); }

    /// Always steps to the end, also for a single row: until then SQLite commits nothing, keeps its locks, and goes
    /// on reading from the same old snapshot.
    template <class OnRow>
    void run(OnRow&& on_row)
    {
        connection_.guarded([&] {
            Watch const watch{*this};
            for (bool more = start(); more; more = fetch())
                on_row();
            ended_well_ = true;
        });
    }
    void run()
    {
        run([] {});
    }

    [[nodiscard]] long long affected_rows() { return statement_->get_affected_rows(); }

private:
    struct Binding {
        record::Cell*   cell;
        record::Kind    kind;
        bool            is_hex;  ///< bytes of a database where they come and go as hexadecimal digits
        soci::indicator state = soci::i_ok;
        std::string     digits{};
    };

    /// Tells whoever wants to know that a statement took long.
    class Watch {
    public:
        explicit Watch(Statement const& statement);
        Watch(Watch const&)            = delete;
        Watch& operator=(Watch const&) = delete;
        ~Watch();

    private:
        Statement const*                      statement_;  ///< none: nobody wants to know
        std::chrono::steady_clock::time_point began_{};
    };

    [[nodiscard]] Binding binding_of(record::Cell& cell, record::Kind kind) const;
    void                  prepare();
    void                  drop();
    bool                  start();
    bool                  fetch();
    void                  take_row();

    Connection&                    connection_;
    std::string                    sql_;
    std::deque<Binding>            uses_, intos_;  // before the statement, which points into them; a deque never moves what it holds
    std::optional<soci::statement> statement_;
    bool                           ended_well_ = true;  ///< when it ran last
};

}  // namespace crm::sql
