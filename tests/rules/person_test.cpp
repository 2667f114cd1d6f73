#include "rules_test.hpp"

using namespace crm;
using namespace crm::test;
using namespace std::chrono_literals;

namespace {

Codes broken_among(Person const& person, Subject const& subject, std::size_t others)
{
    Violations broken;
    rules::check_among(person, subject, others, broken);
    return codes_of(broken);
}

constexpr Id<Party> shared{7}, another{8};

}  // namespace

TEST_CASE("every rule of a person has one way to break it")
{
    check_own_rules<Person>(std::to_array<Breaking<Person>>({
        {"person.superior.other", [](Person& p) { p.id = {7}, p.superior_id = p.id; }},
        {"person.active.order", [](Person& p) { p.active_since = 2026y / 3 / 2, p.active_until = 2026y / 3 / 1; }},
    }));
}

TEST_CASE("person.natural.single")
{
    Subject const natural{.kind = SubjectKind::natural, .party_id = shared};
    Subject const legal{.kind = SubjectKind::legal, .party_id = shared};
    CHECK(broken_among({.party_id = shared}, natural, 0) == Codes{});
    CHECK(broken_among({.party_id = shared}, natural, 1) == Codes{"person.natural.single"});
    CHECK(broken_among({.party_id = another}, legal, 99) == Codes{});
}

TEST_CASE("person.natural.party")
{
    Subject const natural{.kind = SubjectKind::natural, .party_id = shared};
    CHECK(broken_among({.party_id = another}, natural, 0) == Codes{"person.natural.party"});
}

TEST_CASE("person.natural.single: where there is no room, the party does not matter")
{
    Subject const natural{.kind = SubjectKind::natural, .party_id = shared};
    CHECK(broken_among({.party_id = another}, natural, 1) == Codes{"person.natural.single"});
}
