#pragma once

#include "calendar.hpp"

#include <crm/record/row.hpp>
#include <crm/store/condition.hpp>

namespace crm::condition {

/// The cell of a column that stands for a value which the column is compared with.
/// \throws InvalidArgument when no value of that column is like it
[[nodiscard]] record::Cell cell_for(Value const& value, record::Column const& column, std::string const& field,
                                    Calendar const& calendar);

/// \throws InvalidArgument when the column is not compared so: keys have no order, and nothing is contained in a number
void require_comparable(record::Column const& column, std::string const& field, store::Comparison comparison);

}  // namespace crm::condition
