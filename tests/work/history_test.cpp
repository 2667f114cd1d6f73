// History and operations: DESIGN §2, rule 12.
#include "house.hpp"

using namespace crm;
using namespace crm::test;
using namespace std::chrono_literals;

namespace {

std::vector<Operation> operations(House const& house)
{
    return house.view().find<Operation>({}, {.order = {{"stamp"}}, .limit = 1000}).records;
}

}  // namespace

TEST_CASE("the history of a record: added, changed, removed, newest first, from what to what")
{
    House house{EVERY_STORE()};
    auto  task = house.task();
    task.title = "Napisać";
    task.due_at = monday + 48h;
    house.by(house.jan, [&](Work& work) { work.save(task); });
    house([&](Work& work) { work.remove(task.id); });

    auto const changes = house.view().history(task.id);
    REQUIRE(changes.size() == 3);
    CHECK(changes[0].action == Action::removed);
    CHECK(changes[0].version == 3);
    CHECK(changes[1].action == Action::changed);
    CHECK(changes[1].version == 2);
    CHECK(changes[1].record == "task");
    CHECK(changes[1].record_id == task.id.value);
    auto const due = std::to_string((monday + 48h).time_since_epoch().count());
    CHECK(changes[1].fields == R"({"title":["Zadzwonić","Napisać"],"due_at":[null,)" + due + "]}");
    CHECK(changes[2].action == Action::added);
    CHECK(changes[2].version == 1);
    CHECK(changes[2].fields.empty());
}

TEST_CASE("each change belongs to an operation, which tells who, when and why")
{
    House house{EVERY_STORE()};
    auto  task = house.task();
    task.title = "Napisać";
    house.now += 1h;
    auto work = house.database.work(house.jan, "import");
    house.now += 1h;
    work.save(task);
    work.commit();
    auto const operation = house.get(house.view().history(task.id).front().operation_id);
    CHECK(operation.operator_id == house.jan);
    CHECK(operation.at == house.now - 1h);  // when it was begun
    CHECK(operation.cause == "import");
    CHECK(operation.key.empty());
}

TEST_CASE("all that one work changes is one operation, in the order of the changes")
{
    House      house{EVERY_STORE()};
    auto const before = operations(house).size();
    auto const made   = house([](Work& work) { return work.add_natural({.family_name = "Kowalski", .email = "jan@example.pl"}); });
    CHECK(operations(house).size() == before + 1);
    auto       view    = house.view();
    auto const party   = view.history(made.party_id).front();
    auto const subject = view.history(made.subject_id).front();
    auto const person  = view.history(*made.person_id).front();
    CHECK(party.operation_id == person.operation_id);
    CHECK(party.position == 0);
    CHECK(subject.position == 1);
    CHECK(person.position == 2);
}

TEST_CASE("a work that changes nothing is no operation, also when it was refused")
{
    House      house{EVERY_STORE()};
    auto const before = operations(house).size();
    house([](Work&) {});
    house([](Work& work) { CHECK_FALSE(refused([&] { work.add(Task{}); }).empty()); });
    house([](Work& work) {
        CHECK_THROWS_AS(work.attempt([&] {
            work.add(Operator{.name = "Ola"});
            throw Cancelled{"No."};
        }),
                        Cancelled);
    });
    CHECK(operations(house).size() == before);
}

TEST_CASE("stamps grow from commit to commit, also when the clock goes back or stands")
{
    House house{EVERY_STORE()};
    for (auto step : {1h, 0h, -24h, 1h}) {
        house.now += step;
        house.task();
    }
    auto const all = operations(house);
    REQUIRE(all.size() >= 4);
    for (std::size_t i = 1; i != all.size(); ++i) {
        CHECK(all[i - 1].stamp < all[i].stamp);
        CHECK(all[i - 1].id < all[i].id);
    }
}

TEST_CASE("a key of an operation is taken once: the commit whose answer was lost is not done again")
{
    House      house{EVERY_STORE()};
    auto const once = [&] {
        auto work = house.database.work(house.anna, "work", "order-17");
        work.add(Task{.title = "Zadzwonić", .responsible_id = house.anna});
        work.commit();
    };
    once();
    CHECK_THROWS_AS(once(), Conflict);
    CHECK(house.all<Task>().size() == 1);
    CHECK(house.all<Operation>("key = 'order-17'").size() == 1);
}

TEST_CASE("what the library derives is not in the history")
{
    House      house{EVERY_STORE()};
    auto const jan = house.natural();
    house([&](Work& work) {
        auto party       = work.get(jan.party_id);
        party.short_name = "Janek";
        work.save(party);
    });
    CHECK(house.view().history(jan.party_id).front().fields == R"({"short_name":["","Janek"]})");
}

TEST_CASE("putting away and restoring are in the history")
{
    House      house{EVERY_STORE()};
    auto const task = house.task();
    house([&](Work& work) { work.archive(task.id); });
    house([&](Work& work) { work.restore(task.id); });
    auto const changes = house.view().history(task.id);
    auto const at      = std::to_string(house.now.time_since_epoch().count());
    REQUIRE(changes.size() == 3);
    CHECK(changes[1].fields == R"({"archived_at":[null,)" + at + "]}");
    CHECK(changes[0].fields == R"({"archived_at":[)" + at + ",null]}");
}
