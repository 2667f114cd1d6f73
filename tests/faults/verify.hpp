#pragma once

#include <crm/work/database.hpp>

#include <iosfwd>
#include <string>

namespace crm::faults {

/// Compares a database with the logs of all who wrote to it, and of those who followed its feed: records, versions,
/// history, operations and feed. Says what it found; whether all agree.
/// \param uri where the database was opened
[[nodiscard]] bool verify(Database& database, std::string const& uri, std::string const& folder_of_logs, std::ostream& out);

}  // namespace crm::faults
