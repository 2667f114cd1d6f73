#include "rules_test.hpp"

using namespace crm;
using namespace crm::test;
using namespace std::chrono_literals;

TEST_CASE("every rule of a contact has one way to break it")
{
    check_own_rules<Contact>(std::to_array<Breaking<Contact>>({
        {"contact.about.required", [](Contact& c) { c.subject_id.reset(); }},
        {"contact.ended.order", [](Contact& c) { c.ended_at = c.at - 1us; }},
        {"contact.evaluation.range", [](Contact& c) { c.evaluation = 3; }},
    }));
}

TEST_CASE("the bounds of the rules of a contact are allowed")
{
    auto c       = sample<Contact>();
    c.evaluation = GENERATE(-2, 2);
    c.ended_at   = c.at;
    c.subject_id.reset();
    c.person_id = Id<Person>{7};
    CHECK(broken_by(c) == Codes{});
}

TEST_CASE("contact.evaluation.range: nothing below -2")
{
    auto c       = sample<Contact>();
    c.evaluation = -3;
    CHECK(broken_by(c) == Codes{"contact.evaluation.range"});
}

TEST_CASE("every rule of a participant has one way to break it")
{
    check_own_rules<Participant>(std::to_array<Breaking<Participant>>({
        {"participant.who.one", [](Participant& p) { p.operator_id.reset(); }},
    }));
}

TEST_CASE("participant.who.one: an operator, a person or an address, and no two of them")
{
    auto p       = sample<Participant>();
    bool employee = GENERATE(true, false), person = GENERATE(true, false), address = GENERATE(true, false);
    CAPTURE(employee, person, address);
    p.operator_id.reset();
    if (employee)
        p.operator_id = Id<Operator>{1};
    if (person)
        p.person_id = Id<Person>{1};
    if (address)
        p.address = "jan@example.pl";
    CHECK(broken_by(p) == (employee + person + address == 1 ? Codes{} : Codes{"participant.who.one"}));
}

TEST_CASE("contact.employee.required: one of ours is enough, none is not")
{
    Violations broken;
    rules::check_employees(1, broken);
    CHECK(broken.empty());
    rules::check_employees(0, broken);
    CHECK(codes_of(broken) == Codes{"contact.employee.required"});
}

TEST_CASE("contact.held.kept: what took place is not removed, what was planned may be")
{
    auto const status = GENERATE(ContactStatus::planned, ContactStatus::held, ContactStatus::not_held, ContactStatus::cancelled);
    auto       c      = sample<Contact>();
    c.status          = status;
    Violations broken;
    rules::check_removal(c, broken);
    CHECK(codes_of(broken) == (status == ContactStatus::held ? Codes{"contact.held.kept"} : Codes{}));
}

TEST_CASE("contact.person.of_subject: membership is checked where both are named and the person is known")
{
    Person const person{.subject_id = {7}};
    auto const   broken_for = [&](std::optional<Id<Subject>> subject, std::optional<Person> const& of) {
        Violations broken;
        rules::check_membership("contact.person.of_subject", subject, of, broken);
        return codes_of(broken);
    };
    CHECK(broken_for(Id<Subject>{7}, person) == Codes{});
    CHECK(broken_for(Id<Subject>{8}, person) == Codes{"contact.person.of_subject"});
    CHECK(broken_for(std::nullopt, person) == Codes{});
    CHECK(broken_for(Id<Subject>{8}, std::nullopt) == Codes{});
}
