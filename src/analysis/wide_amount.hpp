// Sums of amounts, which have to fit into Money only where they are shown.
#pragma once

#include <crm/model/error.hpp>

#include <cstdint>

namespace crm {

/// Room for more amounts than any database holds.
__extension__ typedef __int128 WideAmount;

/// \throws OutOfRange, with `otherwise`, where 64 bits are too few
[[nodiscard]] inline std::int64_t narrow(WideAmount wide, char const* otherwise)
{
    std::int64_t amount = 0;
    if (__builtin_add_overflow(wide, 0, &amount))
        throw OutOfRange{otherwise};
    return amount;
}

}  // namespace crm
