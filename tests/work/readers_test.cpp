// Readers beside a writer: it waits for none of them, and none of them sees what it does. The writer of a house has no
// patience, so that one who must wait is refused. In memory they take turns: tests/store/memory_store_test.cpp.
#include "house.hpp"

using namespace crm;
using namespace crm::test;
using namespace std::chrono_literals;

namespace {

/// A house with a case that has something of everything that is read, and tasks for several pages.
struct Office {
    explicit Office(std::string const& kind) : house{kind}
    {
        house([&](Work& work) {
            for (int n = 0; n != 5; ++n)
                tasks.push_back(work.add(Task{.title = "Zadzwonić", .responsible_id = house.anna, .case_id = sale.id}));
            work.add(plan_line());
        });
    }

    /// One operation that changes what every question below is about.
    void write()
    {
        house.by(house.jan, [&](Work& work) {
            auto task  = work.get(tasks[3]);
            task.title = "Napisać";
            work.save(task);
            work.remove(tasks[4]);
            work.add(Task{.title = "Odwiedzić", .responsible_id = house.jan, .case_id = sale.id});
            work.add(plan_line());
            work.enter_phase(sale.id, "offer-sent");
            work.add_contact_point(firm.party_id, ContactPointKind::email, "biuro@dachy.pl");
        });
    }

    [[nodiscard]] PlanLine plan_line() const { return {.case_id = sale.id, .side = MoneySide::cost, .planned = Money::parse("5.00 PLN")}; }

    House                 house;
    Registered            firm = house.legal();
    Case                  sale = house.sale(firm.subject_id);
    std::vector<Id<Task>> tasks{};
};

/// What a reader sees of it all.
struct Seen {
    Seen(Reading& reading, Office const& office)
        : card{reading.card(office.firm.subject_id)}, timeline{reading.timeline({.case_id = office.sale.id})}, funnel{reading.funnel()},
          plan{reading.plan_against_actual(office.sale.id)}, history{reading.history(office.sale.id)}, tasks{reading.find<Task>().records}
    {
    }

    SubjectCard         card;
    Timeline            timeline;
    Funnel              funnel;
    PlanComparison      plan;
    std::vector<Change> history;
    std::vector<Task>   tasks;
};

}  // namespace

TEST_CASE("a reader keeps no writer waiting, and every question is answered from one state")
{
    Office office{EVERY_SQL_STORE()};
    auto   view = office.house.view();
    Seen   before{view, office};
    office.write();
    Seen after{view, office};
    CHECK(after.card == before.card);
    CHECK(after.timeline == before.timeline);
    CHECK(after.funnel == before.funnel);
    CHECK(after.plan == before.plan);
    CHECK(after.history == before.history);
    CHECK(after.tasks == before.tasks);

    auto later = office.house.view();
    Seen now{later, office};
    CHECK(now.card != before.card);
    CHECK(now.timeline != before.timeline);
    CHECK(now.funnel != before.funnel);
    CHECK(now.plan != before.plan);
    CHECK(now.history.size() == before.history.size() + 1);
    CHECK(now.tasks != before.tasks);
}

TEST_CASE("who reads page by page keeps no writer waiting, and goes on in the state of the first page")
{
    Office            office{EVERY_SQL_STORE()};
    auto const        before = office.house.view().find<Task>().records;
    auto              view   = office.house.view();
    Paging            paging{.limit = 2};
    std::vector<Task> read;
    do {
        auto page = view.find<Task>({}, paging);
        read.insert(read.end(), page.records.begin(), page.records.end());
        paging.after = page.next;
        if (read.size() == 2)
            office.write();
    } while (!paging.after.empty());
    CHECK(read == before);
}

TEST_CASE("a look at everything that is stored keeps no writer waiting, and finds nothing half done")
{
    Office office{EVERY_SQL_STORE()};
    bool   written  = false;
    auto   findings = office.house.database.check({.progress = [&](std::string_view table, std::uint64_t) {
        if (table == "task" && !std::exchange(written, true))
            office.write();  // their history is read later
    }});
    CHECK(written);
    CHECK(findings.found.empty());
}

TEST_CASE("where writers are many, a work that has only read keeps none of them waiting")
{
    auto const kind = EVERY_SQL_STORE();
    if (kind == "sqlite")
        return;  // a work is its one writer from the beginning
    Office office{kind};
    auto   reading = office.house.database.work(office.house.anna);
    Seen   before{reading, office};
    office.write();
    Seen after{reading, office};
    CHECK(after.tasks != before.tasks);
    reading.commit();
}
