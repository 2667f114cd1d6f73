// MariaDB, and what else speaks MySQL's protocol.
#include "store/sql/dialect.hpp"

#include <soci/mysql/soci-mysql.h>

#include <errmsg.h>

#include <algorithm>
#include <string>

namespace crm::sql {

namespace {

// Static, because SOCI 4.0.3 does not export the type information that dynamic_cast would need.
MYSQL*& handle_of(soci::session& session)
{
    return static_cast<soci::mysql_session_backend*>(session.get_backend())->conn_;
}

/// `name='value' ` as SOCI reads it; nothing when there is no value.
std::string setting(std::string_view name, std::string_view value)
{
    if (value.empty())
        return {};
    std::string text = std::string{name} + "='";
    for (char const c : value)
        text.append(c == '\'' ? 2 : 1, c);
    return text + "' ";
}

/// The mode that the URI asks for: who names an authority wants it asked.
std::string_view mode_of(Tls const& tls)
{
    return tls.mode.empty() && !tls.authority.empty() ? "verify-full" : std::string_view{tls.mode};
}

/// What SOCI has no parameter for, as libmariadb takes it with the host (mariadb_connect); others would not find such a host.
std::string tls_options(std::string_view mode)
{
    if (mode.empty())
        return {};
    if (mode == "disable")
        return ";ssl-enforce=0;ssl-verify-server-cert=0";
    return mode == "verify-full" ? ";ssl-enforce=1;ssl-verify-server-cert=1" : ";ssl-enforce=1;ssl-verify-server-cert=0";
}

/// \throws InvalidArgument when libmariadb would read options, or the name of a plugin
std::string const& plain(std::string const& host)
{
    if (host.find_first_of(";=/") != host.npos)
        throw InvalidArgument{"A host of the URI has a character that no name of a host has."};
    return host;
}

/// One host apart from its port; several as libmariadb has them: `first:3306,second:3306`.
std::string hosts(std::vector<Host> const& all, std::string const& tls)
{
    bool const  is_one = all.size() == 1;
    std::string text   = tls.empty() ? "" : "host=";
    for (auto const& host : all) {
        text.append(&host == &all.front() ? "" : ",").append(plain(host.name));
        text.append(is_one || host.port == 0 ? "" : ":" + std::to_string(host.port));
    }
    return setting("host", text + tls) + (is_one && all.front().port != 0 ? "port=" + std::to_string(all.front().port) + " " : "");
}

/// \throws InvalidArgument without an authority, where one is needed
std::string certificates(Tls const& tls, std::string_view mode)
{
    if (mode == "disable")  // a certificate alone would make libmariadb ask for TLS
        return {};
    if (tls.authority.empty() && (mode == "verify-ca" || !tls.certificate.empty() || !tls.key.empty()))
        throw InvalidArgument{"Name the authority of the server's certificate too, by sslrootcert."};
    return setting("sslca", tls.authority) + setting("sslcert", tls.certificate) + setting("sslkey", tls.key);
}

std::string connection_string(Target const& target)
{
    auto const seconds = std::chrono::ceil<std::chrono::seconds>(target.connect_patience).count();
    auto const mode    = mode_of(target.tls);
    return hosts(target.hosts, tls_options(mode)) + setting("dbname", target.place) + setting("user", target.user) +
           setting("password", target.password) + certificates(target.tls, mode) +
           "connect_timeout=" + std::to_string(std::max<long long>(seconds, 1)) + " charset=utf8mb4";
}

/// libmariadb goes on without TLS when the server has none, unless it is to verify its name.
void require_tls(soci::session& session, std::string_view mode)
{
    if (!mode.empty() && mode != "disable" && !mysql_get_ssl_cipher(handle_of(session)))
        throw soci::mysql_soci_error{"TLS is required, but the server does not offer it", CR_SSL_CONNECTION_ERROR};
}

/// What only some servers know: MySQL has no Galera.
void set_if_known(soci::session& session, std::string_view assignment)
{
    constexpr unsigned unknown_system_variable = 1193;
    try {
        session << "set session " << assignment;
    } catch (soci::mysql_soci_error const& failure) {
        if (failure.err_num_ != unknown_system_variable)
            throw;
    }
}

void open(soci::session& session, Target const& target)
{
    // The linked driver: opening by name would look for a shared library in the current directory too.
    session.open(*soci::factory_mysql(), connection_string(target));
    require_tls(session, mode_of(target.tls));
    // Whole seconds, and not none: that would be the server's own.
    auto const seconds = std::max<long long>(std::chrono::ceil<std::chrono::seconds>(target.patience).count(), 1);
    session << "set session sql_mode = 'STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,NO_ZERO_DATE,"
               "NO_ZERO_IN_DATE,ONLY_FULL_GROUP_BY', innodb_lock_wait_timeout = "
            << seconds << ", lock_wait_timeout = " << seconds << ", time_zone = '+00:00'";
    session << "set session transaction isolation level repeatable read";  // of those who only read: a message less for each
    set_if_known(session, "wsrep_sync_wait = 1");  // Galera: read what another node has committed
    if (target.statement_patience.count() > 0)
        set_if_known(session, "max_statement_time = " + std::to_string(static_cast<double>(target.statement_patience.count()) / 1000));
}

Begin begin(Target const&, store::Access access)
{
    // A writer sees what others commit meanwhile: guards and versions keep it from relying on what is past.
    if (access == store::Access::write)
        return {"set transaction isolation level read committed", "start transaction"};
    return {"start transaction with consistent snapshot, read only"};
}

ErrorCode meaning(unsigned number)
{
    struct Meaning {
        unsigned  number;
        ErrorCode code;
    };
    // https://mariadb.com/kb/en/mariadb-error-code-reference/
    static constexpr Meaning meanings[] = {
        {1062, ErrorCode::Conflict},        {1451, ErrorCode::Conflict},        {1452, ErrorCode::Conflict},
        {1586, ErrorCode::Conflict},        {1761, ErrorCode::Conflict},        {4025, ErrorCode::SchemaMismatch},
        {1048, ErrorCode::SchemaMismatch},  {1364, ErrorCode::SchemaMismatch},  {1406, ErrorCode::SchemaMismatch},
        {1366, ErrorCode::SchemaMismatch},  {1264, ErrorCode::SchemaMismatch},  {1064, ErrorCode::SchemaMismatch},
        {1054, ErrorCode::SchemaMismatch},  {1146, ErrorCode::SchemaMismatch},  {1690, ErrorCode::OutOfRange},
        {1153, ErrorCode::OutOfRange},      {1044, ErrorCode::Denied},          {1142, ErrorCode::Denied},
        {1143, ErrorCode::Denied},          {1227, ErrorCode::Denied},          {1205, ErrorCode::Busy},
        {1213, ErrorCode::Busy},            {1020, ErrorCode::Busy},            {1290, ErrorCode::ReadOnly},
        {1792, ErrorCode::ReadOnly},        {1836, ErrorCode::ReadOnly},        {1021, ErrorCode::StorageFull},
        {1114, ErrorCode::StorageFull},     {1317, ErrorCode::Cancelled},       {1969, ErrorCode::Cancelled},
        {1037, ErrorCode::OutOfMemory},     {1041, ErrorCode::OutOfMemory},     {1034, ErrorCode::Corrupt},
        {1712, ErrorCode::Corrupt},         {1305, ErrorCode::TransactionLost},  // its savepoint went with it
    };
    for (auto const& known : meanings)
        if (number == known.number)
            return known.code;
    return ErrorCode::Unavailable;
}

Contention contention(unsigned number, ErrorCode code)
{
    switch (number) {
    case 1205: return Contention::locked;
    case 1213: return Contention::deadlock;  // also of Galera, when another node was quicker
    case 1020: return Contention::serialization;
    default:   return code == ErrorCode::Unavailable ? Contention::lost : Contention::none;
    }
}

/// What the server says, without the values that it repeats: all but the key of a duplicate.
std::string told(unsigned number, ErrorCode code, std::string const& message)
{
    auto const named = [&](std::string const& rest) { return rest + " (MariaDB error " + std::to_string(number) + ")."; };
    switch (code) {
    case ErrorCode::Busy:
    case ErrorCode::Unavailable:
    case ErrorCode::Denied:
    case ErrorCode::ReadOnly:
    case ErrorCode::StorageFull: return named(message);  // names a table, or a file
    case ErrorCode::Conflict:
        if (auto const key = message.rfind(" for key "); number == 1062 && key != message.npos)
            return named("A row has the same value" + message.substr(key));
        return named(number == 1451 ? "Other rows refer to this one" : "What the row refers to is not there, or its key is taken");
    default:
        if (number == 1054 || number == 1146)  // names of columns and tables
            return named(message);
        return named("The database refused a statement or a value");
    }
}

Failure classify(soci::session&, soci::soci_error const& failure)
{
    auto const* const native = dynamic_cast<soci::mysql_soci_error const*>(&failure);
    if (!native)
        return {ErrorCode::Unavailable, Contention::lost, failure.get_error_message()};
    auto const code = meaning(native->err_num_);
    return {code, contention(native->err_num_, code), told(native->err_num_, code, failure.get_error_message())};
}

/// SOCI 4.0.3 takes it for a statement without rows when the connection breaks while they come: libmariadb has
/// forgotten by then how many columns there were, which is what SOCI asks for.
void require_answer(soci::session& session)
{
    if (auto const number = mysql_errno(handle_of(session)); number != 0)
        throw soci::mysql_soci_error{mysql_error(handle_of(session)), static_cast<int>(number)};
}

bool in_transaction(soci::session& session)
{
    return (handle_of(session)->server_status & SERVER_STATUS_IN_TRANS) != 0;
}

std::chrono::milliseconds uptime(soci::session& session)
{
    std::string name;
    long long   seconds = 0;
    session << "show global status like 'uptime'", soci::into(name), soci::into(seconds);
    require_answer(session);
    return std::chrono::seconds{seconds - 1};  // it counts how often a second began, which is up to one too many
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
    return std::exchange(handle_of(session), static_cast<MYSQL*>(handle));
}

/// Changes of tables are committed one by one: a step that was broken off is run again from where it was.
std::string repeatable(std::string statement)
{
    struct Change {
        std::string_view from, to;
    };
    static constexpr Change changes[] = {{"create table ", "create table if not exists "},
                                         {"create index ", "create index if not exists "},
                                         {"create unique index ", "create unique index if not exists "},
                                         {"drop index ", "drop index if exists "},
                                         {"create view ", "create or replace view "},
                                         {"insert into ", "insert ignore into "}};
    for (auto const& [from, to] : changes)
        if (statement.starts_with(from))
            return statement.replace(0, from.size(), to);
    constexpr std::string_view add = " add column ";
    if (auto const at = statement.find(add); statement.starts_with("alter table ") && at != statement.npos)
        statement.replace(at, add.size(), " add column if not exists ");
    return statement;
}

std::string account(std::string const& user)
{
    auto const at     = user.find('@');
    auto const quoted = [](std::string_view text) {
        std::string result{"'"};
        for (char const c : text)
            result.append(c == '\'' || c == '\\' ? 2 : 1, c);
        return result + "'";
    };
    return quoted(user.substr(0, at)) + "@" + quoted(at == user.npos ? "%" : user.substr(at + 1));
}

std::vector<std::string> grants(std::string_view rights, std::vector<std::string> const& tables, std::string const& user, Target const& target)
{
    std::vector<std::string> statements;
    if (rights == "all privileges")  // also on tables that are not there yet
        return {"grant all privileges on `" + target.place + "`.* to " + account(user)};
    for (auto const& table : tables)
        statements.push_back("grant " + std::string{rights} + " on `" + target.place + "`." + table + " to " + account(user));
    return statements;
}

}  // namespace

// A column that is computed and stored cannot be part of a foreign key that follows its parent: hence a virtual one.
Dialect const mariadb{.name            = "MariaDB",
                      .backend         = "mysql",
                      .remote          = true,
                      .id              = "bigint",
                      .clustered       = "",
                      .text            = "longtext",
                      .blob            = "longblob",
                      .generated       = "virtual",
                      .collation       = "",
                      .table_options   = " engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin",
                      .has_partial_indexes = false,
                      .quote           = '`',
                      .integer_in_begin = "",
                      .integer_in_end   = "",
                      .bytes_in_begin  = "",
                      .bytes_in_end    = "",
                      .bytes_out_begin = "",
                      .bytes_out_end   = "",
                      .bytes_as_hex    = false,
                      .position_of     = "instr",
                      .sums_are_wide   = true,
                      .divide          = " div ",
                      .and_lock        = " lock in share mode",
                      .index_of_table  = true,
                      .nulls_first     = "",
                      .nulls_last      = "",
                      .updates_what_is_named = false,
                      .bulk_rows       = 50,
                      .begin           = &begin,
                      .open            = &open,
                      .classify        = &classify,
                      .require_answer  = &require_answer,
                      .in_transaction  = &in_transaction,
                      .uptime          = &uptime,
                      .exchange_handle = &exchange_handle,
                      .close           = [](void* handle) { mysql_close(static_cast<MYSQL*>(handle)); },
                      .require_joinable = &require_joinable,
                      .self_check      = [](soci::session&) { return std::vector<std::string>{}; },
                      .back_up         = nullptr,
                      .count_tables    = "select count(*) from information_schema.tables where table_schema = database() and table_name = :name",
                      .begin_migration = [](Target const&) -> Begin { return {}; },
                      .repeatable      = &repeatable,
                      .grants          = &grants};

}  // namespace crm::sql
