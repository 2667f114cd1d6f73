// How numbers are written: their characters, their shapes, the dates inside them.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace crm::rules::numbers {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

constexpr int digit_value(char digit) { return digit - '0'; }

/// The value of up to 18 digits.
constexpr std::int64_t value_of(std::string_view digits)
{
    std::int64_t value = 0;
    for (char const digit : digits)
        value = value * 10 + digit_value(digit);
    return value;
}

constexpr int two_digits(std::string_view digits, std::size_t at)
{
    return static_cast<int>(value_of(digits.substr(at, 2)));
}

/// A run in a shape: `4!n` is exactly four digits, `8n` up to eight; `U` is that letter.
struct Run {
    char        characters;
    std::size_t least;
    std::size_t most;

    constexpr bool admits(char c) const
    {
        switch (characters) {
        case 'n': return is_digit(c);
        case 'a': return is_capital(c);
        case 'c': return is_digit(c) || is_capital(c);
        default: return c == characters;
        }
    }
};

/// Takes the first run off a shape that is not empty.
constexpr Run take_run(std::string_view& shape)
{
    std::size_t length = 0;
    for (; is_digit(shape.front()); shape.remove_prefix(1))
        length = length * 10 + static_cast<std::size_t>(digit_value(shape.front()));

    bool const exact = shape.front() == '!';
    if (exact)
        shape.remove_prefix(1);

    char const characters = shape.front();
    shape.remove_prefix(1);
    if (length == 0)
        return {characters, 1, 1};
    return {characters, exact ? length : 0, length};
}

/// Whether `text` has a shape in the notation of the IBAN registry (ISO 13616): runs of digits `n`, capital letters `a`,
/// or either `c`; any other character stands for itself. A run takes all that it can.
constexpr bool has_shape(std::string_view text, std::string_view shape)
{
    while (!shape.empty()) {
        auto const  run   = take_run(shape);
        std::size_t taken = 0;
        while (taken < run.most && taken < text.size() && run.admits(text[taken]))
            ++taken;
        if (taken < run.least)
            return false;
        text.remove_prefix(taken);
    }
    return text.empty();
}

/// A day of the calendar; none when there is no such day.
constexpr std::optional<std::chrono::year_month_day> calendar_day(int year, int month, int day)
{
    std::chrono::year_month_day const date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    return date.ok() ? std::optional{date} : std::nullopt;
}

inline constexpr std::size_t longest_number = 34;  ///< an IBAN, by ISO 13616

/// `text` in capitals without blanks, dashes and dots; none when more is left than any number has.
inline std::optional<std::string> compact(std::string_view text)
{
    constexpr std::string_view separators = " \t\r\n-.";

    std::string number;
    for (char const c : text) {
        if (separators.find(c) != std::string_view::npos)
            continue;
        if (number.size() == longest_number)
            return std::nullopt;
        number += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return number;
}

}  // namespace crm::rules::numbers
