#pragma once

#include <string>
#include <string_view>

namespace crm::mail {

/// Decodes the encoded words (RFC 2047) in one line; text around them that is no ASCII is taken as by guess_utf8.
/// Adjacent words of one charset are joined before they are converted: many senders split characters between words.
[[nodiscard]] std::string decode_words(std::string_view line);

}  // namespace crm::mail
