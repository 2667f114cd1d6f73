// A whole database in another place, of the same kind or another one.
#pragma once

#include <crm/store/store.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crm {

/// How far a copy, dump, load or comparison is.
struct TransferProgress {
    std::string_view             part{};         ///< `contact`, `operation`, `history`
    std::uint64_t                done = 0;       ///< rows of this part
    std::optional<std::uint64_t> all{};          ///< none: not known before
    bool                         comparing = false;  ///< the rows are stored, and read again
};
using TellProgress = std::function<void(TransferProgress const&)>;

struct CopyOptions {
    TellProgress progress{};  ///< none: nobody is told
};

/// What came of one table, or of the feed.
struct CopiedPart {
    std::string   name{};
    std::uint64_t rows  = 0;
    std::uint64_t added = 0;     ///< by this call; the others were there from one that was broken off
    std::string   checksum{};    ///< SHA-256 over all cells of all rows by key, the same on both sides
};
using CopyReport = std::vector<CopiedPart>;

/// Copies every record, the history, the operations with their places in the feed, and where ids go on, from one state
/// of `from`, whoever writes there meanwhile. Rows are stored as they are, without rules, in transactions of some thousand.
/// In the end everything is read back and compared by counts and checksums.
///
/// `to` holds no records, or the unfinished copy of the same state of the same source: then it goes on where that was
/// broken off. Until it is finished, no program opens `to` as a database; only this call does. Nobody else writes there.
/// \throws Conflict when `to` holds something else; Corrupt when the copy differs: it stays marked as unfinished
CopyReport copy_database(store::Store& from, store::Store& to, CopyOptions const& options = {});

/// The same by URIs; the file or the tables of `to` are made where they are not there.
/// \throws also what opening throws
CopyReport copy_database(std::string_view from, std::string_view to, CopyOptions const& options = {});

}  // namespace crm
