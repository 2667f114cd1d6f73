#pragma once

#include <crm/model/instant.hpp>

#include <optional>
#include <string_view>

namespace crm::mail {

/// The moment that a Date field names: RFC 5322 3.3, its obsolete forms (4.3), and the order of C's asctime. A zone that
/// is missing or that nobody knows is UTC, as RFC 5322 says of "-0000". None when day, month, year or time is missing
/// or no such day exists.
[[nodiscard]] std::optional<Instant> read_date(std::string_view value);

}  // namespace crm::mail
