#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace crm::exchange {

/// RFC 4648, with padding, in one line.
[[nodiscard]] std::string to_base64(std::string_view bytes);

/// None when it is not what to_base64() could have made.
[[nodiscard]] std::optional<std::string> from_base64(std::string_view text);

}  // namespace crm::exchange
