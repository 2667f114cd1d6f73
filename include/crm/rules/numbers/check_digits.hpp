// The arithmetic that the check digits of many numbers share.
#pragma once

#include <crm/rules/numbers/notation.hpp>

#include <initializer_list>
#include <string_view>

namespace crm::rules::numbers {

/// The digits times their weights, from the left. There are at least as many digits as weights.
constexpr int weighted_sum(std::string_view digits, std::initializer_list<int> weights)
{
    int  sum   = 0;
    auto digit = digits.begin();
    for (int const weight : weights)
        sum += weight * digit_value(*digit++);
    return sum;
}

/// The digits from the right, times one and two in turn, each product by its own digits' sum (ISO/IEC 7812-1, annex B).
/// A number that ends with its check digit has a multiple of ten; one without it begins with two as the weight.
constexpr int luhn_sum(std::string_view digits, int weight = 1)
{
    int sum = 0;
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
        int const product = weight * digit_value(*digit);
        sum += product / 10 + product % 10;
        weight = 3 - weight;
    }
    return sum;
}

/// ISO/IEC 7064 MOD 97-10: the remainder of the whole, letters counting as 10 to 35; 1 where the check digits
/// hold. `before` is the remainder of what stands before the text.
constexpr int mod_97_10(std::string_view digits_and_capitals, int before = 0)
{
    int remainder = before;
    for (char const c : digits_and_capitals)
        remainder = is_digit(c) ? (remainder * 10 + digit_value(c)) % 97 : (remainder * 100 + c - 'A' + 10) % 97;
    return remainder;
}

/// ISO/IEC 7064 MOD 11,10: whether the last digit checks those before it.
constexpr bool holds_mod_11_10(std::string_view digits)
{
    int product = 10;
    for (char const digit : digits.substr(0, digits.size() - 1)) {
        int const sum = (product + digit_value(digit)) % 10;
        product       = 2 * (sum == 0 ? 10 : sum) % 11;
    }
    return (product + digit_value(digits.back())) % 10 == 1;
}

}  // namespace crm::rules::numbers
