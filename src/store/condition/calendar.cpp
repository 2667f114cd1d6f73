#include "calendar.hpp"

#include "words.hpp"

#include <crm/model/error.hpp>

#include <date/tz.h>

#include <algorithm>
#include <stdexcept>

namespace crm::condition {

namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::sys_days;
using LocalMoment = date::local_time<Instant::duration>;

date::time_zone const* zone_named(std::string const& name)
{
    if (name.empty())
        return nullptr;
    try {
        return date::locate_zone(name);
    } catch (std::runtime_error const&) {
        throw InvalidArgument{"The tz database has no zone that is called " + name + "."};
    }
}

[[noreturn]] void throw_out_of_range()
{
    throw InvalidArgument{"A condition reaches further from now than the years 0 to 9999."};
}

Date within_range(Date day)
{
    if (!can_be_written(day))
        throw_out_of_range();
    return day;
}

bool is_of_fixed_length(Relative::Unit unit)
{
    return unit <= Relative::Unit::weeks;
}

/// Minutes to weeks.
Instant::duration length_of(Relative const& relative)
{
    switch (relative.unit) {
    case Relative::Unit::minutes: return std::chrono::minutes{relative.count};
    case Relative::Unit::hours: return std::chrono::hours{relative.count};
    case Relative::Unit::days: return days{relative.count};
    case Relative::Unit::weeks: return std::chrono::weeks{relative.count};
    case Relative::Unit::months:
    case Relative::Unit::years: break;
    }
    throw Internal{"A month or a year has no fixed length."};
}

/// So many months away; the last day of the month where it has no such day.
Date moved_by_months(Date day, std::int64_t count)
{
    auto const months = static_cast<int>(day.year()) * 12 + static_cast<int>(static_cast<unsigned>(day.month())) - 1 + count;
    if (months < 0 || months >= 10'000 * 12)
        throw_out_of_range();
    std::chrono::month const month{static_cast<unsigned>(months % 12 + 1)};
    auto const               moved = std::chrono::year{static_cast<int>(months / 12)} / month;
    return moved / std::min(day.day(), (moved / std::chrono::last).day());
}

Date moved(Date day, Relative const& relative)
{
    if (is_of_fixed_length(relative.unit)) {
        auto const at = Instant{sys_days{day}} + length_of(relative);
        if (!can_be_written(at))
            throw_out_of_range();
        return Date{floor<days>(at)};
    }
    return moved_by_months(day, relative.unit == Relative::Unit::years ? relative.count * 12 : relative.count);
}

}  // namespace

Calendar::Calendar(std::string const& zone, Instant now) : zone_{zone_named(zone)}, now_{now}
{
    if (!can_be_written(now))
        throw_out_of_range();
}

Instant Calendar::start_of(Date day) const
{
    auto const midnight = sys_days{day}.time_since_epoch();
    return zone_ ? Instant{zone_->to_sys(LocalMoment{midnight}, date::choose::earliest)} : Instant{midnight};
}

Date Calendar::day_of(Instant at) const
{
    auto const local = zone_ ? zone_->to_local(at).time_since_epoch() : at.time_since_epoch();
    return Date{floor<days>(Instant{local})};
}

Instant Calendar::moment(Relative const& relative) const
{
    if (relative.anchor == Relative::Anchor::today)
        return start_of(day(relative));
    if (!is_of_fixed_length(relative.unit))
        return moved_by_calendar(relative);
    auto const at = now_ + length_of(relative);
    if (!can_be_written(at))
        throw_out_of_range();
    return at;
}

Date Calendar::day(Relative const& relative) const
{
    if (relative.anchor == Relative::Anchor::now)
        return within_range(day_of(moment(relative)));
    return moved(within_range(day_of(now_)), relative);
}

/// At the same time of the day.
Instant Calendar::moved_by_calendar(Relative const& relative) const
{
    auto const local = zone_ ? Instant{zone_->to_local(now_).time_since_epoch()} : now_;
    auto const day   = floor<days>(local);
    auto const there = sys_days{moved(within_range(Date{day}), relative)} + (local - day);
    return zone_ ? Instant{zone_->to_sys(LocalMoment{there.time_since_epoch()}, date::choose::earliest)} : there;
}

}  // namespace crm::condition
