#pragma once

#include <crm/rules/rule.hpp>

namespace crm::rules {

/// Who leaves has handed the open cases over.
/// \param cases how many open cases the operator keeps
inline void check_leaving(std::int64_t cases, Violations& broken)
{
    if (cases > 0)
        add(broken, "operator.cases.open", "is_active",
            "Hand over the operator's " + std::to_string(cases) + " open cases first, by hand_over_all().");
}

/// Nothing new is given to someone who has left.
inline void check_active(std::string_view code, std::string_view field, std::optional<Operator> const& who, Violations& broken)
{
    if (who && !who->is_active)
        add(broken, code, field, "Choose an operator who is active: this one has left.");
}

}  // namespace crm::rules
