#include "work/saving_definitions.hpp"

#include <crm/rules/identifier.hpp>

namespace crm {

template <>
struct Hooks<Identifier> : PlainHooks<Identifier> {
    static void prepare(Identifier const*, Identifier& after, Saving&)
    {
        if (enum_name(after.kind).empty())
            return;
        if (auto canonical = rules::canonical_number(after.kind, after.value))
            after.value = *std::move(canonical);
    }

    static void check(Identifier const*, Identifier const& after, Saving& saving, Violations& broken)
    {
        if (!saving.settings().unique_numbers.contains(after.kind) || after.revision.archived_at)
            return;
        saving.guard_value(after.value);
        using Columns     = Where<Identifier>;
        auto const others = saving.count<Identifier>(
            all_of({Columns::equal("value", std::string_view{after.value}), Columns::equal("kind", static_cast<std::int64_t>(after.kind)),
                    Columns::is_null("archived_at"), Columns::differs("party_id", after.party_id.value),
                    Columns::differs("id", after.id.value)})) +
            std::ranges::count_if(saving.earlier<Identifier>(), [&](Identifier const& other) {
                return other.kind == after.kind && other.value == after.value && other.party_id != after.party_id;
            });
        rules::check_unique(static_cast<std::size_t>(others), broken);
    }
};

CRM_INSTANTIATE_SAVING(Identifier)

}  // namespace crm
