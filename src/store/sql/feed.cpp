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

/// What is known of operations and their places, in SQL: the greatest stamp, the last place, and whether some have none.
std::string state_of_feed(Connection const& connection)
{
    auto const operations = connection.table("operation");
    return "select coalesce((select max(stamp) from " + operations + "), 0), (select last_position from " + connection.table("feed") +
           " where name = 'all'), coalesce((select max(feed_position) from " + operations +
           "), 0), case when exists (select 1 from " + operations + " where feed_position is null) then 1 else 0 end";
}

struct FeedState {
    std::int64_t last_stamp     = 0;
    std::int64_t last_place     = 0;
    bool         has_unnumbered = false;
};

FeedState feed_state(Session& session)
{
    FeedState state;
    asked(session, state_of_feed(session.connection), {}, std::vector(4, Kind::integer)).run([&](record::Row const& row) {
        state = {row[0].integer, std::max(row[1].integer, row[2].integer), row[3].integer != 0};
    });
    return state;
}

}  // namespace

void write_operation(Session& session, Operation& operation, std::int64_t seen)
{
    auto const& table = record::table_of<Operation>();
    if (session.connection.dialect().remote) {
        auto const committed = number(session, "select coalesce(max(stamp), 0) from " + session.connection.table(table.name));
        operation.stamp      = std::max({operation.stamp, seen, committed}) + 1;
        session.table(table).insert(1, [&](std::size_t, record::Row& row) { record::encode(operation, row); });
        return;
    }
    auto state = feed_state(session);
    for (; state.has_unnumbered; state = feed_state(session))  // of a program that knew of no feed
        static_cast<void>(number_operations(session));
    operation.stamp = std::max({operation.stamp, seen, state.last_stamp}) + 1;
    session.placed_operations.insert(1, [&](std::size_t, record::Row& row) {
        std::ranges::copy(record::row_of(operation), row.begin());
        row.back().set(state.last_place + 1);
    });
}

std::int64_t last_place(Session& session)
{
    return feed_state(session).last_place;
}

bool has_unnumbered(Session& session)
{
    return feed_state(session).has_unnumbered;
}

std::size_t number_operations(Session& session)
{
    auto const operations = session.connection.table("operation");
    auto const counter    = session.connection.table("feed");
    // First of all, so that one at a time does it, and sees what the one before has done.
    asked(session, "update " + counter + " set last_position = last_position + 0 where name = 'all'", {}).run();
    auto       place = feed_state(session).last_place;
    auto const ids   = numbers(session, "select id from " + operations + " where feed_position is null order by stamp, id limit :most",
                               {static_cast<std::int64_t>(at_once)});
    for (auto const id : ids)
        asked(session, "update " + operations + " set feed_position = :place where id = :id", {++place, id}).run();
    asked(session, "update " + counter + " set last_position = :last where name = 'all'", {place}).run();
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
        asked(session, "select " + column_list(connection, store::history_table().columns) + " from " + connection.table("history") +
                           " where operation_id = :operation order by position",
              {entry.operation.id.value}, kinds_of(store::history_table().columns))
            .run([&](record::Row const& row) { entry.changes.push_back(store::change_of(row)); });
    return entries;
}

std::size_t forget_history(Session& session, Instant before)
{
    auto const operations = session.connection.table("operation");
    auto const counter    = session.connection.table("feed");
    // The same row that places are given by: nobody does that meanwhile.
    asked(session, "update " + counter + " set kept_from = kept_from + 0 where name = 'all'", {}).run();
    auto const last = feed_state(session).last_place;
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
    stats.feed_last       = feed_state(session).last_place;
    stats.feed_unnumbered = static_cast<std::uint64_t>(
        number(session, "select count(*) from " + session.connection.table("operation") + " where feed_position is null"));
}

}  // namespace crm::sql
