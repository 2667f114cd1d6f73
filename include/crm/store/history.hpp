#pragma once

#include <crm/model/operation.hpp>

#include <cstdint>
#include <string>

namespace crm {

/// What an operation did to a record. Stored by number: append, never renumber.
enum class Action { added = 1, changed = 2, removed = 3 };
BOOST_DESCRIBE_ENUM(Action, added, changed, removed)

/// One row of the history: what an operation did to one record.
struct Change {
    Id<Operation> operation_id{};
    std::int64_t  position = 0;   ///< in the operation, from 0
    std::string   record{};       ///< "case"
    std::int64_t  record_id = 0;
    std::int64_t  version   = 0;  ///< that it got; 0 of a record without versions
    Action        action{};
    std::string   fields{};       ///< `{"title": ["old", "new"]}` as JSON, of a change; the old values of a removed record

    friend bool operator==(Change const&, Change const&) = default;
};

}  // namespace crm
