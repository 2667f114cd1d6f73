#include "words.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace crm::condition {

namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

constexpr std::size_t longest_word = 60;

constexpr std::array kept_words{"always", "and",      "contains",    "exists", "false", "in",    "in_base", "is",
                                "not",    "now",      "null",        "or",     "starts_with", "today", "true"};

constexpr std::pair<store::Comparison, std::string_view> comparisons[] = {
    {store::Comparison::equal, "="},
    {store::Comparison::not_equal, "!="},
    {store::Comparison::less, "<"},
    {store::Comparison::less_or_equal, "<="},
    {store::Comparison::greater, ">"},
    {store::Comparison::greater_or_equal, ">="},
    {store::Comparison::contains, "contains"},
    {store::Comparison::starts_with, "starts_with"},
    {store::Comparison::is_in, "in"},
};

constexpr std::pair<Relative::Unit, std::string_view> units[] = {
    {Relative::Unit::minutes, "minute"}, {Relative::Unit::hours, "hour"},   {Relative::Unit::days, "day"},
    {Relative::Unit::weeks, "week"},     {Relative::Unit::months, "month"}, {Relative::Unit::years, "year"},
};

/// Takes a number of exactly so many digits off the front.
std::optional<int> take_digits(std::string_view& text, std::size_t count)
{
    auto const is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (text.size() < count || !std::ranges::all_of(text.substr(0, count), is_digit))
        return std::nullopt;
    int number = 0;
    std::from_chars(text.data(), text.data() + count, number);
    text.remove_prefix(count);
    return number;
}

bool take(std::string_view& text, char what)
{
    if (!text.starts_with(what))
        return false;
    text.remove_prefix(1);
    return true;
}

std::optional<Date> take_day(std::string_view& text)
{
    auto const of_year  = take_digits(text, 4);
    bool const first    = take(text, '-');
    auto const of_month = take_digits(text, 2);
    bool const second   = take(text, '-');
    auto const of_day   = take_digits(text, 2);
    if (!of_year || !first || !of_month || !second || !of_day)
        return std::nullopt;
    Date const date{year{*of_year}, month{static_cast<unsigned>(*of_month)}, day{static_cast<unsigned>(*of_day)}};
    return date.ok() ? std::optional{date} : std::nullopt;
}

/// ".5" and ".000001": up to six digits of a second. None when there is a point and no such digits behind it.
std::optional<std::chrono::microseconds> take_fraction(std::string_view& text)
{
    if (!take(text, '.'))
        return std::chrono::microseconds{0};
    std::int64_t fraction = 0;
    std::size_t  digits   = 0;
    while (auto const digit = take_digits(text, 1)) {
        fraction = fraction * 10 + *digit;
        if (++digits > 6)
            return std::nullopt;
    }
    if (digits == 0)
        return std::nullopt;
    for (; digits != 6; ++digits)
        fraction *= 10;
    return std::chrono::microseconds{fraction};
}

std::string with_digits(std::int64_t number, std::size_t count)
{
    auto text = std::to_string(number);
    return text.insert(0, count - std::min(count, text.size()), '0');
}

}  // namespace

bool is_word(std::string_view text)
{
    auto const may_begin = [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; };
    auto const may_stand = [&](char c) { return may_begin(c) || (c >= '0' && c <= '9'); };
    return !text.empty() && text.size() <= longest_word && may_begin(text.front()) && std::ranges::all_of(text, may_stand) &&
           std::ranges::find(kept_words, text) == kept_words.end();
}

bool is_field(std::string_view text)
{
    auto const point = text.find('.');
    return is_word(text.substr(0, point)) && (point == text.npos || is_word(text.substr(point + 1)));
}

std::string_view name_of(store::Comparison comparison)
{
    return std::ranges::find(comparisons, comparison, [](auto const& pair) { return pair.first; })->second;
}

std::optional<store::Comparison> comparison_from(std::string_view name)
{
    for (auto const& [comparison, its_name] : comparisons)
        if (its_name == name)
            return comparison;
    return std::nullopt;
}

std::string_view name_of(Relative::Unit unit)
{
    return std::ranges::find(units, unit, [](auto const& pair) { return pair.first; })->second;
}

std::optional<Relative::Unit> unit_from(std::string_view name)
{
    for (auto const& [unit, its_name] : units)
        if (its_name == name || (name.ends_with('s') && name.substr(0, name.size() - 1) == its_name))
            return unit;
    return std::nullopt;
}

bool can_be_written(Date day)
{
    return day.ok() && day.year() >= year{0} && day.year() <= year{9999};
}

bool can_be_written(Instant at)
{
    using std::chrono::sys_days;
    // As microseconds, because a day further away has no year in its type.
    constexpr Instant first = sys_days{year{0} / 1 / 1}, end = sys_days{year{10'000} / 1 / 1};
    return at >= first && at < end;
}

std::string to_text(Date day)
{
    return with_digits(static_cast<int>(day.year()), 4) + "-" + with_digits(static_cast<unsigned>(day.month()), 2) + "-" +
           with_digits(static_cast<unsigned>(day.day()), 2);
}

std::string to_text(Instant at)
{
    auto const                  midnight = std::chrono::floor<std::chrono::days>(at);
    std::chrono::hh_mm_ss const time{at - midnight};
    auto text = to_text(Date{midnight}) + "T" + with_digits(time.hours().count(), 2) + ":" +
                with_digits(time.minutes().count(), 2) + ":" + with_digits(time.seconds().count(), 2);
    if (auto const fraction = time.subseconds().count()) {
        text += "." + with_digits(fraction, 6);
        text.erase(text.find_last_not_of('0') + 1);
    }
    return text + "Z";
}

std::string to_text(Relative const& relative)
{
    std::string text{relative.anchor == Relative::Anchor::now ? "now" : "today"};
    if (relative.count == 0)
        return text;
    auto const count = relative.count < 0 ? -relative.count : relative.count;
    text.append(relative.count < 0 ? " - " : " + ").append(std::to_string(count)).append(" ").append(name_of(relative.unit));
    return count == 1 ? text : text.append("s");
}

std::optional<Date> day_from(std::string_view text)
{
    auto const date = take_day(text);
    return text.empty() ? date : std::nullopt;
}

std::optional<Instant> moment_from(std::string_view text)
{
    auto const date     = take_day(text);
    bool const time     = take(text, 'T');
    auto const hour     = take_digits(text, 2);
    bool const first    = take(text, ':');
    auto const minute   = take_digits(text, 2);
    bool const second   = take(text, ':');
    auto const seconds  = take_digits(text, 2);
    auto const fraction = take_fraction(text);
    if (!date || !time || !hour || !first || !minute || !second || !seconds || !fraction || text != "Z" || *hour > 23 ||
        *minute > 59 || *seconds > 59)
        return std::nullopt;
    return std::chrono::sys_days{*date} + std::chrono::hours{*hour} + std::chrono::minutes{*minute} +
           std::chrono::seconds{*seconds} + *fraction;
}

}  // namespace crm::condition
