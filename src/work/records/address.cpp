#include "work/saving_definitions.hpp"

#include <crm/rules/party.hpp>

namespace crm {

template <>
struct Hooks<Address> : PlainHooks<Address> {
    static void check(Address const*, Address const& after, Saving& saving, Violations& broken)
    {
        if (!after.is_default)
            return;
        using Columns = Where<Address>;
        saving.guard(after.party_id);
        auto const others = saving.count<Address>(
            all_of({Columns::equal("party_id", after.party_id.value), Columns::equal("kind", static_cast<std::int64_t>(after.kind)),
                    Columns::equal("is_default", std::int64_t{1}), Columns::is_null("archived_at"), Columns::differs("id", after.id.value)})) +
            std::ranges::count_if(saving.earlier<Address>(), [&](Address const& other) {
                return other.is_default && other.party_id == after.party_id && other.kind == after.kind;
            });
        rules::check_default(static_cast<std::size_t>(others), broken);
    }
};

CRM_INSTANTIATE_SAVING(Address)

}  // namespace crm
