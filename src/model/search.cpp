#include <crm/model/search.hpp>

#include <crm/model/error.hpp>

#include <utf8proc.h>

#include <algorithm>
#include <memory>
#include <new>

namespace crm {

namespace {

utf8proc_uint8_t const* bytes_of(std::string_view text)
{
    return reinterpret_cast<utf8proc_uint8_t const*>(text.data());
}

/// The next code point of `text`, which is shortened by it; negative when it is broken.
utf8proc_int32_t take_point(std::string_view& text)
{
    utf8proc_int32_t point = 0;
    auto const       size  = utf8proc_iterate(bytes_of(text), static_cast<utf8proc_ssize_t>(text.size()), &point);
    if (size <= 0)
        return -1;
    text.remove_prefix(static_cast<std::size_t>(size));
    return point;
}

void append_point(std::string& text, utf8proc_int32_t point)
{
    utf8proc_uint8_t bytes[4];
    auto const       size = utf8proc_encode_char(point, bytes);
    text.append(reinterpret_cast<char const*>(bytes), static_cast<std::size_t>(size));
}

std::string mapped(std::string_view text, int options)
{
    utf8proc_uint8_t* result = nullptr;
    auto const        size   = utf8proc_map(bytes_of(text), static_cast<utf8proc_ssize_t>(text.size()), &result,
                                            static_cast<utf8proc_option_t>(options));
    if (size == UTF8PROC_ERROR_NOMEM)
        throw std::bad_alloc{};
    if (size < 0)
        throw InvalidArgument{"A text is no valid UTF-8."};
    std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> const owner{result, &std::free};
    return {reinterpret_cast<char const*>(result), static_cast<std::size_t>(size)};
}

/// Letters that Unicode does not take apart into a base letter and a mark.
utf8proc_int32_t without_stroke(utf8proc_int32_t point)
{
    switch (point) {
    case 0x0141: case 0x0142: return 'l';  // ł
    case 0x0110: case 0x0111: return 'd';  // đ
    case 0x00D8: case 0x00F8: return 'o';  // ø
    case 0x0126: case 0x0127: return 'h';  // ħ
    case 0x0166: case 0x0167: return 't';  // ŧ
    case 0x0131:              return 'i';  // dotless ı
    default:                  return point;
    }
}

bool is_letter_or_digit(utf8proc_int32_t point)
{
    switch (utf8proc_category(point)) {
    case UTF8PROC_CATEGORY_LU: case UTF8PROC_CATEGORY_LL: case UTF8PROC_CATEGORY_LT: case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO: case UTF8PROC_CATEGORY_ND: case UTF8PROC_CATEGORY_NL: case UTF8PROC_CATEGORY_NO:
    case UTF8PROC_CATEGORY_MN: case UTF8PROC_CATEGORY_MC: return true;
    default: return false;
    }
}

}  // namespace

std::string_view trimmed(std::string_view text)
{
    constexpr auto blanks = " \t\r\n";
    auto const     first  = text.find_first_not_of(blanks);
    return first == text.npos ? std::string_view{} : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

bool is_surely_composed(std::string_view text)
{
    // The first combining mark is U+0300, which begins with 0xCC: below it there is nothing to compose.
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0xCC; });
}

std::string composed(std::string_view text)
{
    return is_surely_composed(text) ? std::string{text} : mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

std::string folded(std::string_view text)
{
    return mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
}

std::string search_key(std::string_view text)
{
    auto const  folded = mapped(text,
                                UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK |
                                    UTF8PROC_STABLE | UTF8PROC_IGNORE);
    std::string key;
    bool        word = false;
    for (std::string_view rest{folded}; !rest.empty();) {
        auto const point = take_point(rest);
        if (point < 0)
            break;
        if (is_letter_or_digit(point)) {
            if (!word && !key.empty())
                key += ' ';
            append_point(key, without_stroke(point));  // now, because a letter may have lost a mark first: ǿ
        }
        word = is_letter_or_digit(point);
    }
    return key;
}

std::string end_of_prefix(std::string_view prefix)
{
    constexpr utf8proc_int32_t last = 0x10FFFF, surrogates = 0xD800, after_surrogates = 0xE000;

    std::string end{prefix};
    while (!end.empty()) {
        auto start = end.size() - 1;
        while (start > 0 && (static_cast<unsigned char>(end[start]) & 0xC0) == 0x80)
            --start;
        std::string_view tail = std::string_view{end}.substr(start);
        auto const       point = take_point(tail);
        end.resize(start);
        if (point >= 0 && point != last) {
            append_point(end, point + 1 == surrogates ? after_surrogates : point + 1);
            return end;
        }
    }
    return end;
}

}  // namespace crm
