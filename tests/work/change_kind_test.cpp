// Natural to legal and back: what moves, what stays, what stands in the way.
#include "house.hpp"

using namespace crm;
using namespace crm::test;
using namespace std::chrono_literals;

namespace {

/// A sole trader who is registered as a person.
struct SoleTrader {
    explicit SoleTrader(std::string const& kind, DatabaseOptions options = {}) : house{kind, std::move(options)}
    {
        jan = house([](Work& work) {
            return work.add_natural({.given_name = "Jan", .family_name = "Kowalski", .birth_date = 1944y / 5 / 14, .pesel = "44051401359",
                                     .nip = "5260250274", .email = "biuro@dachy.pl"});
        });
        house([&](Work& work) {
            ContactPoint own{.party_id = jan.party_id, .kind = ContactPointKind::phone, .value = "600 100 200", .is_private = true};
            work.add(own);
            Address office{.party_id = jan.party_id, .kind = AddressKind::registered, .city = "Łódź", .is_default = true};
            work.add(office);
        });
    }

    void become(SubjectKind kind)
    {
        house([&](Work& work) { work.change_kind(jan.subject_id, kind); });
    }

    [[nodiscard]] Id<Party> party_of_person() const { return house.get(*jan.person_id).party_id; }
    [[nodiscard]] Id<Party> party_of(NumberKind kind) const { return house.all<Identifier>("kind = " + std::string{enum_name(kind)}).at(0).party_id; }
    [[nodiscard]] Id<Party> party_of(ContactPointKind kind) const
    {
        return house.all<ContactPoint>("kind = " + std::string{enum_name(kind)}).at(0).party_id;
    }

    House      house;
    Registered jan;
};

}  // namespace

TEST_CASE("natural to legal: the person gets a party of its own, with what belongs to a human being")
{
    SoleTrader trader{EVERY_STORE()};
    trader.become(SubjectKind::legal);
    auto const subject = trader.house.get(trader.jan.subject_id);
    auto const own     = trader.party_of_person();
    CHECK(subject.kind == SubjectKind::legal);
    CHECK(subject.party_id == trader.jan.party_id);
    CHECK(own != trader.jan.party_id);
    CHECK(trader.house.get(*trader.jan.person_id).subject_kind == SubjectKind::legal);

    auto const party = trader.house.get(own);
    CHECK(party.name == "Jan Kowalski");
    CHECK(party.family_name == "Kowalski");
    CHECK(party.birth_date == 1944y / 5 / 14);
    CHECK(trader.party_of(NumberKind::pesel) == own);
    CHECK(trader.party_of(ContactPointKind::phone) == own);
}

TEST_CASE("natural to legal: the subject keeps its name, business numbers, addresses and contact points")
{
    SoleTrader trader{EVERY_STORE()};
    trader.become(SubjectKind::legal);
    auto const firm = trader.house.get(trader.jan.party_id);
    CHECK(firm.name == "Jan Kowalski");
    CHECK(firm.family_name.empty());
    CHECK_FALSE(firm.birth_date);
    CHECK(trader.party_of(NumberKind::nip) == trader.jan.party_id);
    CHECK(trader.party_of(ContactPointKind::email) == trader.jan.party_id);
    CHECK(trader.house.all<Address>().at(0).party_id == trader.jan.party_id);
}

TEST_CASE("after natural to legal there is room for more persons")
{
    SoleTrader trader{EVERY_STORE()};
    trader.become(SubjectKind::legal);
    CHECK_NOTHROW(trader.house.person(trader.jan.subject_id));
}

TEST_CASE("legal to natural joins the two again: all of it comes back to one party")
{
    SoleTrader trader{EVERY_STORE()};
    auto const before = trader.house.get(trader.jan.party_id);
    trader.become(SubjectKind::legal);
    trader.become(SubjectKind::natural);

    CHECK(trader.house.get(trader.jan.subject_id).kind == SubjectKind::natural);
    CHECK(trader.party_of_person() == trader.jan.party_id);
    CHECK(trader.house.get(*trader.jan.person_id).subject_kind == SubjectKind::natural);
    CHECK(trader.house.all<Party>().size() == 1);
    auto after     = trader.house.get(trader.jan.party_id);
    after.revision = before.revision;
    CHECK(after == before);
    CHECK(trader.party_of(NumberKind::pesel) == trader.jan.party_id);
    CHECK(trader.party_of(ContactPointKind::phone) == trader.jan.party_id);
}

TEST_CASE("after legal to natural there is no room for another person")
{
    SoleTrader trader{EVERY_STORE()};
    trader.become(SubjectKind::legal);
    trader.become(SubjectKind::natural);
    CHECK(refused([&] { trader.house.person(trader.jan.subject_id); }) == Codes{"person.natural.single"});
}

TEST_CASE("legal to natural: a mark is kept where the other party has given none")
{
    SoleTrader trader{EVERY_STORE()};
    trader.become(SubjectKind::legal);
    trader.house([&](Work& work) {
        ContactPoint email{.party_id = trader.party_of_person(), .kind = ContactPointKind::email, .value = "jan@dachy.pl", .is_primary = true};
        ContactPoint fax{.party_id = email.party_id, .kind = ContactPointKind::fax, .value = "22 1234567", .is_primary = true};
        work.add(email);
        work.add(fax);
    });
    trader.become(SubjectKind::natural);
    auto const primary = trader.house.all<ContactPoint>("is_primary = true");
    REQUIRE(primary.size() == 2);
    CHECK(primary[0].value == "biuro@dachy.pl");
    CHECK(primary[1].value == "22 1234567");
}

TEST_CASE("a subject without persons changes its kind both ways")
{
    House      house{EVERY_STORE()};
    auto const firm   = house.legal();
    auto const become = [&](SubjectKind kind) {
        house([&](Work& work) { work.change_kind(firm.subject_id, kind); });
        return house.get(firm.subject_id).kind;
    };
    CHECK(become(SubjectKind::natural) == SubjectKind::natural);
    CHECK(become(SubjectKind::legal) == SubjectKind::legal);
}

TEST_CASE("subject.natural.persons and subject.natural.numbers: what stands in the way is listed, and nothing is changed")
{
    House      house{EVERY_STORE()};
    auto const firm = house([](Work& work) { return work.add_legal({.name = "Dachy", .krs = "0000028860"}); });
    house.person(firm.subject_id);
    house.person(firm.subject_id, "Adam");
    auto const before = house.get(firm.subject_id);
    auto const broken = violations_of([&] { house([&](Work& work) { work.change_kind(firm.subject_id, SubjectKind::natural); }); });
    REQUIRE(broken.size() == 2);
    CHECK(broken[0].code == "subject.natural.persons");
    CHECK_THAT(broken[0].message, containing("has 2"));
    CHECK(broken[1].code == "subject.natural.numbers");
    CHECK(house.get(firm.subject_id) == before);
    CHECK(house.all<Party>().size() == 3);
}

TEST_CASE("the kind that a subject has already is no change")
{
    SoleTrader trader{EVERY_STORE()};
    auto const before = trader.house.get(trader.jan.subject_id);
    trader.become(SubjectKind::natural);
    CHECK(trader.house.get(trader.jan.subject_id) == before);
}

TEST_CASE("a number that is unique moves with its person")
{
    SoleTrader trader{EVERY_STORE(), {.unique_numbers = {NumberKind::pesel, NumberKind::nip}}};
    CHECK_NOTHROW(trader.become(SubjectKind::legal));
    CHECK_NOTHROW(trader.become(SubjectKind::natural));
    CHECK(trader.party_of(NumberKind::pesel) == trader.jan.party_id);
}

TEST_CASE("a kind is changed in the history too")
{
    SoleTrader trader{EVERY_STORE()};
    trader.become(SubjectKind::legal);
    auto const changes = trader.house.view().history(trader.jan.subject_id);
    REQUIRE(changes.size() == 2);
    CHECK(changes.front().fields == R"({"kind":[1,2]})");
}
