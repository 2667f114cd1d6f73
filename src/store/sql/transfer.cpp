#include "transfer.hpp"

#include "feed.hpp"

namespace crm::sql {

namespace {

using record::Kind;

constexpr std::int64_t copy_version   = -1;
constexpr std::int64_t no_library_yet = 1'000'000'000;

}  // namespace

std::vector<Change> history(Session& session, store::HistoryPlace after, std::size_t limit)
{
    auto const          select = "select " + column_list(session.connection, store::history_table().columns) + " from " + session.connection.table("history");
    std::vector<Change> changes;
    auto const          add = [&](record::Row const& row) { changes.push_back(store::change_of(row)); };

    // Two ranges of the key instead of one condition with "or", which not every database reads by the key.
    auto& rest = session.queries.get(select + " where operation_id = :operation and position > :position order by position limit :most",
                                     std::vector(3, Kind::integer), kinds_of(store::history_table().columns));
    rest.parameter(0).set(after.operation);
    rest.parameter(1).set(after.position);
    rest.parameter(2).set(static_cast<std::int64_t>(limit));
    rest.run(add);
    if (changes.size() == limit)
        return changes;

    auto& others = session.queries.get(select + " where operation_id > :operation order by operation_id, position limit :most",
                                       std::vector(2, Kind::integer), kinds_of(store::history_table().columns));
    others.parameter(0).set(after.operation);
    others.parameter(1).set(static_cast<std::int64_t>(limit - changes.size()));
    others.run(add);
    return changes;
}

store::FeedRange feed_range(Session& session)
{
    store::FeedRange range;
    session.queries.get("select kept_from from " + session.connection.table("feed") + " where name = 'all'", {}, {Kind::integer})
        .run([&](record::Row const& row) { range.kept_from = row[0].integer; });
    range.last = last_place(session);
    return range;
}

void restore_feed_range(Session& session, store::FeedRange range)
{
    // Not back: a copy that goes on has perhaps given places behind those of its source already.
    auto& query = session.queries.get("update " + session.connection.table("feed") +
                                          " set kept_from = :first, last_position = case when last_position > :last then last_position else :least end where name = 'all'",
                                      std::vector(3, Kind::integer), {});
    query.parameter(0).set(range.kept_from);
    query.parameter(1).set(range.last);
    query.parameter(2).set(range.last);
    query.run();
}

std::string unfinished_copy(Connection& connection)
{
    std::string source;
    Query       ask{connection, "select name from " + connection.table("schema") + " where version = :copy", {Kind::integer}, {Kind::text}};
    ask.parameter(0).set(copy_version);
    ask.run([&](record::Row const& row) { source = row[0].text; });
    return source;
}

void mark_unfinished_copy(Session& session, std::string_view source)
{
    auto const table  = session.connection.table("schema");
    auto&      remove = session.queries.get("delete from " + table + " where version = :copy", {Kind::integer}, {});
    remove.parameter(0).set(copy_version);
    remove.run();
    if (source.empty())
        return;
    auto& mark = session.queries.get("insert into " + table + " (version, name, reader, writer) values (:copy, :source, :reader, :writer)",
                                     {Kind::integer, Kind::text, Kind::integer, Kind::integer}, {});
    mark.parameter(0).set(copy_version);
    mark.parameter(1).set(source);
    mark.parameter(2).set(no_library_yet);
    mark.parameter(3).set(no_library_yet);
    mark.run();
}

}  // namespace crm::sql
