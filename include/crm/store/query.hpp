// What is asked of a store: by columns and cells, with every name resolved and every value checked.
#pragma once

#include <crm/record/row.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace crm::store {

enum class Comparison { equal, not_equal, less, less_or_equal, greater, greater_or_equal, contains, starts_with, is_in };

/// A condition on the rows of one table, ready to be compiled to SQL or evaluated in memory. It is true or false and
/// nothing between: a comparison with a null cell is false, and the negation of that is true.
struct Filter {
    enum class Kind {
        always,
        all_of,   ///< of `parts`; of none: true
        any_of,   ///< of `parts`; of none: false
        negation, ///< of the one part
        is_null,  ///< `column`
        compare,  ///< `column` with `values`: one, but for is_in
        exists    ///< a row of `table` whose `their_column` equals our `column`, and which the one part is true of
    };
    Kind                      kind = Kind::always;
    std::vector<Filter>       parts{};
    std::size_t               column     = 0;
    Comparison                comparison = Comparison::equal;
    std::vector<record::Cell> values{};
    record::Table const*      table        = nullptr;
    std::size_t               their_column = 0;
};

/// Null comes before every value; `descending` turns that too.
struct SortKey {
    std::size_t column     = 0;
    bool        descending = false;
};

/// Rows in an order, from a place on. Ties are broken by id, in the direction of the last sort key.
struct Query {
    Filter                                   filter{};
    std::vector<SortKey>                     order{};
    std::optional<std::vector<record::Cell>> after{};  ///< the cells of `order` and the id of the last row before
    std::size_t                              limit = 100;
};

}  // namespace crm::store
