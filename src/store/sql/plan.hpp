#pragma once

#include "session.hpp"

#include <crm/analysis/plan.hpp>

namespace crm::sql {

[[nodiscard]] PlanComparison plan_against_actual(Session& session, Id<Case> id);
[[nodiscard]] Overruns       overruns(Session& session, OverrunQuery const& query);

}  // namespace crm::sql
