#pragma once

#include <crm/rules/rule.hpp>

#include <tuple>

namespace crm::rules {

/// Whether two states of a line add the same to the plan of the same case.
[[nodiscard]] inline bool plans_the_same(PlanLine const& a, PlanLine const& b)
{
    auto const read = [](PlanLine const& line) {
        return std::tuple{line.case_id, line.side, line.category, line.planned, line.revision.archived_at.has_value()};
    };
    return read(a) == read(b);
}

/// A closed case takes no new money, and its plan stays as it was.
inline void check_plan(Case const& of, Violations& broken)
{
    if (of.stage == Stage::closed)
        add(broken, "plan_line.case.open", "case_id", "Reopen the case before its plan is changed.");
}

}  // namespace crm::rules
