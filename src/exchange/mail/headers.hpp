// The head of a message or of a part: its fields, as views of the bytes.
#pragma once

#include "defects.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace crm::mail {

[[nodiscard]] bool equal_ignoring_case(std::string_view a, std::string_view b);
[[nodiscard]] std::string lower(std::string_view text);  ///< ASCII letters only
[[nodiscard]] std::string_view trimmed(std::string_view text);

struct Field {
    std::string_view name;
    std::string_view value;  ///< as it came: folded, encoded, cut to mail_limits::field_bytes
};

struct Head {
    std::vector<Field> fields{};
    std::string_view   raw{};   ///< the lines of the fields
    std::string_view   body{};  ///< what follows the blank line

    /// The value of the first field of that name: where a field may not come twice, the first is what others read.
    [[nodiscard]] std::string_view first(std::string_view name) const;
    [[nodiscard]] bool has(std::string_view name) const;
};

/// Divides `bytes` into head and body at the first blank line. A line that is no field is passed over when another
/// field follows it at once, and begins the body otherwise.
[[nodiscard]] Head read_head(std::string_view bytes, Defects& defects);

/// One line (RFC 5322 2.2.3), trimmed; a fold and the blanks around it become one blank.
[[nodiscard]] std::string unfolded(std::string_view value);

/// An unstructured value for people: unfolded, encoded words decoded, no control characters.
[[nodiscard]] std::string readable(std::string_view value);

/// All message ids in angle brackets, without these; blanks that folding put inside are taken out.
[[nodiscard]] std::vector<std::string> message_ids(std::string_view value);

/// The one id of a Message-ID field: the first in brackets, or the only word of a value without any.
[[nodiscard]] std::string message_id(std::string_view value);

}  // namespace crm::mail
