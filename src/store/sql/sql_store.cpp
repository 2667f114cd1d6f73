#include "sql_store.hpp"

#include "dialect/sqlite_driver.hpp"
#include "migrating.hpp"
#include "sql_transaction.hpp"

namespace crm::sql {

namespace {

class SqlStore final : public store::Store {
public:
    SqlStore(Dialect const& dialect, Target target) : dialect_{dialect}, target_{std::move(target)}
    {
        auto const session = lease();
        may_write_         = bring_up_to_date(session->connection, target_);
        target_.create     = false;
    }

    std::unique_ptr<store::Transaction> begin(store::Access access) override
    {
        auto session = lease();
        if (access == store::Access::read) {
            auto& connection = session->connection;
            auto  reading    = std::make_unique<SqlTransaction>(std::move(session), ids_, dialect_.begin_read);
            connection.control("select version from " + connection.table("schema") + " limit 1");  // a snapshot begins with the first read
            return reading;
        }
        require_writable();
        if (ids_->is_low())  // now, because what is taken later is lost with the transaction, and others wait for it
            ids_->refill(take_block(*session));
        return std::make_unique<SqlTransaction>(std::move(session), ids_, dialect_.begin_write);
    }

private:
    static constexpr std::size_t most_idle = 4;

    void require_writable() const
    {
        if (target_.read_only)
            throw ReadOnly{"The database was opened for reading: open it without `readonly`."};
        if (!may_write_)
            throw SchemaMismatch{"The tables are of a newer version, which this library may read, but not write."};
    }

    SessionLease lease()
    {
        auto const give_back = [this](Session* session) { keep(std::unique_ptr<Session>{session}); };
        {
            std::scoped_lock alone{mutex_};
            if (!idle_.empty()) {
                SessionLease session{idle_.back().release(), give_back};
                idle_.pop_back();
                return session;
            }
        }
        return {new Session{dialect_, target_}, give_back};
    }

    /// A session more than can be kept is closed, after the lock.
    void keep(std::unique_ptr<Session> session)
    {
        std::scoped_lock alone{mutex_};
        if (idle_.size() != most_idle)
            idle_.push_back(std::move(session));
    }

    IdBlock take_block(Session& session) const
    {
        TransactionGuard transaction{session.connection, dialect_.begin_write};
        auto const       block = session.id_blocks.take(IdSupply::block);
        transaction.commit();
        return block;
    }

    Dialect const                         dialect_;
    Target                                target_;
    bool                                  may_write_ = false;
    std::shared_ptr<IdSupply>             ids_       = std::make_shared<IdSupply>();
    std::mutex                            mutex_;
    std::vector<std::unique_ptr<Session>> idle_;
};

}  // namespace

std::unique_ptr<store::Store> open_sql_store(Dialect const& dialect, Target target)
{
    return std::make_unique<SqlStore>(dialect, std::move(target));
}

}  // namespace crm::sql

namespace crm::store {

std::unique_ptr<Transaction> join(sqlite3* host)
{
    sql::require_joinable(host);
    sql::SessionLease session{new sql::Session{sql::sqlite, {.place = ":memory:"}, host}, std::default_delete<sql::Session>{}};
    return std::make_unique<sql::SqlTransaction>(std::move(session), std::make_shared<sql::IdSupply>(),
                                                 sql::TransactionGuard::Savepoint{"crm_work"});
}

}  // namespace crm::store
