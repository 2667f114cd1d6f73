#pragma once

#include <crm/model/error.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace crm {

/// An ISO 4217 code: three capital letters. `XXX`, the standard's "no currency", until one is given.
class Currency {
public:
    constexpr Currency() = default;

    /// \throws ValidationError `currency.code`
    explicit Currency(std::string_view code)
    {
        auto const known = from_code(code);
        if (!known)
            throw ValidationError{{{"currency.code", "currency", "Give the currency as three capital letters, such as PLN."}}};
        *this = *known;
    }

    static constexpr std::optional<Currency> from_code(std::string_view code)
    {
        Currency currency;
        if (code.size() != currency.code_.size() || !std::ranges::all_of(code, [](char c) { return c >= 'A' && c <= 'Z'; }))
            return std::nullopt;
        std::ranges::copy(code, currency.code_.begin());
        return currency;
    }

    [[nodiscard]] constexpr std::string_view code() const noexcept { return {code_.data(), code_.size()}; }

    /// Decimal digits of its smallest unit, by ISO 4217: 2 for most, 0 for JPY, 3 for KWD.
    [[nodiscard]] constexpr int digits() const noexcept
    {
        for (auto const& [without, digits] : unusual_digits)
            if (without == code())
                return digits;
        return 2;
    }

    struct Digits {
        std::string_view code;
        int              digits;
    };
    /// The currencies whose smallest unit is not a hundredth.
    static constexpr Digits unusual_digits[] = {
        {"BHD", 3}, {"BIF", 0}, {"CLF", 4}, {"CLP", 0}, {"DJF", 0}, {"GNF", 0}, {"IQD", 3}, {"ISK", 0}, {"JOD", 3},
        {"JPY", 0}, {"KMF", 0}, {"KRW", 0}, {"KWD", 3}, {"LYD", 3}, {"OMR", 3}, {"PYG", 0}, {"RWF", 0}, {"TND", 3},
        {"UGX", 0}, {"UYI", 0}, {"UYW", 4}, {"VND", 0}, {"VUV", 0}, {"XAF", 0}, {"XOF", 0}, {"XPF", 0},
    };

    friend constexpr bool operator==(Currency const&, Currency const&) = default;

private:
    std::array<char, 3> code_{'X', 'X', 'X'};
};

}  // namespace crm
