#pragma once

#include "matching.hpp"

#include <string>

namespace crm::mail {

/// Why a message was matched so, or not, as JSON: the rule that chose the record, the one that chose the case, and the
/// candidates that were not taken.
[[nodiscard]] std::string explanation(Match const& match, std::string_view case_rule = {});

}  // namespace crm::mail
