#pragma once

#include <crm/work/view.hpp>
#include <crm/work/work.hpp>

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

namespace crm {

struct DatabaseOptions {
    bool                      create = false;      ///< makes the file and the tables that are not there, and upgrades older ones
    std::string               starter{};           ///< what a new database starts with: `sales-pl`, `sales-en`; empty: nothing
    Clock                     clock = &system_now;
    std::string               zone{};              ///< of the days in conditions, such as Europe/Warsaw; empty: UTC
    std::chrono::milliseconds patience = std::chrono::seconds{5};  ///< how long to wait for who else writes
    std::set<NumberKind>      unique_numbers{};    ///< numbers that only one party of the register may have
    bool                      register_operators = true;  ///< the host's users become operators when they are first named
};

/// A database that a host works with, from several threads. It outlives its works and views.
class Database {
public:
    /// Opens `memory:`, `sqlite:sales.db`, `sqlite:///srv/sales.db` or a plain path.
    /// \throws Unsupported, NotFound, Unavailable, Busy, Corrupt, SchemaMismatch, ReadOnly
    explicit Database(std::string_view uri, DatabaseOptions const& options = {});
    explicit Database(std::unique_ptr<store::Store> store, DatabaseOptions const& options = {});

    [[nodiscard]] static Database open(std::string_view uri, DatabaseOptions const& options = {}) { return Database{uri, options}; }

    /// The operator with that login. The host has seen to it that the user is who he says; one whom crm meets for the
    /// first time is registered, unless `register_operators` is false.
    /// \throws NotFound
    [[nodiscard]] Id<Operator> operator_id(std::string_view code);

    [[nodiscard]] View view(Id<Operator> who) const;

    /// \throws Busy when another work has the database for longer than it is patient
    [[nodiscard]] Work work(Id<Operator> who, std::string cause = "work", std::string key = {}) const;

    /// Runs `change` with a work, and commits it; all of it again, a few times, while the database is busy.
    template <class Change>
    void transact(Id<Operator> who, Change const& change) const
    {
        retry([&] {
            auto next = work(who);
            change(next);
            next.commit();
        });
    }

private:
    /// \throws the last failure when it stays busy
    static void retry(std::function<void()> const& attempt);

    std::unique_ptr<store::Store>   store_;
    std::shared_ptr<Settings const> settings_;
    bool                            register_operators_;
};

}  // namespace crm
