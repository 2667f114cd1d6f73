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

}  // namespace crm::sql
