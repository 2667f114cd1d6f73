#pragma once

#include <crm/model/revision.hpp>

#include <optional>
#include <string>

namespace crm {

/// A named group of subjects, defined by the user, by any criterion; a subject can be in many.
struct Base {
    Id<Base>                id{};
    Revision                revision{};
    std::string             code{};
    std::string             name{};
    std::optional<Id<Base>> parent_id{};
    std::string             criterion{};
    std::string             description{};

    friend bool operator==(Base const&, Base const&) = default;
};
BOOST_DESCRIBE_STRUCT(Base, (), (id, revision, code, name, parent_id, criterion, description))

template <>
struct Facts<Base> {
    static constexpr std::string_view name   = "base";
    static constexpr std::string_view plural = "bases";
    static constexpr std::string_view doc    = "A named group of subjects, defined by the user, by any criterion; a subject can be in many.";

    static constexpr auto fields = std::to_array<FieldFacts>({
        {.name = "id", .doc = "Key; 0 until the record is added."},
        {.name = "revision", .doc = "Version, and who changed it when."},
        {.name = "code", .doc = "Unique name for programs.", .max_length = 60, .required = true},
        {.name = "name", .doc = "Name for people.", .max_length = 100, .required = true},
        {.name = "parent_id", .doc = "The base that it is shown under."},
        {.name = "criterion", .doc = "A condition on subjects in text form; empty: members are chosen by hand.", .max_length = 4000},
        {.name = "description", .doc = "What it is for.", .max_length = 2000},
    });
    static constexpr auto unique = std::to_array<UniqueFacts>({{{"code"}}});
};
static_assert(facts_agree<Base>(), "Facts<Base> and the description of Base differ");
static_assert(describes_every_member<Base>(), "a member of Base is missing from BOOST_DESCRIBE_STRUCT");

}  // namespace crm
