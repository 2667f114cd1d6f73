#pragma once

#include <crm/model/revision.hpp>

#include <string>

namespace crm {

struct Message;

/// Another Message-ID that a message is known by: of one that it encloses.
struct MessageAlias {
    Id<MessageAlias> id{};
    Revision         revision{};
    Id<Message>      message_ref{};
    std::string      key{};

    friend bool operator==(MessageAlias const&, MessageAlias const&) = default;
};
BOOST_DESCRIBE_STRUCT(MessageAlias, (), (id, revision, message_ref, key))

template <>
struct Facts<MessageAlias> {
    static constexpr std::string_view name   = "message_alias";
    static constexpr std::string_view plural = "message_aliases";
    static constexpr std::string_view doc    = "Another Message-ID that a message is known by: of one that it encloses.";

    static constexpr auto fields = std::to_array<FieldFacts>({
        {.name = "id", .doc = "Key; 0 until the record is added."},
        {.name = "revision", .doc = "Version, and who changed it when."},
        {.name = "message_ref", .doc = "The message.", .owner = true},
        {.name = "key", .doc = "SHA-256 of the other Message-ID.", .max_length = 64, .required = true},
    });
    static constexpr auto unique = std::to_array<UniqueFacts>({{{"message_ref", "key"}}});
};
static_assert(facts_agree<MessageAlias>(), "Facts<MessageAlias> and the description of MessageAlias differ");
static_assert(describes_every_member<MessageAlias>(), "a member of MessageAlias is missing from BOOST_DESCRIBE_STRUCT");

}  // namespace crm
