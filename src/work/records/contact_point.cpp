#include "work/saving_definitions.hpp"

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

    static void check(ContactPoint const*, ContactPoint const& after, Saving& saving, Violations& broken)
    {
        if (!after.is_primary)
            return;
        using Columns = Where<ContactPoint>;
        saving.guard(after.party_id);
        auto const others = saving.count<ContactPoint>(
            all_of({Columns::equal("party_id", after.party_id.value), Columns::equal("kind", static_cast<std::int64_t>(after.kind)),
                    Columns::equal("is_primary", std::int64_t{1}), Columns::is_null("archived_at"), Columns::differs("id", after.id.value)})) +
            std::ranges::count_if(saving.earlier<ContactPoint>(), [&](ContactPoint const& other) {
                return other.is_primary && other.party_id == after.party_id && other.kind == after.kind;
            });
        rules::check_primary(static_cast<std::size_t>(others), broken);
    }
};

CRM_INSTANTIATE_SAVING(ContactPoint)

}  // namespace crm
