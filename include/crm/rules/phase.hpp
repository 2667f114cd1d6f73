#pragma once

#include <crm/rules/rule.hpp>

namespace crm::rules {

template <>
inline constexpr auto own_rules<Phase> = std::to_array<Rule<Phase>>({
    {"phase.probability.range", "probability", "Give the probability in per cent, from 0 to 100.",
     [](Phase const& p) { return p.probability >= 0 && p.probability <= 100; }},
});

/// A scheme that is used by a case type has a phase in every stage that is in use.
/// \param phases how many phases in use the stage has
inline void check_stage(Stage stage, std::size_t phases, Violations& broken)
{
    if (phases == 0)
        add(broken, "scheme.stage.required", "stage",
            "Keep at least one phase in use in the stage " + std::string{enum_name(stage)} + ".");
}

/// A phase keeps its scheme, and its stage while cases are in it: the past would read otherwise.
/// \param cases how many cases are in the phase
inline void check_change(Phase const& before, Phase const& after, std::int64_t cases, Violations& broken)
{
    if (before.scheme_id != after.scheme_id)
        add(broken, "phase.scheme.changed", "scheme_id", "Keep the scheme: make a new phase in the other one.");
    if (before.stage != after.stage && cases > 0)
        add(broken, "phase.stage.used", "stage", "Move its " + std::to_string(cases) + " cases to another phase first.");
}

/// What is removed or put away has no cases any more.
inline void check_unused(std::int64_t cases, Violations& broken)
{
    if (cases > 0)
        add(broken, "phase.removed.used", "id",
            "Name the phase that its " + std::to_string(cases) + " cases are moved to, and remove it by remove_phase().");
}

}  // namespace crm::rules
