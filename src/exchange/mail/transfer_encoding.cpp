#include "transfer_encoding.hpp"

#include "gmime.hpp"
#include "headers.hpp"

#include <array>
#include <cstdint>

namespace crm::mail {
namespace {

constexpr std::uint8_t none = 0xFF;

/// The value of each character of the base64 alphabet (RFC 4648 4).
constexpr auto sextet = [] {
    std::array<std::uint8_t, 256> values{};
    values.fill(none);
    std::uint8_t value = 0;
    for (char const c : std::string_view{"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"})
        values[static_cast<unsigned char>(c)] = value++;
    return values;
}();

std::string decoded(GMimeEncoding state, std::string_view text)
{
    std::string bytes;
    bytes.resize(g_mime_encoding_outlen(&state, text.size()));
    bytes.resize(g_mime_encoding_step(&state, text.data(), text.size(), bytes.data()));
    return bytes;
}

GMimeEncoding decoder(GMimeContentEncoding encoding)
{
    GMimeEncoding state;
    g_mime_encoding_init_decode(&state, encoding);
    return state;
}

/// What follows the line "begin 644 name".
std::string_view after_begin_line(std::string_view text)
{
    auto const begin = text.starts_with("begin ") ? 0 : text.find("\nbegin ");
    if (begin == std::string_view::npos)
        return {};
    auto const end = text.find('\n', begin + 1);
    return end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
}

std::string decode_uuencoded(std::string_view text)
{
    auto state  = decoder(GMIME_CONTENT_ENCODING_UUENCODE);
    state.state = GMIME_UUDECODE_STATE_BEGIN;
    return decoded(state, after_begin_line(text));
}

}  // namespace

std::string decode_base64(std::string_view text)
{
    std::string bytes;
    bytes.resize(text.size() / 4 * 3 + 3);
    auto*         out     = bytes.data();
    std::uint32_t bits    = 0;
    int           sextets = 0;  // in `bits`
    int           pads    = 0;  // since the last sextet
    for (char const c : text) {
        auto const value = sextet[static_cast<unsigned char>(c)];
        if (value == none) {
            if (c == '=' && sextets + ++pads >= 4 && sextets >= 2)
                break;
            continue;
        }
        pads = 0;
        bits = bits << 6 | value;
        if (++sextets < 4)
            continue;
        *out++  = static_cast<char>(bits >> 16);
        *out++  = static_cast<char>(bits >> 8);
        *out++  = static_cast<char>(bits);
        sextets = 0;
    }
    if (sextets >= 2)
        *out++ = static_cast<char>(bits >> (sextets == 2 ? 4 : 10));
    if (sextets == 3)
        *out++ = static_cast<char>(bits >> 2);
    bytes.resize(static_cast<std::size_t>(out - bytes.data()));
    return bytes;
}

std::string decode_quoted_printable(std::string_view text)
{
    return decoded(decoder(GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE), text);
}

std::optional<std::string> decode_body(std::string_view body, std::string_view encoding)
{
    if (equal_ignoring_case(encoding, "base64"))
        return decode_base64(body);
    if (equal_ignoring_case(encoding, "quoted-printable"))
        return decode_quoted_printable(body);
    for (auto const* name : {"x-uuencode", "uuencode", "uue", "x-uue"})
        if (equal_ignoring_case(encoding, name))
            return decode_uuencoded(body);
    return std::nullopt;
}

}  // namespace crm::mail
