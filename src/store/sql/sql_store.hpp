#pragma once

#include "counters.hpp"
#include "dialect.hpp"

#include <crm/store/store.hpp>

namespace crm::sql {

/// Records in the database `target` of `dialect`, whose tables are made or upgraded when the target says so.
[[nodiscard]] std::unique_ptr<store::Store> open_sql_store(Dialect const& dialect, Target target, std::shared_ptr<Counters> counters);

}  // namespace crm::sql
