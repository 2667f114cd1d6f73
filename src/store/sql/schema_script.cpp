#include "schema_script.hpp"

#include "record/table.hpp"
#include "schema/schema.hpp"

#include <cctype>
#include <sstream>

namespace crm::sql {

namespace {

void replace_all(std::string& text, std::string_view word, std::string_view with)
{
    for (auto at = text.find(word); at != text.npos; at = text.find(word, at + with.size()))
        text.replace(at, word.size(), with);
}

/// `{generated (expression)}` as this database says it.
void fill_in_generated(std::string& text, std::string_view how)
{
    constexpr std::string_view begin = "{generated ";
    for (auto at = text.find(begin); at != text.npos; at = text.find(begin, at)) {
        auto const end = text.find('}', at);
        text.replace(end, 1, " " + std::string{how});
        text.replace(at, begin.size(), "generated always as ");
    }
}

/// `{if_given column}` behind an index, where it may leave rows out: most optional references are empty.
void fill_in_if_given(std::string& text, bool has_partial_indexes)
{
    constexpr std::string_view begin = " {if_given ";
    for (auto at = text.find(begin); at != text.npos; at = text.find(begin, at)) {
        auto const end    = text.find('}', at);
        auto const column = text.substr(at + begin.size(), end - at - begin.size());
        text.replace(at, end - at + 1, has_partial_indexes ? " where " + column + " is not null" : "");
    }
}

/// Puts `collation` behind every `char(3)` and `varchar(200)`.
void add_collation(std::string& text, std::string_view collation)
{
    constexpr std::string_view type = "char(";
    for (auto at = text.find(type); at != text.npos; at = text.find(type, at + type.size())) {
        auto const first = at + type.size();
        auto const end   = text.find(')', first);
        if (end != text.npos && end != first && std::isdigit(static_cast<unsigned char>(text[first])))
            text.insert(end + 1, collation);
    }
}

std::string filled_in(std::string statement, Dialect const& dialect, std::string const& prefix)
{
    replace_all(statement, "{id}", dialect.id);
    replace_all(statement, "{clustered}", dialect.clustered);
    replace_all(statement, "{text}", dialect.text);
    replace_all(statement, "{blob}", dialect.blob);
    replace_all(statement, "{key}", std::string{dialect.quote} + "key" + dialect.quote);
    fill_in_generated(statement, dialect.generated);
    fill_in_if_given(statement, dialect.has_partial_indexes);
    add_collation(statement, dialect.collation);
    if (statement.starts_with("create table "))
        statement += dialect.table_options;
    if (statement.starts_with("drop index ") && !dialect.index_of_table)
        statement.erase(statement.find(" on "));
    if (prefix != "crm_")
        replace_all(statement, "crm_", prefix);
    return dialect.repeatable(std::move(statement));
}

/// The statements of a file, without comments and semicolons. One a call: of "a; b" SQLite runs the first and drops the
/// second without a word.
std::vector<std::string> statements_of(std::string_view script)
{
    std::vector<std::string> statements;
    std::istringstream       lines{std::string{script}};
    std::string              statement;
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line.starts_with("--"))
            continue;
        statement += line;
        if (statement.ends_with(';')) {
            statement.pop_back();
            statements.push_back(std::exchange(statement, {}));
        } else {
            statement += '\n';
        }
    }
    return statements;
}

/// Which versions of the library may go on, as the head of a file says: `-- reader 1, writer 1`; else none but its own.
std::pair<std::int64_t, std::int64_t> compatible_with(Migration const& step)
{
    constexpr std::string_view reader = "\n-- reader ", writer = ", writer ";
    auto const at    = step.script.find(reader);
    auto const comma = step.script.find(writer, at);
    if (at == step.script.npos || comma == step.script.npos)
        return {step.version, step.version};
    return {std::stoll(std::string{step.script.substr(at + reader.size(), 9)}),
            std::stoll(std::string{step.script.substr(comma + writer.size(), 9)})};
}

constexpr std::string_view table_of_versions = "create table crm_schema (\n"
                                               "    version bigint       not null primary key,\n"
                                               "    name    varchar(100) not null,\n"
                                               "    reader  bigint       not null,\n"
                                               "    writer  bigint       not null\n)";

std::string written_down(Migration const& step)
{
    auto const [reader, writer] = compatible_with(step);
    return "insert into crm_schema (version, name, reader, writer) values (" + std::to_string(step.version) + ", '" +
           std::string{step.name} + "', " + std::to_string(reader) + ", " + std::to_string(writer) + ")";
}

}  // namespace

std::int64_t newest_version()
{
    return migrations().back().version;
}

std::vector<SchemaStep> steps_after(std::int64_t version, Dialect const& dialect, Target const& target)
{
    std::vector<SchemaStep> steps;
    for (auto const& migration : migrations()) {
        if (migration.version <= version)
            continue;
        SchemaStep step{.version = migration.version, .name = std::string{migration.name}};
        auto const add = [&](std::string statement) { step.statements.push_back(filled_in(std::move(statement), dialect, target.prefix)); };
        if (migration.version == 1)
            add(std::string{table_of_versions});
        for (auto& statement : statements_of(migration.script))
            add(std::move(statement));
        add(written_down(migration));
        steps.push_back(std::move(step));
    }
    return steps;
}

std::vector<std::string> grants(DatabaseRole role, std::string const& user, Dialect const& dialect, Target const& target)
{
    std::vector<std::string> tables;
    for (auto const& table : record::tables())
        tables.push_back(target.prefix + std::string{table.name});
    for (auto name : {"history", "feed", "guard", "id_block"})
        tables.push_back(target.prefix + name);

    std::string const schema = target.prefix + "schema";
    auto const        read   = [&] { return dialect.grants("select", {schema}, user, target); };
    switch (role) {
    case DatabaseRole::reader:
        tables.push_back(schema);
        return dialect.grants("select", tables, user, target);
    case DatabaseRole::writer: {
        auto statements = dialect.grants("select, insert, update, delete", tables, user, target);
        for (auto& statement : read())
            statements.push_back(std::move(statement));
        return statements;
    }
    case DatabaseRole::owner:
        tables.push_back(schema);
        return dialect.grants("all privileges", tables, user, target);
    }
    throw Internal{"This role has no rights."};
}

}  // namespace crm::sql
