// A database that is being filled with rows from elsewhere.
#pragma once

#include <crm/store/store.hpp>

#include <string>
#include <string_view>

namespace crm::exchange {

/// Begins to fill `to` with what `source` names, or goes on with it; true when it goes on.
/// \throws Conflict when `to` holds records, or is the unfinished copy of something else
bool begin_filling(store::Store& to, std::string const& source);

/// Whether nothing is stored, also no history.
[[nodiscard]] bool is_empty(store::Transaction& transaction);

inline constexpr std::string_view not_empty = "The target holds records already: name an empty database, or one that is not there yet.";

/// From now on ids go on behind `greatest_id`, and the feed as `range` says.
void restore_counters(store::Transaction& to, std::int64_t greatest_id, store::FeedRange range);

/// From now on it is a database like others.
void end_filling(store::Store& to);

}  // namespace crm::exchange
