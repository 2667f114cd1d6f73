// The check digits of each state's VAT numbers: what eu_vat.hpp's table refers to. Each function takes a number without
// its prefix, in a shape that the table gives for the state.
//
// Source, unless another is named: European Commission, DG TAXUD, "VIES - VAT number construction rules", functional
// description, version 15.0.
#pragma once

#include <crm/rules/numbers/check_digits.hpp>
#include <crm/rules/numbers/polish.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace crm::rules::numbers::national_vat {

/// UID: the Luhn sum of the first seven digits, moved by four.
constexpr bool austria(std::string_view number)
{
    return (luhn_sum(number.substr(1, 7)) + 4 + digit_value(number[8])) % 10 == 0;
}

/// Ondernemingsnummer, numéro d'entreprise.
constexpr bool belgium(std::string_view number)
{
    return number[0] <= '1' && 97 - value_of(number.substr(0, 8)) % 97 == two_digits(number, 8);
}

/// EIK of a firm.
constexpr bool bulgaria_firm(std::string_view number)
{
    int const first  = weighted_sum(number, {1, 2, 3, 4, 5, 6, 7, 8}) % 11;
    int const second = weighted_sum(number, {3, 4, 5, 6, 7, 8, 9, 10}) % 11;
    return (first < 10 ? first : second % 10) == digit_value(number[8]);
}

/// EGN: YYMMDD with the century in the month, four more digits.
constexpr bool bulgaria_citizen(std::string_view number)
{
    constexpr int centuries[] = {1900, 1800, 2000};

    int const month = two_digits(number, 2);
    return month < 60 &&
           calendar_day(centuries[month / 20] + two_digits(number, 0), month % 20, two_digits(number, 4)) &&
           weighted_sum(number, {2, 4, 8, 5, 10, 9, 7, 3, 6}) % 11 % 10 == digit_value(number[9]);
}

/// Ten digits: of a citizen, of a foreigner (LNCh), or of another taxpayer.
constexpr bool bulgaria_ten(std::string_view number)
{
    int const last      = digit_value(number[9]);
    int const foreigner = weighted_sum(number, {21, 19, 17, 13, 11, 9, 7, 3, 1}) % 10;
    int const other     = (11 - weighted_sum(number, {4, 3, 2, 7, 6, 5, 4, 3, 2}) % 11) % 11;
    return bulgaria_citizen(number) || foreigner == last || other == last;
}

/// TIC: the digits in odd places are exchanged before the sum.
constexpr bool cyprus(std::string_view number)
{
    constexpr int exchanged[] = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21};

    int sum = weighted_sum(number, {0, 1, 0, 1, 0, 1, 0, 1});
    for (std::size_t odd = 0; odd < 8; odd += 2)
        sum += exchanged[digit_value(number[odd])];
    return !number.starts_with("12") && 'A' + sum % 26 == number[8];
}

/// IČO of a firm.
constexpr bool czechia_firm(std::string_view number)
{
    int const sum = weighted_sum(number, {8, 7, 6, 5, 4, 3, 2});
    return number[0] != '9' && (11 - sum % 11) % 10 == digit_value(number[7]);
}

/// Rodné číslo: YYMMDD with 50 added to a woman's month, and 20 for either since 2004 when a day's numbers run out;
/// three more digits until 1953, four since. Source: Act 133/2000 Coll., section 13.
constexpr bool czechia_born(std::string_view number, int since, int until)
{
    int const year  = since + (two_digits(number, 0) - since % 100 + 100) % 100;
    int const month = two_digits(number, 2) % 50;
    return year <= until && (month < 20 || (month < 40 && year >= 2004)) &&
           calendar_day(year, month % 20, two_digits(number, 4));
}

/// Nine digits: of a person born before 1954, without a check digit, or with a leading 6 of a special taxpayer.
constexpr bool czechia_nine(std::string_view number)
{
    int const sum = weighted_sum(number.substr(1), {8, 7, 6, 5, 4, 3, 2});
    return number[0] == '6' ? (sum % 11 + 8) % 10 == digit_value(number[8]) : czechia_born(number, 1880, 1953);
}

/// Ten digits: of a person; until 1985 a remainder of ten was written as zero.
constexpr bool czechia_ten(std::string_view number)
{
    auto const remainder = value_of(number.substr(0, 9)) % 11;
    bool const early     = two_digits(number, 0) >= 54 && two_digits(number, 0) <= 85;
    return czechia_born(number, 1954, 2053) && (remainder < 10 || early) && remainder % 10 == digit_value(number[9]);
}

/// USt-IdNr.
constexpr bool germany(std::string_view number)
{
    return number[0] != '0' && holds_mod_11_10(number);
}

/// CVR.
constexpr bool denmark(std::string_view number)
{
    return number[0] != '0' && weighted_sum(number, {2, 7, 6, 5, 4, 3, 2, 1}) % 11 == 0;
}

/// KMKR.
constexpr bool estonia(std::string_view number)
{
    return weighted_sum(number, {3, 7, 1, 3, 7, 1, 3, 7, 1}) % 10 == 0;
}

/// AFM.
constexpr bool greece(std::string_view number)
{
    return weighted_sum(number, {256, 128, 64, 32, 16, 8, 4, 2}) % 11 % 10 == digit_value(number[8]);
}

constexpr bool spanish_letter(std::int64_t value, char letter)
{
    constexpr std::string_view letters = "TRWAGMYFPDXBNJZSQVHLCKE";
    return letters[static_cast<std::size_t>(value % 23)] == letter;
}

/// DNI of a citizen. Source: Real Decreto 1065/2007, article 19.
constexpr bool spain_citizen(std::string_view number)
{
    return spanish_letter(value_of(number.substr(0, 8)), number[8]);
}

/// NIE of a foreigner, where X, Y, Z stand for 0, 1, 2; or NIF with K, L, M of who has neither. Source: Real Decreto
/// 1065/2007, articles 19 and 20.
constexpr bool spain_resident(std::string_view number)
{
    constexpr std::string_view foreigners = "XYZ";

    auto const first  = foreigners.find(number[0]);
    auto const before = first == std::string_view::npos ? 0 : static_cast<std::int64_t>(first);
    return std::string_view{"XYZKLM"}.find(number[0]) != std::string_view::npos &&
           spanish_letter(before * 10'000'000 + value_of(number.substr(1, 7)), number[8]);
}

/// NIF of an entity: a digit ends those of national forms of law, a letter those of the others; some forms are both.
constexpr bool spain_entity(std::string_view number)
{
    constexpr std::string_view letters  = "JABCDEFGHI";
    constexpr std::string_view national = "ABCDEFGHJUV";
    constexpr std::string_view other    = "ABCDEFGHNPQRSW";

    int const check = (10 - luhn_sum(number.substr(1, 7), 2) % 10) % 10;
    if (is_digit(number[8]))
        return national.find(number[0]) != std::string_view::npos && digit_value(number[8]) == check;
    return other.find(number[0]) != std::string_view::npos && number[8] == letters[static_cast<std::size_t>(check)];
}

/// A letter, seven digits, a digit or letter: of a person or an entity.
constexpr bool spain_other(std::string_view number)
{
    return spain_resident(number) || spain_entity(number);
}

/// ALV-numero: the Y-tunnus without its dash.
constexpr bool finland(std::string_view number)
{
    return weighted_sum(number, {7, 9, 10, 5, 8, 4, 2, 1}) % 11 == 0;
}

/// Two characters that check the SIREN. Source, for keys with a letter: the same, "FR new style".
constexpr bool french_key(std::string_view key, std::int64_t siren)
{
    if (is_digit(key[0]) && is_digit(key[1]))
        return value_of(key) == (siren * 100 + 12) % 97;

    constexpr std::string_view alphabet = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";  // neither I nor O

    auto const first  = alphabet.find(key[0]);
    auto const second = alphabet.find(key[1]);
    if (first == std::string_view::npos || second == std::string_view::npos)
        return false;
    auto const value = static_cast<std::int64_t>(is_digit(key[0]) ? first * 24 + second - 10 : first * 34 + second - 100);
    return (siren + 1 + value / 11) % 11 == value % 11;
}

/// A key and the SIREN, which is checked by itself; Monaco's begin with 000 and are no SIREN.
constexpr bool france(std::string_view number)
{
    auto const siren = number.substr(2);
    return (siren.starts_with("000") || luhn_sum(siren) % 10 == 0) && french_key(number.substr(0, 2), value_of(siren));
}

/// OIB.
constexpr bool croatia(std::string_view number)
{
    return holds_mod_11_10(number);
}

/// Közösségi adószám: the first eight digits of the adószám.
constexpr bool hungary(std::string_view number)
{
    return weighted_sum(number, {9, 7, 3, 1, 9, 7, 3, 1}) % 10 == 0;
}

constexpr bool irish_letter(int sum, char letter)
{
    constexpr std::string_view letters = "WABCDEFGHIJKLMNOPQRSTUV";
    return letters[static_cast<std::size_t>(sum % 23)] == letter;
}

/// Seven digits and the check letter; since 2013 another letter may follow, which counts nine times, W as nothing.
constexpr bool ireland(std::string_view number)
{
    char const extra = number.size() == 9 ? number[8] : 'W';
    int const  value = extra == 'W' ? 0 : extra - 'A' + 1;
    return value <= 9 && irish_letter(weighted_sum(number, {8, 7, 6, 5, 4, 3, 2}) + 9 * value, number[7]);
}

/// Before 2013 a letter, + or * stood in the second place; it is not counted, and the first digit is counted last.
constexpr bool ireland_before_2013(std::string_view number)
{
    return irish_letter(weighted_sum(number, {2, 0, 7, 6, 5, 4, 3}), number[7]);
}

/// Partita IVA: seven digits of the taxpayer, three of the office, a check digit.
constexpr bool italy(std::string_view number)
{
    auto const office = value_of(number.substr(7, 3));
    bool const exists = (office >= 1 && office <= 100) || office == 120 || office == 121 || office == 888 ||
                        office == 999;
    return exists && value_of(number.substr(0, 7)) != 0 && luhn_sum(number) % 10 == 0;
}

constexpr bool lithuanian_check(int first, int second, char digit)
{
    return (first % 11 < 10 ? first % 11 : second % 11 % 10) == digit_value(digit);
}

/// PVM kodas of a firm.
constexpr bool lithuania(std::string_view number)
{
    return number[7] == '1' && lithuanian_check(weighted_sum(number, {1, 2, 3, 4, 5, 6, 7, 8}),
                                                weighted_sum(number, {3, 4, 5, 6, 7, 8, 9, 1}), number[8]);
}

/// PVM kodas of one who is registered for a time.
constexpr bool lithuania_temporary(std::string_view number)
{
    return number[10] == '1' && lithuanian_check(weighted_sum(number, {1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2}),
                                                 weighted_sum(number, {3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4}), number[11]);
}

/// Numéro TVA.
constexpr bool luxembourg(std::string_view number)
{
    return value_of(number.substr(0, 6)) % 89 == two_digits(number, 6);
}

/// PVN numurs of a firm.
constexpr bool latvia_firm(std::string_view number)
{
    return weighted_sum(number, {9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1}) % 11 == 3;
}

/// Personas kods: DDMMYY and a digit of the century, or since 2017 a leading 32 and no date.
constexpr bool latvia_person(std::string_view number)
{
    int const  year     = 1800 + 100 * digit_value(number[6]) + two_digits(number, 4);
    bool const has_date = number[6] <= '2' && calendar_day(year, two_digits(number, 2), two_digits(number, 0));
    return (has_date || number.starts_with("32")) &&
           (1 + weighted_sum(number, {10, 5, 8, 4, 2, 1, 6, 3, 7, 9})) % 11 % 10 == digit_value(number[10]);
}

constexpr bool latvia(std::string_view number)
{
    return number[0] > '3' ? latvia_firm(number) : latvia_person(number);
}

/// Numru tal-VAT.
constexpr bool malta(std::string_view number)
{
    return number[0] != '0' && weighted_sum(number, {3, 4, 6, 7, 8, 9, 10, 1}) % 37 == 0;
}

/// Btw-id: of a firm by its RSIN; since 2020 of a sole trader by the whole, prefix included. Source, for these: the
/// Belastingdienst on the new btw-id.
constexpr bool netherlands(std::string_view number)
{
    bool const is_firm   = weighted_sum(number, {9, 8, 7, 6, 5, 4, 3, 2, -1}) % 11 == 0;
    bool const is_trader = mod_97_10(number, mod_97_10("NL")) == 1;
    return value_of(number.substr(0, 9)) != 0 && number.substr(10) != "00" && (is_firm || is_trader);
}

/// NIF, NIPC.
constexpr bool portugal(std::string_view number)
{
    return number[0] != '0' &&
           (11 - weighted_sum(number, {9, 8, 7, 6, 5, 4, 3, 2}) % 11) % 11 % 10 == digit_value(number[8]);
}

/// CUI, CIF: two to ten digits, weighted from the right.
constexpr bool romania(std::string_view number)
{
    constexpr int weights[] = {2, 3, 5, 7, 1, 2, 3, 5, 7};

    int  sum    = 0;
    auto weight = std::begin(weights);
    for (auto digit = number.rbegin() + 1; digit != number.rend(); ++digit)
        sum += *weight++ * digit_value(*digit);
    return number[0] != '0' && 10 * sum % 11 % 10 == digit_value(number.back());
}

/// Organisationsnummer or personnummer, and 01. Source: Skatteverket on momsregistreringsnummer.
constexpr bool sweden(std::string_view number)
{
    return number.ends_with("01") && luhn_sum(number.substr(0, 10)) % 10 == 0;
}

/// ID za DDV: a number whose check digit would be eleven is never issued.
constexpr bool slovenia(std::string_view number)
{
    int const check = 11 - weighted_sum(number, {8, 7, 6, 5, 4, 3, 2}) % 11;
    return number[0] != '0' && check != 11 && check % 10 == digit_value(number[7]);
}

/// IČ DPH.
constexpr bool slovakia(std::string_view number)
{
    return number[0] != '0' && std::string_view{"234789"}.find(number[2]) != std::string_view::npos &&
           value_of(number) % 11 == 0;
}

/// As in Great Britain: the first nine digits are checked, for numbers from 100 0000 on also with 55 added, and three
/// more tell the branch. Source: HMRC on the check of VAT registration numbers.
constexpr bool northern_ireland(std::string_view number)
{
    int const remainder = weighted_sum(number, {8, 7, 6, 5, 4, 3, 2, 10, 1}) % 97;
    return remainder == 0 || (number[0] != '0' && (remainder + 55) % 97 == 0);
}

constexpr bool northern_ireland_government(std::string_view number)
{
    return value_of(number.substr(2)) < 500;
}

constexpr bool northern_ireland_health(std::string_view number)
{
    return value_of(number.substr(2)) >= 500;
}

}  // namespace crm::rules::numbers::national_vat
