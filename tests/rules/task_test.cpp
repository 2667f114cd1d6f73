#include "rules_test.hpp"

using namespace crm;
using namespace crm::test;

TEST_CASE("every rule of a task has one way to break it")
{
    check_own_rules<Task>(std::to_array<Breaking<Task>>({
        {"task.done.moment", [](Task& t) { t.status = TaskStatus::done; }},
    }));
}

TEST_CASE("task.done.moment: moment and operator belong to a done task, and to no other")
{
    bool const done = GENERATE(true, false), moment = GENERATE(true, false), who = GENERATE(true, false);
    CAPTURE(done, moment, who);
    auto t   = sample<Task>();
    t.status = done ? TaskStatus::done : TaskStatus::cancelled;
    if (moment)
        t.done_at = monday;
    if (who)
        t.done_by = Id<Operator>{7};
    CHECK(broken_by(t) == (done == moment && done == who ? Codes{} : Codes{"task.done.moment"}));
}

TEST_CASE("task.case.open: a case of any stage but closed takes a task")
{
    auto const stage = GENERATE(Stage::potential, Stage::active, Stage::closed);
    Violations broken;
    rules::check_case(Case{.stage = stage}, broken);
    CHECK(codes_of(broken) == (stage == Stage::closed ? Codes{"task.case.open"} : Codes{}));
}

TEST_CASE("task.done.kept: a task is removed in any status but done")
{
    auto const status = GENERATE(TaskStatus::open, TaskStatus::in_progress, TaskStatus::waiting, TaskStatus::done, TaskStatus::cancelled);
    Violations broken;
    rules::check_removal(Task{.status = status}, broken);
    CHECK(codes_of(broken) == (status == TaskStatus::done ? Codes{"task.done.kept"} : Codes{}));
}
