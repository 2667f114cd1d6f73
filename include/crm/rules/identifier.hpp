#pragma once

#include <crm/rules/numbers.hpp>
#include <crm/rules/rule.hpp>

namespace crm::rules {

template <>
inline constexpr auto own_rules<Identifier> = std::to_array<Rule<Identifier>>({
    {"identifier.value.number", "value", "Mend the number: its form or its check digit is wrong.",
     [](Identifier const& i) { return enum_name(i.kind).empty() || canonical_number(i.kind, i.value).has_value(); }},

    {"identifier.until.order", "until", "Let the last day come after the first one.",
     [](Identifier const& i) { return !i.since || !i.until || *i.since <= *i.until; }},
});

/// Numbers that only legal persons have.
constexpr bool is_legal_only(NumberKind kind)
{
    return kind == NumberKind::krs || kind == NumberKind::lei;
}

/// Numbers that belong to a human being, whatever else they do.
constexpr bool is_natural_only(NumberKind kind)
{
    return kind == NumberKind::pesel;
}

/// Where the host wants a number once in the register.
/// \param others how many other parties have the same number
inline void check_unique(std::size_t others, Violations& broken)
{
    if (others > 0)
        add(broken, "identifier.value.unique", "value", "The number belongs to another subject already: use that one.");
}

}  // namespace crm::rules
