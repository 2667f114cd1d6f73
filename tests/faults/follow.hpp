#pragma once

#include <crm/work/database.hpp>

#include <atomic>
#include <string>

namespace crm::faults {

/// Follows the feed from its beginning, a line for each operation: `seen POSITION ID KEY`. When `ending` becomes true, it
/// goes on to the end of the feed.
void follow(Database const& database, std::string const& log, std::atomic<bool> const& ending);

}  // namespace crm::faults
