#pragma once

#include <crm/model/contact_point.hpp>

#include <string>
#include <string_view>

namespace crm {

/// What contact points are compared by: an e-mail address or page in lower case, a number as an optional + and digits.
[[nodiscard]] std::string contact_point_key(ContactPointKind kind, std::string_view value);

}  // namespace crm
