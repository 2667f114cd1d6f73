#include "history_rows.hpp"

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

void write_row(Change const& change, record::Row& row)
{
    row[0].set(change.operation_id.value);
    row[1].set(change.position);
    row[2].set(std::string_view{change.record});
    row[3].set(change.record_id);
    row[4].set(change.version);
    row[5].set(static_cast<std::int64_t>(change.action));
    row[6].set(std::string_view{change.fields});
}

Change change_of(record::Row const& row)
{
    return {.operation_id = {row[0].integer},
            .position     = row[1].integer,
            .record       = row[2].text,
            .record_id    = row[3].integer,
            .version      = row[4].integer,
            .action       = static_cast<Action>(row[5].integer),
            .fields       = row[6].text};
}

}  // namespace crm::sql
