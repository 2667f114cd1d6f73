// The plan of cases against what they cost and brought in: the questions, their answers, and the formula behind the shares.
#pragma once

#include <crm/model/case.hpp>
#include <crm/model/plan_line.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace crm {

/// Plan and actual of a case in one currency, on one side, of one category or of all.
///
/// Planned is the sum of the plan lines in use. Actual is the sum of the linked trade documents that are confirmed or
/// posted and in use, as far as their kind counts as that side; those of a reversal are taken away.
struct PlanRow {
    MoneySide                    side{};
    std::optional<MoneyCategory> category{};  ///< none: the total of the side in this currency
    Money                        planned{};
    Money                        actual{};
    Money                        difference{};    ///< actual less planned
    std::optional<std::int64_t>  basis_points{};  ///< share_of_plan(); none where nothing was planned

    friend bool operator==(PlanRow const&, PlanRow const&) = default;
};

/// By currency and side: the categories that have plan lines or documents, then their total.
using PlanComparison = std::vector<PlanRow>;

/// Which cases are compared.
struct OverrunQuery {
    std::size_t limit = 20;  ///< at most so many of each currency
    MoneySide   side  = MoneySide::cost;
};

/// Plan and actual of a case in one currency, on the side that was asked for.
struct Overrun {
    Id<Case>                    case_id{};
    std::string                 number{};  ///< of the case
    std::string                 title{};   ///< of the case
    Money                       planned{};
    Money                       actual{};
    Money                       difference{};    ///< actual less planned
    std::optional<std::int64_t> basis_points{};  ///< share_of_plan(); none where nothing was planned

    friend bool operator==(Overrun const&, Overrun const&) = default;
};

/// By currency, then the greatest difference first, then by id. Of the cases that are not archived and have a plan line
/// of that side in that currency.
using Overruns = std::vector<Overrun>;

/// Actual as a share of the plan in 1/100 of a per cent, rounded half away from zero: 10 000 is just as planned. None where
/// the plan is zero.
/// \throws OutOfRange when it has no room
[[nodiscard]] std::optional<std::int64_t> share_of_plan(Money const& planned, Money const& actual);

}  // namespace crm
