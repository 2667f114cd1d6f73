// Brings a database to the version of the schema that this library knows, or says why not.
#pragma once

#include "connection.hpp"

namespace crm::sql {

/// What a database says of its schema. Each migration writes down which versions of the library may go on reading and
/// writing, so that programs can be upgraded one after the other.
struct SchemaState {
    std::int64_t version = 0;  ///< 0: it has no tables of crm
    std::int64_t reader  = 0;  ///< the oldest version that may read
    std::int64_t writer  = 0;  ///< the oldest version that may write
    bool         unfinished = false;  ///< it is being made as the copy of another one
};

/// Asked without a lock: who opens a database waits for nobody.
[[nodiscard]] SchemaState schema_state(Connection& connection);

/// Makes the tables that are not there yet, when it may; true when this library may write.
/// \throws SchemaMismatch when the schema is too new to be read; NotFound when there are no tables, and none may be made
/// \throws Busy when another program changes the tables for longer than the target is patient
[[nodiscard]] bool bring_up_to_date(Connection& connection, Target const& target);

}  // namespace crm::sql
