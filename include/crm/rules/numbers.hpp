// Tax, register and bank numbers: whether they are what they say, and the one form that they are stored in.
#pragma once

#include <crm/model/number_kind.hpp>
#include <crm/rules/numbers/eu_vat.hpp>
#include <crm/rules/numbers/iban.hpp>
#include <crm/rules/numbers/lei.hpp>
#include <crm/rules/numbers/polish.hpp>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace crm::rules {

namespace numbers {

template <bool (*holds)(std::string_view)>
std::optional<std::string> as_written(std::string number)
{
    return holds(number) ? std::optional{std::move(number)} : std::nullopt;
}

/// A NIP is often given as the VAT number that it is a part of.
inline std::optional<std::string> canonical_nip(std::string number)
{
    return as_written<is_nip>(number.starts_with("PL") ? number.substr(2) : std::move(number));
}

struct KnownKind {
    NumberKind       kind;
    std::string_view remedy;
    std::optional<std::string> (*canonical)(std::string compact);
};

inline constexpr KnownKind known_kinds[] = {
    {NumberKind::nip, "Give the NIP as ten digits with a valid check digit, such as 526-025-02-74.", canonical_nip},

    {NumberKind::regon,
     "Give the REGON as nine digits, or fourteen for a local unit, with valid check digits, such as 192598184.",
     as_written<is_regon>},

    {NumberKind::pesel,
     "Give the PESEL as eleven digits: a date of birth first, a valid check digit last, such as 44051401359.",
     as_written<is_pesel>},

    {NumberKind::krs, "Give the KRS number as ten digits with its leading zeros, such as 0000028860.",
     as_written<is_krs>},

    {NumberKind::vat,
     "Give the VAT number as its state writes it, with the state's prefix and valid check digits, such as DE136695976.",
     canonical_vat},

    {NumberKind::iban,
     "Give the IBAN in its country's length, with the country's prefix and valid check digits, such as "
     "PL61109010140000071219812874.",
     as_written<is_iban>},

    {NumberKind::lei, "Give the LEI as eighteen letters or digits and two check digits, such as 213800KUD8LAJWSQ9D15.",
     as_written<is_lei>},
};

constexpr bool every_kind_is_known()
{
    return std::ranges::equal(
        known_kinds, enumerators<NumberKind>, {},
        [](KnownKind const& known) { return static_cast<std::int64_t>(known.kind); }, &EnumeratorFacts::number);
}
static_assert(every_kind_is_known(), "known_kinds and the enumerators of NumberKind differ");

/// What is known of `kind`; null for a number that no enumerator has, such as that of an identifier not filled in yet.
constexpr KnownKind const* find_kind(NumberKind kind)
{
    auto const found = std::ranges::find(known_kinds, kind, &KnownKind::kind);
    return found == std::end(known_kinds) ? nullptr : found;
}

}  // namespace numbers

/// The form in which a number is stored and compared, or none when `text` is not a valid number of that kind.
///
/// Capital letters, no blanks, dashes or dots; a VAT number keeps its state's prefix (Greece's is EL), a NIP has none.
/// Zeros alone pass many check digits, and are nobody's number.
inline std::optional<std::string> canonical_number(NumberKind kind, std::string_view text)
{
    auto const known  = numbers::find_kind(kind);
    auto       number = numbers::compact(text);
    if (!known || !number || number->find_first_not_of('0') == std::string::npos)
        return std::nullopt;
    return known->canonical(*std::move(number));
}

/// A sentence that tells a user how such a number looks.
constexpr std::string_view remedy_of(NumberKind kind)
{
    auto const known = numbers::find_kind(kind);
    return known ? known->remedy : "Choose which number it is.";
}

/// The date of birth in a PESEL in canonical form; none when `canonical` is no valid PESEL.
constexpr std::optional<std::chrono::year_month_day> birth_date_of_pesel(std::string_view canonical)
{
    return numbers::is_pesel(canonical) ? numbers::birth_date_in_pesel(canonical) : std::nullopt;
}

}  // namespace crm::rules
