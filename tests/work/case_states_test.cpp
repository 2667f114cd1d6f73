// What the funnel reads: a state for each change, from its moment on.
#include "house.hpp"

using namespace crm;
using namespace crm::test;
using namespace std::chrono_literals;

namespace {

struct Told {
    explicit Told(std::string const& kind) : house{kind}, sale{house.sale(house.legal().subject_id)} {}

    [[nodiscard]] std::vector<CaseState> states() const
    {
        return house.view()
            .find<CaseState>(parse_condition("case_id = " + std::to_string(sale.id.value)), {.order = {{"seq"}}, .limit = 100})
            .records;
    }
    template <class Change>
    void save(Change change)
    {
        house([&](Work& work) {
            auto c = work.get(sale.id);
            change(c);
            work.save(c);
        });
    }

    House house;
    Case  sale;
};

}  // namespace

TEST_CASE("a new case has one state, from when it was opened")
{
    Told const told{EVERY_STORE()};
    auto const states = told.states();
    REQUIRE(states.size() == 1);
    auto const& state = states.front();
    CHECK(state.seq == 1);
    CHECK(state.valid_at == told.house.now);
    CHECK(state.recorded_at == told.house.now);
    CHECK(state.operator_id == told.house.anna);
    CHECK(state.type_id == told.sale.type_id);
    CHECK(state.phase_id == told.sale.phase_id);
    CHECK(state.stage == Stage::potential);
    CHECK(state.entered);
    CHECK_FALSE(state.previous_phase_id);
    CHECK(state.subject_id == told.sale.subject_id);
    CHECK(state.keeper_id == told.house.anna);
    CHECK(state.probability == 10);  // its phase's
    CHECK_FALSE(state.expected);
    CHECK_FALSE(state.outcome);
}

TEST_CASE("a change of phase is a state with its moment, its operator and the phase before")
{
    Told told{EVERY_STORE()};
    told.house.now += 48h;
    auto const at = told.house.now - 1h;
    told.house.by(told.house.jan, [&](Work& work) { work.enter_phase(told.sale.id, "negotiation", at); });
    auto const states = told.states();
    REQUIRE(states.size() == 2);
    CHECK(states[1].seq == 2);
    CHECK(states[1].valid_at == at);
    CHECK(states[1].recorded_at == told.house.now);
    CHECK(states[1].operator_id == told.house.jan);
    CHECK(states[1].entered);
    CHECK(states[1].previous_phase_id == told.sale.phase_id);
    CHECK(states[1].probability == 70);
    CHECK(states[1].operation_id > states[0].operation_id);
}

TEST_CASE("each change of what the funnel reads is a state of the same visit")
{
    Told       told{EVERY_STORE()};
    auto const other = told.house.natural().subject_id;
    SECTION("keeper") { told.save([&](Case& c) { c.keeper_id = told.house.jan; }); }
    SECTION("subject") { told.save([&](Case& c) { c.subject_id = other; }); }
    SECTION("money") { told.save([&](Case& c) { c.expected = Money::parse("12500.00 PLN"); }); }
    SECTION("probability") { told.save([&](Case& c) { c.probability = 99; }); }
    auto const states = told.states();
    REQUIRE(states.size() == 2);
    CHECK_FALSE(states[1].entered);
    CHECK_FALSE(states[1].previous_phase_id);
    CHECK(states[1].phase_id == states[0].phase_id);
    auto const c = told.house.get(told.sale.id);
    CHECK(states[1].keeper_id == c.keeper_id);
    CHECK(states[1].subject_id == c.subject_id);
    CHECK(states[1].expected == c.expected);
    CHECK(states[1].probability == c.probability.value_or(10));
}

TEST_CASE("what the funnel does not read makes no state")
{
    Told told{EVERY_STORE()};
    told.save([](Case& c) { c.title = "Dach hali 4"; });
    told.save([](Case& c) { c.description = "Papa i łaty"; });
    told.house([&](Work& work) { work.archive(told.sale.id); });
    CHECK(told.states().size() == 1);
}

TEST_CASE("closing and reopening are states, with the outcome in its own alone")
{
    Told told{EVERY_STORE()};
    told.house.now += 1h;
    told.house([&](Work& work) { work.close(told.sale.id, CaseOutcome::won, {}, told.house.now - 10min); });
    told.house.now += 1h;
    told.house([&](Work& work) { work.reopen(told.sale.id, "Klient wrócił"); });
    auto const states = told.states();
    REQUIRE(states.size() == 3);
    CHECK(states[1].stage == Stage::closed);
    CHECK(states[1].outcome == CaseOutcome::won);
    CHECK(states[1].valid_at == told.house.now - 70min);
    CHECK(states[2].stage == Stage::potential);
    CHECK_FALSE(states[2].outcome);
    CHECK(states[2].entered);
    CHECK(states[2].previous_phase_id == states[1].phase_id);
}

TEST_CASE("a case that is saved as closed is so from when it was closed")
{
    Told told{EVERY_STORE()};
    told.house.now += 24h;
    told.save([&](Case& c) {
        c.phase_id  = told.house.phase("closed");
        c.outcome   = CaseOutcome::done;
        c.closed_at = told.house.now - 5h;
    });
    CHECK(told.states().back().valid_at == told.house.now - 5h);
}

TEST_CASE("case.moment.order: a case is not saved as closed before its last change")
{
    Told told{EVERY_STORE()};
    told.house.now += 24h;
    told.save([](Case& c) { c.probability = 50; });
    CHECK(refused([&] {
              told.save([&](Case& c) {
                  c.phase_id  = told.house.phase("closed");
                  c.outcome   = CaseOutcome::done;
                  c.closed_at = told.house.now - 5h;
              });
          }) == Codes{"case.moment.order"});
}

TEST_CASE("states of refused changes are undone with them")
{
    Told told{EVERY_STORE()};
    auto work = told.house.database.work(told.house.anna);
    CHECK_THROWS_AS(work.attempt([&] {
        work.enter_phase(told.sale.id, "order");
        work.enter_phase(told.sale.id, "closed");
    }),
                    ValidationError);
    work.commit();
    CHECK(told.states().size() == 1);
}

TEST_CASE("a removed case takes its states with it")
{
    Told told{EVERY_STORE()};
    told.house([&](Work& work) { work.remove(told.sale.id); });
    CHECK(told.states().empty());
}
