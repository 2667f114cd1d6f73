#pragma once

#include "session.hpp"
#include "transaction_guard.hpp"

#include "model/on_failure.hpp"

namespace crm::sql {

class SqlTransaction final : public store::Transaction {
public:
    /// `begin`: one of the dialect's words, or a savepoint in a transaction that is there already.
    template <class Begin>
    SqlTransaction(SessionLease session, std::shared_ptr<IdSupply> ids, Begin begin)
        : session_{std::move(session)}, ids_{std::move(ids)}, guard_{session_->connection, begin}
    {
    }

    void               insert(record::Table const& table, std::size_t count, store::Fill const& fill) override;
    [[nodiscard]] bool update(record::Table const& table, record::Row const& row) override;
    [[nodiscard]] bool remove(record::Table const& table, std::int64_t id) override;
    void               get(record::Table const& table, std::int64_t id, store::Take const& take) override;
    void               get_many(record::Table const& table, std::span<std::int64_t const> ids, store::Take const& take) override;
    void               select(record::Table const& table, store::Query const& query, store::Take const& take) override;
    [[nodiscard]] std::int64_t count(record::Table const& table, store::Filter const& filter) override;
    void                       guard(record::Table const& table, std::int64_t id) override;

    void                              remember(std::span<Change const> changes) override;
    [[nodiscard]] std::vector<Change> changes_since(std::string_view record, std::int64_t id, std::int64_t version) override;

    [[nodiscard]] Timeline timeline(TimelineQuery const& query) override;
    [[nodiscard]] Funnel   funnel(FunnelQuery const& query) override;

    [[nodiscard]] PlanComparison plan_against_actual(Id<Case> id) override;
    [[nodiscard]] Overruns       overruns(OverrunQuery const& query) override;

    std::int64_t reserve_ids(std::int64_t count) override;
    void         attempt(std::function<void()> const& step) override;
    void         commit() override { guard_.commit(); }

private:
    SessionLease              session_;
    std::shared_ptr<IdSupply> ids_;
    IdBlock                   own_ids_{};  ///< taken in here, because the shared supply had too few
    TransactionGuard          guard_;
};

}  // namespace crm::sql
