// The port that storage plugs into. It stores what it is given: the rules live in the rooms above.
#pragma once

#include <crm/analysis/card.hpp>
#include <crm/analysis/funnel.hpp>
#include <crm/analysis/plan.hpp>
#include <crm/analysis/timeline.hpp>
#include <crm/model/operation.hpp>
#include <crm/store/feed.hpp>
#include <crm/store/query.hpp>
#include <crm/store/stats.hpp>
#include <crm/store/transfer.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;
struct pg_conn;  // of libpq: PGconn

namespace soci {
class session;
}

namespace crm::store {

/// Writes the row at `position` of those that are stored at once. The row is lent, and may hold the cells of another one.
using Fill = std::function<void(std::size_t position, record::Row& row)>;

/// Takes a row, which is lent for the call.
using Take = std::function<void(record::Row const& row)>;

/// Changes that happen together or not at all. Its end rolls back what is not committed.
///
/// Every function may throw Busy, Unavailable, SchemaMismatch or Corrupt. What throws here dooms the transaction: from
/// then on it can only be rolled back, and everything else throws the first failure again.
class Transaction {
public:
    virtual ~Transaction() = default;

    /// Stores `count` new rows under the ids that they carry.
    /// \throws Conflict when an id or another unique key is taken, or what a row refers to is not there
    virtual void insert(record::Table const& table, std::size_t count, Fill const& fill) = 0;

    /// Puts `after` in the place of `before`. False when that version of the row is not there any more.
    /// \throws Conflict when a unique key is taken, or what the row refers to is not there
    [[nodiscard]] virtual bool update(record::Table const& table, record::Row const& before, record::Row const& after) = 0;

    /// Removes a row. False when it is not there.
    /// \throws Conflict when another row refers to it
    [[nodiscard]] virtual bool remove(record::Table const& table, std::int64_t id) = 0;

    /// Hands out the row with that id, if there is one.
    virtual void get(record::Table const& table, std::int64_t id, Take const& take) = 0;

    /// Hands out the rows with these ids that there are, each once, in any order.
    virtual void get_many(record::Table const& table, std::span<std::int64_t const> ids, Take const& take) = 0;

    /// Hands out the rows of a page, in order. Its cost does not grow with the pages before.
    virtual void select(record::Table const& table, Query const& query, Take const& take) = 0;

    [[nodiscard]] virtual std::int64_t count(record::Table const& table, Filter const& filter) = 0;

    /// Counts up the guard of a row, so that two transactions that rely on rows around it cannot both commit. False where
    /// there is one writer at a time, and nothing to guard against; else others may have changed what was read before.
    virtual bool guard(record::Table const& table, std::int64_t id) = 0;

    /// The same for all rows with a value, which need not be there yet.
    virtual bool guard_value(std::string_view value) = 0;

    /// Writes down what happened to records.
    virtual void remember(std::span<Change const> changes) = 0;

    /// What happened to a record since its `version`, newest first.
    [[nodiscard]] virtual std::vector<Change> changes_since(std::string_view record, std::int64_t id, std::int64_t version) = 0;

    /// Stores the operation that the changes belong to, with a stamp after that of every operation that it could have
    /// seen. The last thing before commit(), so that nothing is overlooked.
    virtual void write_operation(Operation& operation) = 0;

    /// Whole operations behind a place in the feed, in order; at most `limit`. Those that have no place yet are not among them.
    /// \throws OutOfRange when operations behind `after` are not kept any more
    [[nodiscard]] virtual Feed feed(std::int64_t after, std::size_t limit) = 0;

    /// A subject with all that belongs to it, or none.
    [[nodiscard]] virtual std::optional<SubjectCard> card(Id<Subject> id) = 0;

    /// The subjects in use that have a number in use, by id, without their persons. \param value in its canonical form
    [[nodiscard]] virtual std::vector<SubjectCard> subjects_with_number(NumberKind kind, std::string_view value) = 0;

    /// The first parties in use whose search key begins so, by key and id.
    [[nodiscard]] virtual std::vector<PartyHit> parties_with_key(std::string_view beginning, std::size_t limit) = 0;

    [[nodiscard]] virtual Timeline timeline(TimelineQuery const& query) = 0;
    [[nodiscard]] virtual Funnel   funnel(FunnelQuery const& query)     = 0;

    [[nodiscard]] virtual PlanComparison plan_against_actual(Id<Case> id)    = 0;
    [[nodiscard]] virtual Overruns       overruns(OverrunQuery const& query) = 0;

    // ---- Whole databases, as they are: copies, dumps and checks -----------------------------------------------------

    /// The history behind a place in it, by operation and position; at most `limit`.
    [[nodiscard]] virtual std::vector<Change> history(HistoryPlace after, std::size_t limit) = 0;

    /// Operations behind an id, by id; at most `limit`. Each row has one cell more than those of Operation: the place in
    /// the feed, null where it has none yet.
    virtual void placed_operations(std::int64_t after, std::size_t limit, Take const& take) = 0;

    /// Stores operations with their stamps and places: rows as placed_operations() hands them out.
    /// \throws Conflict as insert()
    virtual void restore_operations(std::size_t count, Fill const& fill) = 0;

    [[nodiscard]] virtual FeedRange feed_range() = 0;

    /// Makes the feed begin and go on where another one does, whose operations are restored.
    virtual void restore_feed_range(FeedRange range) = 0;

    /// What this database is the unfinished copy of, or empty: nobody else opens it until it is whole.
    [[nodiscard]] virtual std::string unfinished_copy() = 0;

    /// Writes that down; empty: it is whole now. \throws Denied where who works may not change the tables
    virtual void mark_unfinished_copy(std::string_view source) = 0;

    /// What the database itself finds wrong in what it keeps, a sentence each; empty: nothing, or it looks for nothing.
    [[nodiscard]] virtual std::vector<std::string> self_check() = 0;

    // ---- Ids and ends -----------------------------------------------------------------------------------------------

    /// The first of `count` ids in a row that nobody else gets.
    virtual std::int64_t reserve_ids(std::int64_t count) = 0;

    /// From now on nobody is given an id up to `last`, but out of blocks that other programs have taken already.
    virtual void claim_ids(std::int64_t last) = 0;

    /// Runs `step`. When it throws, what it did is undone, and the transaction goes on.
    virtual void attempt(std::function<void()> const& step) = 0;

    /// When it returns, the changes are there for good.
    /// \throws Conflict, Busy, Unavailable: nothing was stored
    /// \throws CommitUnknown: the storage was lost meanwhile, and may hold all of it or nothing
    virtual void commit() = 0;
};

enum class Access {
    read,  ///< sees one state of the database, and never waits for who writes
    write
};

/// A database, for several threads. It must outlive its transactions, each of which is for one thread at a time.
class Store {
public:
    virtual ~Store() = default;

    /// \throws Busy when others write for longer than the store is patient; Unavailable
    [[nodiscard]] virtual std::unique_ptr<Transaction> begin(Access access) = 0;

    /// A part of the transaction that `host` is in, which must outlive it: commit() leaves the changes to the host's commit.
    /// The host's connection is to this database.
    /// \throws InvalidArgument when the host is in no transaction; Unsupported when this store is of another kind
    [[nodiscard]] virtual std::unique_ptr<Transaction> join(soci::session& host);
    [[nodiscard]] virtual std::unique_ptr<Transaction> join(sqlite3* host);
    [[nodiscard]] virtual std::unique_ptr<Transaction> join(pg_conn* host);

    /// Gives committed operations that have none their places in the feed. Nothing where that may not be written.
    virtual void number_operations() = 0;

    /// Removes operations and their history that are in the feed, and were begun before that moment; how many they were.
    /// The last one stays. What is removed is not known to history, feed and merging any more.
    virtual std::size_t forget_history(Instant before) = 0;

    [[nodiscard]] virtual Stats stats() const = 0;

    /// Copies the database as it is at this moment into a new file, page by page, while others write.
    /// \throws Unsupported where the database is no file; Unavailable, StorageFull: nothing is left at `path`
    virtual void back_up(std::string const& path, BackupProgress const& progress);

    /// Whether an answer of a commit can be lost on its way.
    [[nodiscard]] virtual bool is_remote() const noexcept { return false; }
};

struct OpenOptions {
    bool                      create   = true;                     ///< makes the file, or the tables, that are not there
    std::chrono::milliseconds patience = std::chrono::seconds{5};  ///< how long to wait for who else writes
    std::chrono::microseconds slow_from{};                         ///< a statement that takes as long is slow
    SlowStatement             tell_slow{};                         ///< none: nobody is told
    bool                      unfinished_copy = false;             ///< opens one too: to go on with it
};

/// Opens `memory:`; `sqlite:` and a path, or a plain path; `postgresql://…`; `mariadb://…` or `mysql://…`.
/// \throws InvalidArgument, Unsupported, NotFound, Unavailable, Busy, Corrupt, SchemaMismatch, ReadOnly, Denied
[[nodiscard]] std::unique_ptr<Store> open(std::string_view uri, OpenOptions const& options = {});

/// A part of the transaction that `host` is in, which must outlive it: commit() leaves the changes to the host's commit.
/// \throws InvalidArgument when the host is in no transaction, or has foreign keys switched off
[[nodiscard]] std::unique_ptr<Transaction> join(sqlite3* host);

}  // namespace crm::store
