#include "migrating.hpp"

#include "row_statements.hpp"
#include "schema_script.hpp"
#include "transaction_guard.hpp"

#include <random>
#include <thread>

namespace crm::sql {

namespace {

using record::Kind;

/// All steps in one transaction.
void migrate_at_once(Connection& connection, Target const& target)
{
    TransactionGuard transaction{connection, connection.dialect().begin_migration(target)};
    auto const       before = schema_state(connection);  // again, with the lock: another program may have been quicker
    for (auto const& step : steps_after(before.version, connection.dialect(), target))
        for (auto const& statement : step.statements)
            connection.run_once(statement);
    transaction.commit();
}

/// Where nothing that changes tables can be rolled back: statement by statement, written down behind each, so that
/// whoever comes next goes on where another was broken off. One program at a time holds the lease, by the server's
/// clock, which runs out when it dies; a lock of the server would be one node's of a Galera cluster.
class StepByStep {
public:
    StepByStep(Connection& connection, Target const& target) : connection_{connection}, target_{target}, table_{target.prefix + "migration"}
    {
        connection_.run_once("create table if not exists " + table_ +
                            " (name varchar(40) not null primary key, holder varchar(40) not null, expires_at bigint not null,"
                            " version bigint not null, done bigint not null)" + std::string{connection.dialect().table_options});
        connection_.run_once("insert ignore into " + table_ + " (name, holder, expires_at, version, done) values ('all', '', 0, 0, 0)");
        take_lease();
    }
    StepByStep(StepByStep const&)            = delete;
    StepByStep& operator=(StepByStep const&) = delete;

    ~StepByStep()
    {
        try {
            update("holder = '', expires_at = 0");
        } catch (Error const&) {
            // It runs out by itself.
        }
    }

    void run()
    {
        for (auto const& step : steps_after(schema_state(connection_).version, connection_.dialect(), target_))
            for (auto position = done_of(step.version); position != std::ssize(step.statements); ++position) {
                connection_.run_once(step.statements[static_cast<std::size_t>(position)]);
                if (update("version = " + std::to_string(step.version) + ", done = " + std::to_string(position + 1) + ", expires_at = " + later) != 1)
                    throw Busy{"Another program has taken over to change the tables: try again when it is done."};
            }
    }

private:
    static constexpr auto later = "unix_timestamp() + 60";

    void take_lease()
    {
        auto const give_up = std::chrono::steady_clock::now() + target_.patience;
        while (run_update("holder = '" + holder_ + "', expires_at = " + later,
                          "name = 'all' and (holder = '' or expires_at < unix_timestamp())") != 1) {
            if (std::chrono::steady_clock::now() >= give_up)
                throw Busy{"Another program changes the tables: try again when it is done. If it has died, its lease runs out in a minute."};
            std::this_thread::sleep_for(std::chrono::milliseconds{50});
        }
    }

    long long update(std::string const& changes) { return run_update(changes, "name = 'all' and holder = '" + holder_ + "'"); }

    long long run_update(std::string const& changes, std::string const& condition)
    {
        return Query{connection_, "update " + table_ + " set " + changes + " where " + condition, {}}.run();
    }

    /// How many statements of a step are done.
    [[nodiscard]] std::int64_t done_of(std::int64_t version)
    {
        std::int64_t done = 0;
        Query        ask{connection_, "select done from " + table_ + " where name = 'all' and version = :version", {Kind::integer}, {Kind::integer}};
        ask.parameter(0).set(version);
        ask.run([&](record::Row const& row) { done = row[0].integer; });
        return done;
    }

    static std::string random_name()
    {
        std::random_device random;
        return std::to_string(random()) + "-" + std::to_string(random());
    }

    Connection&       connection_;
    Target const&     target_;
    std::string const table_;
    std::string const holder_ = random_name();
};

void migrate(Connection& connection, Target const& target)
{
    if (connection.dialect().begin_migration(target).empty())
        StepByStep{connection, target}.run();
    else
        migrate_at_once(connection, target);
}

bool has_table(Connection& connection, std::string const& name)
{
    bool  found = false;
    Query ask{connection, std::string{connection.dialect().count_tables}, {Kind::text}, {Kind::integer}};
    ask.parameter(0).set(std::string_view{name});
    ask.run([&](record::Row const& row) { found = row[0].integer != 0; });
    return found;
}

}  // namespace

SchemaState schema_state(Connection& connection)
{
    auto const table = connection.table("schema");
    if (!has_table(connection, table))
        return {};
    SchemaState state;
    Query       ask{connection,
                    "select coalesce(max(version), 0), coalesce(max(reader), 0), coalesce(max(writer), 0) from " + table,
                    {},
                    std::vector(3, Kind::integer)};
    ask.run([&](record::Row const& row) { state = {row[0].integer, row[1].integer, row[2].integer}; });
    return state;
}

bool bring_up_to_date(Connection& connection, Target const& target)
{
    auto const known = newest_version();
    auto       state = schema_state(connection);
    if (state.version < known && target.create && !target.read_only) {
        migrate(connection, target);
        state = schema_state(connection);
    }
    if (state.version == 0)
        throw NotFound{"The database " + target.place + " has no tables of crm: open it with `create` to make them."};
    if (state.reader > known)
        throw SchemaMismatch{"The tables have version " + std::to_string(state.version) + ", and can be read from version " +
                             std::to_string(state.reader) + " on; this library has version " + std::to_string(known) +
                             ": use a newer one."};
    if (state.version < known)
        throw SchemaMismatch{"The tables have version " + std::to_string(state.version) + ", this library needs " +
                             std::to_string(known) + ": open the database with `create` once to upgrade them."};
    return state.writer <= known;
}

}  // namespace crm::sql
