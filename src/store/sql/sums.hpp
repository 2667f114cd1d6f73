#pragma once

#include <cstdint>

namespace crm::sql {

/// Sums are taken in two parts, what an amount has above this and the rest, of which neither overflows before some nine
/// thousand million rows; they are put together outside the database.
inline constexpr std::int64_t part = 1'000'000'000;

}  // namespace crm::sql
