#pragma once

#include <crm/model/revision.hpp>

#include <optional>
#include <string>

namespace crm {

struct Contact;
struct Person;

/// The part that a participant took. Stored by number: append, never renumber.
enum class ParticipantRole { attended = 1, sender = 2, recipient = 3, copied = 4 };
BOOST_DESCRIBE_ENUM(ParticipantRole, attended, sender, recipient, copied)

/// Someone who took part in a contact: an employee of ours, a person, or just an address.
struct Participant {
    Id<Participant>             id{};
    Revision                    revision{};
    Id<Contact>                 contact_id{};
    std::optional<Id<Operator>> operator_id{};
    std::optional<Id<Person>>   person_id{};
    std::string                 address{};
    ParticipantRole             role = ParticipantRole::attended;

    friend bool operator==(Participant const&, Participant const&) = default;
};
BOOST_DESCRIBE_STRUCT(Participant, (), (id, revision, contact_id, operator_id, person_id, address, role))

template <>
struct Facts<Participant> {
    static constexpr std::string_view name   = "participant";
    static constexpr std::string_view plural = "participants";
    static constexpr std::string_view doc    = "Someone who took part in a contact: an employee of ours, a person, or just an address.";

    static constexpr auto fields = std::to_array<FieldFacts>({
        {.name = "id", .doc = "Key; 0 until the record is added."},
        {.name = "revision", .doc = "Version, and who changed it when."},
        {.name = "contact_id", .doc = "The contact.", .owner = true},
        {.name = "operator_id", .doc = "An employee of ours.", .group = "who"},
        {.name = "person_id", .doc = "A person of a subject.", .group = "who"},
        {.name = "address", .doc = "An address that belongs to nobody known.", .max_length = 320, .personal = true, .group = "who"},
        {.name = "role", .doc = "The part that they took."},
    });
};
static_assert(facts_agree<Participant>(), "Facts<Participant> and the description of Participant differ");
static_assert(describes_every_member<Participant>(), "a member of Participant is missing from BOOST_DESCRIBE_STRUCT");

}  // namespace crm
