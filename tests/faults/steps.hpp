#pragma once

#include <string>

namespace crm::faults {

/// How one work ends, step by step: it stops before its end, says `ready`, and goes on with the next line of its input.
struct OneWork {
    std::string uri{}, key{};
    bool        transact = false;  ///< with transact(), else with a work of its own
    bool        joined   = false;  ///< in a transaction of the host
    bool        early    = false;  ///< it stops before it is begun, so before ids are taken too
    bool        late     = false;  ///< it stops before its commit, else before its last change
};

/// Says `committed`, or the name of the error; then `stored N`: how many records of it there are, by a new work of the same
/// Database; `found` or `none`: whether the operation is known by its key; and `goes on`.
void run_one_work(OneWork const& one);

/// Adds tasks of some size, each in a work of its own, until one is refused. Says `ready` before the second, the name of the
/// error, `ready` again; then `acknowledged N`, `stored N` by the same Database, and `goes on`.
void fill_up(std::string const& uri, std::string const& key);

/// Adds twelve tasks with a long description and says `ready`; then, for each line of its input, reads them and says
/// `read N`, or the name of the error.
void keep_reading(std::string const& uri, std::string const& key);

}  // namespace crm::faults
