#include "dates.hpp"

#include "headers.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <string>
#include <vector>

namespace crm::mail {
namespace {

using namespace std::chrono;

constexpr std::array months = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};

struct NamedZone {
    std::string_view name;
    int              hours;
};
/// All that RFC 5322 4.3 gives a meaning to.
constexpr std::array named_zones = {NamedZone{"est", -5}, NamedZone{"edt", -4}, NamedZone{"cst", -6}, NamedZone{"cdt", -5},
                                    NamedZone{"mst", -7}, NamedZone{"mdt", -6}, NamedZone{"pst", -8}, NamedZone{"pdt", -7}};

/// Lower case, without comments, and without the blanks that the obsolete syntax allows around colons.
std::string plain(std::string_view value)
{
    std::string text;
    std::size_t depth = 0;
    for (char const c : lower(value)) {
        if (c == '(')
            ++depth;
        else if (c == ')' && depth > 0)
            --depth;
        else if (depth == 0) {
            auto const blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
            if (blank && (text.empty() || text.back() == ' ' || text.back() == ':'))
                continue;
            if (c == ':' && text.ends_with(' '))
                text.pop_back();
            text += blank ? ' ' : c;
        }
    }
    return text;
}

std::vector<std::string_view> words(std::string_view text, std::string_view separators)
{
    std::vector<std::string_view> found;
    for (std::size_t begin = 0; (begin = text.find_first_not_of(separators, begin)) != std::string_view::npos;) {
        auto const end = text.find_first_of(separators, begin);
        found.push_back(text.substr(begin, end == std::string_view::npos ? end : end - begin));
        if (end == std::string_view::npos)
            break;
        begin = end;
    }
    return found;
}

std::optional<int> number(std::string_view text)
{
    int  value = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || text.front() == '-')
        return std::nullopt;
    return value;
}

std::optional<unsigned> month(std::string_view word)
{
    for (unsigned i = 0; i < months.size(); ++i)
        if (word.starts_with(months[i]))
            return i + 1;
    return std::nullopt;
}

std::optional<seconds> time_of_day(std::string_view word)
{
    auto const parts = words(word, ":");
    if (parts.size() < 2 || parts.size() > 3)
        return std::nullopt;
    auto const hour   = number(parts[0]);
    auto const minute = number(parts[1]);
    auto const second = parts.size() == 3 ? number(parts[2].substr(0, parts[2].find('.'))) : 0;
    if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 60)
        return std::nullopt;
    return hours{*hour} + minutes{*minute} + seconds{*second};
}

/// "+0200", "-03:30", "+1", "est"; none of it: UTC.
minutes zone(std::string_view word)
{
    for (auto const& named : named_zones)
        if (word == named.name)
            return hours{named.hours};

    auto const sign = word.find_first_of("+-");
    if (sign == std::string_view::npos)
        return minutes{0};
    std::string digits;
    for (char const c : word.substr(sign + 1))
        if (c != ':')
            digits += c;
    auto value = digits.empty() || digits.size() > 4 ? std::nullopt : number(digits);
    if (value && digits.size() <= 2)
        value = *value * 100;
    if (!value || *value / 100 > 23 || *value % 100 > 59)
        return minutes{0};
    auto const offset = hours{*value / 100} + minutes{*value % 100};
    return word[sign] == '-' ? -offset : offset;
}

/// RFC 5322 4.3: two digits are 1950 to 2049, three are counted from 1900.
std::optional<year> full_year(std::string_view digits)
{
    auto const value = number(digits);
    if (!value || digits.size() < 2 || digits.size() > 4)
        return std::nullopt;
    if (digits.size() == 4)
        return *value >= 1900 ? std::optional{year{*value}} : std::nullopt;
    return year{*value + (digits.size() == 2 && *value < 50 ? 2000 : 1900)};
}

bool is_digits(std::string_view word) { return word.find_first_not_of("0123456789") == std::string_view::npos; }

/// What the words of a date turned out to be.
struct Pieces {
    std::optional<unsigned>       month{};
    std::vector<std::string_view> numbers{};  ///< day and year, in either order
    std::optional<seconds>        time{};
    minutes                       offset{0};
};

/// "00:01+0100": some forget the blank before the zone.
void sort_in_time(std::string_view word, Pieces& pieces)
{
    auto const sign = word.find_first_of("+-");
    pieces.time     = time_of_day(word.substr(0, sign));
    if (sign != std::string_view::npos)
        pieces.offset = zone(word.substr(sign));
}

void sort_in(std::string_view word, Pieces& pieces)
{
    auto const is_zone = word.front() == '+' || word.front() == '-';
    if (pieces.time && (is_zone || !is_digits(word)) && !month(word))
        pieces.offset = zone(word);
    else if (!pieces.time && word.find(':') != std::string_view::npos)
        sort_in_time(word, pieces);
    else if (is_digits(word))
        pieces.numbers.push_back(word);
    else if (word.find('-') != std::string_view::npos && !is_zone)
        for (auto const part : words(word, "-"))  // 21-Nov-97
            sort_in(part, pieces);
    else if (!pieces.month)
        pieces.month = month(word);
}

}  // namespace

std::optional<Instant> read_date(std::string_view value)
{
    auto const text = plain(value.substr(0, 1000));
    Pieces     pieces;
    for (auto const word : words(text, " ,"))
        sort_in(word, pieces);
    if (!pieces.month || !pieces.time || pieces.numbers.size() < 2)
        return std::nullopt;

    auto day_word = pieces.numbers[0], year_word = pieces.numbers[1];
    if (day_word.size() > 2)
        std::swap(day_word, year_word);
    auto const day_number = day_word.size() <= 2 ? number(day_word) : std::nullopt;
    auto const in_year    = full_year(year_word);
    if (!day_number || !in_year)
        return std::nullopt;
    year_month_day const date{*in_year, std::chrono::month{*pieces.month}, day{static_cast<unsigned>(*day_number)}};
    if (!date.ok())
        return std::nullopt;
    return sys_days{date} + *pieces.time - pieces.offset;
}

}  // namespace crm::mail
