#include "session.hpp"

namespace crm::sql {

record::Table const& history_table()
{
    using record::Kind;
    static record::Table const table = [] {
        record::Table described{.index = record::Table::npos, .name = "history", .plural{}, .doc{}, .columns{}, .unique{}};
        for (auto name : {"operation_id", "position", "record", "record_id", "version", "action", "fields"})
            described.columns.push_back({.name = name, .field = name, .group{}});
        described.columns[2].kind = described.columns[6].kind = Kind::text;
        return described;
    }();
    return table;
}

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
