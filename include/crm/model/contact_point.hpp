#pragma once

#include <crm/model/revision.hpp>

#include <string>

namespace crm {

struct Party;

/// What a contact point is. Stored by number: append, never renumber.
enum class ContactPointKind { phone = 1, email = 2, fax = 3, web = 4, messenger = 5, other = 6 };
BOOST_DESCRIBE_ENUM(ContactPointKind, phone, email, fax, web, messenger, other)

/// One phone number, e-mail address, web page… of a party.
struct ContactPoint {
    Id<ContactPoint> id{};
    Revision         revision{};
    Id<Party>        party_id{};
    ContactPointKind kind{};
    std::string      value{};
    std::string      value_key{};
    std::string      domain{};
    std::string      label{};
    bool             is_primary = false;
    bool             is_private = false;
    bool             do_not_use = false;

    friend bool operator==(ContactPoint const&, ContactPoint const&) = default;
};
BOOST_DESCRIBE_STRUCT(ContactPoint, (), (id, revision, party_id, kind, value, value_key, domain, label, is_primary,
                                         is_private, do_not_use))

template <>
struct Facts<ContactPoint> {
    static constexpr std::string_view name   = "contact_point";
    static constexpr std::string_view plural = "contact_points";
    static constexpr std::string_view doc    = "One phone number, e-mail address, web page… of a party.";

    static constexpr auto fields = std::to_array<FieldFacts>({
        {.name = "id", .doc = "Key; 0 until the record is added."},
        {.name = "revision", .doc = "Version, and who changed it when."},
        {.name = "party_id", .doc = "Whose it is.", .owner = true},
        {.name = "kind", .doc = "What it is."},
        {.name = "value", .doc = "As people write it.", .max_length = 320, .required = true, .personal = true},
        {.name = "value_key", .doc = "For comparing: an address in lower case, a number as + and digits.", .max_length = 320, .personal = true, .library = true},
        {.name = "domain", .doc = "Of an address or a web page: the domain, in lower case and without www.", .max_length = 255, .library = true},
        {.name = "label", .doc = "What it is for, such as office.", .max_length = 100},
        {.name = "is_primary", .doc = "The one of its kind to use first; a party has at most one of each kind."},
        {.name = "is_private", .doc = "Belongs to the person rather than to the business."},
        {.name = "do_not_use", .doc = "Kept, but nobody writes or calls there."},
    });
};
static_assert(facts_agree<ContactPoint>(), "Facts<ContactPoint> and the description of ContactPoint differ");
static_assert(describes_every_member<ContactPoint>(), "a member of ContactPoint is missing from BOOST_DESCRIBE_STRUCT");

}  // namespace crm
