// Conditions on a table: names, types and values.
#include "catch.hpp"
#include "rows.hpp"

#include "store/condition/bind.hpp"
#include "store/condition/relations.hpp"

#include <crm/model/error.hpp>
#include <crm/store/condition.hpp>

#include <set>

using namespace crm;
using namespace crm::test;
using store::BaseCriterion;
using store::BindContext;
using store::Comparison;
using store::Filter;
using std::chrono::sys_days;
using std::chrono::year;

namespace {

/// Half past midnight of 30 March 2026 in Warsaw, where the clock was put forward the day before; in UTC the 29th still.
constexpr Instant after_midnight = sys_days{year{2026} / 3 / 29} + std::chrono::hours{22} + std::chrono::minutes{30};

template <class Record>
Filter bound(std::string_view text, BindContext context = {.now = after_midnight})
{
    return store::bind(parse_condition(text), record::table_of<Record>(), context);
}

template <class Record>
std::string refusal(std::string_view text, BindContext context = {.now = after_midnight})
{
    try {
        auto const filter = bound<Record>(text, std::move(context));
        return "nothing is wrong";
    } catch (InvalidArgument const& failure) {
        return failure.what();
    }
}

/// What a column of moments or days is compared with.
template <class Record>
std::int64_t number_of(std::string_view text, std::string zone = {}, Instant now = after_midnight)
{
    auto const filter = bound<Record>(text, {.now = now, .zone = std::move(zone)});
    return filter.values.at(0).integer;
}

std::int64_t micros(Instant at)
{
    return at.time_since_epoch().count();
}

std::int64_t day(Date date)
{
    return sys_days{date}.time_since_epoch().count();
}

}  // namespace

TEST_CASE("a comparison is bound to its column and a cell of its kind")
{
    auto const& cases  = record::table_of<Case>();
    auto const  filter = bound<Case>("stage = active");
    CHECK(filter.kind == Filter::Kind::compare);
    CHECK(filter.column == cases.position("stage"));
    CHECK(filter.comparison == Comparison::equal);
    CHECK(filter.values.at(0).integer == 2);
    CHECK_FALSE(filter.values.at(0).null);

    CHECK(bound<Case>("stage = 'active'").values.at(0).integer == 2);
    CHECK(bound<Case>("expected.amount >= 1000.5").column == cases.position("expected_amount"));
    CHECK(bound<Case>("expected.amount >= 1000.5").values.at(0).integer == 10'005'000);
    CHECK(bound<Case>("expected.amount >= 7").values.at(0).integer == 70'000);
    CHECK(bound<Case>("expected.currency = 'PLN'").values.at(0).text == "PLN");
    CHECK(bound<Case>("expected is null").column == cases.position("expected_amount"));
    CHECK(bound<Case>("archived_at is null").column == cases.position("archived_at"));
    CHECK(bound<Subject>("is_own = true").values.at(0).integer == 1);
    CHECK(bound<Subject>("status in (prospect, blocked)").values.size() == 2);
    CHECK(bound<Case>("").kind == Filter::Kind::always);
}

TEST_CASE("a text is compared in the form that it is stored in")
{
    CHECK(bound<Case>("title contains 'o\xCC\x81'").values.at(0).text == "\xC3\xB3");
}

TEST_CASE("an unknown name is refused with those that it may be meant for")
{
    CHECK(refusal<Case>("titel = 'x'") == "A case has no field titel, but title.");
    CHECK(refusal<Case>("expected_amount = 1") == "A case has no field expected_amount, but expected.amount.");
    CHECK(refusal<Scheme>("qqq = 1").find("but id, version, created_at") != std::string::npos);
    CHECK(refusal<Subject>("exists person") == "A subject has no relation person, but persons.");
    CHECK(refusal<Subject>("stage = active").starts_with("A subject has no field stage"));
}

TEST_CASE("a value that does not fit its field is refused with what would")
{
    CHECK(refusal<Subject>("is_own = 'yes'") == "Compare the field is_own with true or false.");
    CHECK(refusal<Subject>("is_own = 1") == "Compare the field is_own with true or false.");
    CHECK(refusal<Case>("stage = open") == "Compare the field stage with one of potential, active, closed.");
    CHECK(refusal<Case>("title = active") == "Compare the field title with a text in single quotes.");
    CHECK(refusal<Case>("title = 5") == "Compare the field title with a text in single quotes.");
    CHECK(refusal<Case>("keeper_id = 'anna'") == "Compare the field keeper_id with an integer.");
    CHECK(refusal<Case>("probability = 0.5") == "Compare the field probability with an integer.");
    CHECK(refusal<Case>("expected.currency = 'zł'") == "Compare the field expected.currency with a currency such as 'PLN'.");
    CHECK(refusal<Case>("expected.amount = 9223372036854775807").starts_with("Compare the field expected.amount"));
    CHECK(refusal<Case>("expected = 5") == "Compare a part of expected, such as expected.amount.");
    CHECK(refusal<Case>("opened_at > 'yesterday'").starts_with("Compare the field opened_at with a moment"));
    CHECK(refusal<Case>("expected_close_on > 2026-03-01T09:00:00Z").starts_with("Compare the field expected_close_on with a day"));
    CHECK(refusal<Case>("keeper_id > 5") == "The values of keeper_id have no order: compare them by =, != or in.");
    CHECK(refusal<Case>("stage < closed") == "The values of stage have no order: compare them by =, != or in.");
    CHECK(refusal<Case>("stage contains 'act'") == "The field stage is no text, in which something could be looked for.");
    CHECK(refusal<Content>("bytes = 'x'") == "Compare the field bytes with nothing but null.");
}

TEST_CASE("days and moments are told from now, by the days of a zone")
{
    auto const warsaw   = std::string{"Europe/Warsaw"};
    auto const midnight = sys_days{year{2026} / 3 / 29} + std::chrono::hours{22};  // of the 30th in Warsaw

    SECTION("a moment") {
        CHECK(number_of<Case>("opened_at >= now") == micros(after_midnight));
        CHECK(number_of<Case>("opened_at >= now - 30 days") == micros(after_midnight - std::chrono::days{30}));
        CHECK(number_of<Case>("opened_at >= now + 90 minutes") == micros(after_midnight + std::chrono::minutes{90}));
        CHECK(number_of<Case>("opened_at >= now - 1 month", warsaw) ==
              micros(sys_days{year{2026} / 2 / 27} + std::chrono::hours{23} + std::chrono::minutes{30}));  // 28 February, 0:30
        CHECK(number_of<Case>("opened_at >= today") == micros(sys_days{year{2026} / 3 / 29}));
        CHECK(number_of<Case>("opened_at >= today", warsaw) == micros(midnight));
        CHECK(number_of<Case>("opened_at >= today - 1 day", warsaw) == micros(midnight - std::chrono::hours{23}));
    }
    SECTION("a day") {
        CHECK(number_of<Case>("expected_close_on = today") == day(year{2026} / 3 / 29));
        CHECK(number_of<Case>("expected_close_on = today", warsaw) == day(year{2026} / 3 / 30));
        CHECK(number_of<Case>("expected_close_on = today - 1 month", warsaw) == day(year{2026} / 2 / 28));
        CHECK(number_of<Case>("expected_close_on = today + 2 years", warsaw) == day(year{2028} / 3 / 30));
        CHECK(number_of<Case>("expected_close_on = today - 1 week") == day(year{2026} / 3 / 22));
        CHECK(number_of<Case>("expected_close_on = now", warsaw) == day(year{2026} / 3 / 30));
        CHECK(number_of<Case>("expected_close_on = '2026-03-01'") == day(year{2026} / 3 / 1));
    }
    SECTION("a day that a moment is compared with") {
        CHECK(number_of<Case>("opened_at < 2026-03-30", warsaw) == micros(midnight));
        CHECK(number_of<Case>("opened_at < '2026-03-30'") == micros(sys_days{year{2026} / 3 / 30}));
        CHECK(number_of<Case>("opened_at < '2026-03-01T09:00:00Z'", warsaw) ==
              micros(sys_days{year{2026} / 3 / 1} + std::chrono::hours{9}));
    }
    SECTION("a day without a midnight begins when the clock has been put forward") {
        CHECK(number_of<Case>("opened_at < 2018-11-04", "America/Sao_Paulo") ==
              micros(sys_days{year{2018} / 11 / 4} + std::chrono::hours{3}));
    }
    SECTION("a day with two midnights begins with the first") {
        CHECK(number_of<Case>("opened_at < 2018-11-04", "America/Havana") ==
              micros(sys_days{year{2018} / 11 / 4} + std::chrono::hours{4}));
    }
    SECTION("what is too far is refused") {
        CHECK(refusal<Case>("opened_at < now + 1000000 years").find("years 0 to 9999") != std::string::npos);
        CHECK(refusal<Case>("opened_at < today - 1000000 weeks").find("years 0 to 9999") != std::string::npos);
        CHECK(refusal<Case>("opened_at < now - 1000000 months").find("years 0 to 9999") != std::string::npos);
        CHECK(refusal<Case>("stage = active", {.now = after_midnight, .zone = "Europe/Atlantis"}).find("Europe/Atlantis") !=
              std::string::npos);
    }
}

TEST_CASE("a relation joins what it says")
{
    auto const relation = [](record::Table const& table, std::string_view name) {
        std::vector<std::string> found;
        for (auto const& relation : store::relations_of(table))
            if (relation.name == name)
                found.push_back(table.columns[relation.our_column].name + " = " + std::string{relation.table->name} + "." +
                                relation.table->columns[relation.their_column].name);
        return found.size() == 1 ? found.front() : std::to_string(found.size()) + " relations";
    };
    auto const& subject = record::table_of<Subject>();
    auto const& person  = record::table_of<Person>();
    auto const& sale    = record::table_of<Case>();
    CHECK(relation(subject, "party") == "party_id = party.id");
    CHECK(relation(subject, "persons") == "id = person.subject_id");
    CHECK(relation(subject, "cases") == "id = case.subject_id");
    CHECK(relation(subject, "subjects") == "id = subject.parent_id");
    CHECK(relation(subject, "contact_points") == "party_id = contact_point.party_id");
    CHECK(relation(person, "addresses") == "party_id = address.party_id");
    CHECK(relation(person, "identifiers") == "party_id = identifier.party_id");
    CHECK(relation(person, "subject") == "subject_id = subject.id");
    CHECK(relation(sale, "phase") == "phase_id = phase.id");
    CHECK(relation(sale, "case_states") == "id = case_state.case_id");
    CHECK(relation(sale, "parent") == "parent_id = case.id");
    CHECK(relation(sale, "cases") == "id = case.parent_id");
    CHECK(relation(record::table_of<Phase>(), "case_states") == "id = case_state.phase_id");
    CHECK(relation(record::table_of<Operator>(), "tasks") == "0 relations");  // is responsible, or has done it?
    CHECK(relation(record::table_of<Party>(), "contact_points") == "id = contact_point.party_id");

    for (auto const& table : record::tables()) {
        std::set<std::string> names;
        for (auto const& each : store::relations_of(table))
            CHECK(names.insert(each.name).second);
    }
}

TEST_CASE("a relation is bound with what is asked of its rows")
{
    auto const filter = bound<Subject>("exists cases (stage = active)");
    CHECK(filter.kind == Filter::Kind::exists);
    CHECK(filter.table == &record::table_of<Case>());
    CHECK(filter.column == 0);
    CHECK(filter.their_column == record::table_of<Case>().position("subject_id"));
    CHECK(filter.parts.at(0).column == record::table_of<Case>().position("stage"));
    CHECK(refusal<Subject>("exists cases (status = active)").starts_with("A case has no field status"));
}

TEST_CASE("bases are looked up, and may name each other, but not in a circle")
{
    BindContext context{.now = after_midnight};
    context.base = [](std::string_view code) -> std::optional<BaseCriterion> {
        if (code == "hand")
            return BaseCriterion{1, ""};
        if (code == "active")
            return BaseCriterion{2, "status = active and in_base 'hand'"};
        if (code == "egg")
            return BaseCriterion{3, "in_base 'hen'"};
        if (code == "hen")
            return BaseCriterion{4, "is_own = true or in_base 'egg'"};
        if (code == "broken")
            return BaseCriterion{5, "status ="};
        if (code.starts_with("b")) {
            auto const next = "in_base 'b" + std::to_string(std::stoi(std::string{code.substr(1)}) + 1) + "'";
            return BaseCriterion{6, next + " and " + next};
        }
        return std::nullopt;
    };

    CHECK(bound<Subject>("in_base 'hand'", context).kind == Filter::Kind::exists);
    CHECK(bound<Subject>("in_base 'active' and in_base 'active'", context).parts.size() == 2);
    CHECK(bound<Case>("in_base 'hand'", context).table == &record::table_of<Subject>());
    CHECK(refusal<Subject>("in_base 'egg'", context) == "The criteria of these bases go in a circle: egg, hen, egg.");
    CHECK(refusal<Subject>("in_base 'broken'", context).starts_with("The criterion of the base broken: Condition, column 9"));
    CHECK(refusal<Subject>("in_base 'b1'", context).find("chain of more than 10") != std::string::npos);
    CHECK(refusal<Scheme>("in_base 'hand'", context).find("not a scheme") != std::string::npos);
    CHECK_THROWS_AS(bound<Subject>("in_base 'nothing'", context), NotFound);
    CHECK_THROWS_AS(bound<Subject>("in_base 'hand'"), NotFound);
}
