#include "plan_sums.hpp"

#include <algorithm>
#include <tuple>

namespace crm {

namespace {

std::int64_t shown(WideAmount wide)
{
    return narrow(wide, "A sum, difference or share of plan and actual has no room: correct the amounts of the case.");
}

/// Fills in what a row says of its sums.
template <class Row>
void write_amounts(PlanSums const& sums, std::string_view currency, Row& row)
{
    Currency const of{currency};
    row.planned      = {shown(sums.planned), of};
    row.actual       = {shown(sums.actual), of};
    row.difference   = {shown(sums.difference()), of};
    row.basis_points = share_of_plan(row.planned, row.actual);
}

}  // namespace

std::optional<std::int64_t> share_of_plan(Money const& planned, Money const& actual)
{
    if (planned.amount == 0)
        return std::nullopt;
    WideAmount const plan = planned.amount, twice = WideAmount{actual.amount} * 20'000;
    bool const       is_negative = (plan < 0) != (twice < 0);
    return shown((twice + (is_negative ? -plan : plan)) / (plan * 2));
}

PlanComparison comparison_of(std::map<PlanPlace, PlanSums> const& sums)
{
    PlanComparison rows;
    PlanSums       total;
    for (auto place = sums.begin(); place != sums.end();) {
        auto const& [currency, side, category] = place->first;
        rows.push_back({.side = side, .category = category});
        write_amounts(place->second, currency, rows.back());
        total += place->second;

        auto const next    = std::next(place);
        bool const is_last = next == sums.end() || next->first.currency != currency || next->first.side != side;
        if (is_last) {
            rows.push_back({.side = side});
            write_amounts(std::exchange(total, {}), currency, rows.back());
        }
        place = next;
    }
    return rows;
}

Overruns overruns_of(CaseSumsByCurrency cases, std::size_t limit, NameCase const& name)
{
    // A heap, because few of many are shown.
    auto const later = [](CaseSums const& a, CaseSums const& b) {
        return std::tuple{a.sums.difference(), -a.case_id} < std::tuple{b.sums.difference(), -b.case_id};
    };
    Overruns overruns;
    for (auto& [currency, of_currency] : cases) {
        std::ranges::make_heap(of_currency, later);
        for (std::size_t shown = 0; shown != limit && !of_currency.empty(); of_currency.pop_back()) {
            std::ranges::pop_heap(of_currency, later);
            Overrun next{.case_id = {of_currency.back().case_id}};
            if (!name(next))
                continue;
            write_amounts(of_currency.back().sums, currency, next);
            overruns.push_back(std::move(next));
            ++shown;
        }
    }
    return overruns;
}

}  // namespace crm
