#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace crm {

/// How many bytes the first code point of `text` has, by RFC 3629; 0 when it is broken, cut off, too long or a surrogate.
[[nodiscard]] constexpr std::size_t point_size(std::string_view text)
{
    auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    auto const lead = byte(0);
    if (lead < 0x80)
        return 1;
    std::size_t const size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < size)
        return 0;
    for (std::size_t i = 1; i != size; ++i)
        if ((byte(i) & 0xC0) != 0x80)
            return 0;
    bool const too_long  = (lead == 0xE0 && byte(1) < 0xA0) || (lead == 0xF0 && byte(1) < 0x90);
    bool const surrogate = lead == 0xED && byte(1) > 0x9F;
    bool const too_great = lead == 0xF4 && byte(1) > 0x8F;
    return too_long || surrogate || too_great ? 0 : size;
}

/// How many code points `text` has; none when it is not valid UTF-8 or holds a zero byte, at which PostgreSQL would cut it.
[[nodiscard]] constexpr std::optional<std::size_t> code_points(std::string_view text)
{
    std::size_t count = 0;
    for (; !text.empty(); ++count) {
        auto const size = point_size(text);
        if (size == 0 || text.front() == '\0')
            return std::nullopt;
        text.remove_prefix(size);
    }
    return count;
}

/// True for a text that shows nothing: empty, or made of blanks.
[[nodiscard]] constexpr bool is_blank(std::string_view text)
{
    return text.find_first_not_of(" \t\r\n") == text.npos;
}

}  // namespace crm
