#pragma once

#include "counters.hpp"
#include "dialect.hpp"

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace crm::sql {

/// A session with a database that turns its failures into ours, and remembers the first one in a transaction.
class Connection {
public:
    /// One of our own.
    Connection(Dialect const& dialect, Target const& target, std::shared_ptr<Counters> counters);

    /// The host's, on which nothing is set.
    Connection(Dialect const& dialect, Target const& target, std::shared_ptr<Counters> counters, soci::session& host);
    Connection(Connection const&)            = delete;
    Connection& operator=(Connection const&) = delete;

    [[nodiscard]] soci::session& session() noexcept { return session_; }
    [[nodiscard]] Dialect const& dialect() const noexcept { return dialect_; }
    [[nodiscard]] Target const&  target() const noexcept { return target_; }
    [[nodiscard]] Counters&      counters() const noexcept { return *counters_; }

    /// Runs what begins or ends a transaction, and gives no rows; it is kept where it would be parsed here each time.
    /// \throws what the database answers, translated; nothing is doomed by it
    void control(std::string_view statement);

    /// Runs a statement that is not run again. \throws as control()
    void run_once(std::string_view statement);

    /// Runs `step`, which talks to the database. What fails dooms the transaction, because databases disagree on
    /// what is left of it: PostgreSQL nothing, MariaDB the other statements.
    template <class Step>
    decltype(auto) guarded(Step&& step)
    {
        require_sound();
        try {
            return step();
        } catch (soci::soci_error const& failure) {
            doom(translated(failure));
        }
    }

    /// \throws the first failure of the transaction again
    void require_sound() const
    {
        if (doomed_by_)
            raise(doomed_by_->code(), doomed_by_->what());
    }

    [[noreturn]] void doom(Error const& failure)
    {
        be_doomed_by(failure);
        raise(failure.code(), failure.what());
    }

    /// The first failure counts.
    void be_doomed_by(Error const& failure)
    {
        if (!doomed_by_)
            doomed_by_ = failure;
    }

    void forget_failure() noexcept { doomed_by_.reset(); }

    [[nodiscard]] bool in_transaction() { return dialect_.in_transaction(session_); }

    /// From now on there is a transaction that can be lost with its session; until now.
    void begin_work() noexcept { working_ = true; }
    void end_work() noexcept { working_ = false; }

    /// Whether the database was lost: no statement of this session will run again.
    [[nodiscard]] bool is_lost() const noexcept { return lost_; }

    /// The name of a table in this database.
    [[nodiscard]] std::string table(std::string_view name) const { return target_.prefix + std::string{name}; }

    /// A column as SQL names it: `key` is a word of its own.
    [[nodiscard]] std::string column(std::string_view name) const;

private:
    /// Without what() of SOCI, which repeats the bound values: they may be personal data, and end up in logs.
    [[nodiscard]] Error translated(soci::soci_error const& failure);

    /// Whether the server runs as it did when this session began, so that only the session has ended: drivers tell
    /// the two apart by texts alone.
    [[nodiscard]] bool server_still_runs() const;

    Dialect const&            dialect_;
    Target                    target_;
    std::shared_ptr<Counters> counters_;
    soci::session             own_;
    soci::session&            session_;
    std::optional<Error>      doomed_by_;
    bool                      lost_    = false;
    bool                      working_ = false;

    std::chrono::steady_clock::time_point const         began_ = std::chrono::steady_clock::now();
    std::map<std::string, soci::statement, std::less<>> kept_controls_;  // after the session, which outlives them
};

}  // namespace crm::sql
