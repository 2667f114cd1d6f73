// What is referred to is not removed; what only belongs to it goes with it. DESIGN §2, rule 11.
#include "house.hpp"

using namespace crm;
using namespace crm::test;

namespace {

template <class Record>
Violations violations_of_removing(House& house, Id<Record> id)
{
    return violations_of([&] { house([&](Work& work) { work.remove(id); }); });
}

std::vector<std::string> fields_of(Violations const& broken)
{
    std::vector<std::string> fields;
    for (auto const& violation : broken)
        fields.push_back(violation.field);
    return fields;
}

}  // namespace

TEST_CASE("subject.removed.referred: all that refers to it is listed")
{
    House      house{EVERY_STORE()};
    auto const firm = house.legal();
    auto const ewa = house.person(firm.subject_id), adam = house.person(firm.subject_id);
    house.sale(firm.subject_id);
    house.contact({.subject_id = firm.subject_id});
    auto const broken = violations_of_removing(house, firm.subject_id);
    CHECK(fields_of(broken) == std::vector<std::string>{"person.subject_id", "case.subject_id", "case_state.subject_id", "contact.subject_id"});
    for (auto const& violation : broken)
        CHECK(violation.code == "subject.removed.referred");
    CHECK_THAT(broken.front().message,
               containing("person " + std::to_string(ewa.person_id->value) + ", " + std::to_string(adam.person_id->value) + "."));
    CHECK(house.view().look_up(firm.subject_id));
}

TEST_CASE("a long list of referrers is cut, and says so")
{
    House      house{EVERY_STORE()};
    auto const firm = house.legal();
    house([&](Work& work) {
        for (int n = 0; n != 21; ++n)
            work.add(Note{.subject_id = firm.subject_id, .body = "Notatka"});
    });
    auto const broken = violations_of_removing(house, firm.subject_id);
    REQUIRE(broken.size() == 1);
    CHECK_THAT(broken.front().message, containing(" and more."));
}

TEST_CASE("a subject is removed with its party, numbers, addresses and contact points")
{
    House      house{EVERY_STORE()};
    auto const firm = house([](Work& work) { return work.add_legal({.name = "Dachy", .nip = "5260250274", .email = "biuro@dachy.pl"}); });
    house([&](Work& work) { work.add(Address{.party_id = firm.party_id, .kind = AddressKind::branch, .city = "Łódź"}); });
    CHECK(violations_of_removing(house, firm.subject_id).empty());
    CHECK(house.all<Subject>().empty());
    CHECK(house.all<Party>().empty());
    CHECK(house.all<Identifier>().empty());
    CHECK(house.all<Address>().empty());
    CHECK(house.all<ContactPoint>().empty());
}

TEST_CASE("a person of a legal subject goes with its own party, and that of a natural one without")
{
    House      house{EVERY_STORE()};
    auto const firm = house.legal();
    auto const ewa  = house.person(firm.subject_id);
    CHECK(violations_of_removing(house, *ewa.person_id).empty());
    CHECK_FALSE(house.view().look_up(ewa.party_id));

    auto const jan = house.natural();
    CHECK(fields_of(violations_of_removing(house, jan.subject_id)) == std::vector<std::string>{"person.subject_id"});
    CHECK(violations_of_removing(house, *jan.person_id).empty());
    CHECK(house.view().look_up(jan.party_id));
    CHECK(violations_of_removing(house, jan.subject_id).empty());
    CHECK_FALSE(house.view().look_up(jan.party_id));
}

TEST_CASE("a party of a subject is not removed on its own")
{
    House      house{EVERY_STORE()};
    auto const firm = house.legal();
    CHECK(fields_of(violations_of_removing(house, firm.party_id)) == std::vector<std::string>{"subject.party_id"});
}

TEST_CASE("an operator who keeps cases is not removed")
{
    House house{EVERY_STORE()};
    house.sale();
    auto const broken = violations_of_removing(house, house.anna);
    REQUIRE_FALSE(broken.empty());
    CHECK(broken.front().code == "operator.removed.referred");
}

TEST_CASE("what is removed is in the history with its last values")
{
    House      house{EVERY_STORE()};
    auto const task = house.task();
    violations_of_removing(house, task.id);
    auto const changes = house.view().history(task.id);
    REQUIRE(changes.size() == 2);
    CHECK(changes.front().action == Action::removed);
    CHECK(changes.front().version == 2);
    CHECK_THAT(changes.front().fields, containing(R"("title":["Zadzwonić",null])"));
}

TEST_CASE("what goes with a removed record is in the history too")
{
    House      house{EVERY_STORE()};
    auto const firm  = house([](Work& work) { return work.add_legal({.name = "Dachy", .email = "biuro@dachy.pl"}); });
    auto const point = house.all<ContactPoint>().front();
    violations_of_removing(house, firm.subject_id);
    CHECK(house.view().history(point.id).front().action == Action::removed);
    CHECK(house.view().history(firm.party_id).front().action == Action::removed);
}

TEST_CASE("a record and what refers to it may go in one work")
{
    House      house{EVERY_STORE()};
    auto const firm = house.legal();
    auto const sale = house.sale(firm.subject_id);
    house([&](Work& work) {
        work.remove(sale.id);
        work.remove(firm.subject_id);
    });
    CHECK(house.all<Subject>().empty());
}
