#pragma once

#include <crm/model/instant.hpp>

namespace crm::test {

/// When tests take place.
inline constexpr Instant monday{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}};

}  // namespace crm::test
