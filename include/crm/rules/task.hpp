#pragma once

#include <crm/rules/rule.hpp>

namespace crm::rules {

template <>
inline constexpr auto own_rules<Task> = std::to_array<Rule<Task>>({
    {"task.done.moment", "done_at", "Give the moment and the operator of a task that is done, and of no other.",
     [](Task const& t) {
         bool const done = t.status == TaskStatus::done;
         return t.done_at.has_value() == done && t.done_by.has_value() == done;
     }},
});

/// A closed case takes no new task.
inline void check_case(Case const& of, Violations& broken)
{
    if (of.stage == Stage::closed)
        add(broken, "task.case.open", "case_id", "Reopen the case before it gets a new task.");
}

/// What was done is kept.
inline void check_removal(Task const& task, Violations& broken)
{
    if (task.status == TaskStatus::done)
        add(broken, "task.done.kept", "status", "Archive a task that is done: it is not removed.");
}

}  // namespace crm::rules
