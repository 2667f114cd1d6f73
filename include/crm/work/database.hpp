#pragma once

#include <crm/work/check.hpp>
#include <crm/work/view.hpp>
#include <crm/work/work.hpp>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace crm {

struct DatabaseOptions {
    bool                      create = false;      ///< makes the file and the tables that are not there, and upgrades older ones
    std::string               starter{};           ///< what a new database starts with: `sales-pl`, `sales-en`; empty: nothing
    Clock                     clock = &system_now;
    std::string               zone{};              ///< of the days in conditions, such as Europe/Warsaw; empty: UTC
    std::chrono::milliseconds patience = std::chrono::seconds{5};  ///< how long to wait for who else writes
    std::set<NumberKind>      unique_numbers{};    ///< numbers that only one party of the register may have
    bool                      register_operators = true;  ///< the host's users become operators when they are first named
    std::chrono::microseconds slow_from{};         ///< a statement that takes as long is slow
    SlowStatement             tell_slow{};         ///< hears of slow statements, without values; none: nobody is told
};

/// A database that a host works with, from several threads. It outlives its works and views.
class Database {
public:
    /// Opens `memory:`; `sqlite:sales.db`, `sqlite:///srv/sales.db` or a plain path; `postgresql://anna@db.example/sales`;
    /// `mariadb://anna@db.example/sales`. The options behind a question mark are in docs/storage.md.
    /// \throws InvalidArgument, Unsupported, NotFound, Unavailable, Busy, Corrupt, SchemaMismatch, ReadOnly, Denied
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

    /// Runs `change` with a work, and commits it; all of it again, up to twenty times in a few seconds, when others stood
    /// in its way: locks, deadlocks, serialization failures, Galera's certification, and sessions that the server has
    /// ended. A commit whose answer was lost is looked up by its key, which is made here unless it is given, for half a
    /// minute until the server is back: `change` takes effect once.
    /// Returns what `change` returned in the turn that took effect, which need not be the last one.
    /// \throws what `change` and commit() throw; Busy when it stays busy; CommitUnknown when the database stays away
    template <class Change>
    auto transact(Id<Operator> who, Change const& change, std::string const& cause = "work", std::string const& key = {}) const
    {
        using Result = std::decay_t<std::invoke_result_t<Change const&, Work&>>;
        if constexpr (std::is_void_v<Result>) {
            retry(key, [&](std::string const& own_key) {
                auto next = work(who, cause, own_key);
                change(next);
                next.commit();
            });
        } else {
            std::optional<Result> committed;
            retry(key, [&](std::string const& own_key) {
                auto   next   = work(who, cause, own_key);
                Result result = change(next);
                try {
                    next.commit();
                } catch (CommitUnknown const&) {
                    committed.emplace(std::move(result));  // a later turn is refused if this one was committed
                    throw;
                }
                committed.emplace(std::move(result));
            });
            return *std::move(committed);
        }
    }

    /// The operation that was committed with that key, or none: what became of a commit whose answer was lost.
    [[nodiscard]] std::optional<Operation> operation(std::string_view key) const;

    /// A part of the transaction that the host is in on its own connection to this database: each call is done or undone
    /// as a whole, and commit() leaves the changes to the host's own. It ends before the host's transaction does.
    /// Nothing is set on the host's connection.
    /// \throws InvalidArgument when the host is in no transaction, or its connection is none of this database's kind;
    /// Unsupported when its SQLite is another copy than crm's
    [[nodiscard]] Work join(soci::session& host, Id<Operator> who, std::string cause = "work", std::string key = {}) const;
    [[nodiscard]] Work join(sqlite3* host, Id<Operator> who, std::string cause = "work", std::string key = {}) const
    {
        store::require_our_sqlite(&sqlite3_libversion);  // in the header: the host's
        return join_ours(host, who, std::move(cause), std::move(key));
    }
    [[nodiscard]] Work join(pg_conn* host, Id<Operator> who, std::string cause = "work", std::string key = {}) const;

    /// The change feed: whole operations behind a place, in an order where no effect comes before its cause; at most
    /// `limit`. Whoever goes on from the position of the last one sees every operation once, whoever writes meanwhile.
    /// \param after 0: from the beginning
    /// \throws OutOfRange when operations behind `after` are not kept any more
    [[nodiscard]] Feed feed(std::int64_t after, std::size_t limit = 100) const;

    /// Removes operations and their history that were begun before that moment; how many they were. The last one stays.
    std::size_t forget_history(Instant before) const { return store_->forget_history(before); }

    [[nodiscard]] Stats stats() const;

    /// Looks at everything that is stored: what no constraint holds, and what the database itself can look for. Nothing is
    /// changed; who writes is not kept from it, and sees nothing of it.
    /// \throws Corrupt when the database cannot be read any more
    [[nodiscard]] Findings check(CheckOptions const& options = {}) const;

    /// Copies an SQLite database as it is at this moment into a file, while others write; the copy is looked at before it
    /// gets its name. \throws InvalidArgument when there is a file already, unless `replace`; Unsupported; Corrupt
    void back_up(std::string const& path, bool replace = false, store::BackupProgress const& progress = {}) const;

private:
    [[nodiscard]] Work join_ours(sqlite3* host, Id<Operator> who, std::string cause, std::string key) const;

    /// \throws the last failure when it stays busy
    void retry(std::string key, std::function<void(std::string const& key)> const& attempt) const;

    std::unique_ptr<store::Store>               store_;
    std::shared_ptr<Settings const>             settings_;
    bool                                        register_operators_;
    std::shared_ptr<std::atomic<std::uint64_t>> retries_ = std::make_shared<std::atomic<std::uint64_t>>(0);
};

}  // namespace crm
