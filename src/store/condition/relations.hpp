// Where `exists` may look from a table: <crm/store/condition.hpp> tells the rule that gives the names.
#pragma once

#include <crm/record/row.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace crm::store {

/// The rows of `table` whose `their_column` equals our `our_column`.
struct Relation {
    std::string          name;
    record::Table const* table        = nullptr;
    std::size_t          our_column   = 0;
    std::size_t          their_column = 0;
};

/// Every relation of a table: those that its own fields lead to, then those that lead to it.
[[nodiscard]] std::vector<Relation> relations_of(record::Table const& table);

}  // namespace crm::store
