#include "plan.hpp"

#include "records_in.hpp"

#include "analysis/plan_sums.hpp"

#include <map>
#include <set>
#include <utility>

namespace crm::store {

namespace {

/// What a document adds to the actual of its case; none where it counts as nothing.
std::optional<std::pair<MoneySide, WideAmount>> actual_of(MemoryTables const& tables, TradeDocument const& document)
{
    auto const kind = record_of(tables, document.kind_id);
    if (!document.case_id || !is_actual(document.status) || kind.counts_as == CountsAs::neither)
        return std::nullopt;
    WideAmount const amount = document.net.amount;
    return std::pair{kind.counts_as == CountsAs::cost ? MoneySide::cost : MoneySide::revenue, kind.is_reversal ? -amount : amount};
}

/// The sums of every case, by case and place.
using Sums = std::map<std::pair<std::int64_t, PlanPlace>, PlanSums>;

Sums all_sums(MemoryTables const& tables)
{
    Sums sums;
    for (auto const& line : records_in_use<PlanLine>(tables)) {
        PlanPlace place{std::string{line.planned.currency.code()}, line.side, line.category};
        sums[{line.case_id.value, std::move(place)}].planned += line.planned.amount;
    }
    for (auto const& document : records_in_use<TradeDocument>(tables))
        if (auto const actual = actual_of(tables, document)) {
            PlanPlace place{std::string{document.net.currency.code()}, actual->first, document.category};
            sums[{document.case_id->value, std::move(place)}].actual += actual->second;
        }
    return sums;
}

/// A currency, and a case.
using CaseOfCurrency = std::pair<std::string, std::int64_t>;

/// Those with a plan on that side.
std::set<CaseOfCurrency> planned(MemoryTables const& tables, MoneySide side)
{
    std::set<CaseOfCurrency> cases;
    for (auto const& line : records_in_use<PlanLine>(tables))
        if (line.side == side)
            cases.emplace(line.planned.currency.code(), line.case_id.value);
    return cases;
}

}  // namespace

PlanComparison plan_against_actual_of(MemoryTables const& tables, Id<Case> id)
{
    std::map<PlanPlace, PlanSums> of_case;
    for (auto const& [where, sums] : all_sums(tables))
        if (where.first == id.value)
            of_case[where.second] = sums;
    return comparison_of(of_case);
}

Overruns overruns_of(MemoryTables const& tables, OverrunQuery const& query)
{
    std::map<CaseOfCurrency, PlanSums> sums_of_cases;
    for (auto const& [where, sums] : all_sums(tables))
        if (where.second.side == query.side)
            sums_of_cases[{where.second.currency, where.first}] += sums;

    CaseSumsByCurrency cases;
    for (auto const& of : planned(tables, query.side))
        cases[of.first].push_back({of.second, sums_of_cases[of]});
    return crm::overruns_of(std::move(cases), query.limit, [&](Overrun& overrun) {
        auto const its = record_of(tables, overrun.case_id);
        overrun.number = its.number;
        overrun.title  = its.title;
        return !its.revision.archived_at;
    });
}

}  // namespace crm::store
