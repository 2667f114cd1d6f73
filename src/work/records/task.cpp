#include "work/saving_definitions.hpp"

#include <crm/rules/operator.hpp>
#include <crm/rules/task.hpp>

namespace crm {

template <>
struct Hooks<Task> : PlainHooks<Task> {
    static void prepare(Task const*, Task& after, Saving& saving)
    {
        if (after.status != TaskStatus::done)
            return;
        if (!after.done_at)
            after.done_at = saving.now();
        if (!after.done_by)
            after.done_by = saving.who();
    }

    static void check(Task const* before, Task const& after, Saving& saving, Violations& broken)
    {
        if (!before || before->subject_id != after.subject_id || before->person_id != after.person_id)
            rules::check_membership("task.person.of_subject", after.subject_id, saving.find(after.person_id), broken);
        if (!before || before->responsible_id != after.responsible_id)
            rules::check_active("task.responsible.active", "responsible_id", saving.find(std::optional{after.responsible_id}), broken);
        if (after.case_id && (!before || before->case_id != after.case_id))
            check_case(*after.case_id, saving, broken);
    }

    static void check_removal(Task const& removed, Saving&, Violations& broken) { rules::check_removal(removed, broken); }

private:
    /// The case guards that it is open: whoever closes it changes its row.
    static void check_case(Id<Case> id, Saving& saving, Violations& broken)
    {
        saving.guard(id);
        if (auto const of = saving.find(id))
            rules::check_case(*of, broken);
    }
};

CRM_INSTANTIATE_SAVING(Task)

}  // namespace crm
