#pragma once

#include <crm/model/revision.hpp>

#include <string>

namespace crm {

/// An employee of ours. One without a login is allowed: someone who takes part in contacts only.
struct Operator {
    Id<Operator> id{};
    Revision     revision{};
    std::string  code{};
    std::string  name{};
    std::string  email{};
    bool         is_active = true;

    friend bool operator==(Operator const&, Operator const&) = default;
};
BOOST_DESCRIBE_STRUCT(Operator, (), (id, revision, code, name, email, is_active))

template <>
struct Facts<Operator> {
    static constexpr std::string_view name   = "operator";
    static constexpr std::string_view plural = "operators";
    static constexpr std::string_view doc    = "An employee of ours. One without a login is allowed: someone who takes part in contacts only.";

    static constexpr auto fields = std::to_array<FieldFacts>({
        {.name = "id", .doc = "Key; 0 until the record is added."},
        {.name = "revision", .doc = "Version, and who changed it when."},
        {.name = "code", .doc = "Login, unique; empty for someone who does not log in.", .max_length = 60, .optional = true},
        {.name = "name", .doc = "Name for people.", .max_length = 200, .required = true, .personal = true},
        {.name = "email", .doc = "Our own address, by which outgoing mail is told; lower case.", .max_length = 320, .personal = true},
        {.name = "is_active", .doc = "False for someone who has left: nothing new is given to them."},
    });
    static constexpr auto unique = std::to_array<UniqueFacts>({{{"code"}}});
};
static_assert(facts_agree<Operator>(), "Facts<Operator> and the description of Operator differ");
static_assert(describes_every_member<Operator>(), "a member of Operator is missing from BOOST_DESCRIBE_STRUCT");

}  // namespace crm
