#pragma once

#include <crm/rules/rule.hpp>

namespace crm::rules {

/// Two capital letters, or nothing: the form of an ISO 3166 code.
constexpr bool is_country(std::string_view code)
{
    auto const capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    return code.empty() || (code.size() == 2 && capital(code[0]) && capital(code[1]));
}

template <>
inline constexpr auto own_rules<Party> = std::to_array<Rule<Party>>({
    {"party.citizenship.country", "citizenship", "Give the country as two capital letters, such as PL.",
     [](Party const& p) { return is_country(p.citizenship); }},
});

template <>
inline constexpr auto own_rules<Address> = std::to_array<Rule<Address>>({
    {"address.country.country", "country", "Give the country as two capital letters, such as PL.",
     [](Address const& a) { return is_country(a.country); }},

    {"address.place.required", "city", "Give the city or the street.",
     [](Address const& a) { return !is_blank(a.city) || !is_blank(a.street); }},
});

template <>
inline constexpr auto own_rules<ContactPoint> = std::to_array<Rule<ContactPoint>>({
    {"contact_point.value.email", "value", "Give the address as name@domain.",
     [](ContactPoint const& p) {
         auto const at = p.value.rfind('@');
         return p.kind != ContactPointKind::email || (at != p.value.npos && at > 0 && at + 1 < p.value.size());
     }},
});

/// A party has one contact point of a kind to use first, and one address.
/// \param others how many others of the kind are marked
inline void check_primary(std::size_t others, Violations& broken)
{
    if (others > 0)
        add(broken, "contact_point.primary.single", "is_primary", "Take the mark from the other one of its kind first.");
}
inline void check_default(std::size_t others, Violations& broken)
{
    if (others > 0)
        add(broken, "address.default.single", "is_default", "Take the mark from the other one of its kind first.");
}

}  // namespace crm::rules
