#pragma once

#include <crm/model/revision.hpp>

#include <optional>

namespace crm {

struct Case;
struct Contact;
struct Document;
struct Message;
struct Note;
struct Person;
struct Subject;
struct Task;

/// A document that is linked with one other record.
struct DocumentLink {
    Id<DocumentLink>           id{};
    Revision                   revision{};
    Id<Document>               document_id{};
    std::optional<Id<Subject>> subject_id{};
    std::optional<Id<Person>>  person_id{};
    std::optional<Id<Case>>    case_id{};
    std::optional<Id<Contact>> contact_id{};
    std::optional<Id<Task>>    task_id{};
    std::optional<Id<Note>>    note_id{};
    std::optional<Id<Message>> message_ref{};

    friend bool operator==(DocumentLink const&, DocumentLink const&) = default;
};
BOOST_DESCRIBE_STRUCT(DocumentLink, (), (id, revision, document_id, subject_id, person_id, case_id, contact_id, task_id,
                                         note_id, message_ref))

template <>
struct Facts<DocumentLink> {
    static constexpr std::string_view name   = "document_link";
    static constexpr std::string_view plural = "document_links";
    static constexpr std::string_view doc    = "A document that is linked with one other record.";

    static constexpr auto fields = std::to_array<FieldFacts>({
        {.name = "id", .doc = "Key; 0 until the record is added."},
        {.name = "revision", .doc = "Version, and who changed it when."},
        {.name = "document_id", .doc = "The document.", .owner = true},
        {.name = "subject_id", .doc = "The subject.", .owner = true, .group = "with"},
        {.name = "person_id", .doc = "The person.", .owner = true, .group = "with"},
        {.name = "case_id", .doc = "The case.", .owner = true, .group = "with"},
        {.name = "contact_id", .doc = "The contact.", .owner = true, .group = "with"},
        {.name = "task_id", .doc = "The task.", .owner = true, .group = "with"},
        {.name = "note_id", .doc = "The note.", .owner = true, .group = "with"},
        {.name = "message_ref", .doc = "The message that it came with.", .owner = true, .group = "with"},
    });
};
static_assert(facts_agree<DocumentLink>(), "Facts<DocumentLink> and the description of DocumentLink differ");
static_assert(describes_every_member<DocumentLink>(), "a member of DocumentLink is missing from BOOST_DESCRIBE_STRUCT");

}  // namespace crm
