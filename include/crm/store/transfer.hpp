// What is asked of a store beyond records, to take a whole database elsewhere.
#pragma once

#include <cstdint>
#include <functional>

namespace crm::store {

/// A place in the history: behind a change of an operation.
struct HistoryPlace {
    std::int64_t operation = 0;
    std::int64_t position  = -1;
};

/// Which places of the feed are kept.
struct FeedRange {
    std::int64_t kept_from = 1;
    std::int64_t last      = 0;

    friend bool operator==(FeedRange const&, FeedRange const&) = default;
};

/// Told how many pages of a file are copied, and of how many.
using BackupProgress = std::function<void(std::int64_t done, std::int64_t all)>;

}  // namespace crm::store
