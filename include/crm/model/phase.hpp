#pragma once

#include <crm/model/revision.hpp>

#include <string>

namespace crm {

struct Scheme;

/// The part of its life that a case is in. Stored by number: append, never renumber.
enum class Stage { potential = 1, active = 2, closed = 3 };
BOOST_DESCRIBE_ENUM(Stage, potential, active, closed)

/// A step that users define inside a stage, in an order.
struct Phase {
    Id<Phase>   id{};
    Revision    revision{};
    Id<Scheme>  scheme_id{};
    std::string code{};
    std::string name{};
    Stage       stage{};
    int         ordinal = 0;
    int         probability = 0;

    friend bool operator==(Phase const&, Phase const&) = default;
};
BOOST_DESCRIBE_STRUCT(Phase, (), (id, revision, scheme_id, code, name, stage, ordinal, probability))

template <>
struct Facts<Phase> {
    static constexpr std::string_view name   = "phase";
    static constexpr std::string_view plural = "phases";
    static constexpr std::string_view doc    = "A step that users define inside a stage, in an order.";

    static constexpr auto fields = std::to_array<FieldFacts>({
        {.name = "id", .doc = "Key; 0 until the record is added."},
        {.name = "revision", .doc = "Version, and who changed it when."},
        {.name = "scheme_id", .doc = "The scheme that it belongs to."},
        {.name = "code", .doc = "Name for programs, unique in its scheme.", .max_length = 60, .required = true},
        {.name = "name", .doc = "Name for people.", .max_length = 100, .required = true},
        {.name = "stage", .doc = "The stage that it is a step of."},
        {.name = "ordinal", .doc = "Its place among the phases of the scheme: the lowest of a stage comes first."},
        {.name = "probability", .doc = "Probability of winning, per cent, of cases that give none."},
    });
    static constexpr auto unique = std::to_array<UniqueFacts>({{{"scheme_id", "code"}}});
};
static_assert(facts_agree<Phase>(), "Facts<Phase> and the description of Phase differ");
static_assert(describes_every_member<Phase>(), "a member of Phase is missing from BOOST_DESCRIBE_STRUCT");

}  // namespace crm
