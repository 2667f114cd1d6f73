#pragma once

#include <crm/model/revision.hpp>

#include <string>

namespace crm {

struct Base;
struct Subject;

/// A subject in a base, chosen by hand, or kept out of one by criterion.
struct BaseMember {
    Id<BaseMember> id{};
    Revision       revision{};
    Id<Base>       base_id{};
    Id<Subject>    subject_id{};
    bool           is_excluded = false;
    std::string    reason{};

    friend bool operator==(BaseMember const&, BaseMember const&) = default;
};
BOOST_DESCRIBE_STRUCT(BaseMember, (), (id, revision, base_id, subject_id, is_excluded, reason))

template <>
struct Facts<BaseMember> {
    static constexpr std::string_view name   = "base_member";
    static constexpr std::string_view plural = "base_members";
    static constexpr std::string_view doc    = "A subject in a base, chosen by hand, or kept out of one by criterion.";

    static constexpr auto fields = std::to_array<FieldFacts>({
        {.name = "id", .doc = "Key; 0 until the record is added."},
        {.name = "revision", .doc = "Version, and who changed it when."},
        {.name = "base_id", .doc = "The base.", .owner = true},
        {.name = "subject_id", .doc = "The subject.", .owner = true},
        {.name = "is_excluded", .doc = "Keeps the subject out of a base that its criterion would put it in."},
        {.name = "reason", .doc = "Why.", .max_length = 500, .personal = true},
    });
    static constexpr auto unique = std::to_array<UniqueFacts>({{{"base_id", "subject_id"}}});
};
static_assert(facts_agree<BaseMember>(), "Facts<BaseMember> and the description of BaseMember differ");
static_assert(describes_every_member<BaseMember>(), "a member of BaseMember is missing from BOOST_DESCRIBE_STRUCT");

}  // namespace crm
