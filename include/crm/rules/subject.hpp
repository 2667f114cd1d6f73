#pragma once

#include <crm/rules/rule.hpp>

namespace crm::rules {

template <>
inline constexpr auto own_rules<Subject> = std::to_array<Rule<Subject>>({
    {"subject.parent.other", "parent_id", "Choose another subject as its parent, not itself.",
     [](Subject const& s) { return !s.parent_id || *s.parent_id != s.id; }},
});

/// The kind of a stored subject is changed by change_kind() alone, which looks at what stands in its way; its party is
/// shared, and never exchanged.
inline void check_change(Subject const& before, Subject const& after, Violations& broken)
{
    if (before.kind != after.kind)
        add(broken, "subject.kind.changed", "kind", "Change the kind by change_kind(), which lists what stands in its way.");
    if (before.party_id != after.party_id)
        add(broken, "subject.party.changed", "party_id", "Keep the party: change what it holds, or merge the subjects.");
}

/// What stands in the way of making a legal subject a natural one.
/// \param persons how many persons the subject has
/// \param legal_numbers how many of its numbers only a legal person can have
inline void check_becoming_natural(std::size_t persons, std::size_t legal_numbers, Violations& broken)
{
    if (persons > 1)
        add(broken, "subject.natural.persons", "kind",
            "Leave one person at most: the subject has " + std::to_string(persons) + ".");
    if (legal_numbers > 0)
        add(broken, "subject.natural.numbers", "kind", "Remove the numbers that only legal persons have, such as KRS.");
}

}  // namespace crm::rules
