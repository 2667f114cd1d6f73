#pragma once

#include <crm/model/instant.hpp>
#include <crm/store/condition.hpp>

#include <string>

namespace date {
class time_zone;
}

namespace crm::condition {

/// Days and moments as they are counted in a zone, at some moment.
class Calendar {
public:
    /// `zone` is called as in the tz database, such as Europe/Warsaw; empty: UTC.
    /// \throws InvalidArgument when there is no such zone
    Calendar(std::string const& zone, Instant now);

    /// The first moment of a day: not midnight where the clock is put forward then.
    [[nodiscard]] Instant start_of(Date day) const;

    /// Moments and days that are told from now. A month later than 31 January is the last day of February.
    /// \throws InvalidArgument when it is not of the years 0 to 9999
    [[nodiscard]] Instant moment(Relative const& relative) const;
    [[nodiscard]] Date    day(Relative const& relative) const;

private:
    [[nodiscard]] Date    day_of(Instant at) const;
    [[nodiscard]] Instant moved_by_calendar(Relative const& relative) const;

    date::time_zone const* zone_ = nullptr;  ///< null: UTC
    Instant                now_;
};

}  // namespace crm::condition
