// NIP, REGON, PESEL and KRS. Each function takes a text without separators.
#pragma once

#include <crm/rules/numbers/check_digits.hpp>

#include <chrono>
#include <optional>
#include <string_view>

namespace crm::rules::numbers {

/// NIP: ten digits; a remainder of ten is never issued. Source: the structure of NIP as the Ministry of Finance
/// publishes it, on the Act of 13 October 1995 on the registration and identification of taxpayers.
constexpr bool is_nip(std::string_view number)
{
    return has_shape(number, "10!n") && weighted_sum(number, {6, 5, 7, 2, 3, 4, 5, 6, 7}) % 11 == digit_value(number[9]);
}

/// REGON: nine digits of a firm, and five more of its local unit, checked together with the firm's. Source: regulation
/// of the Council of Ministers of 30 November 2015 on the register of entities of the national economy.
constexpr bool is_regon(std::string_view number)
{
    auto const checks = [](int sum, char digit) { return sum % 11 % 10 == digit_value(digit); };

    if (!has_shape(number, "9!n") && !has_shape(number, "14!n"))
        return false;
    if (!checks(weighted_sum(number, {8, 9, 2, 3, 4, 5, 6, 7}), number[8]))
        return false;
    return number.size() == 9 || checks(weighted_sum(number, {2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8}), number[13]);
}

/// The date that a PESEL begins with: YYMMDD, with the century in the month. Source: Act of 24 September 2010 on the
/// population register, article 15.
constexpr std::optional<std::chrono::year_month_day> birth_date_in_pesel(std::string_view number)
{
    constexpr int centuries[] = {1900, 2000, 2100, 2200, 1800};  // a month of 1 to 12, 21 to 32, … 81 to 92

    if (!has_shape(number, "11!n"))
        return std::nullopt;
    int const month = two_digits(number, 2);
    return calendar_day(centuries[month / 20] + two_digits(number, 0), month % 20, two_digits(number, 4));
}

/// PESEL: the date of birth, four digits of which the last tells the sex, a check digit. Same source.
constexpr bool is_pesel(std::string_view number)
{
    return birth_date_in_pesel(number) && weighted_sum(number, {1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1}) % 10 == 0;
}

/// KRS: ten digits without a check digit, so that nothing but their number tells a slip of the hand: the leading zeros
/// must be there. Source: regulation of the Minister of Justice on keeping the National Court Register.
constexpr bool is_krs(std::string_view number)
{
    return has_shape(number, "10!n");
}

}  // namespace crm::rules::numbers
