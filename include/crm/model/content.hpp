#pragma once

#include <crm/model/bytes.hpp>
#include <crm/model/revision.hpp>

#include <cstdint>
#include <string>

namespace crm {

/// The bytes of documents and messages, kept once whatever refers to them.
struct Content {
    Id<Content>  id{};
    Revision     revision{};
    std::string  sha256{};
    std::int64_t size = 0;
    Bytes        bytes{};

    friend bool operator==(Content const&, Content const&) = default;
};
BOOST_DESCRIBE_STRUCT(Content, (), (id, revision, sha256, size, bytes))

template <>
struct Facts<Content> {
    static constexpr std::string_view name   = "content";
    static constexpr std::string_view plural = "contents";
    static constexpr std::string_view doc    = "The bytes of documents and messages, kept once whatever refers to them.";

    static constexpr auto fields = std::to_array<FieldFacts>({
        {.name = "id", .doc = "Key; 0 until the record is added."},
        {.name = "revision", .doc = "Version, and who changed it when."},
        {.name = "sha256", .doc = "SHA-256 of the bytes, in lower-case hexadecimal digits; unique.", .max_length = 64, .required = true},
        {.name = "size", .doc = "How many bytes."},
        {.name = "bytes", .doc = "The bytes themselves.", .personal = true},
    });
    static constexpr auto unique = std::to_array<UniqueFacts>({{{"sha256"}}});
};
static_assert(facts_agree<Content>(), "Facts<Content> and the description of Content differ");
static_assert(describes_every_member<Content>(), "a member of Content is missing from BOOST_DESCRIBE_STRUCT");

}  // namespace crm
