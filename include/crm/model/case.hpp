#pragma once

#include <crm/model/money.hpp>
#include <crm/model/phase.hpp>
#include <crm/model/revision.hpp>

#include <optional>
#include <string>

namespace crm {

struct CaseType;
struct Person;
struct Phase;
struct Subject;

/// How a case ended. Stored by number: append, never renumber.
enum class CaseOutcome { won = 1, lost = 2, done = 3, abandoned = 4 };
BOOST_DESCRIBE_ENUM(CaseOutcome, won, lost, done, abandoned)

/// What contacts, tasks, documents and notes are grouped by.
///
/// A case is in a phase, and the phase gives its stage: potential, active or closed.
struct Case {
    Id<Case>                   id{};
    Revision                   revision{};
    std::string                number{};
    std::string                title{};
    Id<CaseType>               type_id{};
    Id<Phase>                  phase_id{};
    Stage                      stage{};
    Id<Operator>               keeper_id{};
    std::optional<Id<Subject>> subject_id{};
    std::optional<Id<Person>>  person_id{};
    std::optional<Id<Case>>    parent_id{};
    std::optional<Money>       expected{};
    std::optional<int>         probability{};
    std::optional<Date>        expected_close_on{};
    Instant                    opened_at{};
    std::optional<Instant>     closed_at{};
    std::optional<CaseOutcome> outcome{};
    std::string                reason{};
    std::string                source{};
    std::string                description{};

    friend bool operator==(Case const&, Case const&) = default;
};
BOOST_DESCRIBE_STRUCT(Case, (), (id, revision, number, title, type_id, phase_id, stage, keeper_id, subject_id, person_id,
                                 parent_id, expected, probability, expected_close_on, opened_at, closed_at, outcome, reason,
                                 source, description))

template <>
struct Facts<Case> {
    static constexpr std::string_view name   = "case";
    static constexpr std::string_view plural = "cases";
    static constexpr std::string_view doc    = "What contacts, tasks, documents and notes are grouped by.";

    static constexpr auto fields = std::to_array<FieldFacts>({
        {.name = "id", .doc = "Key; 0 until the record is added."},
        {.name = "revision", .doc = "Version, and who changed it when."},
        {.name = "number", .doc = "Unique number from the host's own series; empty: none.", .max_length = 40, .optional = true},
        {.name = "title", .doc = "What it is about, in one line.", .max_length = 255, .required = true, .personal = true},
        {.name = "type_id", .doc = "What kind of case."},
        {.name = "phase_id", .doc = "The phase it is in, which gives its stage; none given: the first phase of the type.", .group = "phase"},
        {.name = "stage", .doc = "The stage of its phase.", .library = true},
        {.name = "keeper_id", .doc = "The operator who looks after the case; not given: the one who works."},
        {.name = "subject_id", .doc = "The counterparty; none for an internal case.", .group = "subject"},
        {.name = "person_id", .doc = "The person of the subject that the case is with.", .group = "subject"},
        {.name = "parent_id", .doc = "The case that it is a part of."},
        {.name = "expected", .doc = "Expected value, net of tax."},
        {.name = "probability", .doc = "Probability of winning, per cent; none for that of the phase."},
        {.name = "expected_close_on", .doc = "The day when it is expected to be closed."},
        {.name = "opened_at", .doc = "When it was opened (UTC); not given: now."},
        {.name = "closed_at", .doc = "When it was closed (UTC); none while it is open.", .group = "phase"},
        {.name = "outcome", .doc = "How it ended; none while it is open.", .group = "phase"},
        {.name = "reason", .doc = "Why it was lost, or reopened.", .max_length = 1000, .personal = true, .group = "phase"},
        {.name = "source", .doc = "Where it came from.", .max_length = 100},
        {.name = "description", .doc = "What it is about, at length.", .max_length = 20'000, .personal = true},
    });
    static constexpr auto unique = std::to_array<UniqueFacts>({{{"number"}}});
};
static_assert(facts_agree<Case>(), "Facts<Case> and the description of Case differ");
static_assert(describes_every_member<Case>(), "a member of Case is missing from BOOST_DESCRIBE_STRUCT");

}  // namespace crm
