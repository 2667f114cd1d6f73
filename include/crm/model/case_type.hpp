#pragma once

#include <crm/model/revision.hpp>

#include <string>

namespace crm {

struct Scheme;

/// What kind of case: its scheme of phases.
struct CaseType {
    Id<CaseType> id{};
    Revision     revision{};
    std::string  code{};
    std::string  name{};
    Id<Scheme>   scheme_id{};

    friend bool operator==(CaseType const&, CaseType const&) = default;
};
BOOST_DESCRIBE_STRUCT(CaseType, (), (id, revision, code, name, scheme_id))

template <>
struct Facts<CaseType> {
    static constexpr std::string_view name   = "case_type";
    static constexpr std::string_view plural = "case_types";
    static constexpr std::string_view doc    = "What kind of case: its scheme of phases.";

    static constexpr auto fields = std::to_array<FieldFacts>({
        {.name = "id", .doc = "Key; 0 until the record is added."},
        {.name = "revision", .doc = "Version, and who changed it when."},
        {.name = "code", .doc = "Unique name for programs.", .max_length = 60, .required = true},
        {.name = "name", .doc = "Name for people.", .max_length = 100, .required = true},
        {.name = "scheme_id", .doc = "The phases that its cases go through."},
    });
    static constexpr auto unique = std::to_array<UniqueFacts>({{{"code"}}});
};
static_assert(facts_agree<CaseType>(), "Facts<CaseType> and the description of CaseType differ");
static_assert(describes_every_member<CaseType>(), "a member of CaseType is missing from BOOST_DESCRIBE_STRUCT");

}  // namespace crm
