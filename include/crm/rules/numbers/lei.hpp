#pragma once

#include <crm/rules/numbers/check_digits.hpp>

#include <string_view>

namespace crm::rules::numbers {

/// LEI: eighteen letters or digits and two check digits (ISO 17442-1). Takes a text without separators.
constexpr bool is_lei(std::string_view number)
{
    return has_shape(number, "18!c2!n") && mod_97_10(number) == 1;
}

}  // namespace crm::rules::numbers
