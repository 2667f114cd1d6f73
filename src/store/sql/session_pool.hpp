#pragma once

#include "session.hpp"

#include <condition_variable>
#include <mutex>
#include <vector>

namespace crm::sql {

/// The sessions of a store: as many as are used at once, up to a most.
class SessionPool {
public:
    SessionPool(Dialect const& dialect, Target const& target, std::shared_ptr<Counters> counters);

    /// A session that was used before and left in order, or a new one.
    /// \throws Busy when all are in use for longer than the target, or the caller, is patient; Unavailable
    [[nodiscard]] SessionLease lease() { return lease(target_.patience); }
    [[nodiscard]] SessionLease lease(std::chrono::milliseconds patience);

    /// Closes those that wait: the database was lost, and they with it.
    void close_idle() noexcept;

    /// Adds what is known of the pool.
    void describe(Stats& stats) const;

private:
    using Clock = std::chrono::steady_clock;

    struct Idle {
        std::unique_ptr<Session> session;
        Clock::time_point        since;
    };

    /// A place for one more, perhaps with a session in it.
    std::unique_ptr<Session> take_place(std::chrono::milliseconds patience);
    void                     give_back(std::unique_ptr<Session> session) noexcept;

    Dialect const&            dialect_;
    Target const              target_;
    std::shared_ptr<Counters> counters_;

    mutable std::mutex      mutex_;
    std::condition_variable free_;
    std::vector<Idle>       idle_;
    std::size_t             in_use_  = 0;
    std::size_t             waiting_ = 0;
};

}  // namespace crm::sql
