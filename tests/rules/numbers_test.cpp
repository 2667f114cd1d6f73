#include <crm/rules/numbers.hpp>

#include "catch.hpp"

#include <chrono>
#include <cstddef>
#include <initializer_list>
#include <random>
#include <string>
#include <string_view>

using namespace std::chrono_literals;
using crm::NumberKind;
using crm::rules::birth_date_of_pesel;
using crm::rules::canonical_number;
using crm::rules::remedy_of;

namespace {

bool is_valid(NumberKind kind, std::string_view text)
{
    return canonical_number(kind, text).has_value();
}

struct Published {
    NumberKind       kind;
    std::string_view number;
    std::string_view slip;  ///< the same with one digit changed
};

/// From the pages of tax offices, registers and the IBAN registry, and from what firms print on their invoices.
constexpr Published published[] = {
    {NumberKind::vat, "ATU13585627", "ATU13586627"},
    {NumberKind::vat, "ATU10223006", "ATU10223106"},
    {NumberKind::vat, "BE0428759497", "BE0428759407"},
    {NumberKind::vat, "BE0403019261", "BE0403019262"},
    {NumberKind::vat, "BG175074752", "BG176074752"},
    {NumberKind::vat, "BG7523169263", "BG7524169263"},
    {NumberKind::vat, "BG8032056031", "BG8032156031"},
    {NumberKind::vat, "BG7111042925", "BG7111052925"},
    {NumberKind::vat, "CY10259033P", "CY10259034P"},
    {NumberKind::vat, "CZ25123891", "CZ25223891"},
    {NumberKind::vat, "CZ7103192745", "CZ7103192755"},
    {NumberKind::vat, "CZ640903926", "CZ641903926"},
    {NumberKind::vat, "DE136695976", "DE136795976"},
    {NumberKind::vat, "DE123456788", "DE123466788"},
    {NumberKind::vat, "DK13585628", "DK13585629"},
    {NumberKind::vat, "EE100931558", "EE100931658"},
    {NumberKind::vat, "EE100594102", "EE100594112"},
    {NumberKind::vat, "EL094259216", "EL094259217"},
    {NumberKind::vat, "EL123456783", "EL124456783"},
    {NumberKind::vat, "ES54362315K", "ES54362325K"},
    {NumberKind::vat, "ESX5253868R", "ESX5253869R"},
    {NumberKind::vat, "ESX2482300W", "ESX2582300W"},
    {NumberKind::vat, "ESM1234567L", "ESM1244567L"},
    {NumberKind::vat, "ESB58378431", "ESB58378441"},
    {NumberKind::vat, "ESA13585625", "ESA13585626"},
    {NumberKind::vat, "ESJ99216582", "ESJ90216582"},
    {NumberKind::vat, "ESQ2826000H", "ESQ2826001H"},
    {NumberKind::vat, "ESQ2876031B", "ESQ2976031B"},
    {NumberKind::vat, "ESB64717838", "ESB64718838"},
    {NumberKind::vat, "ESA0011012B", "ESA0012012B"},
    {NumberKind::vat, "FI20774740", "FI20774840"},
    {NumberKind::vat, "FR40303265045", "FR40303265046"},
    {NumberKind::vat, "FR83404833048", "FR83504833048"},
    {NumberKind::vat, "FRK7399859412", "FRK7309859412"},
    {NumberKind::vat, "FR53000004605", "FR53001004605"},
    {NumberKind::vat, "HR33392005961", "HR33392105961"},
    {NumberKind::vat, "HU12892312", "HU12892412"},
    {NumberKind::vat, "IE6433435F", "IE6433436F"},
    {NumberKind::vat, "IE6433435OA", "IE6443435OA"},
    {NumberKind::vat, "IE8D79739I", "IE8D70739I"},
    {NumberKind::vat, "IE8Z49289F", "IE8Z49389F"},
    {NumberKind::vat, "IE3333510LH", "IE3333520LH"},
    {NumberKind::vat, "IT00743110157", "IT00753110157"},
    {NumberKind::vat, "LT119511515", "LT119511615"},
    {NumberKind::vat, "LT100001919017", "LT100001919018"},
    {NumberKind::vat, "LT100004801610", "LT101004801610"},
    {NumberKind::vat, "LU15027442", "LU15037442"},
    {NumberKind::vat, "LV40003521600", "LV40003521700"},
    {NumberKind::vat, "LV16117519997", "LV16117519907"},
    {NumberKind::vat, "MT11679112", "MT11679122"},
    {NumberKind::vat, "NL004495445B01", "NL005495445B01"},
    {NumberKind::vat, "NL123456789B13", "NL123556789B13"},
    {NumberKind::vat, "NL000099998B57", "NL000009998B57"},
    {NumberKind::vat, "NL123456782B90", "NL123457782B90"},
    {NumberKind::vat, "PL8567346215", "PL8567446215"},
    {NumberKind::vat, "PL5260250274", "PL5260260274"},
    {NumberKind::vat, "PT501964843", "PT501965843"},
    {NumberKind::vat, "RO18547290", "RO18647290"},
    {NumberKind::vat, "RO24736200", "RO24746200"},
    {NumberKind::vat, "SE556188840401", "SE556188940401"},
    {NumberKind::vat, "SE123456789701", "SE123456799701"},
    {NumberKind::vat, "SI50223054", "SI50223064"},
    {NumberKind::vat, "SK2022749619", "SK2022849619"},
    {NumberKind::vat, "XI434031494", "XI434032494"},
    {NumberKind::vat, "XI980780684", "XI980780784"},
    {NumberKind::vat, "XI100190874", "XI100190884"},
    {NumberKind::vat, "XI110305878", "XI110305879"},
    {NumberKind::vat, "XI110305878001", "XI110315878001"},
    {NumberKind::nip, "5260250274", "5260250275"},
    {NumberKind::regon, "192598184", "192599184"},
    {NumberKind::regon, "123456785", "123456885"},
    {NumberKind::regon, "12345678512347", "12345678513347"},
    {NumberKind::regon, "23511332857188", "23511332857288"},
    {NumberKind::pesel, "44051401359", "44051401350"},
    {NumberKind::pesel, "02070803628", "02071803628"},
    {NumberKind::iban, "PL61109010140000071219812874", "PL61109010140000071319812874"},
    {NumberKind::iban, "DE89370400440532013000", "DE89370400440532023000"},
    {NumberKind::iban, "GB29NWBK60161331926819", "GB29NWBK70161331926819"},
    {NumberKind::iban, "FR1420041010050500013M02606", "FR1421041010050500013M02606"},
    {NumberKind::iban, "NL91ABNA0417164300", "NL91ABNA0417264300"},
    {NumberKind::iban, "NO9386011117947", "NO9386011117047"},
    {NumberKind::iban, "MT84MALT011000012345MTLCAST001S", "MT84MALT011000012345MTLCAST011S"},
    {NumberKind::iban, "LC55HEMM000100010012001200023015", "LC55HEMM000100010012001200023025"},
    {NumberKind::iban, "CH9300762011623852957", "CH9300762021623852957"},
    {NumberKind::iban, "BE68539007547034", "BE68539007647034"},
    {NumberKind::iban, "GR1601101250000000012300695", "GR1601102250000000012300695"},
    {NumberKind::iban, "BR1800360305000010009795493C1", "BR1800460305000010009795493C1"},
    {NumberKind::iban, "SC18SSCB11010000000000001497USD", "SC18SSCB11010000000000001597USD"},
    {NumberKind::iban, "UA213223130000026007233566001", "UA214223130000026007233566001"},
    {NumberKind::iban, "XK051212012345678906", "XK051312012345678906"},
    {NumberKind::lei, "213800KUD8LAJWSQ9D15", "213800KUD8LAJWSQ0D15"},
    {NumberKind::lei, "5493000IBP32UQZ0KL24", "5493000IBP32UQZ0KL25"},
    {NumberKind::lei, "506700GE1G29325QX363", "506700GE1G29325QX373"},
    {NumberKind::lei, "HWUPKR0MPOU8FGXBT394", "HWUPKR1MPOU8FGXBT394"},
};

struct Written {
    NumberKind       kind;
    std::string_view text;
    std::string_view canonical;
};

constexpr Written written[] = {
    {NumberKind::nip, "526-025-02-74", "5260250274"},
    {NumberKind::nip, "PL 526-025-02-74", "5260250274"},
    {NumberKind::nip, "pl5260250274", "5260250274"},
    {NumberKind::regon, " 192 598 184\t", "192598184"},
    {NumberKind::pesel, "440514 01359\n", "44051401359"},
    {NumberKind::krs, "00000 28860", "0000028860"},
    {NumberKind::vat, "atu 1358.5627", "ATU13585627"},
    {NumberKind::vat, "BE 0428.759.497", "BE0428759497"},
    {NumberKind::vat, "BE 428.759.497", "BE0428759497"},
    {NumberKind::vat, "EL 94259216", "EL094259216"},
    {NumberKind::vat, "GR 094259216", "EL094259216"},
    {NumberKind::vat, "gr94259216", "EL094259216"},
    {NumberKind::vat, "ie-8d79739i", "IE8D79739I"},
    {NumberKind::vat, "NL4495445B01", "NL004495445B01"},
    {NumberKind::vat, "nl 0044.95.445.b.01", "NL004495445B01"},
    {NumberKind::vat, "PL 526-025-02-74", "PL5260250274"},
    {NumberKind::iban, "pl61 1090 1014 0000 0712 1981 2874", "PL61109010140000071219812874"},
    {NumberKind::lei, "213800-kud8lajwsq9d-15", "213800KUD8LAJWSQ9D15"},
};

std::string random_digits(std::mt19937& random, std::size_t count)
{
    std::uniform_int_distribution<int> digit{'0', '9'};

    std::string digits;
    while (digits.size() < count)
        digits += static_cast<char>(digit(random));
    return digits;
}

int sum_of(std::string_view digits, std::initializer_list<int> weights)
{
    int         sum  = 0;
    std::size_t next = 0;
    for (int const weight : weights)
        sum += weight * (digits[next++] - '0');
    return sum;
}

/// A family whose last digit is computed from the others: always, or unless a remainder has no digit.
struct LastDigit {
    NumberKind       kind;
    std::string_view before;  ///< what random digits follow
    std::size_t      random;
    bool (*exists)(std::string_view digits);
};

bool always(std::string_view) { return true; }

constexpr LastDigit last_digits[] = {
    {NumberKind::nip, "", 9, [](auto n) { return sum_of(n, {6, 5, 7, 2, 3, 4, 5, 6, 7}) % 11 != 10; }},
    {NumberKind::regon, "", 8, always},
    {NumberKind::regon, "192598184", 4, always},
    {NumberKind::pesel, "440514", 4, always},
    {NumberKind::vat, "DE1", 7, always},
    {NumberKind::vat, "DK1", 6, [](auto n) { return (2 + sum_of(n, {7, 6, 5, 4, 3, 2})) % 11 != 1; }},
    {NumberKind::vat, "EE", 8, always},
    {NumberKind::vat, "EL", 8, always},
    {NumberKind::vat, "FI", 7, [](auto n) { return sum_of(n, {7, 9, 10, 5, 8, 4, 2}) % 11 != 1; }},
    {NumberKind::vat, "HR", 10, always},
    {NumberKind::vat, "HU", 7, always},
    {NumberKind::vat, "PT1", 7, always},
    {NumberKind::vat, "RO1", 8, always},
    {NumberKind::vat, "SI1", 6, [](auto n) { return (8 + sum_of(n, {7, 6, 5, 4, 3, 2})) % 11 != 0; }},
};

}  // namespace

TEST_CASE("a published number is valid as it stands, and one digit changed makes it invalid")
{
    for (auto const& [kind, number, slip] : published) {
        CAPTURE(number, slip);
        CHECK(canonical_number(kind, number) == std::string{number});
        CHECK_FALSE(is_valid(kind, slip));
    }
}

TEST_CASE("separators, lower case, a prefix and missing zeros lead to one canonical form")
{
    for (auto const& [kind, text, canonical] : written) {
        CAPTURE(text);
        CHECK(canonical_number(kind, text) == std::string{canonical});
        CHECK(canonical_number(kind, canonical) == std::string{canonical});
    }
}

TEST_CASE("of ten last digits one is valid, or none where the algorithm has no digit for the remainder")
{
    std::mt19937 random{20240229};

    for (auto const& [kind, before, count, exists] : last_digits)
        for (int round = 0; round < 500; ++round) {
            auto const digits = random_digits(random, count);
            int        valid  = 0;
            for (char last = '0'; last <= '9'; ++last)
                valid += is_valid(kind, std::string{before} + digits + last);

            CAPTURE(before, digits);
            REQUIRE(valid == (exists(digits) ? 1 : 0));
        }
}

TEST_CASE("no kind takes a text that is empty, zeros alone, absurdly long or not ASCII")
{
    for (auto const& [name, number] : crm::enumerators<NumberKind>) {
        auto const kind = static_cast<NumberKind>(number);
        CAPTURE(name);
        CHECK_FALSE(is_valid(kind, ""));
        CHECK_FALSE(is_valid(kind, " -. "));
        CHECK_FALSE(is_valid(kind, "P"));
        CHECK_FALSE(is_valid(kind, "PL"));
        CHECK_FALSE(is_valid(kind, "0000000000"));
        CHECK_FALSE(is_valid(kind, std::string(1'000'000, '1')));
        CHECK_FALSE(is_valid(kind, std::string(1'000'000, ' ')));
        CHECK_FALSE(is_valid(kind, "zażółć"));
        CHECK_FALSE(is_valid(kind, "\xff\xfe\x80"));
        CHECK_FALSE(is_valid(kind, std::string_view{"5260250274\0", 11}));
    }
    CHECK_FALSE(is_valid(NumberKind::nip, "５２６０２５０２７４"));   // full-width digits
    CHECK_FALSE(is_valid(NumberKind::nip, "526\u00A00250274"));  // a no-break space
    CHECK_FALSE(is_valid(NumberKind::vat, "ŁU15027442"));
}

TEST_CASE("a NIP has no prefix but PL")
{
    CHECK_FALSE(is_valid(NumberKind::nip, "DE5260250274"));
    CHECK_FALSE(is_valid(NumberKind::nip, "PLPL5260250274"));
    CHECK_FALSE(is_valid(NumberKind::nip, "526025027"));
}

TEST_CASE("a local unit's REGON needs the check digit of the firm too")
{
    CHECK(is_valid(NumberKind::regon, "12345678512347"));
    CHECK_FALSE(is_valid(NumberKind::regon, "12345678612342"));  // its last digit holds, its ninth does not
}

TEST_CASE("a PESEL tells the date of birth, with the century in the month")
{
    CHECK(birth_date_of_pesel("44051401359") == 1944y / 5 / 14);
    CHECK(birth_date_of_pesel("02270803624") == 2002y / 7 / 8);
    CHECK(birth_date_of_pesel("00922900000") == 1800y / 12 / 29);
    CHECK(birth_date_of_pesel("00922900003") == std::nullopt);  // the check digit is wrong
    CHECK(birth_date_of_pesel("440514-01359") == std::nullopt);
    CHECK(birth_date_of_pesel("") == std::nullopt);
    static_assert(birth_date_of_pesel("44051401359") == 1944y / 5 / 14);
}

TEST_CASE("a PESEL with a day that never was is refused")
{
    CHECK(is_valid(NumberKind::pesel, "00222900009"));        // 29 February 2000
    CHECK_FALSE(is_valid(NumberKind::pesel, "00022900003"));  // 29 February 1900
    CHECK_FALSE(is_valid(NumberKind::pesel, "44131401350"));  // month 13
}

TEST_CASE("a KRS number needs its leading zeros")
{
    CHECK(is_valid(NumberKind::krs, "0000028860"));
    CHECK_FALSE(is_valid(NumberKind::krs, "28860"));
    CHECK_FALSE(is_valid(NumberKind::krs, "00000288600"));
    CHECK_FALSE(is_valid(NumberKind::krs, "000002886O"));
}

TEST_CASE("a VAT number needs the prefix of a state of the Union or of Northern Ireland")
{
    CHECK_FALSE(is_valid(NumberKind::vat, "5260250274"));
    CHECK_FALSE(is_valid(NumberKind::vat, "GB980780684"));
    CHECK_FALSE(is_valid(NumberKind::vat, "CHE116281710"));
    CHECK(is_valid(NumberKind::vat, "XI980780684"));
}

TEST_CASE("a VAT number that its state never issues is refused, though the check digit holds")
{
    CHECK_FALSE(is_valid(NumberKind::vat, "CY12000139V"));     // begins with 12
    CHECK_FALSE(is_valid(NumberKind::vat, "DE012345679"));     // begins with zero
    CHECK_FALSE(is_valid(NumberKind::vat, "DK01234579"));      // begins with zero
    CHECK_FALSE(is_valid(NumberKind::vat, "IT00743111023"));   // no such office
    CHECK_FALSE(is_valid(NumberKind::vat, "LT119511522"));     // eighth digit is not 1
    CHECK_FALSE(is_valid(NumberKind::vat, "BE0451273100"));    // 97 is written for a remainder of zero
    CHECK_FALSE(is_valid(NumberKind::vat, "CZ7021067966"));    // 20 added to the month before 2004
    CHECK_FALSE(is_valid(NumberKind::vat, "ESR71495642"));     // a congregation has a letter
    CHECK_FALSE(is_valid(NumberKind::vat, "IE0741790KL"));     // second letter beyond I
    CHECK_FALSE(is_valid(NumberKind::vat, "LV10073155935"));   // no such century
    CHECK_FALSE(is_valid(NumberKind::vat, "NL004495445B00"));  // branches count from 01
    CHECK_FALSE(is_valid(NumberKind::vat, "SE556188840402"));  // ends with 01 only
    CHECK_FALSE(is_valid(NumberKind::vat, "SK7405113474"));    // third digit
}

TEST_CASE("Northern Ireland's government departments are below 500, health authorities from there on")
{
    CHECK(is_valid(NumberKind::vat, "XIGD499"));
    CHECK_FALSE(is_valid(NumberKind::vat, "XIGD500"));
    CHECK(is_valid(NumberKind::vat, "XIHA500"));
    CHECK_FALSE(is_valid(NumberKind::vat, "XIHA499"));
}

TEST_CASE("a Czech birth number has a date, and since 1986 divides by eleven")
{
    CHECK(is_valid(NumberKind::vat, "CZ395601439"));        // a woman of 1939, before check digits
    CHECK_FALSE(is_valid(NumberKind::vat, "CZ395631439"));  // on 31 June
    CHECK_FALSE(is_valid(NumberKind::vat, "CZ8802018380")); // a remainder of ten, too late
}

TEST_CASE("Ireland's old letters, + and * in second place are valid")
{
    CHECK(is_valid(NumberKind::vat, "IE8Z49289F"));
    CHECK(is_valid(NumberKind::vat, "IE8+49289F"));
    CHECK(is_valid(NumberKind::vat, "IE8*49289F"));
    CHECK_FALSE(is_valid(NumberKind::vat, "IE8/49289F"));
    CHECK_FALSE(is_valid(NumberKind::vat, "IE6433435OJ"));
}

TEST_CASE("an IBAN has its country's length and structure")
{
    CHECK_FALSE(is_valid(NumberKind::iban, "PL6110901014000007121981287"));
    CHECK_FALSE(is_valid(NumberKind::iban, "DE89370400440532O13000"));
    CHECK_FALSE(is_valid(NumberKind::iban, "US64SVBKUS6S3300958879"));  // not in the registry
}

TEST_CASE("an IBAN's check digits go from 02 to 98")
{
    CHECK_FALSE(is_valid(NumberKind::iban, "HR0106319285057992271"));  // 98 is meant, and 01 has the same remainder
    CHECK(is_valid(NumberKind::iban, "HR9806319285057992271"));
}

TEST_CASE("every kind has a remedy of its own with an example that is valid")
{
    for (auto const& [name, number] : crm::enumerators<NumberKind>) {
        auto const kind   = static_cast<NumberKind>(number);
        auto const remedy = remedy_of(kind);
        CAPTURE(name, remedy);
        REQUIRE(remedy.ends_with('.'));
        auto const example = remedy.substr(remedy.rfind(' ') + 1);
        CHECK(is_valid(kind, example));
    }
}

TEST_CASE("a kind that does not exist has no valid numbers, and a remedy that asks for the kind")
{
    CHECK_FALSE(is_valid(NumberKind{}, "5260250274"));
    CHECK(remedy_of(NumberKind{}) == "Choose which number it is.");
}
