#pragma once

#include <crm/rules/rule.hpp>

namespace crm::rules {

template <>
inline constexpr auto own_rules<Base> = std::to_array<Rule<Base>>({
    {"base.parent.other", "parent_id", "Choose another base to show it under.",
     [](Base const& b) { return !b.parent_id || *b.parent_id != b.id; }},
});

}  // namespace crm::rules
