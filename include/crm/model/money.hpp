#pragma once

#include <crm/model/currency.hpp>
#include <crm/model/error.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace crm {

/// An exact amount. Two currencies are never added, and nothing overflows unseen.
struct Money {
    std::int64_t amount = 0;  ///< in 1/10000 of a unit of the currency
    Currency     currency{};

    /// \throws ValidationError `money.currency` when the currencies differ; OutOfRange when the sum has no room
    friend Money operator+(Money const& a, Money const& b)
    {
        if (a.currency != b.currency)
            throw ValidationError{{{"money.currency", "currency", "Add amounts of one currency, or convert them first."}}};
        Money sum{.amount = 0, .currency = a.currency};
        if (__builtin_add_overflow(a.amount, b.amount, &sum.amount))
            throw_out_of_range();
        return sum;
    }

    /// A share of it, rounded half away from zero to the smallest unit of the currency.
    /// \param share per cent, from 0 to 100
    /// \throws OutOfRange when rounding leaves no room
    [[nodiscard]] Money per_cent(int share) const
    {
        std::int64_t unit = 10'000;
        for (int digit = 0; digit != currency.digits(); ++digit)
            unit /= 10;
        // Whole hundreds of units first, so that no product overflows.
        auto const whole = amount / (100 * unit) * share, rest = amount % (100 * unit) * share;
        auto const half  = rest < 0 ? -50 * unit : 50 * unit;
        Money      part{.amount = 0, .currency = currency};
        if (__builtin_mul_overflow(whole + (rest + half) / (100 * unit), unit, &part.amount))
            throw_out_of_range();
        return part;
    }

    /// Reads `12500.00 PLN` exactly.
    /// \throws ValidationError `money.amount`, `currency.code`
    [[nodiscard]] static Money parse(std::string_view text);

    friend bool operator==(Money const&, Money const&) = default;

private:
    [[noreturn]] static void throw_out_of_range()
    {
        throw OutOfRange{"An amount has no room: keep it within 922 337 203 685 477.5807 units."};
    }
};

/// Reads plain decimal notation ("-1250.5") exactly: at most four decimals, no exponent. None when it is anything else.
[[nodiscard]] constexpr std::optional<std::int64_t> amount_from_decimal(std::string_view text)
{
    bool const negative = text.starts_with('-');
    if (negative)
        text.remove_prefix(1);
    auto const point  = text.find('.');
    auto const whole  = text.substr(0, point);
    auto       digits = point == text.npos ? std::string_view{} : text.substr(point + 1);
    while (digits.size() > 4 && digits.ends_with('0'))
        digits.remove_suffix(1);
    if (whole.empty() || digits.size() > 4 || (point != text.npos && digits.empty()))
        return std::nullopt;

    // Counted downwards, because the range has one more number below zero than above.
    std::int64_t count  = 0;
    auto const   append = [&](char digit) {
        return digit >= '0' && digit <= '9' && !__builtin_mul_overflow(count, 10, &count) &&
               !__builtin_sub_overflow(count, digit - '0', &count);
    };
    for (char digit : whole)
        if (!append(digit))
            return std::nullopt;
    for (std::size_t place = 0; place != 4; ++place)
        if (!append(place < digits.size() ? digits[place] : '0'))
            return std::nullopt;
    if (!negative && __builtin_sub_overflow(0, count, &count))
        return std::nullopt;
    return count;
}

/// Plain decimal notation with two to four decimals: "-1250.50".
[[nodiscard]] inline std::string amount_to_decimal(std::int64_t amount)
{
    auto const  size     = amount < 0 ? 0 - static_cast<std::uint64_t>(amount) : static_cast<std::uint64_t>(amount);
    std::string decimals = std::to_string(10'000 + size % 10'000).substr(1);
    while (decimals.size() > 2 && decimals.ends_with('0'))
        decimals.pop_back();
    std::string text{amount < 0 ? "-" : ""};
    text.append(std::to_string(size / 10'000)).append(".").append(decimals);
    return text;
}

/// `12500.00 PLN`, on any stream of characters.
template <class Stream>
Stream& operator<<(Stream& stream, Money const& money)
{
    stream << amount_to_decimal(money.amount) << ' ' << money.currency.code();
    return stream;
}

inline Money Money::parse(std::string_view text)
{
    auto const blank  = text.rfind(' ');
    auto const amount = amount_from_decimal(text.substr(0, blank));
    if (blank == text.npos || !amount)
        throw ValidationError{{{"money.amount", "amount",
                                "Give the amount with at most four decimals, then its currency, such as 12500.00 PLN."}}};
    return {.amount = *amount, .currency = Currency{text.substr(blank + 1)}};
}

}  // namespace crm
