#include "names.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <numeric>
#include <utility>

namespace crm::condition {

namespace {

/// Levenshtein's: how many letters are put in, taken out or exchanged.
std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i != a.size(); ++i) {
        auto corner = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j != b.size(); ++j) {
            auto const exchanged = corner + (a[i] == b[j] ? 0 : 1);
            corner               = row[j + 1];
            row[j + 1]           = std::min({row[j] + 1, row[j + 1] + 1, exchanged});
        }
    }
    return row.back();
}

bool is_near(std::string_view unknown, std::string_view name)
{
    constexpr std::size_t letters = 3;  // that a name which is part of another has at least
    bool const is_part = std::min(unknown.size(), name.size()) >= letters &&
                         (name.find(unknown) != name.npos || unknown.find(name) != unknown.npos);
    return is_part || (unknown.size() <= 60 && distance(unknown, name) <= 2);
}

}  // namespace

std::vector<std::string> near_names(std::string_view unknown, std::vector<std::string> const& names)
{
    std::vector<std::string> near;
    std::ranges::copy_if(names, std::back_inserter(near), [&](auto const& name) { return is_near(unknown, name); });
    return near.empty() ? names : near;
}

std::string listed(std::vector<std::string> const& names)
{
    std::string list;
    for (auto const& name : names)
        list.append(list.empty() ? "" : ", ").append(name);
    return list;
}

}  // namespace crm::condition
