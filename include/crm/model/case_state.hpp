#pragma once

#include <crm/model/case.hpp>
#include <crm/model/money.hpp>
#include <crm/model/phase.hpp>
#include <crm/model/revision.hpp>

#include <cstdint>
#include <optional>

namespace crm {

struct Case;
struct CaseType;
struct Operator;
struct Phase;
struct Subject;

/// What a case was from a moment on: one row for each change of what the funnel reads, only ever appended.
struct CaseState {
    Id<CaseState>               id{};
    Id<Case>                    case_id{};
    std::int64_t                seq = 0;
    Instant                     valid_at{};
    Instant                     recorded_at{};
    std::int64_t                operation_id = 0;
    std::optional<Id<Operator>> operator_id{};
    Id<CaseType>                type_id{};
    Id<Phase>                   phase_id{};
    Stage                       stage{};
    std::optional<Id<Phase>>    previous_phase_id{};
    bool                        entered = false;
    std::optional<Id<Subject>>  subject_id{};
    Id<Operator>                keeper_id{};
    std::optional<Money>        expected{};
    int                         probability = 0;
    std::optional<CaseOutcome>  outcome{};

    friend bool operator==(CaseState const&, CaseState const&) = default;
};
BOOST_DESCRIBE_STRUCT(CaseState, (), (id, case_id, seq, valid_at, recorded_at, operation_id, operator_id, type_id, phase_id,
                                      stage, previous_phase_id, entered, subject_id, keeper_id, expected, probability,
                                      outcome))

template <>
struct Facts<CaseState> {
    static constexpr std::string_view name   = "case_state";
    static constexpr std::string_view plural = "case_states";
    static constexpr std::string_view doc    = "What a case was from a moment on: one row for each change of what the funnel reads, only ever appended.";

    static constexpr auto fields = std::to_array<FieldFacts>({
        {.name = "id", .doc = "Key; 0 until the record is added."},
        {.name = "case_id", .doc = "The case.", .owner = true},
        {.name = "seq", .doc = "Counts the states of the case, from 1."},
        {.name = "valid_at", .doc = "From when it was so (UTC); until the next one's."},
        {.name = "recorded_at", .doc = "When it was written down (UTC)."},
        {.name = "operation_id", .doc = "The operation that wrote it."},
        {.name = "operator_id", .doc = "Who changed it; none: the library itself."},
        {.name = "type_id", .doc = "The type of the case."},
        {.name = "phase_id", .doc = "The phase."},
        {.name = "stage", .doc = "The stage of that phase."},
        {.name = "previous_phase_id", .doc = "The phase before, where this state began a visit of another one; none for the first state."},
        {.name = "entered", .doc = "True where the case entered its phase with this state."},
        {.name = "subject_id", .doc = "The counterparty."},
        {.name = "keeper_id", .doc = "The keeper."},
        {.name = "expected", .doc = "Expected value."},
        {.name = "probability", .doc = "Probability that counts, per cent: the case's own, or its phase's."},
        {.name = "outcome", .doc = "How it ended."},
    });
    static constexpr auto unique = std::to_array<UniqueFacts>({{{"case_id", "seq"}}});
};
static_assert(facts_agree<CaseState>(), "Facts<CaseState> and the description of CaseState differ");
static_assert(describes_every_member<CaseState>(), "a member of CaseState is missing from BOOST_DESCRIBE_STRUCT");

}  // namespace crm
