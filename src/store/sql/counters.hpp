#pragma once

#include <crm/store/stats.hpp>

#include <array>
#include <atomic>
#include <cstdint>

namespace crm::sql {

/// What the sessions of a store count together, from several threads.
struct Counters {
    std::atomic<std::uint64_t>                commits = 0, connects = 0, statements_kept = 0, statements_slow = 0;
    std::array<std::atomic<std::uint64_t>, 5> contention{};

    std::chrono::microseconds slow_from{};  ///< 0: nobody is told
    SlowStatement             tell_slow{};

    void                        count(Contention cause) { ++contention[static_cast<std::size_t>(cause)]; }
    [[nodiscard]] std::uint64_t of(Contention cause) const { return contention[static_cast<std::size_t>(cause)]; }
};

}  // namespace crm::sql
