#include "charset.hpp"

#include "gmime.hpp"
#include "headers.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <iconv.h>
#include <optional>
#include <utility>

namespace crm::mail {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

/// Stops at a zero byte too.
std::size_t valid_length(std::string_view text)
{
    char const* end = nullptr;
    g_utf8_validate_len(text.data(), text.size(), &end);
    return static_cast<std::size_t>(end - text.data());
}

bool is_valid(std::string_view text) { return text.empty() || valid_length(text) == text.size(); }

bool is_ascii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool has_c1_control(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) {
        auto const byte = static_cast<unsigned char>(c);
        return byte >= 0x80 && byte < 0xA0;
    });
}

/// Names go to iconv, which takes options and file names in them: let nothing pass but what charsets are called.
bool is_plausible_name(std::string_view name)
{
    return !name.empty() && name.size() <= 40 && std::all_of(name.begin(), name.end(), [](char c) {
        return g_ascii_isalnum(c) || c == '-' || c == '_' || c == '.' || c == ':' || c == '+';
    });
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names)
{
    return std::any_of(names.begin(), names.end(), [&](std::string_view other) { return equal_ignoring_case(name, other); });
}

bool means_utf8(std::string_view name) { return is_one_of(name, {"utf-8", "utf8", "utf-8-sig", "unicode-1-1-utf-8"}); }
bool means_ascii(std::string_view name) { return is_one_of(name, {"us-ascii", "ascii", "ansi_x3.4-1968", "646"}); }
bool means_latin1(std::string_view name) { return is_one_of(name, {"iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "l1"}); }

/// What senders mean by a name where iconv, going by the letter, would refuse half of their characters.
std::string known_name(std::string_view name, std::string_view bytes)
{
    if (means_latin1(name) && has_c1_control(bytes))
        return "windows-1252";
    if (is_one_of(name, {"gb2312", "gb_2312-80", "x-gbk", "gbk"}))
        return "gb18030";
    if (is_one_of(name, {"ks_c_5601-1987", "ks_c_5601", "euc-kr", "ks_c_5601-1989"}))
        return "cp949";
    if (is_one_of(name, {"shift_jis", "shift-jis", "sjis", "x-sjis"}))
        return "cp932";
    return g_mime_charset_iconv_name(std::string{name}.c_str());
}

/// An iconv descriptor from one charset to UTF-8.
class Converter {
public:
    [[nodiscard]] static std::optional<Converter> from(std::string const& charset)
    {
        auto const handle = iconv_open("UTF-8", charset.c_str());
        if (handle == reinterpret_cast<iconv_t>(-1))
            return std::nullopt;
        return Converter{handle};
    }

    Converter(Converter&& other) noexcept : handle_{std::exchange(other.handle_, nullptr)} {}
    Converter& operator=(Converter&&) = delete;
    ~Converter()
    {
        if (handle_)
            iconv_close(handle_);
    }

    [[nodiscard]] Decoded convert(std::string_view bytes)
    {
        Decoded decoded;
        decoded.text.reserve(bytes.size() + bytes.size() / 8);

        Block block;
        auto* in   = const_cast<char*>(bytes.data());  // iconv's old signature; it does not write
        auto  left = bytes.size();
        while (left > 0) {
            auto* out  = block.data();
            auto  room = block.size();
            auto const result = iconv(handle_, &in, &left, &out, &room);
            auto const error  = errno;
            decoded.text.append(block.data(), out);
            if (result != static_cast<std::size_t>(-1) || error == E2BIG)
                continue;
            decoded.text += replacement;
            decoded.is_damaged = true;
            ++in;
            --left;
        }
        flush(block, decoded.text);
        return decoded;
    }

private:
    using Block = std::array<char, 4096>;

    /// Some charsets keep back a character that the next one may change.
    void flush(Block& block, std::string& text)
    {
        auto* out  = block.data();
        auto  room = block.size();
        iconv(handle_, nullptr, nullptr, &out, &room);
        text.append(block.data(), out);
    }

    explicit Converter(iconv_t handle) : handle_{handle} {}

    iconv_t handle_;
};

}  // namespace

std::string valid_utf8(std::string text)
{
    auto valid = valid_length(text);
    if (valid == text.size())
        return text;

    std::string repaired;
    repaired.reserve(text.size() + 16);
    for (std::string_view rest = text; !rest.empty(); valid = valid_length(rest)) {
        repaired += rest.substr(0, valid);
        rest.remove_prefix(valid);
        if (rest.empty())
            break;
        repaired += replacement;
        rest.remove_prefix(1);
    }
    return repaired;
}

std::string guess_utf8(std::string_view bytes)
{
    if (is_valid(bytes))
        return std::string{bytes};

    auto windows = Converter::from("windows-1252");
    if (!windows)
        return valid_utf8(std::string{bytes});
    return valid_utf8(windows->convert(bytes).text);
}

Decoded decode(std::string_view bytes, std::string_view charset)
{
    if (charset.empty() || means_utf8(charset)) {
        if (is_valid(bytes))
            return {std::string{bytes}};
        return {charset.empty() ? guess_utf8(bytes) : valid_utf8(std::string{bytes}), true, true};
    }
    if (means_ascii(charset))
        return {guess_utf8(bytes), true, !is_ascii(bytes)};
    if (!is_plausible_name(charset))
        return {guess_utf8(bytes), false, false};

    start_gmime();
    auto converter = Converter::from(known_name(charset, bytes));
    if (!converter)
        return {guess_utf8(bytes), false, false};
    auto decoded = converter->convert(bytes);
    decoded.text = valid_utf8(std::move(decoded.text));
    return decoded;
}

}  // namespace crm::mail
