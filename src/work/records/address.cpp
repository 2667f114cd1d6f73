#include "work/saving_definitions.hpp"

#include "work/chosen.hpp"

#include <crm/rules/party.hpp>

namespace crm {

template <>
struct Hooks<Address> : PlainHooks<Address> {
    static void check(Address const* before, Address const& after, Saving& saving, Violations& broken)
    {
        if (after.is_default)
            rules::check_default(others_chosen(before, after, &Address::is_default, "is_default", saving), broken);
    }
};

CRM_INSTANTIATE_SAVING(Address)

}  // namespace crm
