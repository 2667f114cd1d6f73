// What a URI says of a database.
#pragma once

#include "sql/dialect.hpp"

#include <string_view>

namespace crm::store {

struct Location {
    sql::Dialect const* dialect = nullptr;  ///< none: `memory:`
    sql::Target         target{};  ///< the defaults, and what the URI says
};

/// \throws InvalidArgument when an option is none, or has no such value; Unsupported when the scheme is none, or is not
/// built in. What may be secret is never repeated.
[[nodiscard]] Location location_of(std::string_view uri, sql::Target defaults = {});

}  // namespace crm::store
