#pragma once

#include <crm/rules/rule.hpp>

namespace crm::rules {

template <>
inline constexpr auto own_rules<Contact> = std::to_array<Rule<Contact>>({
    {"contact.about.required", "subject_id", "Name the subject or the person that the contact concerns.",
     [](Contact const& c) { return c.subject_id || c.person_id; }},

    {"contact.ended.order", "ended_at", "Let the contact end after it began.",
     [](Contact const& c) { return !c.ended_at || *c.ended_at >= c.at; }},

    {"contact.evaluation.range", "evaluation", "Give the evaluation from -2 to 2.",
     [](Contact const& c) { return !c.evaluation || (*c.evaluation >= -2 && *c.evaluation <= 2); }},
});

template <>
inline constexpr auto own_rules<Participant> = std::to_array<Rule<Participant>>({
    {"participant.who.one", "operator_id", "Name one of operator, person and address.",
     [](Participant const& p) { return p.operator_id.has_value() + p.person_id.has_value() + !p.address.empty() == 1; }},
});

/// At least one employee of ours took part.
/// \param employees how many participants of the contact are operators
inline void check_employees(std::size_t employees, Violations& broken)
{
    if (employees == 0)
        add(broken, "contact.employee.required", "operator_id", "Name an employee of ours who took part in the contact.");
}

/// What took place is corrected or marked, never removed.
inline void check_removal(Contact const& contact, Violations& broken)
{
    if (contact.status == ContactStatus::held)
        add(broken, "contact.held.kept", "status", "Correct a contact that was held, or archive it: it is not removed.");
}

}  // namespace crm::rules
