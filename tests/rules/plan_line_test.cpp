#include "rules_test.hpp"

using namespace crm;
using namespace crm::test;

TEST_CASE("plan_line.planned.currency: an amount is required")
{
    auto line    = sample<PlanLine>();
    line.planned = {};
    CHECK(broken_by(line) == Codes{"plan_line.planned.currency"});
}

TEST_CASE("plan_line.side.known: cost or revenue has to be said")
{
    auto line = sample<PlanLine>();
    line.side = PlanLine{}.side;
    CHECK(broken_by(line) == Codes{"plan_line.side.known"});
}

TEST_CASE("plan_line.case.open: the plan of a case of any stage but closed is changed")
{
    auto const stage = GENERATE(Stage::potential, Stage::active, Stage::closed);
    Violations broken;
    rules::check_plan(Case{.stage = stage}, broken);
    CHECK(codes_of(broken) == (stage == Stage::closed ? Codes{"plan_line.case.open"} : Codes{}));
}

TEST_CASE("two states of a plan line plan the same while case, side, category, amount and use are the same")
{
    auto const line  = sample<PlanLine>();
    auto const after = [&](auto change) {
        auto changed = line;
        change(changed);
        return rules::plans_the_same(line, changed);
    };
    CHECK(after([](PlanLine& l) { l.description = "Inaczej"; }));
    CHECK(after([](PlanLine& l) { l.planned_on = Date{std::chrono::year{2026} / 3 / 1}; }));
    CHECK_FALSE(after([](PlanLine& l) { l.case_id = {8}; }));
    CHECK_FALSE(after([](PlanLine& l) { l.side = MoneySide::revenue; }));
    CHECK_FALSE(after([](PlanLine& l) { l.category = MoneyCategory::labour; }));
    CHECK_FALSE(after([](PlanLine& l) { l.planned.amount += 1; }));
    CHECK_FALSE(after([](PlanLine& l) { l.revision.archived_at = monday; }));
}
