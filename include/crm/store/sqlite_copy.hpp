#pragma once

extern "C" char const* sqlite3_libversion();  // of sqlite3.h: its address tells which copy of SQLite a program is linked with

namespace crm::store {

/// Two copies of SQLite on one file corrupt it: each thinks that it holds the locks of the other.
/// \param libversion the host's sqlite3_libversion
/// \throws Unsupported when it is not that of the copy that crm uses
void require_our_sqlite(char const* (*libversion)());

}  // namespace crm::store
