// Subjects and persons: DESIGN §2, rules 1 and 2.
#include "house.hpp"

using namespace crm;
using namespace crm::test;

TEST_CASE("a natural subject gets its person when it is made, and both share one party")
{
    House      house{EVERY_STORE()};
    auto const jan = house.natural();
    REQUIRE(jan.person_id);
    auto const person = house.get(*jan.person_id);
    CHECK(person.subject_id == jan.subject_id);
    CHECK(person.subject_kind == SubjectKind::natural);
    CHECK(person.party_id == house.get(jan.subject_id).party_id);
    CHECK(house.get(jan.party_id).name == "Jan Kowalski");
}

TEST_CASE("a natural subject is made without a person where the host says so, and may get one later")
{
    House      house{EVERY_STORE()};
    auto const jan = house([](Work& work) { return work.add_natural({.family_name = "Kowalski", .with_person = false}); });
    CHECK_FALSE(jan.person_id);
    CHECK(house.all<Person>().empty());
    house([&](Work& work) { work.add(Person{.subject_id = jan.subject_id, .party_id = jan.party_id}); });
    CHECK(house.all<Person>().size() == 1);
}

TEST_CASE("a new subject has its numbers in canonical form, and its contact points to use first")
{
    House      house{EVERY_STORE()};
    auto const made = house([](Work& work) {
        return work.add_legal({.name = "Dachy", .nip = "PL 526-025-02-74", .krs = "0000028860", .email = "Biuro@Dachy.PL", .phone = "+48 22 123-45-67"});
    });
    auto const numbers = house.all<Identifier>();
    REQUIRE(numbers.size() == 2);
    CHECK(numbers[0].value == "5260250274");
    CHECK(numbers[1].kind == NumberKind::krs);

    auto const points = house.all<ContactPoint>();
    REQUIRE(points.size() == 2);
    CHECK(points[0].value == "Biuro@Dachy.PL");
    CHECK(points[0].value_key == "biuro@dachy.pl");
    CHECK(points[0].domain == "dachy.pl");
    CHECK(points[1].value_key == "+48221234567");
    for (auto const& point : points) {
        CHECK(point.party_id == made.party_id);
        CHECK(point.is_primary);
    }
}

TEST_CASE("person.natural.single: through the API")
{
    House      house{EVERY_STORE()};
    auto const jan   = house.natural();
    auto const adam  = house.natural("Adam");
    auto const broken = [&](Id<Party> party) {
        return refused([&] { house([&](Work& work) { work.add(Person{.subject_id = jan.subject_id, .party_id = party}); }); });
    };
    CHECK(broken(jan.party_id) == Codes{"person.natural.single"});
    CHECK(broken(adam.party_id) == Codes{"person.natural.single"});
    CHECK(house.all<Person>().size() == 2);
}

TEST_CASE("person.natural.single: nor two in one call")
{
    House      house{EVERY_STORE()};
    auto const jan = house([](Work& work) { return work.add_natural({.family_name = "Kowalski", .with_person = false}); });
    auto const broken = violations_of([&] {
        house([&](Work& work) {
            std::vector<Person> two(2, Person{.subject_id = jan.subject_id, .party_id = jan.party_id});
            work.add(two);
        });
    });
    REQUIRE(broken.size() == 1);
    CHECK(broken.front().code == "person.natural.single");
    CHECK(broken.front().position == 1);
    CHECK(house.all<Person>().empty());
}

TEST_CASE("person.natural.single: nor one who comes from another subject")
{
    House      house{EVERY_STORE()};
    auto const jan = house.natural();
    auto const ewa = house.person(house.legal().subject_id);
    auto       moved  = house.get(*ewa.person_id);
    moved.subject_id  = jan.subject_id;
    CHECK(refused([&] { house([&](Work& work) { work.save(moved); }); }) == Codes{"person.natural.single"});
}

TEST_CASE("person.natural.party: through the API")
{
    House      house{EVERY_STORE()};
    auto const jan   = house([](Work& work) { return work.add_natural({.family_name = "Kowalski", .with_person = false}); });
    auto const other = house.natural();
    CHECK(refused([&] { house([&](Work& work) { work.add(Person{.subject_id = jan.subject_id, .party_id = other.party_id}); }); }) ==
          Codes{"person.natural.party"});
    CHECK(refused([&] { house([&](Work& work) { work.add_person({.subject_id = jan.subject_id, .family_name = "Nowak"}); }); }) ==
          Codes{"person.natural.party"});
    CHECK(house.all<Party>().size() == 2);
}

TEST_CASE("a legal subject has any number of persons, each with data of its own")
{
    House      house{EVERY_STORE()};
    auto const firm = house.legal();
    auto const ewa  = house.person(firm.subject_id);
    auto const adam = house.person(firm.subject_id, "Adam");
    CHECK(ewa.party_id != adam.party_id);
    CHECK(house.get(*ewa.person_id).subject_kind == SubjectKind::legal);
    CHECK(house.view().count<Person>(parse_condition("subject_id = " + std::to_string(firm.subject_id.value))) == 2);
}

TEST_CASE("a person is tied to a subject")
{
    House      house{EVERY_STORE()};
    auto const ewa = house.natural();
    CHECK(refused([&] { house([&](Work& work) { work.add(Person{.party_id = ewa.party_id}); }); }) == Codes{"person.subject.required"});
    CHECK(refused([&] { house([&](Work& work) { work.add(Person{.subject_id = {999}, .party_id = ewa.party_id}); }); }) ==
          Codes{"person.subject.missing"});
}

TEST_CASE("a change through a natural subject is seen through its person, and the other way")
{
    House      house{EVERY_STORE()};
    auto const jan = house.natural();
    house([&](Work& work) {
        auto party        = work.get(work.get(jan.subject_id).party_id);
        party.family_name = "Nowak";
        work.save(party);
    });
    CHECK(house.get(house.get(*jan.person_id).party_id).name == "Jan Nowak");
    house([&](Work& work) { work.add_contact_point(work.get(*jan.person_id).party_id, ContactPointKind::email, "jan@example.pl"); });
    CHECK(house.all<Subject>("exists contact_points (value = 'jan@example.pl')").size() == 1);
}

TEST_CASE("a full name follows its parts, unless it was given another form")
{
    House      house{EVERY_STORE()};
    auto const jan     = house.natural();
    auto const renamed = [&](auto change) {
        return house([&](Work& work) {
            auto party = work.get(jan.party_id);
            change(party);
            work.save(party);
            return party;
        });
    };
    CHECK(renamed([](Party& p) { p.middle_names = "Maria"; }).name == "Jan Maria Kowalski");
    CHECK(renamed([](Party& p) { p.name = "Kowalski Jan, dachy"; }).name == "Kowalski Jan, dachy");
    auto const last = renamed([](Party& p) { p.family_name = "Łęcki"; });
    CHECK(last.name == "Kowalski Jan, dachy");
    CHECK(last.name_key == "kowalski jan dachy");
}

TEST_CASE("subject.kind.changed and subject.party.changed: by their own verbs alone")
{
    House      house{EVERY_STORE()};
    auto const firm  = house.legal();
    auto       saved = house.get(firm.subject_id);
    saved.kind       = SubjectKind::natural;
    saved.party_id   = house([](Work& work) { return work.add(Party{.name = "Inna"}); });
    CHECK(refused([&] { house([&](Work& work) { work.save(saved); }); }) == Codes{"subject.kind.changed", "subject.party.changed"});
    CHECK(house.get(firm.subject_id).kind == SubjectKind::legal);
}

TEST_CASE("all that is wrong with a new subject is told at once, and nothing of it is stored")
{
    House house{EVERY_STORE()};
    auto  work   = house.database.work(house.anna);
    auto  broken = refused([&] { work.add_natural({.pesel = "44051401358", .nip = "1", .email = "jan", .keeper_id = Id<Operator>{999}}); });
    CHECK(broken == Codes{"party.name.required", "subject.keeper.missing", "identifier.value.number", "identifier.value.number",
                          "contact_point.value.email"});
    broken = refused([&] { work.add_legal({.krs = "1", .email = "@"}); });
    CHECK(broken == Codes{"party.name.required", "identifier.value.number", "contact_point.value.email"});
    broken = refused([&] { work.add_person({.subject_id = {999}, .family_name = "Nowak", .email = "@"}); });
    CHECK(broken == Codes{"person.subject.missing", "contact_point.value.email"});
    work.commit();
    CHECK(house.all<Party>().empty());
    CHECK(house.all<Subject>().empty());
    CHECK(house.all<Person>().empty());
    CHECK(house.all<Identifier>().empty());
}

TEST_CASE("after a refusal a work goes on with the next subject")
{
    House house{EVERY_STORE()};
    house([](Work& work) {
        CHECK_FALSE(refused([&] { work.add_legal({.name = "Dachy", .nip = "1"}); }).empty());
        work.add_legal({.name = "Dachy", .nip = "5260250274"});
    });
    CHECK(house.all<Subject>().size() == 1);
    CHECK(house.all<Party>().size() == 1);
}
