// How conditions are brought to a store.
#pragma once

#include "store/condition/bind.hpp"

#include <crm/work/session.hpp>

namespace crm {

/// What conditions depend on: the host's clock and zone, and the bases that the store knows.
[[nodiscard]] store::BindContext bind_context(store::Transaction& store, Settings const& settings);

}  // namespace crm
