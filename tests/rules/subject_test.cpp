#include "rules_test.hpp"

using namespace crm;
using namespace crm::test;

namespace {

Codes broken_by_change(Subject const& before, Subject const& after)
{
    Violations broken;
    rules::check_change(before, after, broken);
    return codes_of(broken);
}

Codes broken_by_becoming_natural(std::size_t persons, std::size_t legal_numbers)
{
    Violations broken;
    rules::check_becoming_natural(persons, legal_numbers, broken);
    return codes_of(broken);
}

}  // namespace

TEST_CASE("every rule of a subject has one way to break it")
{
    check_own_rules<Subject>(std::to_array<Breaking<Subject>>({
        {"subject.parent.other", [](Subject& s) { s.id = {7}, s.parent_id = s.id; }},
    }));
}

TEST_CASE("subject.kind.changed")
{
    auto const before = sample<Subject>();
    auto       after  = before;
    after.kind        = SubjectKind::legal;
    CHECK(broken_by_change(before, after) == Codes{"subject.kind.changed"});
    CHECK(broken_by_change(before, before) == Codes{});
}

TEST_CASE("subject.party.changed")
{
    auto const before = sample<Subject>();
    auto       after  = before;
    after.party_id    = {8};
    CHECK(broken_by_change(before, after) == Codes{"subject.party.changed"});
}

TEST_CASE("subject.natural.persons: one at most")
{
    CHECK(broken_by_becoming_natural(0, 0) == Codes{});
    CHECK(broken_by_becoming_natural(1, 0) == Codes{});
    CHECK(broken_by_becoming_natural(2, 0) == Codes{"subject.natural.persons"});
}

TEST_CASE("subject.natural.numbers: all that stands in the way is told at once")
{
    CHECK(broken_by_becoming_natural(1, 1) == Codes{"subject.natural.numbers"});
    CHECK(broken_by_becoming_natural(2, 1) == Codes{"subject.natural.persons", "subject.natural.numbers"});
}
