#pragma once

#include <crm/model/revision.hpp>

#include <optional>
#include <string>

namespace crm {

struct ContactKind;
struct Person;
struct Subject;

/// Which way the information flowed. Stored by number: append, never renumber.
enum class Direction { incoming = 1, outgoing = 2, internal = 3 };
BOOST_DESCRIBE_ENUM(Direction, incoming, outgoing, internal)

/// What became of a contact. Stored by number: append, never renumber.
enum class ContactStatus { planned = 1, held = 2, not_held = 3, cancelled = 4 };
BOOST_DESCRIBE_ENUM(ContactStatus, planned, held, not_held, cancelled)

/// An event: information flowed between a subject and an employee of ours.
struct Contact {
    Id<Contact>                id{};
    Revision                   revision{};
    Id<ContactKind>            kind_id{};
    std::optional<Id<Subject>> subject_id{};
    std::optional<Id<Person>>  person_id{};
    Instant                    at{};
    std::optional<Instant>     ended_at{};
    Direction                  direction = Direction::incoming;
    ContactStatus              status = ContactStatus::held;
    bool                       is_automatic = false;
    std::string                summary{};
    std::string                body{};
    std::string                place{};
    std::optional<Id<Contact>> thread_id{};
    std::optional<int>         evaluation{};

    friend bool operator==(Contact const&, Contact const&) = default;
};
BOOST_DESCRIBE_STRUCT(Contact, (), (id, revision, kind_id, subject_id, person_id, at, ended_at, direction, status,
                                    is_automatic, summary, body, place, thread_id, evaluation))

template <>
struct Facts<Contact> {
    static constexpr std::string_view name   = "contact";
    static constexpr std::string_view plural = "contacts";
    static constexpr std::string_view doc    = "An event: information flowed between a subject and an employee of ours.";

    static constexpr auto fields = std::to_array<FieldFacts>({
        {.name = "id", .doc = "Key; 0 until the record is added."},
        {.name = "revision", .doc = "Version, and who changed it when."},
        {.name = "kind_id", .doc = "What kind of contact."},
        {.name = "subject_id", .doc = "The subject, as of the event: it stays when the person moves on.", .group = "about"},
        {.name = "person_id", .doc = "The person.", .group = "about"},
        {.name = "at", .doc = "When it took place (UTC); not given: now."},
        {.name = "ended_at", .doc = "When it ended (UTC)."},
        {.name = "direction", .doc = "Which way the information flowed."},
        {.name = "status", .doc = "Planned, held, or what became of the plan."},
        {.name = "is_automatic", .doc = "Sent by a machine: an absence note, a report, a mailing list."},
        {.name = "summary", .doc = "One line.", .max_length = 998, .personal = true},
        {.name = "body", .doc = "What was said.", .max_length = 4'000'000, .personal = true},
        {.name = "place", .doc = "Where.", .max_length = 200, .personal = true},
        {.name = "thread_id", .doc = "The first contact of the thread that it belongs to; none: it begins one."},
        {.name = "evaluation", .doc = "How it went, from -2 to 2."},
    });
};
static_assert(facts_agree<Contact>(), "Facts<Contact> and the description of Contact differ");
static_assert(describes_every_member<Contact>(), "a member of Contact is missing from BOOST_DESCRIBE_STRUCT");

}  // namespace crm
