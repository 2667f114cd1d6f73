// Two writers at once: each sees a sound half, and never do both commit. DESIGN §2, the last paragraph.
#include "house.hpp"

#include <atomic>
#include <barrier>
#include <future>
#include <mutex>
#include <thread>

using namespace crm;
using namespace crm::test;
using namespace std::chrono_literals;

namespace {

/// A house whose writers wait for each other's turn.
struct Office {
    explicit Office(std::string const& kind) : house{kind, {.unique_numbers = {NumberKind::nip}}}, patient{open(kind)} {}

    /// Runs both steps at once, again while the database is busy. How many of them were not refused.
    template <class First, class Second>
    int both(First first, Second second)
    {
        std::atomic<int> done = 0;
        std::barrier     start{2};
        std::mutex       mutex;
        std::string      failure;
        auto const       run = [&](auto const& step) {
            start.arrive_and_wait();
            try {
                writers().transact(house.anna, step);
                ++done;
            } catch (ValidationError const&) {
            } catch (std::exception const& unexpected) {
                std::scoped_lock alone{mutex};
                failure = unexpected.what();
            }
        };
        std::thread one{[&] { run(first); }}, two{[&] { run(second); }};
        one.join();
        two.join();
        CHECK(failure == "");
        return done;
    }

    /// Runs `second` before what `first` did is committed: as far as it comes, and the rest of it afterwards.
    template <class First, class Second>
    void overlapping(First first, Second second)
    {
        auto work = writers().work(house.anna);
        first(work);
        auto other = std::async(std::launch::async, [&] { writers().transact(house.jan, second); });
        other.wait_for(200ms);  // it ends where it need not wait
        work.commit();
        other.get();
    }

    [[nodiscard]] Database& writers() { return patient ? *patient : house.database; }

    House                   house;
    std::optional<Database> patient;

private:
    std::optional<Database> open(std::string const& kind)
    {
        std::optional<Database> database;
        if (kind != "memory")
            database.emplace(house.place.uri(), DatabaseOptions{.clock = [this] { return house.now; }, .unique_numbers = {NumberKind::nip}});
        return database;
    }
};

constexpr int turns = 5;

}  // namespace

TEST_CASE("two writers and scheme.stage.required: the last two phases of a stage do not both go")
{
    Office office{EVERY_STORE()};
    auto const inquiry = office.house.phase("inquiry"), qualified = office.house.phase("qualified");
    CHECK(office.both([&](Work& work) { work.remove_phase(inquiry); }, [&](Work& work) { work.remove_phase(qualified); }) == 1);
    CHECK(office.house.all<Phase>("stage = potential and exists scheme (code = 'sale')").size() == 1);
}

TEST_CASE("two writers and scheme.stage.required: a phase does not go while a type takes its scheme")
{
    Office     office{EVERY_STORE()};
    auto const closed = office.house([](Work& work) {
        auto const id = work.add(Scheme{.code = "new", .name = "Nowy"});
        work.add(Phase{.scheme_id = id, .code = "a", .name = "A", .stage = Stage::potential});
        work.add(Phase{.scheme_id = id, .code = "b", .name = "B", .stage = Stage::active});
        auto const last = work.add(Phase{.scheme_id = id, .code = "c", .name = "C", .stage = Stage::closed});
        return work.get(last);
    });
    CHECK(office.both([&](Work& work) { work.remove_phase(closed.id); },
                      [&](Work& work) { work.add(CaseType{.code = "new", .name = "Nowy", .scheme_id = closed.scheme_id}); }) == 1);
}

TEST_CASE("two writers and task.case.open: a case does not close while it gets a task, or gets none after")
{
    Office office{EVERY_STORE()};
    for (int turn = 0; turn != turns; ++turn) {
        auto const       sale = office.house.sale();
        std::atomic<int> last = 0, order = 0;
        office.both(
            [&](Work& work) {
                work.close(sale.id, CaseOutcome::done);
                last = ++order;
            },
            [&](Work& work) {
                work.add(Task{.title = "Zadzwonić", .responsible_id = office.house.anna, .case_id = sale.id});
            });
        auto const tasks = office.house.all<Task>("case_id = " + std::to_string(sale.id.value));
        CHECK(office.house.get(sale.id).stage == Stage::closed);
        for (auto const& task : tasks)  // it came before the closing, and history says so
            CHECK(office.house.view().history(task.id).front().operation_id < office.house.view().history(sale.id).front().operation_id);
    }
}

TEST_CASE("two writers, plan_line.case.open and trade_document.case.open: a closed case takes no money")
{
    Office     office{EVERY_STORE()};
    auto const invoice = office.house.view().trade_kind("purchase-invoice");
    for (int turn = 0; turn != turns; ++turn) {
        auto const sale = office.house.sale();
        office.both([&](Work& work) { work.close(sale.id, CaseOutcome::done); },
                    [&](Work& work) {
                        work.add(PlanLine{.case_id = sale.id, .side = MoneySide::cost, .planned = Money::parse("5.00 PLN")});
                        work.add(TradeDocument{.kind_id = invoice, .reference = std::to_string(sale.id.value), .case_id = sale.id, .net = Money::parse("5.00 PLN")});
                    });
        CHECK(office.house.get(sale.id).stage == Stage::closed);
        auto const wrote = [&](auto id) { return office.house.view().history(id).front().operation_id; };
        for (auto const& line : office.house.all<PlanLine>("case_id = " + std::to_string(sale.id.value)))
            CHECK(wrote(line.id) < wrote(sale.id));
        for (auto const& document : office.house.all<TradeDocument>("case_id = " + std::to_string(sale.id.value)))
            CHECK(wrote(document.id) < wrote(sale.id));
    }
}

TEST_CASE("two writers and admitted_kind.removed.used: a kind is not linked while it is no longer admitted")
{
    Office     office{EVERY_STORE()};
    auto const kind = office.house([](Work& work) { return work.add(TradeKind{.code = "toll", .name = "Opłata"}); });
    for (int turn = 0; turn != turns; ++turn) {
        auto const sale     = office.house.sale();
        auto const admitted = office.house([&](Work& work) { return work.add(AdmittedKind{.type_id = sale.type_id, .kind_id = kind}); });
        CHECK(office.both([&](Work& work) { work.remove(admitted); },
                          [&](Work& work) {
                              work.add(TradeDocument{.kind_id = kind, .reference = std::to_string(turn), .case_id = sale.id, .net = Money::parse("5.00 PLN")});
                          }) == 1);
        for (auto document : office.house.all<TradeDocument>())
            office.house([&](Work& work) {
                work.remove(document.id);
                work.remove(admitted);
            });
    }
}

TEST_CASE("two writers and person.natural.single")
{
    Office office{EVERY_STORE()};
    for (int turn = 0; turn != turns; ++turn) {
        auto const jan = office.house([](Work& work) { return work.add_natural({.family_name = "Kowalski", .with_person = false}); });
        auto const add = [&](Work& work) { work.add(Person{.subject_id = jan.subject_id, .party_id = jan.party_id}); };
        CHECK(office.both(add, add) == 1);
    }
}

TEST_CASE("two writers and person.natural.single: a subject does not become natural while it gets a second person")
{
    Office office{EVERY_STORE()};
    for (int turn = 0; turn != turns; ++turn) {
        auto const firm = office.house.legal();
        office.house.person(firm.subject_id);
        CHECK(office.both([&](Work& work) { work.change_kind(firm.subject_id, SubjectKind::natural); },
                          [&](Work& work) { work.add_person({.subject_id = firm.subject_id, .family_name = "Nowak"}); }) == 1);
    }
}

TEST_CASE("two writers and identifier.value.unique: two parties do not both get a number")
{
    Office office{EVERY_STORE()};
    for (auto const* number : {"5260250274", "7740001454", "5252344078"}) {
        auto const one = office.house.legal(), other = office.house.legal();
        auto const add = [&](Id<Party> party) { return [=](Work& work) { work.add_number(party, NumberKind::nip, number); }; };
        CHECK(office.both(add(one.party_id), add(other.party_id)) == 1);
    }
}

TEST_CASE("two writers, case.keeper.active and operator.cases.open: nobody keeps a case who was let go")
{
    Office office{EVERY_STORE()};
    for (int turn = 0; turn != turns; ++turn) {
        auto const keeper = office.house([&](Work& work) { return work.add(Operator{.code = "ola-" + std::to_string(turn), .name = "Ola"}); });
        CHECK(office.both(
                  [&](Work& work) {
                      work.add(Case{.title = "Dach", .type_id = office.house.sale_type, .keeper_id = keeper});
                  },
                  [&](Work& work) {
                      auto ola      = work.get(keeper);
                      ola.is_active = false;
                      work.save(ola);
                  }) == 1);
    }
}

TEST_CASE("two writers and phase.removed.used: no case enters a phase that is put away")
{
    Office office{EVERY_STORE()};
    for (int turn = 0; turn != turns; ++turn) {
        auto const scheme = office.house([&](Work& work) { return work.get(office.house.sale_type).scheme_id; });
        auto const phase  = office.house([&](Work& work) {
            return work.add(Phase{.scheme_id = scheme, .code = "p" + std::to_string(turn), .name = "Nowa", .stage = Stage::active, .ordinal = 90 + turn});
        });
        auto const sale = office.house.sale();
        CHECK(office.both([&](Work& work) { work.enter_phase(sale.id, phase); }, [&](Work& work) { work.archive(phase); }) == 1);
    }
}

TEST_CASE("two writers and subject.parent.cycle: they do not close a circle together")
{
    Office office{EVERY_STORE()};
    for (int turn = 0; turn != turns; ++turn) {
        std::vector<Id<Subject>> firms;
        for (int firm = 0; firm != 4; ++firm)
            firms.push_back(office.house.legal().subject_id);
        auto const put_below = [&](std::size_t child, std::size_t parent) {
            return [&, child, parent](Work& work) {
                auto subject      = work.get(firms[child]);
                subject.parent_id = firms[parent];
                work.save(subject);
            };
        };
        if (turn % 2 == 0) {
            CHECK(office.both(put_below(0, 1), put_below(1, 0)) == 1);
            continue;
        }
        office.house(put_below(1, 2));  // neither writer touches what the other one names
        office.house(put_below(3, 0));
        CHECK(office.both(put_below(0, 1), put_below(2, 3)) == 1);
    }
}

TEST_CASE("two writers and contact.employee.required: the last two employees do not both go")
{
    Office     office{EVERY_STORE()};
    auto const firm = office.house.legal();
    for (int turn = 0; turn != turns; ++turn) {
        auto const contact = office.house.contact({.subject_id = firm.subject_id});
        office.house([&](Work& work) { work.add_participant(contact.id, office.house.jan); });
        auto const who = office.house.all<Participant>("contact_id = " + std::to_string(contact.id.value));
        REQUIRE(who.size() == 2);
        CHECK(office.both([&](Work& work) { work.remove(who[0].id); }, [&](Work& work) { work.remove(who[1].id); }) == 1);
    }
}

TEST_CASE("two writers and contact_point.primary.single, address.default.single")
{
    Office     office{EVERY_STORE()};
    auto const firm  = office.house.legal();
    auto const point = [&](char const* value) {
        return [&office, firm, value](Work& work) {
            static_cast<void>(office);
            work.add(ContactPoint{.party_id = firm.party_id, .kind = ContactPointKind::email, .value = value, .is_primary = true});
        };
    };
    CHECK(office.both(point("a@dachy.pl"), point("b@dachy.pl")) == 1);
    auto const address = [&](Work& work) { work.add(Address{.party_id = firm.party_id, .kind = AddressKind::registered, .city = "Łódź", .is_default = true}); };
    CHECK(office.both(address, address) == 1);
}

TEST_CASE("two writers and a timeline: what is linked while it gets another moment stands at that moment")
{
    Office     office{EVERY_STORE()};
    auto const about = office.house.legal().subject_id;
    auto const sale  = office.house.sale().id;
    auto const now   = office.house.now;
    auto const order = [&](TimelineKind kind) {
        std::vector<std::int64_t> ids;
        for (auto const& entry : office.house.view().timeline({.case_id = sale, .kinds = {kind}}))
            ids.push_back(entry.id);
        return ids;
    };
    bool const link_first = GENERATE(true, false);
    auto const meet       = [&](auto id, auto at) {
        auto const link = [&](Work& work) { work.link(id, sale); };
        auto const move = [&](Work& work) {
            auto moved = work.get(id);
            moved.*at  = now - 3h;
            work.save(moved);
        };
        link_first ? office.overlapping(link, move) : office.overlapping(move, link);
    };

    SECTION("a contact") {
        auto const call = office.house.contact({.subject_id = about, .at = now - 2h}).id, moved = office.house.contact({.subject_id = about, .at = now - 1h}).id;
        office.house([&](Work& work) { work.link(call, sale); });
        meet(moved, &Contact::at);
        CHECK(order(TimelineKind::contact) == std::vector{call.value, moved.value});
    }
    SECTION("a document") {
        auto const add = [&](Instant at) {
            return office.house([&](Work& work) { return work.add(Document{.title = "Oferta", .received_at = at, .reference = "x"}); });
        };
        auto const offer = add(now - 2h), moved = add(now - 1h);
        office.house([&](Work& work) { work.link(offer, sale); });
        meet(moved, &Document::received_at);
        CHECK(order(TimelineKind::document) == std::vector{offer.value, moved.value});
    }
}

TEST_CASE("writers of several threads take turns, and each id is given once")
{
    auto const               kind = EVERY_STORE();
    bool const               has_many_writers = kind != "memory" && kind != "sqlite";
    Office                   office{kind};
    std::vector<std::thread> writers;
    for (int writer = 0; writer != 4; ++writer)
        writers.emplace_back([&] {
            for (int i = 0; i != 10;)
                try {
                    office.writers().transact(office.house.anna, [&](Work& work) { work.add(Operator{.name = "Ola"}); });
                    ++i;
                } catch (Busy const&) {
                }
        });
    for (auto& writer : writers)
        writer.join();
    CHECK(office.house.all<Operator>("name = 'Ola'").size() == 40);
    auto const operations = office.house.view().find<Operation>({}, {.order = {{"stamp"}}, .limit = 1000}).records;
    for (std::size_t i = 1; i < operations.size(); ++i)
        CHECK((operations[i - 1].stamp < operations[i].stamp ||
               (has_many_writers && operations[i - 1].stamp == operations[i].stamp)));  // of two who saw nothing of each other
}

TEST_CASE("who adds much at once keeps no ids from others until it is committed")
{
    auto const kind = EVERY_SQL_STORE();
    if (kind == "sqlite")
        return;  // one writer at a time
    Office            office{kind};
    std::vector<Task> many(2500, Task{.title = "Zadzwonić", .responsible_id = office.house.anna});
    auto              work = office.writers().work(office.house.anna);
    work.add(std::span{many});
    Database another{office.house.place.uri()};  // of another program: it has no ids yet
    CHECK_NOTHROW(another.transact(office.house.jan, [&](Work& other) { other.add(Task{.title = "Zadzwonić", .responsible_id = office.house.jan}); }));
    work.commit();
    CHECK(office.house.view().count<Task>() == std::ssize(many) + 1);
}

TEST_CASE("a host's own id that is not committed costs the next works no blocks of ids")
{
    House house{EVERY_SQL_STORE()};
    {
        auto work = house.database.work(house.anna);
        Task far{.id = {1'000'000}, .title = "Zadzwonić", .responsible_id = house.anna};
        work.add_with_ids(std::span{&far, 1});
    }
    auto const first = house.task().id, third = (house.task(), house.task().id);
    CHECK(third.value - first.value < 100);
}

TEST_CASE("a change is run again while the database is busy, and not for ever")
{
    House house{EVERY_LOCAL_STORE()};  // without patience
    auto  other = std::make_optional(house.database.work(house.jan));
    CHECK_THROWS_AS(house.database.work(house.anna), Busy);
    CHECK_THROWS_AS(house.database.transact(house.anna, [](Work&) {}), Busy);

    other.reset();
    int runs = 0;
    house.database.transact(house.anna, [&](Work& work) {
        work.add(Operator{.name = "Ola"});
        if (++runs < 3)
            throw Busy{"Not yet."};
    });
    CHECK(runs == 3);
    CHECK(house.all<Operator>("name = 'Ola'").size() == 1);
}

TEST_CASE("only a busy database is tried again")
{
    House house{EVERY_STORE()};
    int   runs = 0;
    CHECK_THROWS_AS(house.database.transact(house.anna,
                                            [&](Work&) {
                                                ++runs;
                                                throw Unavailable{"Gone."};
                                            }),
                    Unavailable);
    CHECK(runs == 1);
}
