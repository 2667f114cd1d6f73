#pragma once

#include <crm/model/error.hpp>

#include <soci/soci.h>

#include <chrono>
#include <string>
#include <string_view>

namespace crm::sql {

/// Where a database is, and how to work with it.
struct Target {
    std::string               place{};                      ///< SQLite: a path
    std::string               synchronous = "full";         ///< what is acknowledged survives a power cut
    std::string               prefix      = "crm_";         ///< before the name of every table
    bool                      read_only   = false;
    bool                      create      = true;
    std::int64_t              max_pages   = 0;              ///< greatest size of the file, in pages; 0: as much as there is
    std::chrono::milliseconds patience    = std::chrono::seconds{5};
};

/// What one database does differently. Everything else is the same SQL for all of them.
struct Dialect {
    std::string_view begin_write;  ///< starts a transaction that may write
    std::string_view begin_read;   ///< starts one that only reads, from one snapshot

    // Words that the schema's files leave open.
    std::string_view text;       ///< type of a text without a short limit
    std::string_view blob;       ///< type of bytes
    std::string_view generated;  ///< `(expression)` before it: a column that the database computes

    std::string_view bytes_in_begin, bytes_in_end;  ///< around a placeholder, so that it is stored as bytes
    std::string_view position_of;                   ///< name of the function (haystack, needle) that gives a place from 1, or 0

    std::string_view divide;                        ///< operator that divides integers, towards zero
    std::string_view nulls_first, nulls_last;       ///< behind a sort key: null comes before every value

    std::size_t bulk_rows;  ///< about the fastest number of rows for one INSERT

    /// Opens `target`, and sets what every session of ours has set.
    /// \throws NotFound, soci::soci_error
    void (*open)(soci::session& session, Target const& target);

    /// By the driver's own code: SOCI's category is `unknown` for whatever SQLite reports.
    ErrorCode (*classify)(soci::session& session, soci::soci_error const& failure);

    /// Puts the driver's own handle into an open session, and hands out the one that was there.
    void* (*exchange_handle)(soci::session& session, void* handle);
};

extern Dialect const sqlite;

}  // namespace crm::sql
