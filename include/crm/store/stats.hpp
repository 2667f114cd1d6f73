// What whoever is on call wants to know of a store that is in use.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>

namespace crm {

/// Why writers stood in each other's way.
enum class Contention {
    none,
    locked,         ///< someone else held a lock for longer than this one was patient
    deadlock,       ///< two waited for each other, and the database ended one of them
    serialization,  ///< somebody changed what this one had read
    lost            ///< the connection
};

/// Numbers of one Database since it was opened. Those of connections are of this moment.
struct Stats {
    static constexpr std::int64_t unknown = -1;

    std::size_t   pool_most    = 0;  ///< greatest number of connections; 0: the store has none
    std::size_t   pool_open    = 0;
    std::size_t   pool_in_use  = 0;
    std::size_t   pool_waiting = 0;  ///< threads that wait for one
    std::uint64_t connects     = 0;
    std::uint64_t commits      = 0;
    std::uint64_t retries      = 0;  ///< of transact(), whatever the cause
    std::uint64_t locked = 0, deadlocks = 0, serializations = 0, losses = 0;  ///< failures by cause
    std::uint64_t statements_kept = 0;  ///< prepared, and ready to be run again
    std::uint64_t statements_slow = 0;
    std::uint64_t feed_unnumbered = 0;  ///< operations that have no place in the feed yet: they get one when it is read
    std::int64_t  feed_last       = 0;  ///< position of the last operation that has one; -1: neither is known, for no
                                        ///< connection is free, or the database is away
};

/// Told of a statement that took long: its text with placeholders, never the values. Called by the thread that ran it,
/// which waits for it.
using SlowStatement = std::function<void(std::string_view sql, std::chrono::microseconds took)>;

}  // namespace crm
