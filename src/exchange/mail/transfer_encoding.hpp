// Content-Transfer-Encoding (RFC 2045 6): what a body was before it was made fit for transport.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace crm::mail {

/// Characters that are no base64 are passed over, a stray "=" too; padding may be missing, and what follows it is no
/// content. (GMime's decoder ends at the first "=" and loses what is not padded.)
[[nodiscard]] std::string decode_base64(std::string_view text);
/// An escape that is none stays as it is.
[[nodiscard]] std::string decode_quoted_printable(std::string_view text);

/// None when `encoding` leaves the body as it is (7bit, 8bit, binary, one nobody knows), so that nothing is copied.
[[nodiscard]] std::optional<std::string> decode_body(std::string_view body, std::string_view encoding);

}  // namespace crm::mail
