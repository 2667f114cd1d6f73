// Contacts: DESIGN §2, rule 5.
#include "house.hpp"

using namespace crm;
using namespace crm::test;
using namespace std::chrono_literals;

namespace {

/// A firm with a person, and a way to say that somebody called.
struct Calls {
    explicit Calls(std::string const& kind) : house{kind}, firm{house.legal()}, ewa{house.person(firm.subject_id)} {}

    [[nodiscard]] std::vector<Participant> participants(Id<Contact> contact) const
    {
        return house.all<Participant>("contact_id = " + std::to_string(contact.value));
    }

    House      house;
    Registered firm, ewa;
};

}  // namespace

TEST_CASE("a contact takes place now, and who adds it took part")
{
    Calls      calls{EVERY_STORE()};
    auto const contact = calls.house.contact({.subject_id = calls.firm.subject_id});
    CHECK(contact.at == calls.house.now);
    CHECK(contact.status == ContactStatus::held);
    auto const who = calls.participants(contact.id);
    REQUIRE(who.size() == 1);
    CHECK(who.front().operator_id == calls.house.anna);
    CHECK(who.front().role == ParticipantRole::attended);
}

TEST_CASE("employees that are named took part, and who adds it did not")
{
    Calls      calls{EVERY_STORE()};
    auto const id = calls.house([&](Work& work) {
        return work.add_contact({.kind_id = work.contact_kind("visit"), .subject_id = calls.firm.subject_id}, {calls.house.jan});
    });
    auto const who = calls.participants(id);
    REQUIRE(who.size() == 1);
    CHECK(who.front().operator_id == calls.house.jan);
}

TEST_CASE("contact.employee.required")
{
    Calls      calls{EVERY_STORE()};
    auto const add = [&](Id<Operator> who, std::vector<Id<Operator>> const& employees) {
        return refused([&] {
            calls.house.by(who, [&](Work& work) {
                Contact contact{.kind_id = work.contact_kind("visit"), .subject_id = calls.firm.subject_id};
                employees.empty() && !who ? work.add(contact) : static_cast<void>(work.add_contact(contact, employees));
            });
        });
    };
    CHECK(add(calls.house.anna, {}) == Codes{"contact.employee.required"});
    CHECK(add({}, {}) == Codes{"contact.employee.required"});
    CHECK(add({}, {calls.house.jan}) == Codes{});
}

TEST_CASE("contact.employee.required: the last employee stays, whichever way he is taken away")
{
    Calls      calls{EVERY_STORE()};
    auto const contact = calls.house.contact({.subject_id = calls.firm.subject_id});
    auto const other   = calls.house.contact({.subject_id = calls.firm.subject_id});
    auto const only    = calls.participants(contact.id).front();
    CHECK(refused([&] { calls.house([&](Work& work) { work.remove(only.id); }); }) == Codes{"contact.employee.required"});
    auto const change = [&](auto step) {
        auto changed = only;
        step(changed);
        return refused([&] { calls.house([&](Work& work) { work.save(changed); }); });
    };
    CHECK(change([&](Participant& p) { p.operator_id.reset(), p.person_id = calls.ewa.person_id; }) == Codes{"contact.employee.required"});
    CHECK(change([&](Participant& p) { p.contact_id = other.id; }) == Codes{"contact.employee.required"});

    calls.house([&](Work& work) { work.add_participant(contact.id, calls.house.jan); });
    CHECK(refused([&] { calls.house([&](Work& work) { work.remove(only.id); }); }) == Codes{});
}

TEST_CASE("a contact whose employee is unknown is refused, and nothing of it is stored")
{
    Calls calls{EVERY_STORE()};
    auto  work = calls.house.database.work(calls.house.anna);
    CHECK(refused([&] {
              static_cast<void>(work.add_contact({.kind_id = work.contact_kind("visit"), .subject_id = calls.firm.subject_id}, {{999}}));
          }) == Codes{"participant.operator.missing"});
    work.commit();
    CHECK(calls.house.all<Contact>().empty());
}

TEST_CASE("persons take part beside employees")
{
    Calls      calls{EVERY_STORE()};
    auto const contact = calls.house.contact({.subject_id = calls.firm.subject_id});
    calls.house([&](Work& work) { work.add_participant(contact.id, *calls.ewa.person_id); });
    CHECK(calls.participants(contact.id).size() == 2);
}

TEST_CASE("contact.about.required")
{
    Calls calls{EVERY_STORE()};
    CHECK(refused([&] { calls.house.contact({}); }) == Codes{"contact.about.required"});
}

TEST_CASE("contact.person.of_subject")
{
    Calls      calls{EVERY_STORE()};
    auto const jan = calls.house.natural();
    CHECK(refused([&] { calls.house.contact({.subject_id = jan.subject_id, .person_id = calls.ewa.person_id}); }) ==
          Codes{"contact.person.of_subject"});
    CHECK_NOTHROW(calls.house.contact({.subject_id = calls.firm.subject_id, .person_id = calls.ewa.person_id}));
}

TEST_CASE("a contact that names a person alone takes the person's subject, and keeps it when the person moves on")
{
    Calls calls{EVERY_STORE()};
    auto  contact = calls.house.contact({.person_id = calls.ewa.person_id});
    CHECK(contact.subject_id == calls.firm.subject_id);

    auto const other = calls.house.legal("Inna Sp. z o.o.");
    calls.house([&](Work& work) {
        auto ewa       = work.get(*calls.ewa.person_id);
        ewa.subject_id = other.subject_id;
        work.save(ewa);
    });
    contact.summary = "Poprawione";
    calls.house([&](Work& work) { work.save(contact); });
    CHECK(calls.house.get(contact.id).subject_id == calls.firm.subject_id);

    contact.subject_id = calls.house.natural().subject_id;  // what is said now is checked now
    CHECK(refused([&] { calls.house([&](Work& work) { work.save(contact); }); }) == Codes{"contact.person.of_subject"});
}

TEST_CASE("contact.held.kept: a held contact is corrected, and history keeps what it said")
{
    Calls calls{EVERY_STORE()};
    auto  contact = calls.house.contact({.subject_id = calls.firm.subject_id, .summary = "Oferta"});
    CHECK(refused([&] { calls.house([&](Work& work) { work.remove(contact.id); }); }) == Codes{"contact.held.kept"});
    contact.summary = "Oferta 2";
    calls.house([&](Work& work) { work.save(contact); });
    CHECK(calls.house.view().history(contact.id).front().fields == R"({"summary":["Oferta","Oferta 2"]})");
}

TEST_CASE("a planned contact is removed with its participants and links")
{
    Calls      calls{EVERY_STORE()};
    auto const contact = calls.house.contact({.subject_id = calls.firm.subject_id, .status = ContactStatus::planned});
    auto const sale    = calls.house.sale(calls.firm.subject_id);
    calls.house([&](Work& work) { work.link(contact.id, sale.id); });
    calls.house([&](Work& work) { work.remove(contact.id); });
    CHECK(calls.house.all<Contact>().empty());
    CHECK(calls.house.all<Participant>().empty());
    CHECK(calls.house.all<ContactCase>().empty());
}

TEST_CASE("a contact is linked with several cases, with each once, and unlinked")
{
    Calls      calls{EVERY_STORE()};
    auto const contact = calls.house.contact({.subject_id = calls.firm.subject_id});
    auto const first = calls.house.sale(), second = calls.house.sale();
    calls.house([&](Work& work) {
        work.link(contact.id, first.id);
        work.link(contact.id, first.id);
        work.link(contact.id, second.id);
    });
    CHECK(calls.house.all<ContactCase>().size() == 2);
    calls.house([&](Work& work) {
        work.unlink(contact.id, first.id);
        work.unlink(contact.id, first.id);
    });
    REQUIRE(calls.house.all<ContactCase>().size() == 1);
    CHECK(calls.house.all<ContactCase>().front().case_id == second.id);
    CHECK(refused([&] { calls.house([&](Work& work) { work.link(contact.id, Id<Case>{999}); }); }) == Codes{"contact_case.case.missing"});
}

TEST_CASE("several contacts are added at once, each with its employee")
{
    Calls                calls{EVERY_STORE()};
    std::vector<Contact> contacts(3, Contact{.subject_id = calls.firm.subject_id});
    calls.house([&](Work& work) {
        for (auto& contact : contacts)
            contact.kind_id = work.contact_kind("phone");
        work.add(contacts);
    });
    for (auto const& contact : contacts)
        CHECK(calls.participants(contact.id).size() == 1);
}
