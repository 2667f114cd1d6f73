#pragma once

#include <crm/model/revision.hpp>

#include <optional>
#include <string>

namespace crm {

struct Content;
struct Message;

/// Where a message was found: each mailbox and folder that holds it.
struct MessageCopy {
    Id<MessageCopy>             id{};
    Revision                    revision{};
    Id<Message>                 message_ref{};
    std::string                 mailbox{};
    std::string                 folder{};
    std::optional<Id<Operator>> owner_id{};
    Instant                     seen_at{};
    std::optional<Id<Content>>  differs_id{};

    friend bool operator==(MessageCopy const&, MessageCopy const&) = default;
};
BOOST_DESCRIBE_STRUCT(MessageCopy, (), (id, revision, message_ref, mailbox, folder, owner_id, seen_at, differs_id))

template <>
struct Facts<MessageCopy> {
    static constexpr std::string_view name   = "message_copy";
    static constexpr std::string_view plural = "message_copies";
    static constexpr std::string_view doc    = "Where a message was found: each mailbox and folder that holds it.";

    static constexpr auto fields = std::to_array<FieldFacts>({
        {.name = "id", .doc = "Key; 0 until the record is added."},
        {.name = "revision", .doc = "Version, and who changed it when."},
        {.name = "message_ref", .doc = "The message.", .owner = true},
        {.name = "mailbox", .doc = "The mailbox.", .max_length = 320, .personal = true},
        {.name = "folder", .doc = "The folder in it.", .max_length = 255},
        {.name = "owner_id", .doc = "Whose mailbox it is."},
        {.name = "seen_at", .doc = "When it was imported from there (UTC)."},
        {.name = "differs_id", .doc = "Its bytes, where they differ from those of the first copy."},
    });
};
static_assert(facts_agree<MessageCopy>(), "Facts<MessageCopy> and the description of MessageCopy differ");
static_assert(describes_every_member<MessageCopy>(), "a member of MessageCopy is missing from BOOST_DESCRIBE_STRUCT");

}  // namespace crm
