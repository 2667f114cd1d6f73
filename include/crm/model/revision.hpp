#pragma once

#include <crm/model/describe.hpp>
#include <crm/model/id.hpp>
#include <crm/model/instant.hpp>

#include <cstdint>
#include <optional>

namespace crm {

struct Operator;

/// How a record came to be what it is. Written by the library, but for `archived_at`.
struct Revision {
    std::int64_t           version = 0;  ///< grows by one with each save; 0: not stored yet
    Instant                created_at{};
    Id<Operator>           created_by{};
    Instant                changed_at{};
    Id<Operator>           changed_by{};
    std::optional<Instant> archived_at{};  ///< none: in use

    friend bool operator==(Revision const&, Revision const&) = default;
};
BOOST_DESCRIBE_STRUCT(Revision, (), (version, created_at, created_by, changed_at, changed_by, archived_at))

template <>
struct Facts<Revision> {
    static constexpr std::string_view name = "revision";
    static constexpr std::string_view doc  = "How a record came to be what it is.";

    static constexpr auto fields = std::to_array<FieldFacts>({
        {.name = "version", .doc = "Grows by one with each save; 0 until the record is added.", .library = true},
        {.name = "created_at", .doc = "When it was added (UTC).", .library = true},
        {.name = "created_by", .doc = "The operator who added it.", .library = true},
        {.name = "changed_at", .doc = "When it was last saved (UTC).", .library = true},
        {.name = "changed_by", .doc = "The operator who last saved it.", .library = true},
        {.name = "archived_at", .doc = "When it was put away (UTC): kept, but left out of lists; none while it is in use."},
    });
};
static_assert(facts_agree<Revision>(), "Facts<Revision> and the description of Revision differ");
static_assert(describes_every_member<Revision>(), "a member of Revision is missing from BOOST_DESCRIBE_STRUCT");

/// A record that has versions, and can be saved. One without is only ever added.
template <class Record>
concept Versioned = DescribedRecord<Record> && requires(Record record) { record.revision.version; };

}  // namespace crm
