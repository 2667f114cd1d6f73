#pragma once

#include <crm/rules/numbers/national_vat.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace crm::rules::numbers {

/// One of the shapes that a state's VAT numbers have after its prefix. A state has a row for each.
struct VatShape {
    std::string_view state;
    std::string_view shape;
    bool (*checks)(std::string_view number);
};

/// Source: European Commission, VIES, structure of VAT identification numbers.
inline constexpr VatShape vat_shapes[] = {
    {"AT", "U8!n", national_vat::austria},
    {"BE", "10!n", national_vat::belgium},
    {"BG", "9!n", national_vat::bulgaria_firm},
    {"BG", "10!n", national_vat::bulgaria_ten},
    {"CY", "8!n1!a", national_vat::cyprus},
    {"CZ", "8!n", national_vat::czechia_firm},
    {"CZ", "9!n", national_vat::czechia_nine},
    {"CZ", "10!n", national_vat::czechia_ten},
    {"DE", "9!n", national_vat::germany},
    {"DK", "8!n", national_vat::denmark},
    {"EE", "9!n", national_vat::estonia},
    {"EL", "9!n", national_vat::greece},
    {"ES", "8!n1!a", national_vat::spain_citizen},
    {"ES", "1!a7!n1!c", national_vat::spain_other},
    {"FI", "8!n", national_vat::finland},
    {"FR", "2!c9!n", national_vat::france},
    {"HR", "11!n", national_vat::croatia},
    {"HU", "8!n", national_vat::hungary},
    {"IE", "7!n1!a", national_vat::ireland},
    {"IE", "7!n2!a", national_vat::ireland},
    {"IE", "1!n1!a5!n1!a", national_vat::ireland_before_2013},
    {"IE", "1!n+5!n1!a", national_vat::ireland_before_2013},
    {"IE", "1!n*5!n1!a", national_vat::ireland_before_2013},
    {"IT", "11!n", national_vat::italy},
    {"LT", "9!n", national_vat::lithuania},
    {"LT", "12!n", national_vat::lithuania_temporary},
    {"LU", "8!n", national_vat::luxembourg},
    {"LV", "11!n", national_vat::latvia},
    {"MT", "8!n", national_vat::malta},
    {"NL", "9!nB2!n", national_vat::netherlands},
    {"PL", "10!n", is_nip},
    {"PT", "9!n", national_vat::portugal},
    {"RO", "2!n8n", national_vat::romania},
    {"SE", "12!n", national_vat::sweden},
    {"SI", "8!n", national_vat::slovenia},
    {"SK", "10!n", national_vat::slovakia},
    {"XI", "9!n", national_vat::northern_ireland},
    {"XI", "12!n", national_vat::northern_ireland},
    {"XI", "GD3!n", national_vat::northern_ireland_government},
    {"XI", "HA3!n", national_vat::northern_ireland_health},
};

/// Whether `number`, which begins with its state's prefix and has no separators, is a VAT number in full length.
constexpr bool is_vat(std::string_view number)
{
    if (!has_shape(number.substr(0, 2), "2!a"))
        return false;
    return std::ranges::any_of(vat_shapes, [state = number.substr(0, 2), own = number.substr(2)](VatShape const& known) {
        return known.state == state && has_shape(own, known.shape) && known.checks(own);
    });
}

/// States whose older papers leave out leading zeros.
struct ShortVat {
    std::string_view state;
    std::string_view shape;   ///< as it may be written, after the prefix
    std::size_t      length;  ///< in full, after the prefix
};

inline constexpr ShortVat short_vats[] = {
    {"BE", "9!n", 10},
    {"EL", "8!n", 9},
    {"NL", "7!nB2!n", 12},
    {"NL", "8!nB2!n", 12},
};

/// The VAT number that a text without separators is: in full length, Greece as EL.
inline std::optional<std::string> canonical_vat(std::string number)
{
    if (number.starts_with("GR"))
        number.replace(0, 2, "EL");

    auto const own = number.size() > 2 ? std::string_view{number}.substr(2) : std::string_view{};
    for (auto const& known : short_vats)
        if (number.starts_with(known.state) && has_shape(own, known.shape))
            return canonical_vat(number.insert(2, known.length - own.size(), '0'));

    return is_vat(number) ? std::optional{std::move(number)} : std::nullopt;
}

}  // namespace crm::rules::numbers
