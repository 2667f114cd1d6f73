#include "sql_transaction.hpp"

#include "feed.hpp"
#include "filter_sql.hpp"
#include "funnel.hpp"
#include "kept_moment.hpp"
#include "plan.hpp"
#include "transfer.hpp"

namespace crm::sql {

namespace {

/// One of the rows of crm_guard, the same for the same value in every program: by FNV-1a.
std::int64_t bucket_of(std::string_view value)
{
    constexpr std::uint64_t buckets = 16;
    std::uint64_t           hash    = 14695981039346656037ULL;
    for (unsigned char const byte : value)
        hash = (hash ^ byte) * 1099511628211ULL;
    return static_cast<std::int64_t>(hash % buckets);
}

/// The links that lead to a changed row keep its moment.
void write_moments(Session& session, record::Table const& changed, record::Row const& before, record::Row const& after)
{
    auto const id = after.front().integer;
    for (auto const& kept : kept_moments) {
        if (kept.table != changed.name)
            continue;
        if (auto const by = changed.position(kept.by); after[by].equals(before[by], changed.columns[by].kind))
            continue;
        auto  text  = std::string{"update "}.append(session.connection.table(kept.link)).append(" set ").append(kept.column);
        auto& query = session.queries.get(text.append(" = (select ").append(kept.moment).append(" from ").append(session.connection.table(kept.table))
                                              .append(" x where x.id = :id) where ").append(kept.key).append(" = :changed"),
                                          {record::Kind::integer, record::Kind::integer}, {});
        query.parameter(0).set(id);
        query.parameter(1).set(id);
        query.run();
    }
}

/// Adds a sentence for each of the first links that keep a wrong moment.
void find_wrong_moments(Session& session, std::vector<std::string>& sentences)
{
    constexpr std::int64_t most = 100;

    for (auto const& kept : kept_moments) {
        auto  text  = std::string{"select l.id, x.id from "}.append(session.connection.table(kept.link)).append(" l join ");
        auto& query = session.queries.get(text.append(session.connection.table(kept.table)).append(" x on x.id = l.").append(kept.key)
                                              .append(" where l.").append(kept.column).append(" <> ").append(kept.moment).append(" order by l.id limit :most"),
                                          {record::Kind::integer}, {record::Kind::integer, record::Kind::integer});
        query.parameter(0).set(most);
        query.run([&](record::Row const& row) {
            auto const to = std::string{kept.table} + " " + std::to_string(row[1].integer);
            sentences.push_back("The " + std::string{kept.link} + " " + std::to_string(row[0].integer) + " keeps another moment than the " + to +
                                " has, and timelines show it there: save the " + to + " with another moment, and then with its own.");
        });
    }
}

}  // namespace

void SqlTransaction::insert(record::Table const& table, std::size_t count, store::Fill const& fill)
{
    writing().table(table).insert(count, fill);
}

bool SqlTransaction::update(record::Table const& table, record::Row const& before, record::Row const& after)
{
    if (!table.versioned)
        throw Internal{"A " + std::string{table.name} + " has no versions, and is never updated."};
    if (!writing().table(table).update(before, after))
        return false;
    write_moments(*session_, table, before, after);
    return true;
}

bool SqlTransaction::remove(record::Table const& table, std::int64_t id)
{
    return writing().table(table).remove(id);
}

void SqlTransaction::get(record::Table const& table, std::int64_t id, store::Take const& take)
{
    session_->table(table).get(id, take);
}

void SqlTransaction::get_many(record::Table const& table, std::span<std::int64_t const> ids, store::Take const& take)
{
    session_->table(table).get_many(ids, take);
}

void SqlTransaction::select(record::Table const& table, store::Query const& query, store::Take const& take)
{
    ask(session_->queries, select_page(session_->connection, table, query), kinds_of(table.columns), take);
}

std::int64_t SqlTransaction::count(record::Table const& table, store::Filter const& filter)
{
    std::int64_t count = 0;
    ask(session_->queries, select_count(session_->connection, table, filter), {record::Kind::integer},
        [&](record::Row const& row) { count = row[0].integer; });
    return count;
}

bool SqlTransaction::guard(record::Table const& table, std::int64_t id)
{
    return session_->connection.dialect().remote && writing().table(table).guard(id);  // SQLite has one writer at a time
}

bool SqlTransaction::guard_value(std::string_view value)
{
    bool const others_write = session_->connection.dialect().remote;
    if (others_write) {
        auto& query = writing().queries.get("update " + session_->connection.table("guard") + " set guard = guard + 1 where id = :bucket",
                                            {record::Kind::integer}, {});
        query.parameter(0).set(bucket_of(value));
        query.run();
    }
    return others_write;
}

void SqlTransaction::remember(std::span<Change const> changes)
{
    writing().history.insert(changes.size(), [&](std::size_t i, record::Row& row) { store::write_row(changes[i], row); });
}

std::vector<Change> SqlTransaction::changes_since(std::string_view record, std::int64_t id, std::int64_t version)
{
    using record::Kind;
    auto& query = session_->queries.get("select " + column_list(session_->connection, store::history_table().columns) + " from " +
                                            session_->connection.table("history") +
                                            " where record = :record and record_id = :id and version > :version"
                                            " order by version desc, operation_id desc",
                                        {Kind::text, Kind::integer, Kind::integer}, kinds_of(store::history_table().columns));
    query.parameter(0).set(record);
    query.parameter(1).set(id);
    query.parameter(2).set(version);

    std::vector<Change> changes;
    query.run([&](record::Row const& row) { changes.push_back(store::change_of(row)); });
    return changes;
}

void SqlTransaction::write_operation(Operation& operation)
{
    sql::write_operation(writing(), operation, shared_->seen_stamp);
    shared_->see(operation.stamp);
}

Feed SqlTransaction::feed(std::int64_t after, std::size_t limit)
{
    auto entries = sql::feed(*session_, after, limit);
    for (auto const& entry : entries)
        shared_->see(entry.operation.stamp);
    return entries;
}

Timeline SqlTransaction::timeline(TimelineQuery const& query)
{
    return session_->timelines.tell(query);
}

Funnel SqlTransaction::funnel(FunnelQuery const& query)
{
    return sql::funnel(*session_, query);
}

PlanComparison SqlTransaction::plan_against_actual(Id<Case> id)
{
    return sql::plan_against_actual(*session_, id);
}

Overruns SqlTransaction::overruns(OverrunQuery const& query)
{
    return sql::overruns(*session_, query);
}

std::vector<Change> SqlTransaction::history(store::HistoryPlace after, std::size_t limit)
{
    return sql::history(*session_, after, limit);
}

void SqlTransaction::placed_operations(std::int64_t after, std::size_t limit, store::Take const& take)
{
    store::Query page{.limit = limit};
    page.after.emplace(1).front().set(after);
    select(store::placed_operation_table(), page, take);
}

void SqlTransaction::restore_operations(std::size_t count, store::Fill const& fill)
{
    writing().placed_operations.insert(count, fill);
}

store::FeedRange SqlTransaction::feed_range()
{
    return sql::feed_range(*session_);
}

void SqlTransaction::restore_feed_range(store::FeedRange range)
{
    sql::restore_feed_range(writing(), range);
}

std::string SqlTransaction::unfinished_copy()
{
    return sql::unfinished_copy(session_->connection);
}

void SqlTransaction::mark_unfinished_copy(std::string_view source)
{
    sql::mark_unfinished_copy(writing(), source);
}

std::vector<std::string> SqlTransaction::self_check()
{
    auto& connection = session_->connection;
    auto  found      = connection.guarded([&] { return connection.dialect().self_check(connection.session()); });
    find_wrong_moments(*session_, found);
    return found;
}

std::int64_t SqlTransaction::reserve_ids(std::int64_t count)
{
    if (auto const first = own_ids_.take(count))
        return *first;
    if (auto const first = shared_->ids.take(count))
        return *first;
    if (auto apart = locks_ids_ ? std::nullopt : shared_->take_ids_apart(count)) {
        auto const first = *apart->take(count);
        shared_->ids.refill(*apart);
        return first;
    }
    locks_ids_ = true;
    own_ids_   = writing().id_blocks.take(std::max(count, IdSupply::block));
    return *own_ids_.take(count);
}

void SqlTransaction::claim_ids(std::int64_t last)
{
    if (last <= claimed_)
        return;
    if (!shared_->ids.is_past(last)) {
        locks_ids_ = true;
        writing().id_blocks.claim(last);
        shared_->ids.forget_up_to(last);
    }
    if (own_ids_.next <= last)
        own_ids_ = {};
    claimed_ = last;
}

void SqlTransaction::attempt(std::function<void()> const& step)
{
    OnFailure forget_block{[this] {  // it goes back to the table with what is undone
        own_ids_ = {};
        claimed_ = 0;
    }};
    has_written_ ? attempt_behind_savepoint(step) : attempt_from_the_beginning(step);
    forget_block.went_well();
}

/// To undo it is to undo all that there is.
void SqlTransaction::attempt_from_the_beginning(std::function<void()> const& step)
{
    session_->connection.require_sound();
    guard_.require_transaction();
    OnFailure undo{[this] {
        guard_.start_over();
        has_written_ = false;
    }};
    step();
    session_->connection.require_sound();
    guard_.require_transaction();
    undo.went_well();
}

void SqlTransaction::attempt_behind_savepoint(std::function<void()> const& step)
{
    auto const       name = "crm_attempt_" + std::to_string(attempts_);
    TransactionGuard savepoint{session_->connection, TransactionGuard::Savepoint{name}};
    ++attempts_;
    OnFailure outer{[this] { --attempts_; }};
    step();
    savepoint.commit();
}

}  // namespace crm::sql
