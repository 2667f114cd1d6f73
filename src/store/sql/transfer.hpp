// Whole databases, as they are: what copies and dumps read and restore beside the records.
#pragma once

#include "session.hpp"

#include <crm/store/store.hpp>

namespace crm::sql {

[[nodiscard]] std::vector<Change> history(Session& session, store::HistoryPlace after, std::size_t limit);

[[nodiscard]] store::FeedRange feed_range(Session& session);
void                           restore_feed_range(Session& session, store::FeedRange range);

/// A copy that is not finished says so as a version of the schema that no library may read, also not an older one.
[[nodiscard]] std::string unfinished_copy(Connection& connection);
void                      mark_unfinished_copy(Session& session, std::string_view source);

}  // namespace crm::sql
