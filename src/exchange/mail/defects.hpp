#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace crm::mail {

/// What was wrong with a message. A code is told once, however often a hostile message earns it.
using Defects = std::vector<std::string>;

inline void note(Defects& defects, std::string_view code)
{
    if (std::find(defects.begin(), defects.end(), code) == defects.end())
        defects.emplace_back(code);
}

}  // namespace crm::mail
