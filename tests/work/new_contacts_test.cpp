// Contacts that come many at once, from another system perhaps.
#include "house.hpp"

using namespace crm;
using namespace crm::test;

TEST_CASE("contacts are stored with who took part in them and their cases")
{
    House      house{EVERY_STORE()};
    auto const firm = house.legal();
    auto const sale = house.sale(firm.subject_id);
    auto       new_contacts = house([&](Work& work) {
        Contact const call{.kind_id = work.contact_kind("phone"), .subject_id = firm.subject_id, .summary = "Rozmowa"};
        std::vector<NewContact> contacts{{.contact = call, .employees = {house.jan, house.anna, house.jan}, .cases = {sale.id, sale.id}}, {.contact = call}};
        contacts[0].contact.id = {7'000};
        work.add_contacts(contacts);
        return contacts;
    });
    CHECK(new_contacts[0].contact.id == Id<Contact>{7'000});
    CHECK(new_contacts[1].contact.id.value > 7'000);
    CHECK(house.get(Id<Contact>{7'000}).summary == "Rozmowa");

    auto view      = house.view();
    auto employees = [&](std::size_t of) {
        std::vector<Id<Operator>> all;
        for (auto const& p : view.find<Participant>(field(&Participant::contact_id) == new_contacts[of].contact.id).records)
            all.push_back(p.operator_id.value());
        return all;
    };
    CHECK(employees(0) == std::vector{house.jan, house.anna});
    CHECK(employees(1) == std::vector{house.anna});  // who works
    CHECK(view.count<ContactCase>(field(&ContactCase::contact_id) == Id<Contact>{7'000}) == 1);

    auto const told = view.timeline({.case_id = sale.id, .kinds = {TimelineKind::contact}});
    REQUIRE(told.size() == 1);
    CHECK(told[0].operator_id == house.jan);  // the first who took part, not who entered it
}

TEST_CASE("contacts that are stored at once are all there, or none")
{
    House                   house{EVERY_STORE()};
    std::vector<NewContact> contacts(2);
    auto const              firm = house.legal();
    contacts[0].contact          = {.kind_id = house.view().contact_kind("phone"), .subject_id = firm.subject_id};
    CHECK_FALSE(refused([&] { house([&](Work& work) { work.add_contacts(contacts); }); }).empty());
    CHECK(house.all<Contact>().empty());
    CHECK(!contacts[0].contact.id);

    contacts.resize(1);
    auto nobody = house.database.work({});
    CHECK(refused([&] { nobody.add_contacts(contacts); }) == Codes{"contact.employee.required"});
}

TEST_CASE("records of another system keep who added them, and when")
{
    House      house{EVERY_STORE()};
    auto const then = house.now - std::chrono::hours{24 * 365};
    Task       task{.id = {4'711}, .title = "Zadzwonić", .responsible_id = house.anna};
    task.revision = {.version = 9, .created_at = then, .created_by = house.jan, .changed_at = then, .changed_by = house.jan, .archived_at{}};
    house([&](Work& work) { work.add_with_ids(std::span{&task, 1}); });

    auto const kept = house.get(Id<Task>{4'711});
    CHECK(kept.revision.version == 1);
    CHECK(kept.revision.created_at == then);
    CHECK(kept.revision.created_by == house.jan);
    CHECK(kept.revision.changed_at == house.now);
    CHECK(kept.revision.changed_by == house.anna);

    auto again = task;
    again.id   = {};
    house([&](Work& work) { work.add(again); });
    CHECK(again.revision.created_at == house.now);  // a record of our own is made now
}
