#pragma once

#include <crm/model/revision.hpp>

namespace crm {

struct Case;
struct Contact;

/// A contact that is linked with a case.
struct ContactCase {
    Id<ContactCase> id{};
    Revision        revision{};
    Id<Contact>     contact_id{};
    Id<Case>        case_id{};

    friend bool operator==(ContactCase const&, ContactCase const&) = default;
};
BOOST_DESCRIBE_STRUCT(ContactCase, (), (id, revision, contact_id, case_id))

template <>
struct Facts<ContactCase> {
    static constexpr std::string_view name   = "contact_case";
    static constexpr std::string_view plural = "contact_cases";
    static constexpr std::string_view doc    = "A contact that is linked with a case.";

    static constexpr auto fields = std::to_array<FieldFacts>({
        {.name = "id", .doc = "Key; 0 until the record is added."},
        {.name = "revision", .doc = "Version, and who changed it when."},
        {.name = "contact_id", .doc = "The contact.", .owner = true},
        {.name = "case_id", .doc = "The case.", .owner = true},
    });
    static constexpr auto unique = std::to_array<UniqueFacts>({{{"contact_id", "case_id"}}});
};
static_assert(facts_agree<ContactCase>(), "Facts<ContactCase> and the description of ContactCase differ");
static_assert(describes_every_member<ContactCase>(), "a member of ContactCase is missing from BOOST_DESCRIBE_STRUCT");

}  // namespace crm
