#pragma once

#include <crm/model/revision.hpp>

#include <optional>
#include <string>

namespace crm {

struct Case;
struct Contact;
struct Person;
struct Subject;
struct Task;

/// Any information attached to the records.
struct Note {
    Id<Note>                    id{};
    Revision                    revision{};
    std::optional<Id<Subject>>  subject_id{};
    std::optional<Id<Person>>   person_id{};
    std::optional<Id<Contact>>  contact_id{};
    std::optional<Id<Task>>     task_id{};
    std::optional<Id<Case>>     case_id{};
    std::optional<Id<Operator>> author_id{};
    Instant                     written_at{};
    std::string                 title{};
    std::string                 body{};
    bool                        is_private = false;
    bool                        is_pinned = false;

    friend bool operator==(Note const&, Note const&) = default;
};
BOOST_DESCRIBE_STRUCT(Note, (), (id, revision, subject_id, person_id, contact_id, task_id, case_id, author_id, written_at,
                                 title, body, is_private, is_pinned))

template <>
struct Facts<Note> {
    static constexpr std::string_view name   = "note";
    static constexpr std::string_view plural = "notes";
    static constexpr std::string_view doc    = "Any information attached to the records.";

    static constexpr auto fields = std::to_array<FieldFacts>({
        {.name = "id", .doc = "Key; 0 until the record is added."},
        {.name = "revision", .doc = "Version, and who changed it when."},
        {.name = "subject_id", .doc = "The subject that it is about.", .group = "about"},
        {.name = "person_id", .doc = "The person that it is about.", .group = "about"},
        {.name = "contact_id", .doc = "The contact that it belongs to."},
        {.name = "task_id", .doc = "The task that it belongs to."},
        {.name = "case_id", .doc = "The case that it belongs to."},
        {.name = "author_id", .doc = "Who wrote it; not given: the operator who works."},
        {.name = "written_at", .doc = "When it was written (UTC); not given: now."},
        {.name = "title", .doc = "One line.", .max_length = 255, .personal = true},
        {.name = "body", .doc = "The text.", .max_length = 1'000'000, .required = true, .personal = true},
        {.name = "is_private", .doc = "Shown to its author alone."},
        {.name = "is_pinned", .doc = "Shown before the others."},
    });
};
static_assert(facts_agree<Note>(), "Facts<Note> and the description of Note differ");
static_assert(describes_every_member<Note>(), "a member of Note is missing from BOOST_DESCRIBE_STRUCT");

}  // namespace crm
