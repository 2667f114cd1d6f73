// The tables of a database as SQL, for whoever is responsible for it to read and run.
#pragma once

#include <crm/model/describe.hpp>

#include <string>
#include <string_view>

namespace crm {

/// What a user of the database itself may do.
enum class DatabaseRole {
    reader,  ///< views and the feed, with `readonly=1` in the URI
    writer,  ///< works too
    owner    ///< makes and changes the tables too
};
BOOST_DESCRIBE_ENUM(DatabaseRole, reader, writer, owner)

/// The SQL that opening with `create` would run now, statement by statement; only a comment when nothing is to be done.
/// Nothing is changed. Whoever has run it opens the database without `create`, which only looks whether all is there.
/// \throws what opening throws; Unsupported for `memory:`
[[nodiscard]] std::string schema_script(std::string_view uri);

/// GRANT statements for a user of the database who is there already; run them when the tables are there. For MariaDB a
/// user may be told with the hosts that he comes from, as in `anna@10.0.0.%`. The database is not asked.
/// \throws Unsupported where a database has no users
[[nodiscard]] std::string grant_script(std::string_view uri, DatabaseRole role, std::string_view user);

}  // namespace crm
