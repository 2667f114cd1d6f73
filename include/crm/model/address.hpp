#pragma once

#include <crm/model/revision.hpp>

#include <string>

namespace crm {

struct Party;

/// What an address is used for. Stored by number: append, never renumber.
enum class AddressKind { registered = 1, correspondence = 2, delivery = 3, branch = 4, invoice = 5, residence = 6 };
BOOST_DESCRIBE_ENUM(AddressKind, registered, correspondence, delivery, branch, invoice, residence)

/// A postal address of a party.
struct Address {
    Id<Address> id{};
    Revision    revision{};
    Id<Party>   party_id{};
    AddressKind kind{};
    std::string street{};
    std::string building{};
    std::string flat{};
    std::string postal_code{};
    std::string city{};
    std::string region{};
    std::string country{};
    bool        is_default = false;

    friend bool operator==(Address const&, Address const&) = default;
};
BOOST_DESCRIBE_STRUCT(Address, (), (id, revision, party_id, kind, street, building, flat, postal_code, city, region, country,
                                    is_default))

template <>
struct Facts<Address> {
    static constexpr std::string_view name   = "address";
    static constexpr std::string_view plural = "addresses";
    static constexpr std::string_view doc    = "A postal address of a party.";

    static constexpr auto fields = std::to_array<FieldFacts>({
        {.name = "id", .doc = "Key; 0 until the record is added."},
        {.name = "revision", .doc = "Version, and who changed it when."},
        {.name = "party_id", .doc = "Whose it is.", .owner = true},
        {.name = "kind", .doc = "What it is used for."},
        {.name = "street", .doc = "Street, or village without streets.", .max_length = 200, .personal = true},
        {.name = "building", .doc = "Number of the building.", .max_length = 30, .personal = true},
        {.name = "flat", .doc = "Number of the flat.", .max_length = 30, .personal = true},
        {.name = "postal_code", .doc = "Postal code.", .max_length = 20, .personal = true},
        {.name = "city", .doc = "City.", .max_length = 100, .personal = true},
        {.name = "region", .doc = "Voivodeship, state or province.", .max_length = 100, .personal = true},
        {.name = "country", .doc = "ISO 3166 code of a country, such as PL.", .max_length = 2},
        {.name = "is_default", .doc = "The one of its kind to use first; a party has at most one of each kind."},
    });
};
static_assert(facts_agree<Address>(), "Facts<Address> and the description of Address differ");
static_assert(describes_every_member<Address>(), "a member of Address is missing from BOOST_DESCRIBE_STRUCT");

}  // namespace crm
