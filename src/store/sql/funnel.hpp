#pragma once

#include "session.hpp"

namespace crm::sql {

[[nodiscard]] Funnel funnel(Session& session, FunnelQuery const& query);

}  // namespace crm::sql
