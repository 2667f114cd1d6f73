#pragma once

#include "memory_tables.hpp"

#include <crm/analysis/plan.hpp>

namespace crm::store {

/// The plan against the actual by its plain definition.
[[nodiscard]] PlanComparison plan_against_actual_of(MemoryTables const& tables, Id<Case> id);
[[nodiscard]] Overruns       overruns_of(MemoryTables const& tables, OverrunQuery const& query);

}  // namespace crm::store
