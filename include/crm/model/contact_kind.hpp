#pragma once

#include <crm/model/revision.hpp>

#include <string>

namespace crm {

/// How information flows. Stored by number: append, never renumber.
enum class Medium { phone = 1, email = 2, fax = 3, meeting = 4, letter = 5, chat = 6, visit = 7, other = 8 };
BOOST_DESCRIBE_ENUM(Medium, phone, email, fax, meeting, letter, chat, visit, other)

/// A kind of contact that users define.
struct ContactKind {
    Id<ContactKind> id{};
    Revision        revision{};
    std::string     code{};
    std::string     name{};
    Medium          medium{};

    friend bool operator==(ContactKind const&, ContactKind const&) = default;
};
BOOST_DESCRIBE_STRUCT(ContactKind, (), (id, revision, code, name, medium))

template <>
struct Facts<ContactKind> {
    static constexpr std::string_view name   = "contact_kind";
    static constexpr std::string_view plural = "contact_kinds";
    static constexpr std::string_view doc    = "A kind of contact that users define.";

    static constexpr auto fields = std::to_array<FieldFacts>({
        {.name = "id", .doc = "Key; 0 until the record is added."},
        {.name = "revision", .doc = "Version, and who changed it when."},
        {.name = "code", .doc = "Unique name for programs.", .max_length = 60, .required = true},
        {.name = "name", .doc = "Name for people.", .max_length = 100, .required = true},
        {.name = "medium", .doc = "The medium that it goes by."},
    });
    static constexpr auto unique = std::to_array<UniqueFacts>({{{"code"}}});
};
static_assert(facts_agree<ContactKind>(), "Facts<ContactKind> and the description of ContactKind differ");
static_assert(describes_every_member<ContactKind>(), "a member of ContactKind is missing from BOOST_DESCRIBE_STRUCT");

}  // namespace crm
