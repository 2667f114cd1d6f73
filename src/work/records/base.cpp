#include "work/saving_definitions.hpp"

#include "work/asking.hpp"

#include <crm/rules/base.hpp>

namespace crm {

template <>
struct Hooks<Base> : PlainHooks<Base> {
    static void check(Base const* before, Base const& after, Saving& saving, Violations& broken)
    {
        rules::check_cycle(leads_back_guarded(before, after, &Base::parent_id, saving), "base", "parent", broken);
        try {
            static_cast<void>(store::bind(parse_condition(after.criterion), record::table_of<Subject>(),
                                          bind_context(saving.store(), saving.settings())));
        } catch (InvalidArgument const& wrong) {
            rules::add(broken, "base.criterion.condition", "criterion", wrong.what());
        } catch (NotFound const& missing) {
            rules::add(broken, "base.criterion.condition", "criterion", missing.what());
        }
    }
};

CRM_INSTANTIATE_SAVING(Base)

}  // namespace crm
