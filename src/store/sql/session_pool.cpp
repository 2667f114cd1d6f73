#include "session_pool.hpp"

#include "model/on_failure.hpp"

namespace crm::sql {

namespace {

/// After that long a firewall or the server may have closed a connection without a word.
constexpr auto trusted_for = std::chrono::seconds{30};

}  // namespace

SessionPool::SessionPool(Dialect const& dialect, Target const& target, std::shared_ptr<Counters> counters)
    : dialect_{dialect}, target_{target}, counters_{std::move(counters)}
{
}

std::unique_ptr<Session> SessionPool::take_place(std::chrono::milliseconds patience)
{
    std::unique_lock lock{mutex_};
    ++waiting_;
    bool const is_free = free_.wait_for(lock, patience, [&] { return in_use_ < target_.pool; });
    --waiting_;
    if (!is_free)
        throw Busy{"All " + std::to_string(target_.pool) + " connections are in use: end some, or open the database with a larger `pool`."};
    ++in_use_;
    if (idle_.empty())
        return {};
    auto [session, since] = std::move(idle_.back());
    idle_.pop_back();
    lock.unlock();
    if (dialect_.remote && Clock::now() - since > trusted_for && !session->connection.session().is_connected())
        session.reset();
    return std::move(session);
}

SessionLease SessionPool::lease(std::chrono::milliseconds patience)
{
    auto      session = take_place(patience);
    OnFailure leave{[this] { give_back({}); }};
    if (!session)
        session = std::make_unique<Session>(dialect_, target_, counters_);
    leave.went_well();
    return {session.release(), [this](Session* used) { give_back(std::unique_ptr<Session>{used}); }};
}

void SessionPool::give_back(std::unique_ptr<Session> session) noexcept
{
    if (session && session->connection.is_lost())
        session.reset();
    {
        std::scoped_lock alone{mutex_};
        --in_use_;
        if (session)
            idle_.push_back({std::move(session), Clock::now()});
    }
    free_.notify_one();
}

void SessionPool::close_idle() noexcept
{
    std::vector<Idle> lost;
    std::scoped_lock  alone{mutex_};
    lost.swap(idle_);
}

void SessionPool::describe(Stats& stats) const
{
    std::scoped_lock alone{mutex_};
    stats.pool_most    = target_.pool;
    stats.pool_open    = in_use_ + idle_.size();
    stats.pool_in_use  = in_use_;
    stats.pool_waiting = waiting_;
}

}  // namespace crm::sql
