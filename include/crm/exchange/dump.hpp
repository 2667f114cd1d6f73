// A whole database as text: JSON Lines, one record a line.
//
//     {"crm":"dump","format":1,"history":true,"feed":{"kept_from":1,"last":42}}
//     {"record":"contact","id":12,"version":1,"created_at":"2026-03-01T09:00:00Z",…,"status":"held","summary":"Offer"}
//     {"record":"case","id":14,…,"expected":"12500.00 PLN",…}
//     {"record":"content","id":15,…,"bytes":"base64"}
//     {"record":"operation","id":16,"operator_id":1,"at":"2026-03-01T09:00:00Z",…,"feed_position":42}
//     {"record":"history","operation_id":16,"position":0,"of":"contact","of_id":12,"version":1,"action":"added","fields":""}
//     {"end":true,"rows":5}
//
// Fields have their names, in the order of the reference; those without a value are left out. Records come after those
// that they refer to, then by id. The same state of a database gives the same bytes.
#pragma once

#include <crm/exchange/copy.hpp>

#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>

namespace crm {

struct DumpOptions {
    bool         history = true;  ///< with operations and the feed; false: records alone, whose history begins when they are loaded
    TellProgress progress{};      ///< none: nobody is told
};

/// Writes every record of one state of the database; how many rows. Whoever writes is not kept from it.
/// \throws StorageFull when `out` takes no more
std::uint64_t dump_database(store::Store& from, std::ostream& out, DumpOptions const& options = {});

/// The same into a file, which gets its name when it is whole. \throws InvalidArgument when there is a file already
std::uint64_t dump_database(std::string_view from, std::string const& path, DumpOptions const& options = {});

/// Loads a dump into a database that holds nothing, in one transaction: all of it or nothing. Rows are stored as they are,
/// without the rules, but fields, texts and references are checked; how many rows.
/// \throws InvalidArgument, Conflict that name the line, the record and the field, and say what to mend
std::uint64_t load_database(std::istream& in, store::Store& to, TellProgress const& progress = {});

/// The same from a file; the file or the tables of `to` are made where they are not there.
std::uint64_t load_database(std::string const& path, std::string_view to, TellProgress const& progress = {});

}  // namespace crm
