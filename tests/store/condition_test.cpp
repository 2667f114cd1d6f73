// Conditions as people and programs write them: in C++, in text, in JSON.
#include "catch.hpp"
#include "store/conditions.hpp"

#include <crm/model/records.hpp>
#include <crm/store/condition.hpp>

#include <rapidcheck.h>

using namespace crm;
using namespace crm::test;
using crm::store::Comparison;
using std::chrono::sys_days;

namespace {

std::string refusal(std::string_view text)
{
    try {
        auto const condition = parse_condition(text);
        return "nothing is wrong: " + to_text(condition);
    } catch (InvalidArgument const& failure) {
        return failure.what();
    }
}

std::string refusal_of_json(std::string_view json)
{
    try {
        auto const condition = parse_condition_json(json);
        return "nothing is wrong: " + to_text(condition);
    } catch (InvalidArgument const& failure) {
        return failure.what();
    }
}

std::string repeated(std::string_view what, std::size_t times)
{
    std::string text;
    for (std::size_t i = 0; i != times; ++i)
        text += what;
    return text;
}

}  // namespace

TEST_CASE("an expression reads as its text does")
{
    CHECK(to_text(field(&Case::stage) == Stage::active && field(&Case::expected_close_on) < today() + std::chrono::days{7}) ==
          "stage = active and expected_close_on < today + 7 days");
    CHECK(to_text(field(&Party::name_key).starts_with("kow") || !in_base("vip")) ==
          "name_key starts_with 'kow' or not in_base 'vip'");
    CHECK(to_text(exists("persons", field(&Person::position).contains("CEO")) && exists("notes")) ==
          "exists persons (position contains 'CEO') and exists notes");
    CHECK(to_text(field(&Case::closed_at).is_null() && field(&Case::opened_at) >= now() - std::chrono::days{30}) ==
          "closed_at is null and opened_at >= now - 30 days");
    CHECK(to_text(field(&Subject::status).in({SubjectStatus::prospect, SubjectStatus::active})) == "status in (prospect, active)");
    CHECK(to_text(field(&Revision::archived_at).is_not_null() && field(&Case::keeper_id) != Id<Operator>{7}) ==
          "archived_at is not null and keeper_id != 7");
    CHECK(to_text(field(&Subject::is_own) == true) == "is_own = true");
    CHECK(to_text(field(&Case::opened_at) < today() - std::chrono::months{2}) == "opened_at < today - 2 months");
    CHECK(to_text(field(&Case::opened_at) < sys_days{Date{std::chrono::year{2026} / 3 / 1}} + std::chrono::hours{9}) ==
          "opened_at < 2026-03-01T09:00:00Z");
    CHECK(to_text(Condition{}).empty());
}

TEST_CASE("amounts of an expression are compared within their currency")
{
    auto const thousand = Money::parse("1000.00 PLN");
    CHECK(to_text(amount(&Case::expected) >= thousand) == "expected.currency = 'PLN' and expected.amount >= 1000.00");
    CHECK(to_text(amount(&Case::expected) != thousand) == "expected.currency != 'PLN' or expected.amount != 1000.00");
    CHECK(to_text(currency(&Case::expected) == Currency{"EUR"}) == "expected.currency = 'EUR'");
    CHECK(to_text(field(&Case::expected).is_null()) == "expected is null");
}

namespace {

template <class Type, class Given>
concept Equates = requires(Field<Type> field, Given given) { field == given; };
template <class Type, class Given>
concept Orders = requires(Field<Type> field, Given given) { field < given; };
template <class Type>
concept HasParts = requires(Field<Type> field) { field.contains("x"); };
template <class Anchor, class Duration>
concept Adds = requires(Anchor anchor, Duration by) { anchor + by; };

static_assert(Equates<Stage, Stage> && !Equates<Stage, CaseOutcome> && !Equates<Stage, int> && !Orders<Stage, Stage>);
static_assert(Equates<bool, bool> && !Equates<bool, int> && !Equates<int, bool> && !Equates<int, double>);
static_assert(Equates<Id<Case>, Id<Case>> && !Equates<Id<Case>, Id<Subject>> && !Orders<Id<Case>, Id<Case>>);
static_assert(Equates<std::string, char const*> && !Equates<std::string, int> && HasParts<std::string> && !HasParts<int>);
static_assert(Orders<Instant, Date> && Orders<Instant, Now> && Orders<Date, Relative> && !Orders<Date, Instant>);
static_assert(!Equates<Money, Money>, "amount() asks for the currency too");
static_assert(Adds<Now, std::chrono::minutes> && Adds<Today, std::chrono::days> && !Adds<Today, std::chrono::hours>);

}  // namespace

TEST_CASE("a condition is read from its text")
{
    CHECK(parse_condition("stage = active and (title contains 'dach' or expected.amount >= 1000.00) and closed_at is null and "
                          "opened_at >= now - 30 days and not exists notes (body contains 'x') and status in (prospect, active)") ==
          Condition::all_of({Condition::compare("stage", Comparison::equal, Enumerator{"active"}),
                             Condition::any_of({Condition::compare("title", Comparison::contains, std::string{"dach"}),
                                                Condition::compare("expected.amount", Comparison::greater_or_equal,
                                                                   Decimal{10'000'000})}),
                             Condition::is_null("closed_at"),
                             Condition::compare("opened_at", Comparison::greater_or_equal, Relative{.count = -30}),
                             !Condition::exists("notes", Condition::compare("body", Comparison::contains, std::string{"x"})),
                             Condition::is_in("status", {Enumerator{"prospect"}, Enumerator{"active"}})}));
    CHECK(parse_condition("") == Condition{});
    CHECK(parse_condition(" \n always ") == Condition{});
    CHECK(parse_condition("title = 'O''Brien'") == Condition::compare("title", Comparison::equal, std::string{"O'Brien"}));
    CHECK(parse_condition("a = 1 or b = 2 and c = 3") ==
          (parse_condition("a = 1") || (parse_condition("b = 2") && parse_condition("c = 3"))));
    CHECK(parse_condition("not a = 1 and b = 2") == (!parse_condition("a = 1") && parse_condition("b = 2")));
    CHECK(parse_condition("a is not null and b not in (1)") == parse_condition("not a is null and not b in (1)"));
    CHECK(parse_condition("a < now -1 day") == parse_condition("a<now - 1 days"));
    CHECK(parse_condition("a in (-5, 0.5)") == Condition::is_in("a", {std::int64_t{-5}, Decimal{5000}}));
    CHECK(to_text(parse_condition("a in ()")) == "a in ()");
    CHECK(to_text(parse_condition("exists notes ()")) == "exists notes");
}

TEST_CASE("parts that say the same are written the same")
{
    auto const a = parse_condition("a = 1"), b = parse_condition("b = 2"), c = parse_condition("c = 3");
    CHECK((a && (b && c)) == ((a && b) && c));
    CHECK((a || (b || c)) == ((a || b) || c));
    CHECK((a && Condition{}) == a);
    CHECK(Condition::all_of({}) == Condition{});
    CHECK(Condition::any_of({}) == !Condition{});
    CHECK(to_text((a || b) && c) == "(a = 1 or b = 2) and c = 3");
    CHECK(to_text((a && b) || c) == "(a = 1 and b = 2) or c = 3");
    CHECK(to_text(!(a && b)) == "not (a = 1 and b = 2)");
    CHECK(Condition::compare("a", Comparison::less, Relative{.unit = Relative::Unit::hours}) == parse_condition("a < now"));
}

TEST_CASE("an error tells the place, what was found, and what was expected")
{
    CHECK(refusal("stage active") ==
          "Condition, column 7: found \"active\", expected is, in, contains, starts_with, =, !=, <, <=, > or >=.");
    CHECK(refusal("stage = active and") ==
          "Condition, column 19: found the end, expected a field, \"not\", \"exists\", \"in_base\" or \"(\".");
    CHECK(refusal("title = 'ąę' x") == "Condition, column 14: found \"x\", expected \"and\", \"or\" or the end.");
    CHECK(refusal("title = 'dach") == "Condition, column 9: found a text, expected a single quote at its end.");
    CHECK(refusal("(a = 1") == "Condition, column 7: found the end, expected \"and\", \"or\" or \")\".");
    CHECK(refusal("a contains 5") == "Condition, column 12: found \"5\", expected a text in single quotes.");
    CHECK(refusal("a = 2026-13-01").find("column 5: found \"2026-13-01\", expected a value") != std::string::npos);
    CHECK(refusal("a = 99999999999999999999").find("column 5") != std::string::npos);
    CHECK(refusal("a = 1.00001").find("column 5") != std::string::npos);
    CHECK(refusal("a < today - 5 hours") == "Condition, column 15: found \"hours\", expected days, weeks, months or years.");
    CHECK(refusal("a < now - 5 parsecs") ==
          "Condition, column 13: found \"parsecs\", expected minutes, hours, days, weeks, months or years.");
    CHECK(refusal("a < now - 5000000000 days").find("column 11") != std::string::npos);
    CHECK(refusal("a is nothing") == "Condition, column 6: found \"nothing\", expected \"null\" or \"not null\".");
    CHECK(refusal("in_base vip") == "Condition, column 9: found \"vip\", expected the code of a base in single quotes.");
    CHECK(refusal("a in (1 2)") == "Condition, column 9: found \"2\", expected \",\" or \")\".");
    CHECK(refusal("łódź = 1").starts_with("Condition, column 1: found \"ł\", expected a field"));
    CHECK(refusal("a = 1; drop").starts_with("Condition, column 6: found \";\""));
    CHECK(refusal("\xff = 1") == "A condition is a text in UTF-8 without zero bytes.");
    CHECK(refusal("title = 'PESEL 44051401359' 'x'").find("44051401359") == std::string::npos);
}

TEST_CASE("a condition is bounded, however it is made")
{
    CHECK(refusal(repeated("(", 200) + "a = 1" + repeated(")", 200)) == "A condition is nested at most 100 deep.");
    CHECK(refusal(repeated("not ", 100'000) + "a = 1") == "A condition is nested at most 100 deep.");
    CHECK(refusal(repeated("exists notes (", 10'000)) == "A condition is nested at most 100 deep.");
    CHECK(refusal("a = 1" + repeated(" and a = 1", 20'000)) == "A condition has at most 10000 parts and values.");
    CHECK(refusal("a in (1" + repeated(", 1", 20'000) + ")") == "A condition has at most 10000 parts and values.");
    CHECK(refusal(std::string(2'000'000, ' ')) == "A condition is at most 1000000 bytes long.");
    CHECK(refusal_of_json(repeated("{\"not\":", 100'000)).find("nested at most 100 deep") != std::string::npos);
    CHECK(refusal_of_json(repeated("{\"not\":", 150) + "{}" + repeated("}", 150)) == "A condition is nested at most 100 deep.");

    auto deep = parse_condition("a = 1");
    for (std::size_t depth = 1; depth != Condition::greatest_depth; ++depth)
        deep = !deep;
    CHECK(parse_condition(to_text(deep)) == deep);
    CHECK(parse_condition_json(to_json(deep)) == deep);
    CHECK_THROWS_AS(!deep, InvalidArgument);
}

TEST_CASE("what has no written form is refused when it is made")
{
    auto const with = [](Value value) { return Condition::compare("a", Comparison::equal, std::move(value)); };
    CHECK_THROWS_AS(Condition::is_null("a; drop table"), InvalidArgument);
    CHECK_THROWS_AS(Condition::is_null("not"), InvalidArgument);
    CHECK_THROWS_AS(Condition::exists("Notes", {}), InvalidArgument);
    CHECK_THROWS_AS(Condition::in_base(""), InvalidArgument);
    CHECK_THROWS_AS(with(Enumerator{"null"}), InvalidArgument);
    CHECK_THROWS_AS(with(std::string{"\xff"}), InvalidArgument);
    CHECK_THROWS_AS(with(std::string{"a\0b", 3}), InvalidArgument);
    CHECK_THROWS_AS(with(Instant::min()), InvalidArgument);
    CHECK_THROWS_AS(with(Date{std::chrono::year{2026} / 2 / 30}), InvalidArgument);
    CHECK_THROWS_AS(with(Relative{.count = Relative::greatest + 1}), InvalidArgument);
    CHECK_THROWS_AS(with(Relative{.anchor = Relative::Anchor::today, .count = 1, .unit = Relative::Unit::hours}), InvalidArgument);
    CHECK_THROWS_AS(Condition::compare("a", Comparison::contains, std::int64_t{1}), InvalidArgument);
    CHECK_THROWS_AS(Condition::compare("a", Comparison::is_in, std::int64_t{1}), InvalidArgument);
}

TEST_CASE("the JSON form says the same")
{
    CHECK(to_json(parse_condition("stage = active and expected.amount >= 1000 and not (a is null or in_base 'vip')")) ==
          R"({"and":[{"field":"stage","op":"=","value":{"name":"active"}},)"
          R"({"field":"expected.amount","op":">=","value":1000},)"
          R"({"not":{"or":[{"field":"a","op":"is null"},{"in_base":"vip"}]}}]})");
    CHECK(to_json(Condition{}) == "{}");
    CHECK(to_text(parse_condition_json(
              R"({"exists": "notes", "where": {"field": "written_at", "op": "<", "value": {"relative": "now - 30 days"}}})")) ==
          "exists notes (written_at < now - 30 days)");
    CHECK(to_text(parse_condition_json(R"({"field": "a", "op": "in", "values": [1, {"decimal": "2.5"}, "x", true]})")) ==
          "a in (1, 2.50, 'x', true)");
    CHECK(to_text(parse_condition_json(
              R"({"field": "a", "op": "in", "values": [{"day": "2026-03-01"}, {"moment": "2026-03-01T09:00:00.5Z"}]})")) ==
          "a in (2026-03-01, 2026-03-01T09:00:00.5Z)");
}

TEST_CASE("an error in JSON tells the place, what was found, and what was expected")
{
    CHECK(refusal_of_json("[]").starts_with("Condition, at its beginning: found an array, expected an object"));
    CHECK(refusal_of_json("{").find("found what is no JSON") != std::string::npos);
    CHECK(refusal_of_json("{} {}").find("byte 4: found what is no JSON") != std::string::npos);
    CHECK(refusal_of_json(R"({"and": [{}, 5]})") == "Condition, at /and/1: found a number, expected an object.");
    CHECK(refusal_of_json(R"({"nor": []})").starts_with("Condition, at its beginning: found an object of \"nor\", expected"));
    CHECK(refusal_of_json(R"({"field": "a", "op": "="})").find("expected \"field\" and \"op\"") != std::string::npos);
    CHECK(refusal_of_json(R"({"field": "a", "op": "=", "value": 1.5})").starts_with("Condition, at /value: found a number"));
    CHECK(refusal_of_json(R"({"field": "a", "op": "=", "value": {"day": "tomorrow"}})") ==
          "Condition, at /value/day: found a text, expected a day such as 2026-03-01.");
    CHECK(refusal_of_json(R"({"field": "a", "op": "=", "value": {"relative": "now or b = 1"}})")
              .starts_with("Condition, at /value/relative"));
    CHECK(refusal_of_json("{\"\xC4\x85\": 1}").find("found an object of a strange name") != std::string::npos);
    CHECK(refusal_of_json("{\"field\": \"\xff\", \"op\": \"is null\"}").find("found what is no JSON") != std::string::npos);
}

TEST_CASE("no name of a record is a word of the grammar")
{
    auto const is_usable = [](std::string_view name) { return refusal(std::string{name} + " is null").starts_with("nothing"); };
    for (auto const& table : record::tables()) {
        CHECK(is_usable(table.plural));
        for (auto const& column : table.columns) {
            CHECK(is_usable(column.field));
            for (auto const& [name, number] : column.enumerators)
                CHECK(is_usable(name));
        }
    }
}

TEST_CASE("every condition comes back from its text and from its JSON")
{
    CHECK(rc::check([] {
        auto const condition = *any_condition(4);
        auto const text      = to_text(condition);
        RC_ASSERT(parse_condition(text) == condition);
        RC_ASSERT(to_text(parse_condition(text)) == text);
        RC_ASSERT(parse_condition_json(to_json(condition)) == condition);
    }));
}

TEST_CASE("any text is read or refused")
{
    CHECK(rc::check([] {
        auto const pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(std::vector<std::string>{
            "not ", "and ", "or ", "(", ")", "a ", "a.b ", "= ", "<", "!", "5", "-", "'", "'x' ", "now ", "today ", "+ ", "days ",
            "in ", "is ", "null ", "exists ", "in_base ", ",", "2026-01-01 ", "2026-01-01T00:00:00Z ", ".", "ą", "true ",
            "contains "}));
        std::string text;
        for (auto const& piece : pieces)
            text += piece;
        try {
            auto const condition = parse_condition(text);
            RC_ASSERT(parse_condition(to_text(condition)) == condition);
        } catch (InvalidArgument const&) {
        }
    }));
}
