#pragma once

#include <iosfwd>
#include <string>

namespace crm::faults {

/// Compares a database with the logs of all who wrote to it, and of those who followed its feed: records, versions,
/// history, operations and feed. Says what it found; whether all agree.
[[nodiscard]] bool verify(std::string const& uri, std::string const& folder_of_logs, std::ostream& out);

}  // namespace crm::faults
