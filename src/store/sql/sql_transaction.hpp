#pragma once

#include "session.hpp"
#include "transaction_guard.hpp"

#include "model/on_failure.hpp"

#include <atomic>
#include <functional>
#include <optional>

namespace crm::sql {

/// What the transactions of a store have in common.
struct Shared {
    IdSupply ids;

    /// Takes so many ids at least, apart from the transaction that wants them, which would keep them locked until its end.
    /// None where that cannot be: it takes them itself then.
    std::function<std::optional<IdBlock>(std::int64_t)> take_ids_apart = [](std::int64_t) { return std::optional<IdBlock>{}; };

    std::atomic<std::int64_t> seen_stamp = 0;  ///< the greatest that was read or written here

    void see(std::int64_t stamp)
    {
        for (auto seen = seen_stamp.load(); seen < stamp && !seen_stamp.compare_exchange_weak(seen, stamp);)
            ;
    }
};

class SqlTransaction final : public store::Transaction {
public:
    /// `begin`: one of the dialect's words, or a savepoint in a transaction that is there already.
    template <class Begun>
    SqlTransaction(SessionLease session, std::shared_ptr<Shared> shared, Begun const& begin)
        : session_{std::move(session)}, shared_{std::move(shared)}, guard_{session_->connection, begin}
    {
    }

    void               insert(record::Table const& table, std::size_t count, store::Fill const& fill) override;
    [[nodiscard]] bool update(record::Table const& table, record::Row const& before, record::Row const& after) override;
    [[nodiscard]] bool remove(record::Table const& table, std::int64_t id) override;
    void               get(record::Table const& table, std::int64_t id, store::Take const& take) override;
    void               get_many(record::Table const& table, std::span<std::int64_t const> ids, store::Take const& take) override;
    void               select(record::Table const& table, store::Query const& query, store::Take const& take) override;
    [[nodiscard]] std::int64_t count(record::Table const& table, store::Filter const& filter) override;
    bool                       guard(record::Table const& table, std::int64_t id) override;
    bool                       guard_value(std::string_view value) override;

    void                              remember(std::span<Change const> changes) override;
    [[nodiscard]] std::vector<Change> changes_since(std::string_view record, std::int64_t id, std::int64_t version) override;

    void               write_operation(Operation& operation) override;
    [[nodiscard]] Feed feed(std::int64_t after, std::size_t limit) override;

    [[nodiscard]] std::optional<SubjectCard> card(Id<Subject> id) override { return session_->cards.card(id); }
    [[nodiscard]] std::vector<SubjectCard>   subjects_with_number(NumberKind kind, std::string_view value) override
    {
        return session_->cards.subjects_with_number(kind, value);
    }
    [[nodiscard]] std::vector<PartyHit> parties_with_key(std::string_view beginning, std::size_t limit) override
    {
        return session_->cards.parties_with_key(beginning, limit);
    }

    [[nodiscard]] Timeline timeline(TimelineQuery const& query) override;
    [[nodiscard]] Funnel   funnel(FunnelQuery const& query) override;

    [[nodiscard]] PlanComparison plan_against_actual(Id<Case> id) override;
    [[nodiscard]] Overruns       overruns(OverrunQuery const& query) override;

    [[nodiscard]] std::vector<Change> history(store::HistoryPlace after, std::size_t limit) override;
    void                              placed_operations(std::int64_t after, std::size_t limit, store::Take const& take) override;
    void                              restore_operations(std::size_t count, store::Fill const& fill) override;
    [[nodiscard]] store::FeedRange    feed_range() override;
    void                              restore_feed_range(store::FeedRange range) override;
    [[nodiscard]] std::string         unfinished_copy() override;
    void                              mark_unfinished_copy(std::string_view source) override;

    [[nodiscard]] std::vector<std::string> self_check() override;

    std::int64_t reserve_ids(std::int64_t count) override;
    void         claim_ids(std::int64_t last) override;
    void         attempt(std::function<void()> const& step) override;
    void         commit() override { guard_.commit(); }

private:
    /// The session, for a statement that changes something.
    [[nodiscard]] Session& writing() noexcept
    {
        has_written_ = true;
        return *session_;
    }

    void attempt_from_the_beginning(std::function<void()> const& step);
    void attempt_behind_savepoint(std::function<void()> const& step);

    SessionLease            session_;
    std::shared_ptr<Shared> shared_;
    IdBlock                 own_ids_{};          ///< taken in here, because the shared supply had too few
    std::int64_t            claimed_   = 0;      ///< no id up to it is given
    bool                    locks_ids_ = false;  ///< whoever takes some waits for the end of this
    TransactionGuard        guard_;
    bool                    has_written_ = false;
    int                     attempts_    = 0;  ///< that stand within each other: MariaDB forgets a savepoint whose name is used again
};

}  // namespace crm::sql
