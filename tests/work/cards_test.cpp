// Who somebody is, and parties found by what people type: every store answers as memory does, which goes by the plain definition.
#include "house.hpp"

#include <rapidcheck.h>

using namespace crm;
using namespace crm::test;

namespace {

constexpr char const* nips[] = {"5260250274", "7740001454", "1132191233", "5252248481"};

/// The same register is kept in two databases. Ids are given alike, so they compare.
struct Register {
    explicit Register(std::string const& kind) : place{kind}, database{place.uri(), {.create = true, .clock = [] { return monday; }}}, anna{database.operator_id("anna")} {}
    Register(Register const&)            = delete;
    Register& operator=(Register const&) = delete;

    FreshPlace              place;
    Database                database;
    Id<Operator>            anna;
    std::vector<Registered> subjects{}, persons{};
    std::vector<Id<Party>>  parties{};
};

/// One thing that is written down; numbers choose among what is there.
struct Entry {
    int what = 0, a = 0, b = 0;

    void write(Register& into) const
    {
        into.database.transact(into.anna, [&](Work& work) { write(into, work); });
    }

private:
    template <class Of>
    static auto one_of(std::vector<Of> const& list, int number)
    {
        return list[static_cast<std::size_t>(number) % list.size()];
    }

    /// Puts away one of those that a party has, if it has any.
    template <class Part>
    void put_away(Work& work, Id<Party> party) const
    {
        auto const parts = work.find<Part>(field(&Part::party_id) == party).records;
        if (!parts.empty())
            work.archive(one_of(parts, b).id);
    }

    void write(Register& into, Work& work) const
    {
        static std::string const names[] = {"Łódź", "łodzianka", "Lotos", "Żuk", "żuki i Spółka", "ZUK", "lo", "Émile"};
        auto const&              name    = names[b % 8];
        auto const               keep    = [&](Registered const& made) {
            into.parties.push_back(made.party_id);
            return made;
        };
        if (what == 0 || into.subjects.empty())
            return into.subjects.push_back(keep(work.add_natural({.given_name = a % 3 == 0 ? "" : "Jan", .family_name = name, .email = "jan@example.pl", .with_person = a % 4 != 0})));
        if (what == 1)
            return into.subjects.push_back(keep(work.add_legal({.name = name + (a % 2 == 0 ? " Sp. z o.o." : ""), .phone = a % 3 == 0 ? "600 100 200" : ""})));
        auto const who   = one_of(into.subjects, a);
        auto const party = one_of(into.parties, b);
        switch (what) {
        case 2:
            if (work.get(who.subject_id).kind == SubjectKind::legal)
                into.persons.push_back(keep(work.add_person({.subject_id = who.subject_id, .given_name = "Ewa", .family_name = name, .position = "Prezes", .email = "ewa@example.pl"})));
            break;
        case 3: work.add_number(party, NumberKind::nip, nips[a % 4]); break;
        case 4: work.add_contact_point(party, a % 2 == 0 ? ContactPointKind::phone : ContactPointKind::web, "600 " + std::to_string(a)); break;
        case 5: {
            auto const kind   = a % 2 == 0 ? AddressKind::registered : AddressKind::delivery;
            bool const marked = work.count<Address>(field(&Address::party_id) == party && field(&Address::kind) == kind && field(&Address::is_default) == true) == 0;
            work.add(Address{.party_id = party, .kind = kind, .city = name, .is_default = marked && a % 3 != 0});
            break;
        }
        case 6: put_away<Identifier>(work, party); break;
        case 7: put_away<ContactPoint>(work, party); break;
        case 8: put_away<Address>(work, party); break;
        case 9:
            if (!into.persons.empty())
                work.archive(*one_of(into.persons, a).person_id);
            break;
        case 10: work.archive(who.subject_id); break;
        default: work.archive(party); break;
        }
    }
};

std::vector<Entry> any_entries()
{
    auto const entry = rc::gen::build<Entry>(rc::gen::set(&Entry::what, rc::gen::inRange(0, 12)), rc::gen::set(&Entry::a, rc::gen::inRange(0, 30)),
                                             rc::gen::set(&Entry::b, rc::gen::inRange(0, 30)));
    return *rc::gen::container<std::vector<Entry>>(40, entry);
}

}  // namespace

TEST_CASE("every store knows who somebody is as memory does")
{
    CHECK(rc::check("cards and searches agree", [] {
        auto const kinds = store_kinds();
        Register   memory{"memory"}, sql{*rc::gen::elementOf(std::vector<std::string>{kinds.begin() + 1, kinds.end()})};
        for (auto const& entry : any_entries()) {
            entry.write(memory);
            entry.write(sql);
        }
        auto in_memory = memory.database.view(memory.anna), in_sql = sql.database.view(sql.anna);
        for (std::size_t i = 0; i != memory.subjects.size(); ++i)
            RC_ASSERT(in_memory.card(memory.subjects[i].subject_id) == in_sql.card(sql.subjects[i].subject_id));
        for (auto const* nip : nips)
            RC_ASSERT(in_memory.subjects_with_number(NumberKind::nip, nip) == in_sql.subjects_with_number(NumberKind::nip, nip));
        for (auto const* typed : {"l", "Ł", "lo", "ŁOD", "z", "żuk", "zuki i", "jan ", "e", "x"})
            for (std::size_t const limit : {1U, 3U, 100U})
                RC_ASSERT(in_memory.search_parties(typed, limit) == in_sql.search_parties(typed, limit));
    }));
}

TEST_CASE("a card has what belongs to a subject and its persons, and nothing that was put away")
{
    House      house{EVERY_STORE()};
    auto const firm = house.legal(), ewa = house.person(firm.subject_id), adam = house.person(firm.subject_id, "Adam", "Lis");
    auto const other = house.person(house.legal("Inna").subject_id);
    house([&](Work& work) {
        work.add_number(firm.party_id, NumberKind::nip, "526-025-02-74");
        work.add_contact_point(ewa.party_id, ContactPointKind::email, "ewa@example.pl");
        work.add_contact_point(other.party_id, ContactPointKind::email, "inna@example.pl");
        work.add(Address{.party_id = firm.party_id, .kind = AddressKind::registered, .city = "Łódź"});
        work.archive(work.add(Address{.party_id = firm.party_id, .kind = AddressKind::delivery, .city = "Ełk"}));
        work.archive(*adam.person_id);
    });

    auto const card = house.view().card(firm.subject_id);
    CHECK(card.subject.id == firm.subject_id);
    CHECK(card.party.party.name == "Dachy Sp. z o.o.");
    REQUIRE(card.party.identifiers.size() == 1);
    CHECK(card.party.identifiers[0].value == "5260250274");
    REQUIRE(card.party.addresses.size() == 1);
    CHECK(card.party.addresses[0].city == "Łódź");
    REQUIRE(card.persons.size() == 1);
    CHECK(card.persons[0].person.id == *ewa.person_id);
    REQUIRE(card.persons[0].party.contact_points.size() == 1);
    CHECK(card.persons[0].party.contact_points[0].value == "ewa@example.pl");
    CHECK_THROWS_AS(house.view().card(Id<Subject>{987'654}), NotFound);
}

TEST_CASE("a number is found in whatever form it is written, and only where it is in use")
{
    House      house{EVERY_STORE()};
    auto const firm = house.legal();
    house([&](Work& work) { work.add_number(firm.party_id, NumberKind::nip, "5260250274"); });

    auto const found = house.view().subjects_with_number(NumberKind::nip, "PL 526-025-02-74");
    REQUIRE(found.size() == 1);
    CHECK(found[0].subject.id == firm.subject_id);
    CHECK(house.view().subjects_with_number(NumberKind::regon, "5260250274").empty());
    CHECK(house.view().subjects_with_number(NumberKind::nip, "5260250275").empty());  // a wrong check digit

    house([&](Work& work) { work.archive(firm.subject_id); });
    CHECK(house.view().subjects_with_number(NumberKind::nip, "5260250274").empty());
}

TEST_CASE("parties are found as people type, with what tells namesakes apart")
{
    House      house{EVERY_STORE()};
    auto const jan = house.natural("Zenon", "Żuk"), firm = house.legal("ZUKI Sp. z o.o.");
    house([&](Work& work) {
        work.add(Address{.party_id = firm.party_id, .kind = AddressKind::delivery, .city = "Ełk", .is_default = true});
        work.add(Address{.party_id = firm.party_id, .kind = AddressKind::registered, .city = "Łódź", .is_default = true});
    });
    auto const hits = house.view().search_parties("Ż");
    CHECK(hits == std::vector<PartyHit>{{jan.party_id, "Zenon Żuk", true, "", jan.subject_id, jan.person_id},
                                        {firm.party_id, "ZUKI Sp. z o.o.", false, "Łódź", firm.subject_id, std::nullopt}});
    CHECK(house.view().search_parties("zuki", 1).size() == 1);
    CHECK(house.view().search_parties(" . ").empty());
}
