#pragma once

#include "memory_tables.hpp"

#include <crm/analysis/card.hpp>

#include <optional>
#include <string_view>
#include <vector>

namespace crm::store {

// Cards and parties found, by their plain definition.
[[nodiscard]] std::optional<SubjectCard> card_of(MemoryTables const& tables, Id<Subject> id);
[[nodiscard]] std::vector<SubjectCard>   subjects_with_number(MemoryTables const& tables, NumberKind kind, std::string_view value);
[[nodiscard]] std::vector<PartyHit>      parties_with_key(MemoryTables const& tables, std::string_view beginning, std::size_t limit);

}  // namespace crm::store
