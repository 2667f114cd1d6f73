// What is to be run to bring a database from one version of the schema to the newest: for the library, and for a DBA to read.
#pragma once

#include "dialect.hpp"

#include <crm/store/schema.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace crm::sql {

/// One step, whose statements end with the one that writes its version down.
struct SchemaStep {
    std::int64_t             version = 0;
    std::string              name{};
    std::vector<std::string> statements{};
};

/// The steps behind `version`; from 0 on, all.
[[nodiscard]] std::vector<SchemaStep> steps_after(std::int64_t version, Dialect const& dialect, Target const& target);

[[nodiscard]] std::int64_t newest_version();

/// GRANT statements for `user`, who is there already; none where a database has no users.
[[nodiscard]] std::vector<std::string> grants(DatabaseRole role, std::string const& user, Dialect const& dialect, Target const& target);

}  // namespace crm::sql
