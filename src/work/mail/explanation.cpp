#include "explanation.hpp"

#include <boost/json/serialize.hpp>

namespace crm::mail {

namespace json = boost::json;

std::string explanation(Match const& match, std::string_view case_rule)
{
    constexpr std::size_t most = 100;  // candidates; the field has room for them

    json::array candidates;
    for (auto const& [record, id, why_not] : match.candidates)
        if (candidates.size() != most)
            candidates.push_back({{"record", record}, {"id", id}, {"why_not", why_not}});
    json::object told{{"rule", match.rule}};
    if (!case_rule.empty())
        told["case_rule"] = case_rule;
    if (!candidates.empty())
        told["candidates"] = std::move(candidates);
    return json::serialize(told);
}

}  // namespace crm::mail
