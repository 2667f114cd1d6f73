#pragma once

#include "memory_tables.hpp"

#include <crm/analysis/funnel.hpp>

namespace crm::store {

/// The funnel by its plain definition. Besides the phases in use it has those, put away since, that a case is counted in.
/// \throws NotFound when there is no case type of the code that is asked for
[[nodiscard]] Funnel funnel_of(MemoryTables const& tables, FunnelQuery const& query);

}  // namespace crm::store
