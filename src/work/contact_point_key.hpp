#pragma once

#include <crm/model/contact_point.hpp>

#include <string>
#include <string_view>

namespace crm {

/// What contact points are compared by: an e-mail address or page in lower case, a number as an optional + and digits.
[[nodiscard]] std::string contact_point_key(ContactPointKind kind, std::string_view value);

/// The domain of an e-mail address or a web page, without www; empty for what has none.
/// \param key as contact_point_key() gives it
[[nodiscard]] std::string domain_of(ContactPointKind kind, std::string_view key);

}  // namespace crm
