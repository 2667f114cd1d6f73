#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace crm::sql {

/// Where a server listens.
struct Host {
    std::string name{};
    int         port = 0;  ///< 0: the usual one
};

/// How the connection to a server is kept from others' eyes. Empty: as the driver has it.
struct Tls {
    std::string mode{};         ///< sslmode as libpq names them
    std::string authority{};    ///< file with the certificates that are trusted
    std::string certificate{};  ///< our own
    std::string key{};          ///< of our own certificate
};

/// Where a database is, and how to work with it: what a URI says.
struct Target {
    std::string               place{};             ///< SQLite: a path; else the name of the database
    std::vector<Host>         hosts{};             ///< of servers, tried one after the other
    std::string               user{}, password{};
    Tls                       tls{};
    std::string               schema{};            ///< PostgreSQL: where the tables are; empty: as the server has it
    std::string               prefix = "crm_";     ///< before the name of every table
    std::string               synchronous{};       ///< what a commit waits for; empty: until it survives a power cut
    std::string               session_kind{};      ///< PostgreSQL's target_session_attrs
    bool                      read_only = false;
    bool                      create    = true;
    bool                      unfinished_copy = false;  ///< opens one too
    bool                      pooler    = false;   ///< PostgreSQL: each transaction may meet another server session
    std::int64_t              max_pages = 0;       ///< SQLite: greatest size of the file, in pages; 0: as much as there is
    std::size_t               pool      = 16;      ///< most connections at once
    std::chrono::milliseconds patience  = std::chrono::seconds{5};          ///< for locks, and for a free connection
    std::chrono::milliseconds connect_patience   = std::chrono::seconds{5};
    std::chrono::milliseconds statement_patience = std::chrono::seconds{0};  ///< 0: for ever
};

}  // namespace crm::sql
