#pragma once

#include <string>

namespace crm::mail {

/// Ends lines with LF, takes the blanks from their ends and from the end of the text.
[[nodiscard]] std::string tidy(std::string text);

}  // namespace crm::mail
