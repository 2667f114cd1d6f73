#pragma once

#include "memory_tables.hpp"

#include <crm/analysis/timeline.hpp>

namespace crm::store {

/// The timeline by its plain definition. Archived records have no entry; what they link, and what happened to
/// an archived case, is told all the same.
[[nodiscard]] Timeline timeline_of(MemoryTables const& tables, TimelineQuery const& query);

}  // namespace crm::store
