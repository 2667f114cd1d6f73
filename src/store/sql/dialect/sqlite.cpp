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

void open(soci::session& session, Target const& target)
{
    require_file(target);
    // The linked driver: opening by name would look for a shared library in the current directory too.
    session.open(*soci::factory_sqlite3(), "db=\"" + target.place + "\"" + (target.read_only ? " readonly=1" : ""));
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

Failure classify(soci::session& session, soci::soci_error const& failure)
{
    // Only a failure of SQLite itself leaves a code behind; one of opening leaves no connection to ask.
    bool const native = dynamic_cast<soci::sqlite3_soci_error const*>(&failure) && session.get_backend();
    auto const code   = native ? sqlite_last_error(handle_of(session)) : ErrorCode::Unavailable;
    return {code, code == ErrorCode::Busy ? Contention::locked : Contention::none, failure.get_error_message()};
}

bool in_transaction(soci::session& session)
{
    return sqlite_in_transaction(handle_of(session));
}

void* exchange_handle(soci::session& session, void* handle)
{
    return std::exchange(handle_of(session), static_cast<sqlite_api::sqlite3*>(handle));
}

// A plain BEGIN that reads first and writes later fails with BUSY at once, whatever the timeout is.
Begin begin(Target const&, store::Access access)
{
    return {access == store::Access::write ? "begin immediate" : "begin"};
}

}  // namespace

// Its INSERT of many rows is slower than a kept one of a single row, once keys can fail.
Dialect const sqlite{.name            = "SQLite",
                     .backend         = "sqlite3",
                     .remote          = false,
                     .text            = "text",
                     .blob            = "blob",
                     .generated       = "stored",
                     .collation       = "",
                     .table_options   = "",
                     .quote           = '"',
                     .bytes_in_begin  = "cast(",
                     .bytes_in_end    = " as blob)",
                     .bytes_out_begin = "",
                     .bytes_out_end   = "",
                     .bytes_as_hex    = false,
                     .position_of     = "instr",
                     .divide          = " / ",
                     .nulls_first     = "",
                     .nulls_last      = "",
                     .bulk_rows       = 1,
                     .begin           = &begin,
                     .open            = &open,
                     .classify        = &classify,
                     .in_transaction  = &in_transaction,
                     .uptime          = nullptr,
                     .exchange_handle = &exchange_handle,
                     .close           = &close_sqlite,
                     .require_joinable = [](soci::session& host) { require_joinable(handle_of(host)); },
                     .count_tables    = "select count(*) from sqlite_master where type = 'table' and name = :name",
                     .begin_migration = [](Target const&) -> Begin { return {"begin immediate"}; },
                     .repeatable      = [](std::string statement) { return statement; },
                     .grants          = [](std::string_view, std::vector<std::string> const&, std::string const&,
                                           Target const&) -> std::vector<std::string> {
                         throw Unsupported{"SQLite has no users: give rights on the file."};
                     }};

}  // namespace crm::sql
