#pragma once

#include <crm/model/revision.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace crm {

struct Operator;

/// One committed piece of work by one operator: what history and the feed count in.
struct Operation {
    Id<Operation>               id{};
    std::optional<Id<Operator>> operator_id{};
    Instant                     at{};
    std::string                 cause{};
    std::int64_t                stamp = 0;
    std::string                 key{};

    friend bool operator==(Operation const&, Operation const&) = default;
};
BOOST_DESCRIBE_STRUCT(Operation, (), (id, operator_id, at, cause, stamp, key))

template <>
struct Facts<Operation> {
    static constexpr std::string_view name   = "operation";
    static constexpr std::string_view plural = "operations";
    static constexpr std::string_view doc    = "One committed piece of work by one operator: what history and the feed count in.";

    static constexpr auto fields = std::to_array<FieldFacts>({
        {.name = "id", .doc = "Key; 0 until the record is added."},
        {.name = "operator_id", .doc = "Who did it; none: the library itself, as when it starts a new database."},
        {.name = "at", .doc = "When it was begun (UTC)."},
        {.name = "cause", .doc = "What made it: work, import, or what the host says.", .max_length = 60},
        {.name = "stamp", .doc = "Orders operations so that no effect comes before its cause."},
        {.name = "key", .doc = "Unique key of the host's, by which a commit whose answer was lost is looked up; empty: none.", .max_length = 80, .optional = true},
    });
    static constexpr auto unique = std::to_array<UniqueFacts>({{{"key"}}});
};
static_assert(facts_agree<Operation>(), "Facts<Operation> and the description of Operation differ");
static_assert(describes_every_member<Operation>(), "a member of Operation is missing from BOOST_DESCRIBE_STRUCT");

}  // namespace crm
