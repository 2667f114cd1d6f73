// What changed between two rows, and what becomes of a row that two people changed.
#pragma once

#include <crm/model/error.hpp>
#include <crm/record/row.hpp>

#include <string>
#include <string_view>

namespace crm::record {

/// The cells that differ, as JSON: `{"title": ["old", "new"]}`. Columns that the library writes are left out.
[[nodiscard]] std::string changes_between(Columns const& columns, Row const& before, Row const& after);

/// What a removed row held, as JSON: `{"title": ["old", null]}`. Bytes are left out: their content stays as long as
/// anything refers to it.
[[nodiscard]] std::string last_values(Columns const& columns, Row const& row);

/// The value of a cell as JSON text: `null`, `12`, `"Roof"`.
[[nodiscard]] std::string json_text(Column const& column, Cell const& cell);

/// Puts the old values of `changes` into `row`. \throws Corrupt
void undo(std::string_view changes, Columns const& columns, Row& row);

/// Brings into `theirs` each group that `yours` changed since `original`. What both changed differently is told, and
/// left as it is.
[[nodiscard]] Clashes merge(Columns const& columns, Row const& original, Row const& yours, Row& theirs);

}  // namespace crm::record
