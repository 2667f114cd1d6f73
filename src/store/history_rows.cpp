#include "history_rows.hpp"

#include "record/table.hpp"

namespace crm::store {

record::Table const& history_table()
{
    using record::Kind;
    static record::Table const table = [] {
        record::Table described{.index = record::Table::npos, .name = "history", .plural{}, .doc{}, .columns{}, .unique{}};
        for (auto name : {"operation_id", "position", "record", "record_id", "version", "action", "fields"})
            described.columns.push_back({.name = name, .field = name, .group{}});
        for (auto text : {2, 6}) {
            described.columns[text].kind    = Kind::text;
            described.columns[text].meaning = record::Meaning::text;
        }
        described.columns[5].meaning     = record::Meaning::enumerator;
        described.columns[5].enumerators = enumerators<Action>;
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

record::Table const& placed_operation_table()
{
    static record::Table const table = [] {
        auto described = record::table_of<Operation>();
        described.columns.push_back({.name = "feed_position", .field = "feed_position", .group{}, .nullable = true});
        return described;
    }();
    return table;
}

}  // namespace crm::store
