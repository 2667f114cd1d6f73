#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace crm::sql {

/// One step from a version of the schema to the next: the text of a file in this folder.
struct Migration {
    std::int64_t     version;
    std::string_view name;    ///< of the file
    std::string_view script;  ///< a statement ends with a semicolon at the end of a line
};

/// From the oldest on; version n is the n-th.
[[nodiscard]] std::span<Migration const> migrations();

}  // namespace crm::sql
