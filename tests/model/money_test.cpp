#include "catch.hpp"

#include <crm/model/money.hpp>

#include <rapidcheck.h>

#include <limits>

using namespace crm;

namespace {

constexpr auto highest = std::numeric_limits<std::int64_t>::max();
constexpr auto lowest  = std::numeric_limits<std::int64_t>::min();

Money zlotys(std::int64_t amount)
{
    return {.amount = amount, .currency = Currency{"PLN"}};
}

__extension__ typedef __int128 Wide;

/// The share by its plain definition, in 128 bits.
std::int64_t plain_per_cent(std::int64_t amount, int share, std::int64_t unit)
{
    Wide const product = static_cast<Wide>(amount) * share, whole = 100 * static_cast<Wide>(unit);
    auto const half    = product < 0 ? -whole / 2 : whole / 2;
    return static_cast<std::int64_t>((product + half) / whole * unit);
}

std::string code_of_failure(std::string_view text)
{
    try {
        static_cast<void>(Money::parse(text));
    } catch (ValidationError const& refused) {
        return refused.violations().front().code;
    }
    return {};
}

}  // namespace

TEST_CASE("decimals are read exactly")
{
    CHECK(amount_from_decimal("12500") == 12'500'0000);
    CHECK(amount_from_decimal("-0.0001") == -1);
    CHECK(amount_from_decimal("1.50000000") == 1'5000);
    CHECK(amount_from_decimal("007.5") == 7'5000);
    CHECK(amount_from_decimal("922337203685477.5807") == highest);
    CHECK(amount_from_decimal("-922337203685477.5808") == lowest);
}

TEST_CASE("what is no plain decimal with four places is not read at all")
{
    auto const refused = GENERATE(as<std::string>{}, "", "-", "+1", "--1", ".5", "5.", "1.00001", "1e3", "0x10", "1,5", " 1", "1 ",
                                  "1.2.3", "NaN", "922337203685477.5808", "-922337203685477.5809", "99999999999999999999");
    CAPTURE(refused);
    CHECK_FALSE(amount_from_decimal(refused));
}

TEST_CASE("an amount is written with two to four decimals")
{
    CHECK(amount_to_decimal(0) == "0.00");
    CHECK(amount_to_decimal(-12'5000) == "-12.50");
    CHECK(amount_to_decimal(1) == "0.0001");
    CHECK(amount_to_decimal(-1'2340) == "-1.234");
    CHECK(amount_to_decimal(lowest) == "-922337203685477.5808");
}

TEST_CASE("an amount comes back from its decimal notation")
{
    CHECK(rc::check("any amount", [](std::int64_t amount) { RC_ASSERT(amount_from_decimal(amount_to_decimal(amount)) == amount); }));
}

TEST_CASE("money.amount and currency.code: money is read with its currency, or refused")
{
    CHECK(Money::parse("12500.00 PLN") == zlotys(12'500'0000));
    CHECK(Money::parse("-0.5 JPY") == Money{.amount = -5000, .currency = Currency{"JPY"}});
    CHECK(code_of_failure("12500.00") == "money.amount");
    CHECK(code_of_failure("12 500.00 PLN") == "money.amount");
    CHECK(code_of_failure("") == "money.amount");
    CHECK(code_of_failure(" PLN") == "money.amount");
    CHECK(code_of_failure("1.00 pln") == "currency.code");
    CHECK(code_of_failure("1.00 PLNX") == "currency.code");
    CHECK(code_of_failure("1.00 ") == "currency.code");
}

TEST_CASE("money.currency: amounts of two currencies are never added")
{
    CHECK(zlotys(1) + zlotys(2) == zlotys(3));
    CHECK_THROWS_AS(zlotys(1) + (Money{.amount = 1, .currency = Currency{"EUR"}}), ValidationError);
}

TEST_CASE("a sum that has no room is an error")
{
    CHECK(zlotys(highest) + zlotys(-1) == zlotys(highest - 1));
    CHECK_THROWS_AS(zlotys(highest) + zlotys(1), OutOfRange);
    CHECK_THROWS_AS(zlotys(lowest) + zlotys(-1), OutOfRange);
}

TEST_CASE("a share is rounded half away from zero to the smallest unit of the currency")
{
    auto const part = [](char const* money, int share) { return Money::parse(money).per_cent(share); };
    CHECK(part("0.01 PLN", 50) == Money::parse("0.01 PLN"));
    CHECK(part("-0.01 PLN", 50) == Money::parse("-0.01 PLN"));
    CHECK(part("0.01 PLN", 49) == Money::parse("0 PLN"));
    CHECK(part("1 JPY", 50) == Money::parse("1 JPY"));
    CHECK(part("-1 JPY", 50) == Money::parse("-1 JPY"));
    CHECK(part("101 JPY", 25) == Money::parse("25 JPY"));
    CHECK(part("0.001 KWD", 50) == Money::parse("0.001 KWD"));
    CHECK(part("0.003 KWD", 50) == Money::parse("0.002 KWD"));
    CHECK(part("0.0001 CLF", 50) == Money::parse("0.0001 CLF"));
    CHECK(part("12500.00 PLN", 0) == Money::parse("0 PLN"));
    CHECK(part("12500.00 PLN", 100) == Money::parse("12500.00 PLN"));
}

TEST_CASE("a share is that of the plain formula, for any amount of any currency")
{
    struct Unit {
        char const*  code;
        std::int64_t size;
    };
    auto const [code, unit] = GENERATE(values<Unit>({{"PLN", 100}, {"JPY", 10'000}, {"KWD", 10}, {"CLF", 1}}));
    Currency const currency{code};
    CHECK(rc::check("any amount and share", [&] {
        auto const amount = *rc::gen::inRange<std::int64_t>(lowest / 2, highest / 2);
        auto const share  = *rc::gen::inRange(0, 101);
        RC_ASSERT((Money{amount, currency}.per_cent(share).amount == plain_per_cent(amount, share, unit)));
    }));
}

TEST_CASE("a share that rounding leaves no room for is an error")
{
    CHECK(zlotys(highest).per_cent(50).amount == plain_per_cent(highest, 50, 100));
    CHECK_THROWS_AS((Money{.amount = highest, .currency = Currency{"JPY"}}.per_cent(100)), OutOfRange);
    CHECK_THROWS_AS((Money{.amount = lowest, .currency = Currency{"JPY"}}.per_cent(100)), OutOfRange);
}

TEST_CASE("currency.code: three capital letters")
{
    CHECK(Currency{"PLN"}.code() == "PLN");
    CHECK(Currency{}.code() == "XXX");
    auto const wrong = GENERATE("", "zl", "PL", "PLNN", "pln", "P N", "ZŁ");
    CAPTURE(wrong);
    CHECK_THROWS_AS(Currency{wrong}, ValidationError);
    CHECK_FALSE(Currency::from_code(wrong));
}

TEST_CASE("a currency has the digits of ISO 4217")
{
    CHECK(Currency{"PLN"}.digits() == 2);
    CHECK(Currency{"JPY"}.digits() == 0);
    CHECK(Currency{"KWD"}.digits() == 3);
    CHECK(Currency{"CLF"}.digits() == 4);
}
