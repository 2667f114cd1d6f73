#pragma once

#include "target.hpp"

#include <crm/model/error.hpp>
#include <crm/store/store.hpp>

#include <soci/soci.h>

#include <chrono>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace crm::sql {

/// What became of a statement, in our words: without the values that it was given, which servers like to repeat.
struct Failure {
    ErrorCode   code = ErrorCode::Unavailable;
    Contention  contention{};  ///< why, when it is worth another try
    std::string what{};
};

/// The statements that begin a transaction, one call each.
using Begin = std::vector<std::string>;

/// What one database does differently. Everything else is the same SQL for all of them.
struct Dialect {
    std::string_view name;     ///< `PostgreSQL`
    std::string_view backend;  ///< as SOCI calls it
    bool             remote;   ///< every statement is a message to another process

    // Words that the schema's files leave open.
    std::string_view id;             ///< type of a key that is given by the library
    std::string_view clustered;      ///< behind the columns of a table whose rows are kept in the order of its key, and nowhere else
    std::string_view text;           ///< type of a text without a short limit
    std::string_view blob;           ///< type of bytes
    std::string_view generated;      ///< `(expression)` before it: a column that the database computes
    std::string_view collation;      ///< behind the type of a text, so that it is compared byte by byte
    std::string_view table_options;  ///< behind the columns of a table
    bool             has_partial_indexes;
    char             quote;  ///< around the name of a column that is a word of SQL

    std::string_view integer_in_begin, integer_in_end;  ///< around a placeholder that is compared with a smaller integer
    std::string_view bytes_in_begin, bytes_in_end;      ///< around a placeholder, so that it is stored as bytes
    std::string_view bytes_out_begin, bytes_out_end;    ///< around a column of bytes
    bool             bytes_as_hex;                      ///< they come and go as hexadecimal digits
    std::string_view position_of;                       ///< name of the function (haystack, needle) that gives a place from 1, or 0

    bool             sums_are_wide;            ///< sum() of integers has more than their 64 bits, else it fails where those have no room
    std::string_view divide;                   ///< operator that divides integers, towards zero
    std::string_view and_lock;                 ///< behind a select in an INSERT: what was read stays until the end of the transaction
    bool             index_of_table;           ///< DROP INDEX names the table too
    std::string_view nulls_first, nulls_last;  ///< behind a sort key: null comes before every value

    bool updates_what_is_named;  ///< an UPDATE writes the indexes of all columns that it names, also where they stay as they were

    std::size_t bulk_rows;  ///< about the fastest number of rows for one INSERT

    /// What begins a transaction, and gives no rows: one that only reads does it from one snapshot, which is taken at once.
    Begin (*begin)(Target const& target, store::Access access);

    /// Opens `target`, and sets what every session of ours has set.
    /// \throws NotFound, soci::soci_error
    void (*open)(soci::session& session, Target const& target);

    /// By the driver's own code: SOCI's category is `unknown` for most of what servers report.
    Failure (*classify)(soci::session& session, soci::soci_error const& failure);

    /// After a query without rows. \throws soci::soci_error when that was not its whole answer
    void (*require_answer)(soci::session& session);

    /// Whether the session is in a transaction: a server may have ended it by itself.
    bool (*in_transaction)(soci::session& session);

    /// How long the server has been running, as exactly as it tells: never too long. Of those that are remote.
    std::chrono::milliseconds (*uptime)(soci::session& session);

    /// Puts the driver's own handle into an open session, and hands out the one that was there.
    void* (*exchange_handle)(soci::session& session, void* handle);
    void (*close)(void* handle);

    /// \throws InvalidArgument when nothing that crm stores would be sound in the transaction of that host's session
    void (*require_joinable)(soci::session& host);

    /// What the database finds wrong in what it keeps, a sentence each. \throws soci::soci_error
    std::vector<std::string> (*self_check)(soci::session& session);

    /// Copies the database of a session, which is in a transaction, into a new file; null where it is no file.
    /// \throws Unavailable, StorageFull, Corrupt
    void (*back_up)(soci::session& session, std::string const& path, store::BackupProgress const& progress);

    std::string_view count_tables;  ///< SELECT with a placeholder: how many tables, one or none, have that name

    /// What begins a transaction in which tables are changed, and keeps other programs from doing the same; nothing
    /// where such changes cannot be rolled back.
    Begin (*begin_migration)(Target const& target);

    /// A statement of the schema, so that it may be run once more where it cannot be rolled back.
    std::string (*repeatable)(std::string statement);

    /// What a user may do with a table, as GRANT statements: `rights` is `select`, or `select, insert, update, delete`.
    std::vector<std::string> (*grants)(std::string_view rights, std::vector<std::string> const& tables, std::string const& user,
                                       Target const& target);
};

extern Dialect const sqlite;
#if CRM_WITH_POSTGRESQL
extern Dialect const postgresql;
#endif
#if CRM_WITH_MARIADB
extern Dialect const mariadb;
#endif

}  // namespace crm::sql
