#pragma once

#include <crm/store/store.hpp>

#include <chrono>
#include <memory>

namespace crm::store {

/// Records in main memory: for tests, and as the model that the other stores are compared with. A writer waits for the
/// readers, and they for it.
[[nodiscard]] std::unique_ptr<Store> open_memory_store(std::chrono::milliseconds patience);

}  // namespace crm::store
