// What databases and joined works are both told.
#pragma once

#include "pairing.hpp"

#include <crm/work/session.hpp>

namespace crm::capi {

inline Clock clock_of(crm_clock clock, void* user)
{
    if (!clock)
        return &system_now;
    return [clock, user] { return Instant{Instant::duration{clock(user)}}; };
}

inline std::set<NumberKind> numbers_of(crm_number_kinds kinds)
{
    std::set<NumberKind> numbers;
    from_c(kinds, numbers);
    return numbers;
}

}  // namespace crm::capi
