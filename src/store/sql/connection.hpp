#pragma once

#include "dialect.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace crm::sql {

/// A session with a database that turns its failures into ours, and remembers the first one in a transaction.
class Connection {
public:
    Connection(Dialect const& dialect, Target const& target);

    [[nodiscard]] soci::session& session() noexcept { return session_; }
    [[nodiscard]] Dialect const& dialect() const noexcept { return dialect_; }

    /// Runs what begins or ends a transaction. \throws what the database answers, translated; nothing is doomed by it
    void control(std::string_view statement);

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
        doomed_by_ = failure;
        raise(failure.code(), failure.what());
    }

    void forget_failure() noexcept { doomed_by_.reset(); }

    /// The name of a table in this database.
    [[nodiscard]] std::string table(std::string_view name) const { return prefix_ + std::string{name}; }

private:
    /// Without what() of SOCI, which repeats the bound values: they may be personal data, and end up in logs.
    [[nodiscard]] Error translated(soci::soci_error const& failure)
    {
        return {dialect_.classify(session_, failure), failure.get_error_message()};
    }

    Dialect const&       dialect_;
    std::string          prefix_;
    soci::session        session_;
    std::optional<Error> doomed_by_;
};

}  // namespace crm::sql
