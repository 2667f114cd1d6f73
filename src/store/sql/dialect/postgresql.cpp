#include "store/sql/dialect.hpp"

#include <soci/postgresql/soci-postgresql.h>

#include <libpq-fe.h>

#include <algorithm>
#include <string>

namespace crm::sql {

namespace {

// Static, because SOCI 4.0.3 does not export the type information that dynamic_cast would need.
PGconn*& handle_of(soci::session& session)
{
    return static_cast<soci::postgresql_session_backend*>(session.get_backend())->conn_;
}

/// `name='value' ` as libpq reads it; nothing when there is no value.
std::string setting(std::string_view name, std::string_view value)
{
    if (value.empty())
        return {};
    std::string text = std::string{name} + "='";
    for (char const c : value) {
        if (c == '\'' || c == '\\')
            text += '\\';
        text += c;
    }
    return text + "' ";
}

/// `first,second` of what `print` makes of each host.
template <class Print>
std::string list(std::vector<Host> const& hosts, Print print)
{
    std::string text;
    for (auto const& host : hosts)
        text.append(&host == &hosts.front() ? "" : ",").append(print(host));
    return text;
}

std::string connection_string(Target const& target)
{
    auto const seconds = std::chrono::ceil<std::chrono::seconds>(target.connect_patience).count();
    return setting("host", list(target.hosts, [](Host const& host) { return host.name; })) +
           setting("port", list(target.hosts, [](Host const& host) { return host.port == 0 ? "" : std::to_string(host.port); })) +
           setting("dbname", target.place) + setting("user", target.user) + setting("password", target.password) +
           setting("sslmode", target.tls.mode) + setting("sslrootcert", target.tls.authority) +
           setting("sslcert", target.tls.certificate) + setting("sslkey", target.tls.key) +
           setting("target_session_attrs", target.session_kind) + setting("connect_timeout", std::to_string(std::max<long long>(seconds, 2))) +
           "fallback_application_name=crm client_encoding=UTF8";
}

std::string quoted(std::string_view text, char quote)
{
    std::string result{quote};
    for (char const c : text)
        result.append(c == quote ? 2 : 1, c);
    return result + quote;
}

/// What a session, or a transaction of one that is shared, is to have set: `set x = 1; set y = 2`.
std::string settings(Target const& target, std::string_view set)
{
    std::string text;
    auto const  add = [&](std::string_view name, std::string const& value) {
        text.append(text.empty() ? "" : "; ").append(set).append(" ").append(name).append(" = ").append(value);
    };
    add("lock_timeout", std::to_string(std::max<long long>(target.patience.count(), 1)));  // 0 would be for ever
    add("client_min_messages", "warning");
    if (target.statement_patience.count() > 0)
        add("statement_timeout", std::to_string(target.statement_patience.count()));
    if (!target.synchronous.empty())
        add("synchronous_commit", target.synchronous);
    if (!target.schema.empty())
        add("search_path", quoted(target.schema, '"'));
    return text;
}

void open(soci::session& session, Target const& target)
{
    // The linked driver: opening by name would look for a shared library in the current directory too.
    session.open(*soci::factory_postgresql(), connection_string(target));
    auto* const connection = handle_of(session);
    PQsetNoticeProcessor(connection, [](void*, char const*) {}, nullptr);  // stderr is the host's
    PQsetErrorVerbosity(connection, PQERRORS_TERSE);                       // its details repeat values
    if (!target.pooler)
        session << settings(target, "set");
}

Begin begin(Target const& target, store::Access access)
{
    // A writer sees what others commit meanwhile: guards and versions keep it from relying on what is past.
    std::string text = access == store::Access::write ? "begin isolation level read committed" : "begin isolation level repeatable read read only";
    if (target.pooler)
        text += "; " + settings(target, "set local");
    if (access == store::Access::read)
        text += "; select 1 where false";  // the snapshot is taken by the first statement that reads
    return {std::move(text)};
}

ErrorCode meaning(std::string_view state)
{
    struct Meaning {
        std::string_view state;  ///< or the class of many
        ErrorCode        code;
    };
    // https://www.postgresql.org/docs/15/errcodes-appendix.html
    static constexpr Meaning meanings[] = {
        {"23505", ErrorCode::Conflict},     {"23503", ErrorCode::Conflict},      {"23", ErrorCode::SchemaMismatch},
        {"22", ErrorCode::SchemaMismatch},  {"25006", ErrorCode::ReadOnly},      {"25", ErrorCode::TransactionLost},
        {"3B", ErrorCode::TransactionLost}, {"40003", ErrorCode::CommitUnknown}, {"40", ErrorCode::Busy},
        {"55P03", ErrorCode::Busy},         {"55006", ErrorCode::Busy},          {"42501", ErrorCode::Denied},
        {"42", ErrorCode::SchemaMismatch},  {"3F", ErrorCode::SchemaMismatch},   {"53100", ErrorCode::StorageFull},
        {"53200", ErrorCode::OutOfMemory},  {"54", ErrorCode::OutOfRange},       {"57014", ErrorCode::Cancelled},
        {"0A", ErrorCode::Unsupported},     {"XX001", ErrorCode::Corrupt},       {"XX002", ErrorCode::Corrupt},
    };
    for (auto const& known : meanings)
        if (state.starts_with(known.state))
            return known.code;
    return ErrorCode::Unavailable;
}

Contention contention(std::string_view state, ErrorCode code)
{
    if (state == "40P01")
        return Contention::deadlock;
    if (state.starts_with("40"))
        return Contention::serialization;
    if (code == ErrorCode::Busy)
        return Contention::locked;
    return code == ErrorCode::Unavailable ? Contention::lost : Contention::none;
}

/// The first line of what the server says, without what SOCI puts before it; of data that it refuses nothing, because it repeats them.
std::string told(std::string_view state, std::string message)
{
    if (state.starts_with("22"))
        return "PostgreSQL refused a value (SQLSTATE " + std::string{state} + ").";
    constexpr std::string_view severity = "ERROR:  ";
    auto const                 begin    = message.find(severity);
    message.erase(0, begin == message.npos ? 0 : begin + severity.size());
    return message.substr(0, message.find('\n'));
}

Failure classify(soci::session&, soci::soci_error const& failure)
{
    auto const* const native = dynamic_cast<soci::postgresql_soci_error const*>(&failure);
    if (!native)  // of connecting
        return {ErrorCode::Unavailable, Contention::lost, failure.get_error_message()};
    auto const state = native->sqlstate();
    auto const code  = meaning(state);
    return {code, contention(state, code), told(state, failure.get_error_message())};
}

bool in_transaction(soci::session& session)
{
    auto const status = PQtransactionStatus(handle_of(session));
    return status == PQTRANS_INTRANS || status == PQTRANS_INERROR || status == PQTRANS_ACTIVE;
}

std::chrono::milliseconds uptime(soci::session& session)
{
    long long milliseconds = 0;
    session << "select cast(floor(extract(epoch from clock_timestamp() - pg_postmaster_start_time()) * 1000) as bigint)", soci::into(milliseconds);
    return std::chrono::milliseconds{milliseconds};
}

void require_joinable(soci::session& host)
{
    if (!handle_of(host))
        throw InvalidArgument{"The host's connection is NULL."};
    if (!in_transaction(host))
        throw InvalidArgument{"The host is in no transaction: begin one before crm joins it."};
}

void* exchange_handle(soci::session& session, void* handle)
{
    return std::exchange(handle_of(session), static_cast<PGconn*>(handle));
}

Begin begin_migration(Target const& target)
{
    // Before the first table, because two programs that both make it would fail. The number means nothing but this.
    auto statements = begin(target, store::Access::write);
    statements.push_back("select pg_advisory_xact_lock(hashtext(" + quoted("crm schema " + target.schema + " " + target.prefix, '\'') + "))");
    if (!target.schema.empty())
        statements.push_back("create schema if not exists " + quoted(target.schema, '"'));
    return statements;
}

std::vector<std::string> grants(std::string_view rights, std::vector<std::string> const& tables, std::string const& user,
                                Target const& target)
{
    std::vector<std::string> statements;
    auto const               who = " to " + quoted(user, '"');
    bool const               owns = rights == "all privileges";  // none of which is to change a table
    if (!target.schema.empty())
        statements.push_back((owns ? "grant usage, create on schema " : "grant usage on schema ") + quoted(target.schema, '"') + who);
    for (auto const& table : tables) {
        auto const name = (target.schema.empty() ? "" : quoted(target.schema, '"') + ".") + table;
        statements.push_back(owns ? "alter table " + name + " owner to " + quoted(user, '"') : "grant " + std::string{rights} + " on " + name + who);
    }
    return statements;
}

}  // namespace

Dialect const postgresql{.name            = "PostgreSQL",
                         .backend         = "postgresql",
                         .remote          = true,
                         .id              = "bigint",
                         .clustered       = "",
                         .text            = "text collate \"C\"",
                         .blob            = "bytea",
                         .generated       = "stored",
                         .collation       = " collate \"C\"",
                         .table_options   = "",
                         .has_partial_indexes = true,
                         .quote           = '"',
                         .integer_in_begin = "cast(",
                         .integer_in_end   = " as bigint)",
                         .bytes_in_begin  = "decode(",
                         .bytes_in_end    = ", 'hex')",
                         .bytes_out_begin = "encode(",
                         .bytes_out_end   = ", 'hex')",
                         .bytes_as_hex    = true,
                         .position_of     = "strpos",
                         .sums_are_wide   = true,
                         .divide          = " / ",
                         .and_lock        = " for share",
                         .index_of_table  = false,
                         .nulls_first     = " nulls first",
                         .nulls_last      = " nulls last",
                         .updates_what_is_named = false,
                         .bulk_rows       = 50,
                         .begin           = &begin,
                         .open            = &open,
                         .classify        = &classify,
                         .require_answer  = [](soci::session&) {},  // SOCI tells
                         .in_transaction  = &in_transaction,
                         .uptime          = &uptime,
                         .exchange_handle = &exchange_handle,
                         .close           = [](void* handle) { PQfinish(static_cast<PGconn*>(handle)); },
                         .require_joinable = &require_joinable,
                         .self_check      = [](soci::session&) { return std::vector<std::string>{}; },
                         .back_up         = nullptr,
                         .count_tables    = "select count(*) from pg_catalog.pg_tables where schemaname = any(current_schemas(false)) and tablename = :name",
                         .begin_migration = &begin_migration,
                         .repeatable      = [](std::string statement) { return statement; },
                         .grants          = &grants};

}  // namespace crm::sql
