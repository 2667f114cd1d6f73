#include "store/sql/dialect.hpp"

#include "sqlite_driver.hpp"

#include <soci/sqlite3/soci-sqlite3.h>

#include <filesystem>
#include <string>

namespace crm::sql {

namespace {

// Static, because SOCI 4.0.3 does not export the type information that dynamic_cast would need.
auto& handle_of(soci::session& session)
{
    return static_cast<soci::sqlite3_session_backend*>(session.get_backend())->conn_;
}

void require_file(Target const& target)
{
    if (target.place == ":memory:" || target.create || std::filesystem::exists(target.place))
        return;
    throw NotFound{"There is no database file " + target.place + ": create it, or mend the path."};
}

void* exchange_handle(soci::session& session, void* handle)
{
    return std::exchange(handle_of(session), static_cast<sqlite_api::sqlite3*>(handle));
}

/// SOCI opens every connection with a mutex in each call, and takes no handle: it opens one in memory, and gets the file's
/// in its place.
void open_own(soci::session& session, Target const& target)
{
    // The linked driver: opening by name would look for a shared library in the current directory too.
    session.open(*soci::factory_sqlite3(), "db=:memory:");
    auto const [opened, handle] = open_sqlite(target.place, target.read_only);
    close_sqlite(exchange_handle(session, handle));
    if (!opened)
        throw soci::soci_error{sqlite_last_message(handle)};
}

void open(soci::session& session, Target const& target)
{
    require_file(target);
    open_own(session, target);
    session << "pragma busy_timeout = " << target.patience.count();
    session << "pragma foreign_keys = on";
    session << "pragma synchronous = " << (target.synchronous.empty() ? "full" : target.synchronous);
    session << "pragma cache_size = -65536";  // 64 MiB
    if (target.max_pages > 0)
        session << "pragma max_page_count = " << target.max_pages;

    // Asked first: to set it is to write, which a file that may only be read refuses.
    std::string mode;
    session << "pragma journal_mode", soci::into(mode);
    if (mode != "wal" && !target.read_only && target.place != ":memory:")
        session << "pragma journal_mode = wal", soci::into(mode);
}

/// What SQLite says, without the function of SOCI's that it was said to.
std::string told(std::string const& message)
{
    auto const end = message.find(": ");
    return message.starts_with("sqlite3_") && end != message.npos ? message.substr(end + 2) : message;
}

Failure classify(soci::session& session, soci::soci_error const& failure)
{
    // A failure of opening leaves no connection to ask. SOCI does not say of which kind one of preparing is, hence every
    // failure is asked for; what is none of SQLite's leaves no code behind.
    auto const code = session.get_backend() ? sqlite_last_error(handle_of(session)) : ErrorCode::Unavailable;
    return {code, code == ErrorCode::Busy ? Contention::locked : Contention::none, told(failure.get_error_message())};
}

bool in_transaction(soci::session& session)
{
    return sqlite_in_transaction(handle_of(session));
}

std::vector<std::string> self_check(soci::session& session)
{
    std::vector<std::string> found;
    auto const               add = [&](char const* query) {
        soci::rowset<std::string> const rows = session.prepare << query;
        for (auto const& sentence : rows)
            if (sentence != "ok")
                found.push_back(sentence);
    };
    add("pragma integrity_check");
    add("select 'The row ' || coalesce(rowid, '') || ' of ' || \"table\" || ' refers to a row of ' || parent || ' that is not there.'"
        " from pragma_foreign_key_check");
    return found;
}

// A plain BEGIN that reads first and writes later fails with BUSY at once, whatever the timeout is.
Begin begin(Target const& target, store::Access access)
{
    if (access == store::Access::write)
        return {"begin immediate"};
    // The snapshot is taken by the first statement that reads.
    return {"begin", "select 1 from " + target.prefix + "schema where version < 0"};
}

}  // namespace

// A key of any other type than INTEGER would be an index beside the rows. Its INSERT of many rows is slower than a kept one of a single row, once keys can fail.
Dialect const sqlite{.name            = "SQLite",
                     .backend         = "sqlite3",
                     .remote          = false,
                     .id              = "integer",
                     .clustered       = " without rowid",
                     .text            = "text",
                     .blob            = "blob",
                     .generated       = "stored",
                     .collation       = "",
                     .table_options   = "",
                     .has_partial_indexes = true,
                     .quote           = '"',
                     .integer_in_begin = "",
                     .integer_in_end   = "",
                     .bytes_in_begin  = "cast(",
                     .bytes_in_end    = " as blob)",
                     .bytes_out_begin = "",
                     .bytes_out_end   = "",
                     .bytes_as_hex    = false,
                     .position_of     = "instr",
                     .sums_are_wide   = false,
                     .divide          = " / ",
                     .and_lock        = "",
                     .index_of_table  = false,
                     .nulls_first     = "",
                     .nulls_last      = "",
                     .updates_what_is_named = true,
                     .bulk_rows       = 1,
                     .begin           = &begin,
                     .open            = &open,
                     .classify        = &classify,
                     .require_answer  = [](soci::session&) {},  // SOCI tells
                     .in_transaction  = &in_transaction,
                     .uptime          = nullptr,
                     .exchange_handle = &exchange_handle,
                     .close           = &close_sqlite,
                     .require_joinable = [](soci::session& host) { require_joinable(handle_of(host)); },
                     .self_check      = &self_check,
                     .back_up         = [](soci::session& session, std::string const& path,
                                           store::BackupProgress const& progress) { back_up_sqlite(handle_of(session), path, progress); },
                     .count_tables    = "select count(*) from sqlite_master where type = 'table' and name = :name",
                     .begin_migration = [](Target const&) -> Begin { return {"begin immediate"}; },
                     .repeatable      = [](std::string statement) { return statement; },
                     .grants          = [](std::string_view, std::vector<std::string> const&, std::string const&,
                                           Target const&) -> std::vector<std::string> {
                         throw Unsupported{"SQLite has no users: give rights on the file."};
                     }};

}  // namespace crm::sql
