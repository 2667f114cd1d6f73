#include "catch.hpp"

#include <crm/model/error.hpp>
#include <crm/model/search.hpp>
#include <crm/model/text.hpp>

#include <rapidcheck.h>

using namespace crm;

namespace {

/// Any text, with letters from all of Unicode.
rc::Gen<std::string> any_text()
{
    auto const point = rc::gen::oneOf(rc::gen::inRange(0x20, 0x80), rc::gen::inRange(0xA0, 0x250), rc::gen::inRange(0x300, 0x370),
                                      rc::gen::inRange(0xE000, 0x10FFFF + 1), rc::gen::elementOf(std::vector{0xD7FF, 0xE000, 0x10FFFF, 0x7F}));
    return rc::gen::map(rc::gen::container<std::vector<int>>(point), [](std::vector<int> const& points) {
        std::string text;
        for (auto const p : points) {
            if (p < 0x80)
                text += static_cast<char>(p);
            else if (p < 0x800)
                text.append({static_cast<char>(0xC0 | p >> 6), static_cast<char>(0x80 | (p & 0x3F))});
            else if (p < 0x10000)
                text.append({static_cast<char>(0xE0 | p >> 12), static_cast<char>(0x80 | (p >> 6 & 0x3F)), static_cast<char>(0x80 | (p & 0x3F))});
            else
                text.append({static_cast<char>(0xF0 | p >> 18), static_cast<char>(0x80 | (p >> 12 & 0x3F)),
                             static_cast<char>(0x80 | (p >> 6 & 0x3F)), static_cast<char>(0x80 | (p & 0x3F))});
        }
        return text;
    });
}

}  // namespace

TEST_CASE("a search key has neither case nor diacritics")
{
    struct Pair {
        char const *text, *key;
    };
    auto const [text, key] = GENERATE(values<Pair>({
        {"ŁÓDŹ", "lodz"},
        {"Łódź, Piotrkowska", "lodz piotrkowska"},
        {"Zażółć gęślą jaźń", "zazolc gesla jazn"},
        {"Straße", "strasse"},
        {"STRASSE", "strasse"},
        {"Ångström & Søn", "angstrom son"},
        {"Đorđe", "dorde"},
        {"Ǿ", "o"},  // a stroke and a mark
        {"ﬁnanse", "finanse"},  // a ligature
        {"Ⅳ kwartał", "iv kwartal"},
        {"  PHU \"Jan\"  Sp. z o.o. ", "phu jan sp z o o"},
        {"IBM", "ibm"},
        {"№ 5", "no 5"},
        {"Истина", "истина"},
        {"...", ""},
        {"", ""},
    }));
    CHECK(search_key(text) == key);
}

TEST_CASE("the search key of a search key is itself")
{
    CHECK(rc::check("any text", [] {
        auto const key = search_key(*any_text());
        RC_ASSERT(search_key(key) == key);
    }));
}

TEST_CASE("composed and decomposed letters are one text")
{
    CHECK(composed("Z\u0307o\u0301\u0142c\u0301") == "Żółć");
    CHECK(composed("Żółć") == "Żółć");
    CHECK(composed("plain") == "plain");
    CHECK(search_key("o\u0301") == search_key("ó"));
}

TEST_CASE("composing twice changes nothing more, and leaves a text")
{
    CHECK(rc::check("any text", [] {
        auto const once = composed(*any_text());
        RC_ASSERT(composed(once) == once);
        RC_ASSERT(code_points(once).has_value());
    }));
}

TEST_CASE("folding keeps what is no letter")
{
    CHECK(folded("Anna.Łęcka+CRM@Example.PL") == "anna.łęcka+crm@example.pl");
    CHECK(folded("ẞ") == "ss");
}

TEST_CASE("blanks at the ends are trimmed, and no others")
{
    CHECK(trimmed(" \t Jan  Kowalski\r\n") == "Jan  Kowalski");
    CHECK(trimmed(" \n") == "");
    CHECK(trimmed("") == "");
}

TEST_CASE("the end of a prefix comes after every text that starts with it, and before every other that comes after it")
{
    CHECK(end_of_prefix("lodz") == "lod{");
    CHECK(end_of_prefix("\u007F") == "\u0080");
    CHECK(end_of_prefix("\uD7FF") == "\uE000");  // no surrogates
    CHECK(end_of_prefix("a\U0010FFFF") == "b");
    CHECK(end_of_prefix("\U0010FFFF") == "");
    CHECK(end_of_prefix("") == "");
}

TEST_CASE("the end of a prefix is a text that bounds those that start with it")
{
    CHECK(rc::check("any prefix and text", [] {
        auto const prefix = *any_text(), rest = *any_text(), other = *any_text();
        auto const end    = end_of_prefix(prefix);
        RC_ASSERT(code_points(end).has_value());
        RC_PRE(!end.empty());
        RC_ASSERT(prefix < end);
        RC_ASSERT(prefix + rest < end);
        RC_ASSERT(other.starts_with(prefix) == (prefix <= other && other < end));
    }));
}

TEST_CASE("broken bytes have no key")
{
    CHECK_THROWS_AS(search_key("\xff"), InvalidArgument);
    CHECK_THROWS_AS(folded("\xc5"), InvalidArgument);
}

TEST_CASE("SHA-256 is that of FIPS 180-4")
{
    CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(sha256(std::string(1'000'000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("what is surely composed stays as it is, and what has a combining mark is never that")
{
    CHECK(is_surely_composed("Zażółć gęślą jaźń, Straße"));
    CHECK_FALSE(is_surely_composed("a\u0301"));
    CHECK(rc::check("composed() leaves it", [] {
        auto const points = *rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 0x2FF));
        std::string text;
        for (int const point : points)
            if (point < 0x80)
                text += static_cast<char>(point);
            else
                (text += static_cast<char>(0xC0 | point >> 6)) += static_cast<char>(0x80 | (point & 0x3F));
        auto const mark = std::string{" \u0301"};  // goes the long way
        RC_ASSERT(composed(text + mark) == text + mark);
        RC_ASSERT(composed(text) == text);
    }));
}
