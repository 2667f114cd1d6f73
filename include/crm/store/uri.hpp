#pragma once

#include <string>
#include <string_view>

namespace crm {

/// The URI of a database as people may see it: with `…` for the password that it gives, if any.
[[nodiscard]] std::string without_password(std::string_view uri);

}  // namespace crm
