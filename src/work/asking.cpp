#include "asking.hpp"

#include "filters.hpp"

namespace crm {

store::BindContext bind_context(store::Transaction& store, Settings const& settings)
{
    auto const base = [&store](std::string_view code) {
        auto const&                         table = record::table_of<Base>();
        std::optional<store::BaseCriterion> found;
        store.select(table, {.filter = Where<Base>::equal("code", code), .limit = 1}, [&](record::Row const& row) {
            found = {.base_id = row.front().integer, .criterion = row[table.position("criterion")].text};
        });
        return found;
    };
    return {.now = settings.clock(), .zone = settings.zone, .base = base};
}

}  // namespace crm
