// Adding and saving any record: DESIGN §2, rule 11 and the revision of records.
#include "house.hpp"

using namespace crm;
using namespace crm::test;
using namespace std::chrono_literals;

namespace {

Case roof(House const& house, int n = 1)
{
    return {.number = "S/" + std::to_string(n), .title = "Dach hali 3", .type_id = house.sale_type, .keeper_id = house.anna};
}

}  // namespace

TEST_CASE("every broken rule of every record of a call is told at once, with its position, and nothing is stored")
{
    House             house{EVERY_STORE()};
    auto              work = house.database.work(house.anna);
    std::vector<Case> cases{roof(house, 1), roof(house, 2), roof(house, 3)};
    cases[0].keeper_id   = {999};
    cases[2].title       = " ";
    cases[2].probability = 101;
    cases[2].parent_id   = Id<Case>{999};
    auto const before    = cases;

    auto const broken = violations_of([&] { work.add(cases); });
    REQUIRE(broken.size() == 4);
    CHECK(broken[0].code == "case.keeper.missing");
    CHECK(broken[0].position == 0);
    CHECK(broken[1].code == "case.title.required");
    CHECK(broken[1].position == 2);
    CHECK(broken[2].code == "case.probability.range");
    CHECK(broken[3].code == "case.parent.missing");
    CHECK(broken[3].position == 2);
    CHECK(broken[3].field == "parent_id");
    CHECK(cases == before);
    work.commit();
    CHECK(house.all<Case>().empty());
    CHECK(house.all<CaseState>().empty());
}

TEST_CASE("a key that is taken is a conflict, and the other records of the call are not stored either")
{
    House house{EVERY_STORE()};
    auto  work = house.database.work(house.anna);
    work.add(roof(house, 1));
    std::vector<Case> cases{roof(house, 2), roof(house, 1)};
    auto const        before = cases;
    CHECK_THROWS_AS(work.add(cases), Conflict);
    CHECK(cases == before);
    work.add(roof(house, 3));  // the work goes on
    work.commit();
    auto const stored = house.all<Case>();
    REQUIRE(stored.size() == 2);
    CHECK(stored[1].number == "S/3");
}

TEST_CASE("a record that has an id already is not added")
{
    House house{EVERY_STORE()};
    auto  sale = house.sale();
    CHECK_THROWS_AS(house([&](Work& work) { work.add(sale); }), InvalidArgument);
}

TEST_CASE("adding nothing is no change")
{
    House             house{EVERY_STORE()};
    auto const        before = house.all<Operation>().size();
    std::vector<Case> none;
    house([&](Work& work) { work.add(none); });
    CHECK(house.all<Case>().empty());
    CHECK(house.all<Operation>().size() == before);
}

TEST_CASE("a revision tells who added and who changed a record, and when")
{
    House house{EVERY_STORE()};
    auto  sale  = house.sale();
    auto  added = house.now;
    house.now += 1h;
    sale.title = "Dach hali 4";
    house.by(house.jan, [&](Work& work) { work.save(sale); });
    CHECK(sale.revision ==
          Revision{.version = 2, .created_at = added, .created_by = house.anna, .changed_at = house.now, .changed_by = house.jan});
    CHECK(house.get(sale.id) == sale);
}

TEST_CASE("a record that is given with a revision gets its own")
{
    House house{EVERY_STORE()};
    auto  sale     = roof(house);
    sale.revision  = {.version = 9, .created_at = monday, .created_by = house.jan, .archived_at = monday};
    house([&](Work& work) { work.add(sale); });
    CHECK(sale.revision == Revision{.version = 1, .created_at = house.now, .created_by = house.anna, .changed_at = house.now, .changed_by = house.anna});
}

TEST_CASE("saving what was not changed is no new version, no history and no operation")
{
    House      house{EVERY_STORE()};
    auto       sale       = house.sale();
    auto const before     = sale;
    auto const operations = house.all<Operation>().size();
    house.now += 1h;
    house.by(house.jan, [&](Work& work) { work.save(sale); });
    CHECK(sale == before);
    CHECK(house.get(sale.id) == before);
    CHECK(house.view().history(sale.id).size() == 1);
    CHECK(house.all<Operation>().size() == operations);
}

TEST_CASE("a refused save leaves what is stored, and what was given, as they were")
{
    House      house{EVERY_STORE()};
    auto const stored = house.sale();
    auto       given  = stored;
    given.title       = "";
    given.keeper_id   = {999};
    auto const before = given;
    CHECK(refused([&] { house([&](Work& work) { work.save(given); }); }) == Codes{"case.title.required", "case.keeper.missing"});
    CHECK(given == before);
    CHECK(house.get(stored.id) == stored);
}

TEST_CASE("what the library writes is not the caller's to change")
{
    House house{EVERY_STORE()};
    auto  sale                = house.sale();
    auto  changed             = sale;
    changed.revision.created_by = house.jan;
    changed.revision.created_at -= 1h;
    changed.stage = Stage::closed;
    house([&](Work& work) { work.save(changed); });
    CHECK(house.get(sale.id) == sale);
}

TEST_CASE("a record that is not there is not found, for reading, saving, archiving and removing")
{
    House      house{EVERY_STORE()};
    auto       sale = house.sale();
    auto const work = [&](auto step) { house([&](Work& w) { step(w); }); };
    sale.id         = {999};
    CHECK_THROWS_WITH(house.get(sale.id), containing("There is no case 999"));
    CHECK_FALSE(house.view().look_up(sale.id));
    CHECK_THROWS_AS(work([&](Work& w) { w.save(sale); }), NotFound);
    CHECK_THROWS_AS(work([&](Work& w) { w.archive(sale.id); }), NotFound);
    CHECK_THROWS_AS(work([&](Work& w) { w.restore(sale.id); }), NotFound);
    CHECK_THROWS_AS(work([&](Work& w) { w.remove(sale.id); }), NotFound);
}

TEST_CASE("a record that was put away is kept, and left out of lists until it is restored")
{
    House      house{EVERY_STORE()};
    auto const sale = house.sale();
    house([&](Work& work) { work.archive(sale.id); });
    auto const archived = house.get(sale.id);
    CHECK(archived.revision.archived_at == house.now);
    CHECK(archived.revision.version == 2);
    CHECK(house.view().find<Case>().records.empty());
    CHECK(house.view().count<Case>() == 0);
    CHECK(house.view().count<Case>({}, true) == 1);
    CHECK(house.all<Case>().size() == 1);

    house.now += 1h;
    house([&](Work& work) { work.archive(sale.id); });
    CHECK(house.get(sale.id) == archived);  // once more does nothing

    house([&](Work& work) { work.restore(sale.id); });
    CHECK(house.view().find<Case>().records == std::vector{house.get(sale.id)});
    CHECK(house.get(sale.id).revision.version == 3);
    house([&](Work& work) { work.restore(sale.id); });
    CHECK(house.get(sale.id).revision.version == 3);
}

TEST_CASE("a work that has ended says so")
{
    House house{EVERY_STORE()};
    auto  work = house.database.work(house.anna);
    work.commit();
    CHECK_THROWS_AS(work.commit(), InvalidArgument);
    CHECK_THROWS_AS(work.count<Case>(), InvalidArgument);
    CHECK_THROWS_AS(work.add(Operator{.name = "Ola"}), InvalidArgument);
    auto view = house.view();
    view.close();
    CHECK_THROWS_AS(view.count<Case>(), InvalidArgument);
}

TEST_CASE("a work that is not committed, or is rolled back, leaves nothing")
{
    House house{EVERY_STORE()};
    {
        auto work = house.database.work(house.anna);
        work.add(roof(house));
    }
    auto work = house.database.work(house.anna);
    work.add(roof(house));
    work.rollback();
    CHECK_THROWS_AS(work.commit(), InvalidArgument);
    CHECK(house.all<Case>().empty());
}

TEST_CASE("a failed attempt is undone, and the work goes on")
{
    House house{EVERY_STORE()};
    auto  work = house.database.work(house.anna);
    auto  kept = roof(house, 1);
    CHECK_THROWS_AS(work.attempt([&] {
        work.add(roof(house, 2));
        work.add(roof(house, 2));
    }),
                    Conflict);
    work.add(kept);
    work.attempt([&] { work.enter_phase(kept.id, "order"); });
    work.commit();
    REQUIRE(house.all<Case>().size() == 1);
    CHECK(house.all<Case>().front().number == "S/1");
    CHECK(house.all<Case>().front().stage == Stage::active);
    CHECK(house.view().history(kept.id).size() == 2);
}

TEST_CASE("attempts stand within attempts")
{
    House house{EVERY_STORE()};
    house([&](Work& work) {
        work.attempt([&] {
            work.add(roof(house, 1));
            CHECK_THROWS_AS(work.attempt([&] {
                work.add(roof(house, 2));
                throw Cancelled{"The host gave it up."};
            }),
                            Cancelled);
            work.add(roof(house, 3));
        });
    });
    CHECK(house.all<Case>("number in ('S/1', 'S/3')").size() == 2);
    CHECK(house.all<Case>().size() == 2);
}
