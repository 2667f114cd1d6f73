#pragma once

#include <crm/rules/rule.hpp>

namespace crm::rules {

template <>
inline constexpr auto own_rules<Case> = std::to_array<Rule<Case>>({
    {"case.probability.range", "probability", "Give the probability in per cent, from 0 to 100.",
     [](Case const& c) { return !c.probability || (*c.probability >= 0 && *c.probability <= 100); }},

    {"case.closed.outcome", "outcome", "Give an outcome together with the moment of closing and a phase of the stage closed, or none of them.",
     [](Case const& c) { return c.closed_at.has_value() == c.outcome.has_value() && c.outcome.has_value() == (c.stage == Stage::closed); }},

    {"case.closed.order", "closed_at", "Let the case be closed after it was opened.",
     [](Case const& c) { return !c.closed_at || *c.closed_at >= c.opened_at; }},

    {"case.lost.reason", "reason", "Say why the case was lost.",
     [](Case const& c) { return c.outcome != CaseOutcome::lost || !is_blank(c.reason); }},

    {"case.parent.other", "parent_id", "Choose another case as the one that it is a part of.",
     [](Case const& c) { return !c.parent_id || *c.parent_id != c.id; }},
});

/// The phase has to be one of the scheme of the case's type, and in use when the case enters it.
inline void check_phase(CaseType const& type, Phase const& phase, bool enters, Violations& broken)
{
    if (phase.scheme_id != type.scheme_id)
        add(broken, "case.phase.of_type", "phase_id", "Choose a phase of the scheme of the case's type.");
    else if (enters && phase.revision.archived_at)
        add(broken, "case.phase.archived", "phase_id", "Choose a phase that is in use: this one was put away.");
}

/// A closed case takes no new money and no other phase until it is reopened, which needs a reason.
inline void check_change(Case const& before, Case const& after, Violations& broken)
{
    if (before.stage != Stage::closed)
        return;
    if (after.stage != Stage::closed) {
        if (is_blank(after.reason) || after.reason == before.reason)
            add(broken, "case.reopened.reason", "reason", "Say why the case is reopened.");
        return;
    }
    if (before.expected != after.expected || before.probability != after.probability)
        add(broken, "case.closed.money", "expected", "Reopen the case before its money is changed.");
    if (before.phase_id != after.phase_id || before.outcome != after.outcome || before.closed_at != after.closed_at)
        add(broken, "case.closed.phase", "phase_id", "Reopen the case before it enters another phase or ends otherwise.");
}

/// A case changes its type only to one that admits the kinds of all its trade documents.
/// \param documents how many of them are of other kinds
inline void check_documents(std::int64_t documents, Violations& broken)
{
    if (documents > 0)
        add(broken, "case.type.admits", "type_id",
            "Choose a type that admits the kinds of its trade documents, or unlink first the " + std::to_string(documents) +
                " of other kinds.");
}

/// The states of a case follow one another.
inline void check_moment(Instant at, Instant last, Violations& broken)
{
    if (at < last)
        add(broken, "case.moment.order", "phase_id", "Give a moment that is not before the case's last change.");
}

}  // namespace crm::rules
