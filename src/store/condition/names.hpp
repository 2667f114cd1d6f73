#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace crm::condition {

/// The names that `unknown` may have been meant for; all of them when none is near.
[[nodiscard]] std::vector<std::string> near_names(std::string_view unknown, std::vector<std::string> const& names);

/// "a, b, c".
[[nodiscard]] std::string listed(std::vector<std::string> const& names);

}  // namespace crm::condition
