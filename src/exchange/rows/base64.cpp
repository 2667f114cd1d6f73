#include "base64.hpp"

#include <cstdint>

namespace crm::exchange {

namespace {

constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

}  // namespace

std::string to_base64(std::string_view bytes)
{
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        auto const    some  = bytes.substr(i, 3);
        std::uint32_t group = 0;
        for (std::size_t k = 0; k != 3; ++k)
            group = group << 8 | (k < some.size() ? static_cast<unsigned char>(some[k]) : 0U);
        for (std::size_t k = 0; k != 4; ++k)
            text += k <= some.size() ? digits[group >> (18 - 6 * k) & 63] : '=';
    }
    return text;
}

std::optional<std::string> from_base64(std::string_view text)
{
    if (text.size() % 4 != 0)
        return std::nullopt;
    std::string bytes;
    bytes.reserve(text.size() / 4 * 3);
    for (std::size_t i = 0; i != text.size(); i += 4) {
        auto const    is_last = i + 4 == text.size();
        std::size_t   padding = 0;
        std::uint32_t group   = 0;
        for (std::size_t k = 0; k != 4; ++k) {
            auto const digit = digits.find(text[i + k]);
            if (text[i + k] == '=' && is_last && k >= 2)
                ++padding;
            else if (digit == digits.npos || padding != 0)
                return std::nullopt;
            group = group << 6 | static_cast<std::uint32_t>(digit == digits.npos ? 0 : digit);
        }
        if (padding != 0 && (group & ((1U << 8 * padding) - 1)) != 0)  // bits of a byte that is not there
            return std::nullopt;
        for (std::size_t k = 0; k + padding < 3; ++k)
            bytes += static_cast<char>(group >> (16 - 8 * k) & 255);
    }
    return bytes;
}

}  // namespace crm::exchange
