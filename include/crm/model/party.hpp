#pragma once

#include <crm/model/revision.hpp>

#include <optional>
#include <string>

namespace crm {

/// The data that registers share: names here, and numbers, addresses and contact points that refer to it.
///
/// A natural subject and its person refer to one party: what is changed through either is changed in both.
struct Party {
    Id<Party>           id{};
    Revision            revision{};
    std::string         name{};
    std::string         short_name{};
    std::string         given_name{};
    std::string         middle_names{};
    std::string         family_name{};
    std::string         title{};
    std::optional<Date> birth_date{};
    std::string         citizenship{};
    std::string         language{};
    std::string         name_key{};

    friend bool operator==(Party const&, Party const&) = default;
};
BOOST_DESCRIBE_STRUCT(Party, (), (id, revision, name, short_name, given_name, middle_names, family_name, title, birth_date,
                                  citizenship, language, name_key))

template <>
struct Facts<Party> {
    static constexpr std::string_view name   = "party";
    static constexpr std::string_view plural = "parties";
    static constexpr std::string_view doc    = "The data that registers share: names here, and numbers, addresses and contact points that refer to it.";

    static constexpr auto fields = std::to_array<FieldFacts>({
        {.name = "id", .doc = "Key; 0 until the record is added."},
        {.name = "revision", .doc = "Version, and who changed it when."},
        {.name = "name", .doc = "Full name: of a firm, or given and family name of a natural person.", .max_length = 250, .required = true, .personal = true},
        {.name = "short_name", .doc = "Short name, as in lists.", .max_length = 100, .personal = true},
        {.name = "given_name", .doc = "Given name of a natural person.", .max_length = 100, .personal = true},
        {.name = "middle_names", .doc = "Middle names of a natural person.", .max_length = 100, .personal = true},
        {.name = "family_name", .doc = "Family name of a natural person.", .max_length = 100, .personal = true},
        {.name = "title", .doc = "Academic or professional title, before the name.", .max_length = 60, .personal = true},
        {.name = "birth_date", .doc = "Day of birth of a natural person.", .personal = true},
        {.name = "citizenship", .doc = "ISO 3166 code of a country.", .max_length = 2, .personal = true},
        {.name = "language", .doc = "Language tag (BCP 47) to write in, such as pl.", .max_length = 35},
        {.name = "name_key", .doc = "Search key of the names: folded case, no diacritics.", .max_length = 400, .personal = true, .library = true},
    });
};
static_assert(facts_agree<Party>(), "Facts<Party> and the description of Party differ");
static_assert(describes_every_member<Party>(), "a member of Party is missing from BOOST_DESCRIBE_STRUCT");

}  // namespace crm
