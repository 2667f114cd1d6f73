#include "work/saving_definitions.hpp"

#include <crm/rules/operator.hpp>

namespace crm {

template <>
struct Hooks<Operator> : PlainHooks<Operator> {
    static void prepare(Operator const*, Operator& after, Saving&)
    {
        if (code_points(after.email))
            after.email = folded(trimmed(after.email));
    }

    static void check(Operator const* before, Operator const& after, Saving& saving, Violations& broken)
    {
        bool const leaves = before && ((before->is_active && !after.is_active) ||
                                       (!before->revision.archived_at && after.revision.archived_at));
        if (!leaves)
            return;
        saving.guard(after.id);  // whoever gives him a case counts it up too
        using Columns = Where<Case>;
        rules::check_leaving(saving.count<Case>(all_of({Columns::equal("keeper_id", after.id.value),
                                                        Columns::differs("stage", static_cast<std::int64_t>(Stage::closed))})),
                             broken);
    }
};

CRM_INSTANTIATE_SAVING(Operator)

}  // namespace crm
