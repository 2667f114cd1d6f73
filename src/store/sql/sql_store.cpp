#include "sql_store.hpp"

#include "carriers.hpp"
#include "feed.hpp"
#include "migrating.hpp"
#include "session_pool.hpp"
#include "sql_transaction.hpp"

namespace crm::sql {

namespace {

class SqlStore final : public store::Store {
public:
    SqlStore(Dialect const& dialect, Target target, std::shared_ptr<Counters> counters)
        : dialect_{dialect}, target_{std::move(target)}, counters_{std::move(counters)}
    {
        auto const session      = pool_.lease();
        may_write_              = bring_up_to_date(session->connection, target_);
        shared_->take_ids_apart = [this](std::int64_t count) { return take_apart(count); };
    }

    std::unique_ptr<store::Transaction> begin(store::Access access) override
    {
        if (access == store::Access::write)
            require_writable();
        return on_living_session([&](SessionLease session) { return begin(std::move(session), access); });
    }

    std::unique_ptr<store::Transaction> join(soci::session& host) override
    {
        if (auto const kind = host.get_backend_name(); kind != backend_name_)
            throw InvalidArgument{"The host's session is one of " + kind + ", and this database one of " + backend_name_ + "."};
        dialect_.require_joinable(host);
        auto target   = target_;
        target.pooler = true;  // statements with names would stay behind on the host's connection
        return joined({new Session{dialect_, target, counters_, host}, std::default_delete<Session>{}});
    }
    std::unique_ptr<store::Transaction> join(sqlite3* host) override { return join_handle("sqlite3", host); }
    std::unique_ptr<store::Transaction> join(pg_conn* host) override { return join_handle("postgresql", host); }

    void number_operations() override
    {
        if (!may_write_ || target_.read_only)
            return;
        // Asked without a lock: who reads the feed waits for nobody while there is nothing to do.
        if (on_living_session([](SessionLease session) { return has_unnumbered(*session); }))
            in_turns([](Session& session) { return has_unnumbered(session) ? sql::number_operations(session) : 0; });
    }

    std::size_t forget_history(Instant before) override
    {
        require_writable();
        number_operations();  // what has no place yet is old enough too
        return in_turns([&](Session& session) { return sql::forget_history(session, before); });
    }

    void back_up(std::string const& path, store::BackupProgress const& progress) override
    {
        if (!dialect_.back_up)
            return Store::back_up(path, progress);
        auto const       session = pool_.lease();
        TransactionGuard reading{session->connection, begin_read_};
        dialect_.back_up(session->connection.session(), path, progress);
    }

    Stats stats() const override
    {
        Stats stats{.connects        = counters_->connects,
                    .commits         = counters_->commits,
                    .locked          = counters_->of(Contention::locked),
                    .deadlocks       = counters_->of(Contention::deadlock),
                    .serializations  = counters_->of(Contention::serialization),
                    .losses          = counters_->of(Contention::lost),
                    .statements_kept = counters_->statements_kept,
                    .statements_slow = counters_->statements_slow};
        pool_.describe(stats);
        // Whoever asks because nothing goes on any more gets the rest at once.
        try {
            on_living_session([&](SessionLease session) { describe_feed(*session, stats); }, std::chrono::milliseconds{0});
        } catch (Busy const&) {
            stats.feed_last = Stats::unknown;
        } catch (Unavailable const&) {
            stats.feed_last = Stats::unknown;
        }
        return stats;
    }

    bool is_remote() const noexcept override { return dialect_.remote; }

private:
    void require_writable() const
    {
        if (target_.read_only)
            throw ReadOnly{"The database was opened for reading: open it without `readonly`."};
        if (!may_write_)
            throw SchemaMismatch{"The tables are of a newer version, which this library may read, but not write."};
    }

    /// Runs `step` with a session. One that has waited may be dead, because the server was started anew meanwhile:
    /// then once more, with a new one.
    template <class Step>
    auto on_living_session(Step const& step) const -> decltype(step(std::declval<SessionLease>()))
    {
        return on_living_session(step, target_.patience);
    }
    template <class Step>
    auto on_living_session(Step const& step, std::chrono::milliseconds patience) const -> decltype(step(std::declval<SessionLease>()))
    {
        try {
            return step(pool_.lease(patience));
        } catch (Unavailable const&) {
            pool_.close_idle();
        } catch (TransactionLost const&) {
            pool_.close_idle();
        }
        return step(pool_.lease(patience));
    }

    std::unique_ptr<store::Transaction> begin(SessionLease session, store::Access access)
    {
        if (access == store::Access::read)
            return std::make_unique<SqlTransaction>(std::move(session), shared_, begin_read_);
        if (shared_->ids.is_low())  // now, because what is taken later is lost with the transaction, and others wait for it
            shared_->ids.refill(take_block(*session, IdSupply::block));
        return std::make_unique<SqlTransaction>(std::move(session), shared_, begin_write_);
    }

    /// Commits what is nobody's work, and may be done again when it is not known whether it was done.
    static void commit_own(TransactionGuard& transaction)
    {
        try {
            transaction.commit();
        } catch (CommitUnknown const& lost) {
            throw Unavailable{lost.what()};
        }
    }

    IdBlock take_block(Session& session, std::int64_t count) const
    {
        TransactionGuard transaction{session.connection, begin_write_};
        auto const       block = session.id_blocks.take(count);
        commit_own(transaction);
        return block;
    }

    /// None where there is one writer at a time, all connections are in use, or no other one is let in.
    std::optional<IdBlock> take_apart(std::int64_t count) const
    {
        if (!dialect_.remote)
            return {};
        try {
            return on_living_session([&](SessionLease session) { return take_block(*session, std::max(count, IdSupply::block)); },
                                     std::chrono::milliseconds{0});
        } catch (Error const&) {
            return {};  // the transaction that asks tells what is wrong, if it is still so
        }
    }

    /// Runs `step`, which does a part of the work and tells how much, in transactions of its own until there is none left.
    template <class Step>
    std::size_t in_turns(Step const& step)
    {
        std::size_t all = 0;
        for (std::size_t done = 1; done != 0; all += done)
            done = on_living_session([&](SessionLease session) {
                TransactionGuard transaction{session->connection, begin_write_};
                auto const       part = static_cast<std::size_t>(step(*session));
                commit_own(transaction);
                return part;
            });
        return all;
    }

    std::unique_ptr<store::Transaction> joined(SessionLease session) const
    {
        return std::make_unique<SqlTransaction>(std::move(session), shared_, TransactionGuard::Savepoint{"crm_work"});
    }

    std::unique_ptr<store::Transaction> join_handle(std::string_view backend, void* host)
    {
        if (backend != backend_name_)
            throw InvalidArgument{"The host's connection is one of " + std::string{backend} + ", and this database one of " + backend_name_ + "."};
        return joined(carriers_->lease(host, counters_));
    }

    Dialect const             dialect_;
    Target const              target_;
    std::shared_ptr<Counters> counters_;
    Begin const               begin_write_ = dialect_.begin(target_, store::Access::write);
    Begin const               begin_read_  = dialect_.begin(target_, store::Access::read);
    std::string const         backend_name_{dialect_.backend};
    std::shared_ptr<Shared>   shared_   = std::make_shared<Shared>();
    std::shared_ptr<Carriers> carriers_ = std::make_shared<Carriers>(dialect_, target_);
    mutable SessionPool       pool_{dialect_, target_, counters_};
    bool                      may_write_ = false;
};

}  // namespace

std::unique_ptr<store::Store> open_sql_store(Dialect const& dialect, Target target, std::shared_ptr<Counters> counters)
{
    return std::make_unique<SqlStore>(dialect, std::move(target), std::move(counters));
}

}  // namespace crm::sql

namespace crm::store {

std::unique_ptr<Transaction> join(sqlite3* host)
{
    auto session = std::make_shared<sql::Carriers>(sql::sqlite, sql::Target{.place = ":memory:"})->lease(host, std::make_shared<sql::Counters>());
    return std::make_unique<sql::SqlTransaction>(std::move(session), std::make_shared<sql::Shared>(), sql::TransactionGuard::Savepoint{"crm_work"});
}

}  // namespace crm::store
