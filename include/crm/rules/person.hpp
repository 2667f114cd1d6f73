#pragma once

#include <crm/rules/rule.hpp>

namespace crm::rules {

template <>
inline constexpr auto own_rules<Person> = std::to_array<Rule<Person>>({
    {"person.superior.other", "superior_id", "Choose another person as the superior.",
     [](Person const& p) { return !p.superior_id || *p.superior_id != p.id; }},

    {"person.active.order", "active_until", "Let the last day come after the first one.",
     [](Person const& p) { return !p.active_since || !p.active_until || *p.active_since <= *p.active_until; }},
});

/// A natural subject has one person at most, and shares its party with it.
/// \param others how many other persons the subject has
inline void check_among(Person const& person, Subject const& subject, std::size_t others, Violations& broken)
{
    if (subject.kind != SubjectKind::natural)
        return;
    if (others > 0)
        add(broken, "person.natural.single", "subject_id",
            "A natural subject has one person: choose a legal subject, or change the kind of this one.");
    else if (person.party_id != subject.party_id)
        add(broken, "person.natural.party", "party_id", "The person of a natural subject shares its party: give that one.");
}

/// Whoever is with a firm has a party of their own.
/// \param others how many subjects and other persons have the same party
inline void check_own_party(std::size_t others, Violations& broken)
{
    if (others > 0)
        add(broken, "person.party.own", "party_id", "Give the person of a legal subject a party that nobody else has.");
}

}  // namespace crm::rules
