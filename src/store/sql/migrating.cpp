#include "migrating.hpp"

#include "row_statements.hpp"
#include "schema/schema.hpp"
#include "transaction_guard.hpp"

#include <sstream>

namespace crm::sql {

namespace {

using record::Kind;

/// `script` for this database: `{text}`, `{blob}` and `{generated (expression)}` filled in, and the host's prefix.
std::string filled_in(std::string script, Dialect const& dialect, std::string_view prefix)
{
    auto const replace = [&](std::string_view word, std::string_view with) {
        for (auto at = script.find(word); at != script.npos; at = script.find(word, at + with.size()))
            script.replace(at, word.size(), with);
    };
    replace("{text}", dialect.text);
    replace("{blob}", dialect.blob);
    for (auto at = script.find("{generated "); at != script.npos; at = script.find("{generated ", at)) {
        auto const end = script.find('}', at);
        script.replace(end, 1, " " + std::string{dialect.generated});
        script.replace(at, 1, "").replace(at, std::string_view{"generated"}.size(), "generated always as");
    }
    if (prefix != "crm_")
        replace("crm_", prefix);
    return script;
}

// One statement a call: of "a; b" SQLite runs the first and drops the second without a word.
void run_script(Connection& connection, std::string const& script)
{
    std::istringstream lines{script};
    std::string        statement;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("--"))
            continue;
        statement += line + '\n';
        if (line.ends_with(';')) {
            connection.control(statement);
            statement.clear();
        }
    }
}

void write_down(Connection& connection, Migration const& step)
{
    Query insert{connection,
                 "insert into " + connection.table("schema") +
                     " (version, name, reader, writer) values (:version, :name, :reader, :writer)",
                 {Kind::integer, Kind::text, Kind::integer, Kind::integer}};
    insert.parameter(0).set(step.version);
    insert.parameter(1).set(step.name);
    insert.parameter(2).set(step.version);
    insert.parameter(3).set(step.version);
    insert.run();
}

void migrate(Connection& connection, std::string_view prefix)
{
    auto const&      dialect = connection.dialect();
    TransactionGuard transaction{connection, dialect.begin_write};
    auto const       before = schema_state(connection);  // again, with the lock: another program may have been quicker
    if (before.version == 0)
        connection.control("create table " + connection.table("schema") +
                           " (version bigint not null primary key, name varchar(100) not null,"
                           " reader bigint not null, writer bigint not null)");
    for (auto const& step : migrations())
        if (step.version > before.version) {
            run_script(connection, filled_in(std::string{step.script}, dialect, prefix));
            write_down(connection, step);
        }
    transaction.commit();
}

}  // namespace

SchemaState schema_state(Connection& connection)
{
    auto const table = connection.table("schema");
    try {
        connection.control("select 1 from " + table + " where 1 = 0");
    } catch (SchemaMismatch const&) {
        return {};
    }
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
    auto const known = migrations().back().version;
    auto       state = schema_state(connection);
    if (state.version < known && target.create && !target.read_only) {
        migrate(connection, target.prefix);
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
