#include "work/saving_definitions.hpp"

#include <crm/rules/subject.hpp>

namespace crm {

template <>
struct Hooks<Subject> : PlainHooks<Subject> {
    static void check(Subject const* before, Subject const& after, Saving& saving, Violations& broken)
    {
        if (before && !saving.changing_kind)
            rules::check_change(*before, after, broken);
        rules::check_cycle(leads_back_guarded(before, after, &Subject::parent_id, saving), "subject", "parent", broken);
    }

    /// The party goes with the last one that refers to it.
    static void follow_removal(Subject const& removed, Saving& saving)
    {
        if (saving.count<Person>(Where<Person>::equal("party_id", removed.party_id.value)) == 0)
            saving.remove(removed.party_id);
    }
};

CRM_INSTANTIATE_SAVING(Subject)

}  // namespace crm
