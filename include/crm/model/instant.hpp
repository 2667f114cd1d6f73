#pragma once

#include <chrono>
#include <functional>

namespace crm {

/// A moment: UTC, microseconds since 1970, 64 bits. The finest step that every database in use keeps.
using Instant = std::chrono::sys_time<std::chrono::microseconds>;

/// A day of the calendar, without a zone.
using Date = std::chrono::year_month_day;

/// Tells what moment it is. A host may give its own; a test gives one that it can turn.
using Clock = std::function<Instant()>;

[[nodiscard]] inline Instant system_now()
{
    return std::chrono::floor<Instant::duration>(std::chrono::system_clock::now());
}

}  // namespace crm
