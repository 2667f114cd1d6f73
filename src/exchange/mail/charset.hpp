// Text of any charset to UTF-8. Nothing here fails: what cannot be read becomes U+FFFD.
#pragma once

#include <string>
#include <string_view>

namespace crm::mail {

/// Replaces each byte that is no part of valid UTF-8, and each zero byte, which no database keeps in a text.
[[nodiscard]] std::string valid_utf8(std::string text);

/// For bytes that came without a charset: UTF-8 where they are, else windows-1252, which is what most of them are.
/// Gives valid UTF-8, as all of these do.
[[nodiscard]] std::string guess_utf8(std::string_view bytes);

struct Decoded {
    std::string text{};                ///< valid UTF-8
    bool        is_known   = true;     ///< there is such a charset
    bool        is_damaged = false;    ///< some bytes meant nothing in it
};

/// `charset` is a name from a header, of which nothing is trusted; empty or unknown: guess_utf8.
[[nodiscard]] Decoded decode(std::string_view bytes, std::string_view charset);

}  // namespace crm::mail
