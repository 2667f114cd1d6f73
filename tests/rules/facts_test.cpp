// The rules that follow from the facts of fields, for every field of every record.
#include "rules_test.hpp"

using namespace crm;
using namespace crm::test;

namespace {

/// What is wrong with each kind of field: calls `visit(what, broken value)`.
struct Wrongs {
    template <class Visit>
    static void of(std::string const&, FieldFacts const& facts, Visit visit)
    {
        std::string letters;  // two bytes each: a length is counted in code points
        for (std::size_t i = 0; i <= facts.max_length; ++i)
            letters += "ł";
        visit("length", letters);
        visit("text", std::string{"Dach\xff"});
        visit("text", std::string{"Dach\0 hali", 10});
        if (facts.required) {
            visit("required", std::string{});
            visit("required", std::string{" \t\r\n"});
        }
    }
    template <class Other, class Visit>
    static void of(Id<Other>, FieldFacts const& facts, Visit visit)
    {
        if (facts.name == "id") {
            visit("required", Id<Other>{-1});
        } else if (!facts.library) {
            visit("required", Id<Other>{});
            visit("required", Id<Other>{-1});
        }
    }
    template <DescribedEnum Enum, class Visit>
    static void of(Enum, FieldFacts const& facts, Visit visit)
    {
        if (facts.library)
            return;
        visit("known", Enum{});
        visit("known", static_cast<Enum>(99));
    }
    template <class Visit>
    static void of(Money const&, FieldFacts const&, Visit visit)
    {
        visit("currency", Money{.amount = 1});
    }
    template <class Visit>
    static void of(Date, FieldFacts const&, Visit visit)
    {
        visit("date", Date{std::chrono::year{2026} / 2 / 30});
    }
    template <class Value, class Visit>
    static void of(std::optional<Value> const&, FieldFacts const& facts, Visit visit)
    {
        of(Value{}, facts, visit);
    }
    template <class Value, class Visit>
        requires(!DescribedEnum<Value>)
    static void of(Value const&, FieldFacts const&, Visit)
    {
    }
};

std::string code_of(std::string_view record, std::string_view field, std::string_view what)
{
    if (field.ends_with("_id"))
        field.remove_suffix(3);
    return std::string{record}.append(".").append(field).append(".").append(what);
}

/// The codes without those of the record's own rules, which a broken value may break too, but for the one looked for.
template <class Record>
Codes without_own(Codes codes, std::string const& wanted = {})
{
    std::erase_if(codes, [&](std::string const& code) {
        return code != wanted && std::ranges::count(rules::own_rules<Record>, code, &rules::Rule<Record>::code) > 0;
    });
    return codes;
}

template <class Record>
void check_facts()
{
    INFO(Facts<Record>::name);
    REQUIRE(broken_by(sample<Record>()) == Codes{});
    for_each_field<Record>([](auto member, FieldFacts const& facts) {
        Wrongs::of(sample<Record>().*member, facts, [&](std::string_view what, auto const& wrong) {
            auto record    = sample<Record>();
            record.*member = wrong;
            INFO(facts.name << ": " << what);
            auto const code = code_of(Facts<Record>::name, facts.name, what);
            CHECK(without_own<Record>(broken_by(record), code) == Codes{code});
        });
    });
}

template <class Record>
void check_longest()
{
    INFO(Facts<Record>::name);
    for_each_field<Record>([](auto member, FieldFacts const& facts) {
        if constexpr (std::is_same_v<decltype(member), std::string Record::*>) {
            auto record = sample<Record>();
            (record.*member).clear();
            for (std::size_t i = 0; i != facts.max_length; ++i)
                record.*member += "ł";
            INFO(facts.name);
            CHECK(without_own<Record>(broken_by(record)) == Codes{});
        }
    });
}

}  // namespace

TEST_CASE("what breaks the facts of a field is named by its record, its field and what is wrong")
{
#define CRM_CHECK_FACTS(Record) check_facts<Record>();
    CRM_EACH_RECORD(CRM_CHECK_FACTS)
}

TEST_CASE("a text may be as long as its facts say, in code points")
{
#define CRM_CHECK_LONGEST(Record) check_longest<Record>();
    CRM_EACH_RECORD(CRM_CHECK_LONGEST)
}

TEST_CASE("every field that is wrong is told at once, with a sentence")
{
    auto c      = sample<Case>();
    c.title     = " ";
    c.keeper_id = {};
    c.expected  = Money{};
    Violations broken;
    rules::check(c, broken);
    REQUIRE(codes_of(broken) == Codes{"case.title.required", "case.keeper.required", "case.expected.currency"});
    CHECK(broken[0].field == "title");
    CHECK(broken[0].record() == "case");
    CHECK(broken[0].message == "Give it: What it is about, in one line.");
    CHECK(broken[1].field == "keeper_id");
}

TEST_CASE("a text that is too long says how long it is and may be")
{
    auto c = sample<Case>();
    c.title.assign(256, 'x');
    Violations broken;
    rules::check(c, broken);
    REQUIRE(broken.size() == 1);
    CHECK(broken.front().message == "Shorten the text to 255 characters; it has 256.");
}

TEST_CASE("an enumerator that is not known is answered with those that are")
{
    auto t     = sample<Task>();
    t.priority = static_cast<Priority>(9);
    Violations broken;
    rules::check(t, broken);
    REQUIRE(codes_of(broken) == Codes{"task.priority.known"});
    CHECK_THAT(broken.front().message, containing("low, normal, high"));
}
