// The feed of whole operations, in the order of the places that were given to them.
#pragma once

#include "session.hpp"

#include <crm/store/feed.hpp>

namespace crm::sql {

/// Stores the operation, with a stamp behind `seen`, its own, and every one that was committed. Where there is one writer
/// at a time it has its place in the feed at once.
void write_operation(Session& session, Operation& operation, std::int64_t seen);

/// Gives places to committed operations that have none, in the order of their stamps: no effect comes before its cause,
/// because whoever commits what others had committed before takes a greater stamp. How many, at most a few hundred.
/// Run in a transaction of its own, or before the only writer writes his own.
std::size_t number_operations(Session& session);

/// The last place that was given; 0: none.
[[nodiscard]] std::int64_t last_place(Session& session);

/// Whether some have none yet.
[[nodiscard]] bool has_unnumbered(Session& session);

/// \throws OutOfRange when operations behind `after` are not kept any more
[[nodiscard]] Feed feed(Session& session, std::int64_t after, std::size_t limit);

/// Removes operations that are in the feed and began before a moment, with their history, at most a few hundred.
std::size_t forget_history(Session& session, Instant before);

/// Adds what is known of the feed.
void describe_feed(Session& session, Stats& stats);

}  // namespace crm::sql
