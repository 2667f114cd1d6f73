#pragma once

#include <crm/model/contact.hpp>
#include <crm/model/revision.hpp>

#include <optional>
#include <string>

namespace crm {

struct Content;

/// How far a document is. Stored by number: append, never renumber.
enum class DocumentStatus { draft = 1, active = 2, cancelled = 3 };
BOOST_DESCRIBE_ENUM(DocumentStatus, draft, active, cancelled)

/// A file or a reference to one.
struct Document {
    Id<Document>               id{};
    Revision                   revision{};
    std::string                number{};
    std::string                title{};
    std::string                kind{};
    DocumentStatus             status = DocumentStatus::active;
    Direction                  direction = Direction::incoming;
    std::optional<Instant>     received_at{};
    std::optional<Date>        issued_on{};
    std::optional<Date>        valid_since{};
    std::optional<Date>        valid_until{};
    std::string                file_name{};
    std::string                media_type{};
    std::optional<Id<Content>> content_id{};
    std::string                reference{};

    friend bool operator==(Document const&, Document const&) = default;
};
BOOST_DESCRIBE_STRUCT(Document, (), (id, revision, number, title, kind, status, direction, received_at, issued_on,
                                     valid_since, valid_until, file_name, media_type, content_id, reference))

template <>
struct Facts<Document> {
    static constexpr std::string_view name   = "document";
    static constexpr std::string_view plural = "documents";
    static constexpr std::string_view doc    = "A file or a reference to one.";

    static constexpr auto fields = std::to_array<FieldFacts>({
        {.name = "id", .doc = "Key; 0 until the record is added."},
        {.name = "revision", .doc = "Version, and who changed it when."},
        {.name = "number", .doc = "Number that stands on it.", .max_length = 100},
        {.name = "title", .doc = "What it is, in one line.", .max_length = 255, .required = true, .personal = true},
        {.name = "kind", .doc = "What kind of document.", .max_length = 100},
        {.name = "status", .doc = "Draft, active or cancelled."},
        {.name = "direction", .doc = "Which way it went."},
        {.name = "received_at", .doc = "When we received it (UTC)."},
        {.name = "issued_on", .doc = "The day it was issued."},
        {.name = "valid_since", .doc = "First day that it is valid."},
        {.name = "valid_until", .doc = "Last day that it is valid."},
        {.name = "file_name", .doc = "Name of the file, without a folder.", .max_length = 255, .personal = true},
        {.name = "media_type", .doc = "Media type (RFC 6838), such as application/pdf.", .max_length = 255},
        {.name = "content_id", .doc = "The bytes, when they are kept here.", .group = "content"},
        {.name = "reference", .doc = "Where it is, when it is kept elsewhere.", .max_length = 2000, .personal = true, .group = "content"},
    });
};
static_assert(facts_agree<Document>(), "Facts<Document> and the description of Document differ");
static_assert(describes_every_member<Document>(), "a member of Document is missing from BOOST_DESCRIBE_STRUCT");

}  // namespace crm
