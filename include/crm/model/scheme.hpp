#pragma once

#include <crm/model/revision.hpp>

#include <string>

namespace crm {

/// An ordered set of phases in the three stages, used by case types.
struct Scheme {
    Id<Scheme>  id{};
    Revision    revision{};
    std::string code{};
    std::string name{};

    friend bool operator==(Scheme const&, Scheme const&) = default;
};
BOOST_DESCRIBE_STRUCT(Scheme, (), (id, revision, code, name))

template <>
struct Facts<Scheme> {
    static constexpr std::string_view name   = "scheme";
    static constexpr std::string_view plural = "schemes";
    static constexpr std::string_view doc    = "An ordered set of phases in the three stages, used by case types.";

    static constexpr auto fields = std::to_array<FieldFacts>({
        {.name = "id", .doc = "Key; 0 until the record is added."},
        {.name = "revision", .doc = "Version, and who changed it when."},
        {.name = "code", .doc = "Unique name for programs.", .max_length = 60, .required = true},
        {.name = "name", .doc = "Name for people.", .max_length = 100, .required = true},
    });
    static constexpr auto unique = std::to_array<UniqueFacts>({{{"code"}}});
};
static_assert(facts_agree<Scheme>(), "Facts<Scheme> and the description of Scheme differ");
static_assert(describes_every_member<Scheme>(), "a member of Scheme is missing from BOOST_DESCRIBE_STRUCT");

}  // namespace crm
