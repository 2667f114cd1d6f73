#include "rules_test.hpp"

using namespace crm;
using namespace crm::test;
using namespace std::chrono_literals;

namespace {

void end(Case& c, CaseOutcome outcome)
{
    c.stage     = Stage::closed;
    c.outcome   = outcome;
    c.closed_at = c.opened_at;
}

Case closed_case()
{
    auto c     = sample<Case>();
    c.expected = Money{.amount = 1, .currency = Currency{"PLN"}};
    end(c, CaseOutcome::won);
    return c;
}

Case reopened(Case c)
{
    c.stage = Stage::active;
    c.outcome.reset();
    c.closed_at.reset();
    c.reason = "The client called again";
    return c;
}

Codes broken_by_change(Case const& before, Case const& after)
{
    Violations broken;
    rules::check_change(before, after, broken);
    return codes_of(broken);
}

}  // namespace

TEST_CASE("every rule of a case has one way to break it")
{
    check_own_rules<Case>(std::to_array<Breaking<Case>>({
        {"case.probability.range", [](Case& c) { c.probability = 101; }},
        {"case.closed.outcome", [](Case& c) { c.outcome = CaseOutcome::won; }},
        {"case.closed.order",
         [](Case& c) {
             end(c, CaseOutcome::done);
             c.closed_at = c.opened_at - 1us;
         }},
        {"case.lost.reason", [](Case& c) { end(c, CaseOutcome::lost); }},
        {"case.parent.other", [](Case& c) { c.id = {7}, c.parent_id = c.id; }},
    }));
}

TEST_CASE("the bounds of the rules of a case are allowed")
{
    auto c        = sample<Case>();
    c.probability = GENERATE(0, 100);
    c.reason      = "Too dear";
    end(c, CaseOutcome::lost);
    CHECK(broken_by(c) == Codes{});
}

TEST_CASE("case.probability.range: nothing below zero")
{
    auto c        = sample<Case>();
    c.probability = -1;
    CHECK(broken_by(c) == Codes{"case.probability.range"});
}

TEST_CASE("case.closed.outcome: outcome, moment and stage go together")
{
    bool const outcome = GENERATE(true, false), moment = GENERATE(true, false), stage = GENERATE(true, false);
    CAPTURE(outcome, moment, stage);
    auto c = sample<Case>();
    if (outcome)
        c.outcome = CaseOutcome::done;
    if (moment)
        c.closed_at = c.opened_at;
    if (stage)
        c.stage = Stage::closed;
    bool const together = outcome == moment && moment == stage;
    CHECK(broken_by(c) == (together ? Codes{} : Codes{"case.closed.outcome"}));
}

TEST_CASE("case.lost.reason: blanks are no reason")
{
    auto c   = sample<Case>();
    c.reason = " \t";
    end(c, CaseOutcome::lost);
    CHECK(broken_by(c) == Codes{"case.lost.reason"});
}

TEST_CASE("case.phase.of_type")
{
    CaseType const type{.scheme_id = {1}};
    Violations     broken;
    rules::check_phase(type, Phase{.scheme_id = {2}}, true, broken);
    CHECK(codes_of(broken) == Codes{"case.phase.of_type"});
    CHECK(broken.front().field == "phase_id");
    broken.clear();
    rules::check_phase(type, Phase{.scheme_id = {1}}, true, broken);
    CHECK(broken.empty());
}

TEST_CASE("case.phase.archived: a case that is in it may stay, and none may enter")
{
    CaseType const type{.scheme_id = {1}};
    Phase          phase{.scheme_id = {1}};
    phase.revision.archived_at = monday;
    Violations broken;
    rules::check_phase(type, phase, false, broken);
    CHECK(broken.empty());
    rules::check_phase(type, phase, true, broken);
    CHECK(codes_of(broken) == Codes{"case.phase.archived"});
}

TEST_CASE("case.closed.money")
{
    auto const before = closed_case();
    auto       after  = before;
    SECTION("its value") { after.expected->amount = 2; }
    SECTION("no value") { after.expected.reset(); }
    SECTION("its probability") { after.probability = 50; }
    CHECK(broken_by_change(before, after) == Codes{"case.closed.money"});
}

TEST_CASE("case.closed.phase")
{
    auto const before = closed_case();
    auto       after  = before;
    SECTION("another phase") { after.phase_id = {8}; }
    SECTION("another outcome") { after.outcome = CaseOutcome::done; }
    CHECK(broken_by_change(before, after) == Codes{"case.closed.phase"});
}

TEST_CASE("what is no money and no phase of a closed case may be changed")
{
    auto const before = closed_case();
    auto       after  = before;
    after.title       = "Dach hali 4";
    after.keeper_id   = {8};
    CHECK(broken_by_change(before, after) == Codes{});
}

TEST_CASE("case.reopened.reason")
{
    auto before   = closed_case();
    before.reason = "Done";
    auto after    = reopened(before);
    CHECK(broken_by_change(before, after) == Codes{});
    after.reason = GENERATE("", " ", "Done");
    CHECK(broken_by_change(before, after) == Codes{"case.reopened.reason"});
}

TEST_CASE("an open case may change its money and its phase")
{
    auto const before = sample<Case>();
    auto       after  = before;
    after.expected    = Money{.amount = 1, .currency = Currency{"PLN"}};
    after.phase_id    = {8};
    CHECK(broken_by_change(before, after) == Codes{});
}

TEST_CASE("case.moment.order")
{
    Violations broken;
    rules::check_moment(monday, monday, broken);
    CHECK(broken.empty());
    rules::check_moment(monday - 1us, monday, broken);
    CHECK(codes_of(broken) == Codes{"case.moment.order"});
}
