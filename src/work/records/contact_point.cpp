#include "work/saving_definitions.hpp"

#include "work/chosen.hpp"
#include "work/contact_point_key.hpp"

#include <crm/rules/party.hpp>

namespace crm {

template <>
struct Hooks<ContactPoint> : PlainHooks<ContactPoint> {
    static void prepare(ContactPoint const*, ContactPoint& after, Saving&)
    {
        if (!code_points(after.value))
            return;
        after.value_key = contact_point_key(after.kind, after.value);
        after.domain    = domain_of(after.kind, after.value_key);
    }

    static void check(ContactPoint const* before, ContactPoint const& after, Saving& saving, Violations& broken)
    {
        if (after.is_primary)
            rules::check_primary(others_chosen(before, after, &ContactPoint::is_primary, "is_primary", saving), broken);
    }
};

CRM_INSTANTIATE_SAVING(ContactPoint)

}  // namespace crm
