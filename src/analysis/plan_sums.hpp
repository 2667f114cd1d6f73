// Sums of plans and actuals, and the answers that are made of them: the same for every store.
#pragma once

#include "wide_amount.hpp"

#include <crm/analysis/plan.hpp>

#include <compare>
#include <functional>
#include <map>
#include <string>

namespace crm {

/// Plan and actual as they are summed up: only what is shown has to fit into Money.
struct PlanSums {
    WideAmount planned = 0;
    WideAmount actual  = 0;

    PlanSums& operator+=(PlanSums const& other)
    {
        planned += other.planned;
        actual += other.actual;
        return *this;
    }
    [[nodiscard]] WideAmount difference() const { return actual - planned; }
};

/// What is summed up apart, in the order of the answer.
struct PlanPlace {
    std::string   currency{};
    MoneySide     side{};
    MoneyCategory category{};

    friend auto operator<=>(PlanPlace const&, PlanPlace const&) = default;
};

/// Each place, and the totals. \throws OutOfRange
[[nodiscard]] PlanComparison comparison_of(std::map<PlanPlace, PlanSums> const& sums);

/// The sums of a case in one currency.
struct CaseSums {
    std::int64_t case_id = 0;
    PlanSums     sums{};
};
using CaseSumsByCurrency = std::map<std::string, std::vector<CaseSums>, std::less<>>;

/// Writes the number and the title of the case; false when it is not shown.
using NameCase = std::function<bool(Overrun& overrun)>;

/// The first `limit` cases of each currency that are shown. \throws OutOfRange
[[nodiscard]] Overruns overruns_of(CaseSumsByCurrency cases, std::size_t limit, NameCase const& name);

}  // namespace crm
