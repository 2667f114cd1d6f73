// The sales funnel: the question, its answer, and the formula behind the sums.
#pragma once

#include <crm/model/case.hpp>
#include <crm/model/case_type.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace crm {

/// Cases of one phase with amounts in one currency.
struct FunnelRow {
    std::string  phase{};     ///< its code
    std::string  name{};      ///< its name
    Stage        stage{};
    int          ordinal  = 0;
    Id<Phase>    phase_id{};
    std::int64_t count    = 0;  ///< cases
    Money        sum{};         ///< of expected values; in XXX and zero for the cases that carry no money
    Money        weighted{};    ///< of expected values by probability, each rounded to the digits of its currency

    friend bool operator==(FunnelRow const&, FunnelRow const&) = default;
};

/// Which cases are counted. Archived ones never are, nor internal ones unless they are asked for.
struct FunnelQuery {
    std::string                type{};                     ///< code of a case type; empty: every type
    std::optional<Instant>     as_of{};                    ///< the funnel of that moment; none: of now
    std::optional<Id<Operator>> keeper_id{};
    bool                       with_internal = false;      ///< cases without a subject too
};

/// By scheme, stage and ordinal of the phases, then by currency; phases without cases are there once, with zeros.
using Funnel = std::vector<FunnelRow>;

/// What a case adds to the weighted sum: SEMANTICS, "Weighted sum". Won and done count whole, lost and abandoned nothing;
/// rounded half away from zero to the digits that the currency has.
///
/// \param probability per cent, from 0 to 100
/// \throws OutOfRange when rounding leaves no room
[[nodiscard]] inline Money weighted(Money const& expected, int probability, std::optional<CaseOutcome> outcome)
{
    if (outcome)
        probability = *outcome == CaseOutcome::won || *outcome == CaseOutcome::done ? 100 : 0;
    return expected.per_cent(probability);
}

}  // namespace crm
