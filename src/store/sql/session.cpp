#include "session.hpp"

namespace crm::sql {

record::Table const& placed_operation_table()
{
    static record::Table const table = [] {
        auto described = record::table_of<Operation>();
        described.columns.push_back({.name = "feed_position", .field = "feed_position", .group{}, .nullable = true});
        return described;
    }();
    return table;
}

}  // namespace crm::sql
