#include "work/saving_definitions.hpp"

#include <crm/rules/plan_line.hpp>

namespace crm {

template <>
struct Hooks<PlanLine> : PlainHooks<PlanLine> {
    static void check(PlanLine const* before, PlanLine const& after, Saving& saving, Violations& broken)
    {
        if (before && rules::plans_the_same(*before, after))
            return;
        check_case(after.case_id, saving, broken);
        if (before && before->case_id != after.case_id)
            check_case(before->case_id, saving, broken);
    }

    static void check_removal(PlanLine const& removed, Saving& saving, Violations& broken)
    {
        check_case(removed.case_id, saving, broken);
    }

private:
    /// The case guards that it is open: whoever closes it changes its row.
    static void check_case(Id<Case> id, Saving& saving, Violations& broken)
    {
        saving.guard(id);
        if (auto const of = saving.find(id))
            rules::check_plan(*of, broken);
    }
};

CRM_INSTANTIATE_SAVING(PlanLine)

}  // namespace crm
