#pragma once

#include <filesystem>
#include <string>

namespace crm {

/// The bytes of a file.
/// \throws NotFound, Unavailable
[[nodiscard]] std::string read_file(std::filesystem::path const& path);

}  // namespace crm
