#include "feed.hpp"

#include <algorithm>

namespace crm::sql {

namespace {

using record::Kind;

/// So that nobody waits long for the one who gives places, or removes what is old.
constexpr std::size_t at_once = 500;

/// A kept query with these integers as its parameters.
Query& asked(Session& session, std::string const& sql, std::vector<std::int64_t> const& parameters, std::vector<Kind> const& results = {})
{
    auto& query = session.queries.get(sql, std::vector(parameters.size(), Kind::integer), results);
    for (std::size_t i = 0; i != parameters.size(); ++i)
        query.parameter(i).set(parameters[i]);
    return query;
}

std::int64_t number(Session& session, std::string const& sql, std::vector<std::int64_t> const& parameters = {})
{
    std::int64_t result = 0;
    asked(session, sql, parameters, {Kind::integer}).run([&](record::Row const& row) { result = row[0].integer; });
    return result;
}

std::vector<std::int64_t> numbers(Session& session, std::string const& sql, std::vector<std::int64_t> const& parameters)
{
    std::vector<std::int64_t> result;
    asked(session, sql, parameters, {Kind::integer}).run([&](record::Row const& row) { result.push_back(row[0].integer); });
    return result;
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

}  // namespace

void write_operation(Session& session, Operation& operation, std::int64_t seen)
{
    auto const& table     = record::table_of<Operation>();
    auto const  committed = number(session, "select coalesce(max(stamp), 0) from " + session.connection.table(table.name));
    operation.stamp       = std::max({operation.stamp, seen, committed}) + 1;
    session.table(table).insert(1, [&](std::size_t, record::Row& row) { record::encode(operation, row); });
}

bool has_unnumbered(Session& session)
{
    return number(session, "select case when exists (select 1 from " + session.connection.table("operation") +
                               " where feed_position is null) then 1 else 0 end") != 0;
}

std::size_t number_operations(Session& session)
{
    auto const operations = session.connection.table("operation");
    auto const counter    = session.connection.table("feed");
    // First of all, so that one at a time does it, and sees what the one before has done.
    asked(session, "update " + counter + " set last_position = last_position + 1 where name = 'all'", {}).run();
    auto       next = number(session, "select last_position from " + counter + " where name = 'all'");
    auto const ids  = numbers(session, "select id from " + operations + " where feed_position is null order by stamp, id limit :most",
                              {static_cast<std::int64_t>(at_once)});
    for (auto const id : ids)
        asked(session, "update " + operations + " set feed_position = :place where id = :id", {next++, id}).run();
    asked(session, "update " + counter + " set last_position = :last where name = 'all'", {next - 1}).run();
    return ids.size();
}

Feed feed(Session& session, std::int64_t after, std::size_t limit)
{
    auto const& connection = session.connection;
    auto const  kept_from  = number(session, "select kept_from from " + connection.table("feed") + " where name = 'all'");
    if (after + 1 < kept_from)
        throw OutOfRange{"The feed is kept from place " + std::to_string(kept_from) + " on, what followed " + std::to_string(after) +
                         " is gone: read everything anew, and follow from the place of that moment."};

    auto const&      table = record::table_of<Operation>();
    auto             kinds = kinds_of(table.columns);
    std::vector<Kind> with_place = kinds;
    with_place.push_back(Kind::integer);
    Feed entries;
    asked(session, "select " + column_list(connection, table.columns) + ", feed_position from " + connection.table(table.name) +
                       " where feed_position > :after order by feed_position limit :most",
          {after, static_cast<std::int64_t>(limit)}, with_place)
        .run([&](record::Row const& row) {
            auto& entry    = entries.emplace_back();
            entry.position = row.back().integer;
            if (!record::decode(row, entry.operation).empty())
                throw Corrupt{"The operation " + std::to_string(row.front().integer) + " holds what crm could not have written."};
        });
    for (auto& entry : entries)
        asked(session, "select " + column_list(connection, history_table().columns) + " from " + connection.table("history") +
                           " where operation_id = :operation order by position",
              {entry.operation.id.value}, kinds_of(history_table().columns))
            .run([&](record::Row const& row) { entry.changes.push_back(change_of(row)); });
    return entries;
}

std::size_t forget_history(Session& session, Instant before)
{
    auto const operations = session.connection.table("operation");
    auto const counter    = session.connection.table("feed");
    // The same row that places are given by: nobody does that meanwhile.
    asked(session, "update " + counter + " set kept_from = kept_from + 0 where name = 'all'", {}).run();
    auto const last = number(session, "select last_position from " + counter + " where name = 'all'");
    std::vector<std::int64_t> old;  // from the first place on: what is left has no gaps
    bool                      is_old = true;
    asked(session, "select id, at from " + operations + " where feed_position > 0 and feed_position < :last order by feed_position limit :most",
          {last, static_cast<std::int64_t>(at_once)}, {Kind::integer, Kind::integer})
        .run([&](record::Row const& row) {
            is_old = is_old && row[1].integer < before.time_since_epoch().count();
            if (is_old)
                old.push_back(row[0].integer);
        });
    for (auto const id : old) {
        asked(session, "delete from " + session.connection.table("history") + " where operation_id = :operation", {id}).run();
        asked(session, "delete from " + operations + " where id = :id", {id}).run();
    }
    auto const first = number(session, "select coalesce(min(feed_position), :next) from " + operations + " where feed_position > 0", {last + 1});
    asked(session, "update " + counter + " set kept_from = :first where name = 'all'", {first}).run();
    return old.size();
}

void describe_feed(Session& session, Stats& stats)
{
    stats.feed_last       = number(session, "select last_position from " + session.connection.table("feed") + " where name = 'all'");
    stats.feed_unnumbered = static_cast<std::uint64_t>(
        number(session, "select count(*) from " + session.connection.table("operation") + " where feed_position is null"));
}

}  // namespace crm::sql
