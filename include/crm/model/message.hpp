#pragma once

#include <crm/model/contact.hpp>
#include <crm/model/revision.hpp>

#include <optional>
#include <string>

namespace crm {

struct Contact;
struct Content;

/// What became of a message. Stored by number: append, never renumber.
enum class MessageState { imported = 1, unmatched = 2, to_review = 3, ignored = 4 };
BOOST_DESCRIBE_ENUM(MessageState, imported, unmatched, to_review, ignored)

/// An e-mail as it came in: imported, unmatched, to be reviewed, ignored; one that is matched has its contact.
struct Message {
    Id<Message>                id{};
    Revision                   revision{};
    std::string                key{};
    bool                       is_synthetic = false;
    std::string                message_id{};
    MessageState               state{};
    std::optional<Id<Contact>> contact_id{};
    Direction                  direction{};
    bool                       is_automatic = false;
    std::optional<Instant>     sent_at{};
    std::string                sender{};
    std::string                sender_name{};
    std::string                other_side{};
    std::string                recipients{};
    std::string                subject_line{};
    std::string                headers{};
    std::string                text{};
    std::string                in_reply_to{};
    std::string                references_to{};
    std::optional<Id<Content>> raw_id{};
    std::string                explanation{};

    friend bool operator==(Message const&, Message const&) = default;
};
BOOST_DESCRIBE_STRUCT(Message, (), (id, revision, key, is_synthetic, message_id, state, contact_id, direction, is_automatic,
                                    sent_at, sender, sender_name, other_side, recipients, subject_line, headers, text,
                                    in_reply_to, references_to, raw_id, explanation))

template <>
struct Facts<Message> {
    static constexpr std::string_view name   = "message";
    static constexpr std::string_view plural = "messages";
    static constexpr std::string_view doc    = "An e-mail as it came in: imported, unmatched, to be reviewed, ignored; one that is matched has its contact.";

    static constexpr auto fields = std::to_array<FieldFacts>({
        {.name = "id", .doc = "Key; 0 until the record is added."},
        {.name = "revision", .doc = "Version, and who changed it when."},
        {.name = "key", .doc = "What it is known by: SHA-256 of its Message-ID, or of its content where it has none; unique.", .max_length = 64, .required = true},
        {.name = "is_synthetic", .doc = "The key was made of the content, because there was no Message-ID."},
        {.name = "message_id", .doc = "Message-ID without brackets, its case kept.", .max_length = 4000},
        {.name = "state", .doc = "What became of it."},
        {.name = "contact_id", .doc = "Its contact, once it is matched."},
        {.name = "direction", .doc = "Which way it went."},
        {.name = "is_automatic", .doc = "Sent by a machine."},
        {.name = "sent_at", .doc = "Date of the header (UTC)."},
        {.name = "sender", .doc = "Address that it is from, in lower case.", .max_length = 320, .personal = true},
        {.name = "sender_name", .doc = "Name beside that address.", .max_length = 500, .personal = true},
        {.name = "other_side", .doc = "Address that decides whom it concerns: of the sender, or of the first recipient of an outgoing one.", .max_length = 320, .personal = true},
        {.name = "recipients", .doc = "Addresses that it went to, in lower case, a blank between.", .max_length = 64'000, .personal = true},
        {.name = "subject_line", .doc = "Subject, decoded.", .max_length = 998, .personal = true},
        {.name = "headers", .doc = "The headers, as they came.", .max_length = 1'000'000, .personal = true},
        {.name = "text", .doc = "Plain text.", .max_length = 4'000'000, .personal = true},
        {.name = "in_reply_to", .doc = "Message-IDs that it answers, a blank between.", .max_length = 4000},
        {.name = "references_to", .doc = "Message-IDs of its thread, a blank between.", .max_length = 64'000},
        {.name = "raw_id", .doc = "The message as it came, byte by byte."},
        {.name = "explanation", .doc = "The rule that chose the record, and the candidates rejected, as JSON.", .max_length = 20'000, .personal = true},
    });
    static constexpr auto unique = std::to_array<UniqueFacts>({{{"key"}}});
};
static_assert(facts_agree<Message>(), "Facts<Message> and the description of Message differ");
static_assert(describes_every_member<Message>(), "a member of Message is missing from BOOST_DESCRIBE_STRUCT");

}  // namespace crm
