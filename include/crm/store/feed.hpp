#pragma once

#include <crm/store/history.hpp>

#include <cstdint>
#include <vector>

namespace crm {

/// One committed operation, whole.
struct FeedEntry {
    std::int64_t        position = 0;  ///< in the feed: the cursor that stands behind it
    Operation           operation{};
    std::vector<Change> changes{};     ///< in the order in which they were made

    friend bool operator==(FeedEntry const&, FeedEntry const&) = default;
};

/// Operations in an order in which no effect comes before its cause.
using Feed = std::vector<FeedEntry>;

}  // namespace crm
