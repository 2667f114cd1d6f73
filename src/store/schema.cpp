#include <crm/store/schema.hpp>

#include "location.hpp"
#include "sql/migrating.hpp"
#include "sql/schema_script.hpp"

namespace crm {

namespace {

store::Location database_of(std::string_view uri)
{
    auto where = store::location_of(uri);
    if (!where.dialect)
        throw Unsupported{"A store in memory has no tables: name the database that is meant."};
    where.target.create          = false;
    where.target.unfinished_copy = true;
    return where;
}

/// 0 also of a file that is not there yet.
std::int64_t version_of(store::Location const& where)
{
    bool const is_server = where.dialect->remote;
    try {
        sql::Connection connection{*where.dialect, where.target, std::make_shared<sql::Counters>()};
        return sql::schema_state(connection).version;
    } catch (NotFound const&) {
        if (is_server)
            throw;
        return 0;
    }
}

void add(std::string& script, std::vector<std::string> const& statements)
{
    for (auto const& statement : statements)
        script.append(statement).append(";\n");
}

/// With the settings of a session among the words, because a client has none of ours.
sql::Begin begin_of(store::Location const& where)
{
    auto target   = where.target;
    target.pooler = true;
    return where.dialect->begin_migration(target);
}

}  // namespace

std::string schema_script(std::string_view uri)
{
    auto const where   = database_of(uri);
    auto const version = version_of(where);
    auto const steps   = sql::steps_after(version, *where.dialect, where.target);
    auto const now     = std::to_string(version);
    if (steps.empty())
        return "-- The tables of crm have version " + now + " already: there is nothing to run.\n";

    std::string script = "-- Brings the tables of crm from version " + now + " to version " + std::to_string(steps.back().version) + " (" +
                         std::string{where.dialect->name} + "). Let the client stop at the first error.\n";
    auto const  begin  = begin_of(where);
    add(script, begin);
    for (auto const& step : steps) {
        script += "\n-- " + step.name + "\n";
        add(script, step.statements);
    }
    if (!begin.empty())
        script += "\ncommit;\n";
    return script;
}

std::string grant_script(std::string_view uri, DatabaseRole role, std::string_view user)
{
    if (user.empty() || user.find('\0') != user.npos)
        throw InvalidArgument{"Name the user of the database who gets the rights."};
    auto const  where = database_of(uri);
    std::string script;
    add(script, sql::grants(role, std::string{user}, *where.dialect, where.target));
    return script;
}

}  // namespace crm
