#pragma once

#include <crm/work/work.hpp>

#include <string_view>

namespace crm {

/// Adds the named set of case types, phases and kinds of contact, unless the database has case types already.
/// \throws InvalidArgument when there is no set of that name
void add_starter(Work& work, std::string_view name);

}  // namespace crm
