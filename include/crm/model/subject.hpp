#pragma once

#include <crm/model/revision.hpp>

#include <optional>
#include <string>

namespace crm {

struct Party;

/// Legal: legal persons, partnerships, sole traders registered as a firm. Natural: one private person. Stored by number.
enum class SubjectKind { natural = 1, legal = 2 };
BOOST_DESCRIBE_ENUM(SubjectKind, natural, legal)

/// How far a relation has come. Stored by number: append, never renumber.
enum class SubjectStatus { prospect = 1, active = 2, inactive = 3, blocked = 4 };
BOOST_DESCRIBE_ENUM(SubjectStatus, prospect, active, inactive, blocked)

/// A counterparty from the company's surroundings; legal or natural.
struct Subject {
    Id<Subject>                 id{};
    Revision                    revision{};
    std::string                 number{};
    SubjectKind                 kind{};
    Id<Party>                   party_id{};
    SubjectStatus               status = SubjectStatus::prospect;
    std::optional<Id<Operator>> keeper_id{};
    std::string                 source{};
    std::string                 industry{};
    std::optional<Id<Subject>>  parent_id{};
    bool                        is_own = false;

    friend bool operator==(Subject const&, Subject const&) = default;
};
BOOST_DESCRIBE_STRUCT(Subject, (), (id, revision, number, kind, party_id, status, keeper_id, source, industry, parent_id,
                                    is_own))

template <>
struct Facts<Subject> {
    static constexpr std::string_view name   = "subject";
    static constexpr std::string_view plural = "subjects";
    static constexpr std::string_view doc    = "A counterparty from the company's surroundings; legal or natural.";

    static constexpr auto fields = std::to_array<FieldFacts>({
        {.name = "id", .doc = "Key; 0 until the record is added."},
        {.name = "revision", .doc = "Version, and who changed it when."},
        {.name = "number", .doc = "Unique number from the host's own series; empty: none.", .max_length = 40, .optional = true},
        {.name = "kind", .doc = "Legal or natural; changed by change_kind() alone."},
        {.name = "party_id", .doc = "Names, numbers, addresses and contact points."},
        {.name = "status", .doc = "How far the relation has come."},
        {.name = "keeper_id", .doc = "The operator who looks after the subject."},
        {.name = "source", .doc = "Where the subject came from.", .max_length = 100},
        {.name = "industry", .doc = "Branch of business.", .max_length = 100},
        {.name = "parent_id", .doc = "The firm that it belongs to."},
        {.name = "is_own", .doc = "Our own firm, for internal cases."},
    });
    static constexpr auto unique = std::to_array<UniqueFacts>({{{"number"}}, {{"party_id"}}});
};
static_assert(facts_agree<Subject>(), "Facts<Subject> and the description of Subject differ");
static_assert(describes_every_member<Subject>(), "a member of Subject is missing from BOOST_DESCRIBE_STRUCT");

}  // namespace crm
