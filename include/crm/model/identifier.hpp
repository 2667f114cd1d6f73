#pragma once

#include <crm/model/number_kind.hpp>
#include <crm/model/revision.hpp>

#include <optional>
#include <string>

namespace crm {

struct Party;

/// A tax, register or bank number of a party, in canonical form.
struct Identifier {
    Id<Identifier>      id{};
    Revision            revision{};
    Id<Party>           party_id{};
    NumberKind          kind{};
    std::string         value{};
    std::optional<Date> since{};
    std::optional<Date> until{};

    friend bool operator==(Identifier const&, Identifier const&) = default;
};
BOOST_DESCRIBE_STRUCT(Identifier, (), (id, revision, party_id, kind, value, since, until))

template <>
struct Facts<Identifier> {
    static constexpr std::string_view name   = "identifier";
    static constexpr std::string_view plural = "identifiers";
    static constexpr std::string_view doc    = "A tax, register or bank number of a party, in canonical form.";

    static constexpr auto fields = std::to_array<FieldFacts>({
        {.name = "id", .doc = "Key; 0 until the record is added."},
        {.name = "revision", .doc = "Version, and who changed it when."},
        {.name = "party_id", .doc = "Whose it is.", .owner = true},
        {.name = "kind", .doc = "Which number."},
        {.name = "value", .doc = "The number: checked, and brought to its canonical form when it is stored.", .max_length = 64, .required = true, .personal = true},
        {.name = "since", .doc = "First day that it is valid."},
        {.name = "until", .doc = "Last day that it is valid."},
    });
};
static_assert(facts_agree<Identifier>(), "Facts<Identifier> and the description of Identifier differ");
static_assert(describes_every_member<Identifier>(), "a member of Identifier is missing from BOOST_DESCRIBE_STRUCT");

}  // namespace crm
