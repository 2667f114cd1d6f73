// Cases: DESIGN §2, rules 7 and 9.
#include "house.hpp"

using namespace crm;
using namespace crm::test;
using namespace std::chrono_literals;

namespace {

/// A house with a sale in its first phase.
struct Sale {
    explicit Sale(std::string const& kind) : house{kind}, firm{house.legal()}, id{house.sale(firm.subject_id).id} {}

    [[nodiscard]] Case now() const { return house.get(id); }

    void enter(std::string_view phase, std::optional<Instant> at = {})
    {
        house([&](Work& work) { work.enter_phase(id, phase, at); });
    }
    void close(CaseOutcome outcome = CaseOutcome::won, std::string reason = {})
    {
        house([&](Work& work) { work.close(id, outcome, reason); });
    }
    template <class Change>
    void save(Change change)
    {
        house([&](Work& work) {
            auto c = work.get(id);
            change(c);
            work.save(c);
        });
    }

    House      house;
    Registered firm;
    Id<Case>   id;
};

}  // namespace

TEST_CASE("a case begins in the first phase of its type, now")
{
    Sale const sale{EVERY_STORE()};
    CHECK(sale.now().phase_id == sale.house.phase("inquiry"));
    CHECK(sale.now().stage == Stage::potential);
    CHECK(sale.now().opened_at == sale.house.now);
}

TEST_CASE("a case may begin in any open phase, and its phase gives its stage")
{
    House      house{EVERY_STORE()};
    auto const id = house([&](Work& work) {
        return work.add(Case{.title = "Dach", .type_id = work.case_type("sale"), .phase_id = house.phase("negotiation"), .stage = Stage::potential, .keeper_id = house.anna});
    });
    CHECK(house.get(id).stage == Stage::active);
}

TEST_CASE("a case without subject and person is internal, and allowed")
{
    House house{EVERY_STORE()};
    CHECK_NOTHROW(house.sale());
}

TEST_CASE("a case that names no keeper is kept by who works")
{
    House      house{EVERY_STORE()};
    auto const id = house.by(house.jan, [&](Work& work) { return work.add(Case{.title = "Dach", .type_id = house.sale_type}); });
    CHECK(house.get(id).keeper_id == house.jan);
}

TEST_CASE("what a case needs: case.title.required, case.type.required, case.keeper.required")
{
    House house{EVERY_STORE()};
    auto const phase = house.phase("inquiry");
    CHECK(refused([&] { house.by({}, [&](Work& work) { work.add(Case{.phase_id = phase}); }); }) ==
          Codes{"case.title.required", "case.type.required", "case.keeper.required"});
    CHECK(refused([&] { house([&](Work& work) { work.add(Case{.title = "Dach", .type_id = {999}, .phase_id = {999}, .keeper_id = {999}}); }); }) ==
          Codes{"case.type.missing", "case.phase.missing", "case.keeper.missing"});
}

TEST_CASE("case.phase.of_type: through the API")
{
    Sale       sale{EVERY_STORE()};
    auto const service = sale.house.view().case_type("service");
    auto const other   = sale.house.view().phase(service, "in-progress");
    CHECK(refused([&] { sale.house([&](Work& work) { work.enter_phase(sale.id, other); }); }) == Codes{"case.phase.of_type"});
    CHECK(refused([&] { sale.save([&](Case& c) { c.type_id = service; }); }) == Codes{"case.phase.of_type"});
}

TEST_CASE("a phase that the scheme does not have is not found")
{
    Sale sale{EVERY_STORE()};
    CHECK_THROWS_AS(sale.enter("in-progress"), NotFound);
    CHECK_THROWS_AS(sale.house([&](Work& work) { work.enter_phase({999}, "order"); }), NotFound);
}

TEST_CASE("case.phase.archived")
{
    Sale sale{EVERY_STORE()};
    sale.house([&](Work& work) { work.archive(sale.house.phase("negotiation")); });
    CHECK(refused([&] { sale.enter("negotiation"); }) == Codes{"case.phase.archived"});
}

TEST_CASE("case.person.of_subject")
{
    Sale       sale{EVERY_STORE()};
    auto const jan = sale.house.natural();
    CHECK(refused([&] { sale.save([&](Case& c) { c.person_id = jan.person_id; }); }) == Codes{"case.person.of_subject"});
    auto const ewa = sale.house.person(sale.firm.subject_id);
    CHECK_NOTHROW(sale.save([&](Case& c) { c.person_id = ewa.person_id; }));
}

TEST_CASE("case.keeper.active")
{
    Sale sale{EVERY_STORE()};
    sale.house([&](Work& work) {
        auto jan      = work.get(sale.house.jan);
        jan.is_active = false;
        work.save(jan);
    });
    CHECK(refused([&] { sale.house([&](Work& work) { work.hand_over(sale.id, sale.house.jan); }); }) == Codes{"case.keeper.active"});
}

TEST_CASE("closing enters the first closed phase, with its outcome and moment")
{
    Sale sale{EVERY_STORE()};
    sale.house.now += 1h;
    sale.close(CaseOutcome::lost, "Za drogo");
    auto const closed = sale.now();
    CHECK(closed.phase_id == sale.house.phase("closed"));
    CHECK(closed.stage == Stage::closed);
    CHECK(closed.outcome == CaseOutcome::lost);
    CHECK(closed.reason == "Za drogo");
    CHECK(closed.closed_at == sale.house.now);
}

TEST_CASE("case.lost.reason")
{
    Sale sale{EVERY_STORE()};
    CHECK(refused([&] { sale.close(CaseOutcome::lost); }) == Codes{"case.lost.reason"});
    CHECK(sale.now().stage == Stage::potential);
    auto const outcome = GENERATE(CaseOutcome::won, CaseOutcome::done, CaseOutcome::abandoned);
    CHECK_NOTHROW(sale.close(outcome));
}

TEST_CASE("case.closed.outcome: a closed phase is entered with an outcome, and an outcome with a closed phase")
{
    Sale sale{EVERY_STORE()};
    CHECK(refused([&] { sale.enter("closed"); }) == Codes{"case.closed.outcome"});
    CHECK(refused([&] { sale.save([](Case& c) { c.outcome = CaseOutcome::won; }); }) == Codes{"case.closed.outcome"});
    CHECK_NOTHROW(sale.save([&](Case& c) {
        c.phase_id  = sale.house.phase("closed");
        c.outcome   = CaseOutcome::won;
        c.closed_at = sale.house.now;
    }));
}

TEST_CASE("case.closed.money: through the API")
{
    Sale sale{EVERY_STORE()};
    sale.close();
    CHECK(refused([&] { sale.save([](Case& c) { c.expected = Money::parse("1.00 PLN"); }); }) == Codes{"case.closed.money"});
}

TEST_CASE("case.closed.phase: through the API")
{
    Sale sale{EVERY_STORE()};
    sale.close();
    CHECK(refused([&] { sale.save([](Case& c) { c.outcome = CaseOutcome::done; }); }) == Codes{"case.closed.phase"});
    CHECK(refused([&] { sale.enter("order"); }) == Codes{"case.closed.outcome", "case.reopened.reason"});
}

TEST_CASE("reopening goes back to the last open phase, without outcome and moment")
{
    Sale sale{EVERY_STORE()};
    sale.enter("negotiation");
    sale.close();
    sale.house([&](Work& work) { work.reopen(sale.id, "Klient wrócił"); });
    auto const open = sale.now();
    CHECK(open.phase_id == sale.house.phase("negotiation"));
    CHECK(open.stage == Stage::active);
    CHECK_FALSE(open.outcome);
    CHECK_FALSE(open.closed_at);
    CHECK(open.reason == "Klient wrócił");
    CHECK_NOTHROW(sale.save([](Case& c) { c.expected = Money::parse("1.00 PLN"); }));
}

TEST_CASE("reopening may name another phase; a closed one is none")
{
    Sale sale{EVERY_STORE()};
    sale.close();
    CHECK_FALSE(refused([&] { sale.house([&](Work& work) { work.reopen(sale.id, "Pomyłka", "closed"); }); }).empty());
    sale.house([&](Work& work) { work.reopen(sale.id, "Klient wrócił", "order"); });
    CHECK(sale.now().phase_id == sale.house.phase("order"));
}

TEST_CASE("case.reopened.reason: through the API")
{
    Sale sale{EVERY_STORE()};
    sale.close(CaseOutcome::lost, "Za drogo");
    CHECK(refused([&] { sale.house([&](Work& work) { work.reopen(sale.id, " "); }); }) == Codes{"case.reopened.reason"});
    CHECK(refused([&] { sale.house([&](Work& work) { work.reopen(sale.id, "Za drogo"); }); }) == Codes{"case.reopened.reason"});
    CHECK(sale.now().stage == Stage::closed);
}

TEST_CASE("a closed case takes notes, documents and contacts")
{
    Sale sale{EVERY_STORE()};
    sale.close();
    auto const contact = sale.house.contact({.subject_id = sale.firm.subject_id});
    sale.house([&](Work& work) {
        work.link(contact.id, sale.id);
        work.add(Note{.subject_id = sale.firm.subject_id, .case_id = sale.id, .body = "Faktura zapłacona"});
        work.link(work.add(Document{.title = "Faktura", .reference = "/srv/fv1.pdf"}), sale.id);
    });
    CHECK(sale.house.all<ContactCase>().size() == 1);
    CHECK(sale.house.all<DocumentLink>().size() == 1);
}

TEST_CASE("case.moment.order: a change is not told to be before the last one")
{
    Sale sale{EVERY_STORE()};
    sale.house.now += 48h;
    CHECK(refused([&] { sale.enter("order", sale.house.now - 49h); }) == Codes{"case.moment.order"});
    CHECK_NOTHROW(sale.enter("order", sale.house.now - 24h));
    CHECK(refused([&] { sale.enter("negotiation", sale.house.now - 25h); }) == Codes{"case.moment.order"});
    CHECK_NOTHROW(sale.enter("negotiation", sale.house.now - 24h));
}

TEST_CASE("handing over changes the keeper")
{
    Sale sale{EVERY_STORE()};
    sale.house([&](Work& work) { work.hand_over(sale.id, sale.house.jan); });
    CHECK(sale.now().keeper_id == sale.house.jan);
}

TEST_CASE("all open cases of an operator are handed over, and the closed ones stay")
{
    Sale       sale{EVERY_STORE()};
    auto const closed = sale.house.sale(), second = sale.house.sale();
    sale.house([&](Work& work) { work.close(closed.id, CaseOutcome::done); });
    CHECK(sale.house([&](Work& work) { return work.hand_over_all(sale.house.anna, sale.house.jan); }) == 2);
    CHECK(sale.now().keeper_id == sale.house.jan);
    CHECK(sale.house.get(second.id).keeper_id == sale.house.jan);
    CHECK(sale.house.get(closed.id).keeper_id == sale.house.anna);
    CHECK(sale.house([&](Work& work) { return work.hand_over_all(sale.house.anna, sale.house.jan); }) == 0);
    CHECK(sale.house([&](Work& work) { return work.hand_over_all(sale.house.jan, sale.house.jan); }) == 0);
}

TEST_CASE("handing over to nobody is refused, and no case is handed over")
{
    Sale sale{EVERY_STORE()};
    sale.house.sale();
    CHECK(refused([&] { sale.house([&](Work& work) { work.hand_over_all(sale.house.anna, {999}); }); }) == Codes{"case.keeper.missing"});
    CHECK(sale.house.all<Case>("version > 1").empty());
}

TEST_CASE("operator.cases.open: who leaves has handed the open cases over")
{
    Sale       sale{EVERY_STORE()};
    auto const leave = [&] {
        return refused([&] {
            sale.house([&](Work& work) {
                auto anna      = work.get(sale.house.anna);
                anna.is_active = false;
                work.save(anna);
            });
        });
    };
    CHECK(leave() == Codes{"operator.cases.open"});
    CHECK(refused([&] { sale.house([&](Work& work) { work.archive(sale.house.anna); }); }) == Codes{"operator.cases.open"});
    sale.house([&](Work& work) { work.hand_over_all(sale.house.anna, sale.house.jan); });
    CHECK(leave() == Codes{});
}

TEST_CASE("a number of a case is taken once, and cases without one are many")
{
    House      house{EVERY_STORE()};
    auto const add = [&](char const* number) {
        house([&](Work& work) { work.add(Case{.number = number, .title = "Dach", .type_id = work.case_type("sale"), .keeper_id = house.anna}); });
    };
    add("S/1");
    CHECK_THROWS_AS(add("S/1"), Conflict);
    CHECK_NOTHROW(add(""));
    CHECK_NOTHROW(add(""));
}
