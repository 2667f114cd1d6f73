#include "catch.hpp"

#include <crm/model/text.hpp>

#include <string>

using namespace crm;
using namespace std::string_view_literals;

TEST_CASE("a text is counted in code points")
{
    CHECK(code_points("") == 0);
    CHECK(code_points("Łódź") == 4);
    CHECK(code_points("\U0001F4DE") == 1);
}

TEST_CASE("the first and the last code point of each length are texts")
{
    auto const point = GENERATE(values({"\x01"sv, "\x7F"sv, "\xC2\x80"sv, "\xDF\xBF"sv, "\xE0\xA0\x80"sv, "\xED\x9F\xBF"sv,
                                        "\xEE\x80\x80"sv, "\xEF\xBF\xBF"sv, "\xF0\x90\x80\x80"sv, "\xF4\x8F\xBF\xBF"sv}));
    CHECK(code_points(point) == 1);
}

TEST_CASE("what is not UTF-8, or holds a zero byte, is no text")
{
    struct Broken {
        char const*      why;
        std::string_view bytes;
    };
    auto const [why, bytes] = GENERATE(values<Broken>({
        {"zero byte", "a\0b"sv},
        {"continuation alone", "\x80"sv},
        {"continuation alone", "\xBF"sv},
        {"two bytes for one", "\xC0\x80"sv},
        {"two bytes for one", "\xC1\xBF"sv},
        {"three bytes for two", "\xE0\x9F\xBF"sv},
        {"four bytes for three", "\xF0\x8F\xBF\xBF"sv},
        {"first surrogate", "\xED\xA0\x80"sv},
        {"last surrogate", "\xED\xBF\xBF"sv},
        {"above U+10FFFF", "\xF4\x90\x80\x80"sv},
        {"no lead", "\xF5\x80\x80\x80"sv},
        {"no lead", "\xFF"sv},
        {"cut off", "\xC5"sv},
        {"cut off", "\xE2\x82"sv},
        {"cut off", "\xF0\x9F\x93"sv},
        {"no continuation", "\xC5z"sv},
        {"no continuation", "\xE2\x82z"sv},
        {"no continuation", "\xF0\x9F\x93z"sv},
    }));
    CAPTURE(why);
    CHECK_FALSE(code_points(bytes));
    CHECK_FALSE(code_points(std::string{"Dach "}.append(bytes)));
}

TEST_CASE("a text that shows nothing is blank")
{
    CHECK(is_blank(""));
    CHECK(is_blank(" \t\r\n"));
    CHECK_FALSE(is_blank(" x "));
}
