#pragma once

#include "session.hpp"

namespace crm::sql {

/// What happened, newest first: one page of each kind of entry, each in the order of its own index, merged.
[[nodiscard]] Timeline timeline(Session& session, TimelineQuery const& query);

}  // namespace crm::sql
