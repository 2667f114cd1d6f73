// A condition on the rows of a table: every name resolved, every value checked and brought into a cell.
#pragma once

#include <crm/model/instant.hpp>
#include <crm/store/condition.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crm::store {

/// What is known of a base: its members are chosen by hand when it has no criterion.
struct BaseCriterion {
    std::int64_t base_id = 0;
    std::string  criterion{};  ///< in text form
};

/// What a condition depends on besides itself.
struct BindContext {
    Instant     now{};
    std::string zone{};  ///< whose days they are: Europe/Warsaw; empty: UTC
    std::function<std::optional<BaseCriterion>(std::string_view code)> base{};  ///< none: there are no bases
};

/// Of a base by criterion, its members are those that the criterion is true of and that are not kept out by hand, and
/// those put in by hand. A row that has a `subject_id` is in a base when its subject is.
///
/// \throws InvalidArgument that names what is unknown or does not fit, and what would; also when bases go in a circle
/// \throws NotFound when there is no base of a code
[[nodiscard]] Filter bind(Condition const& condition, record::Table const& table, BindContext const& context);

/// A field of a table, as conditions call it: `expected.amount`. The first column of a field that has several and is
/// called without a part of it, which can only be asked whether it is null.
struct BoundField {
    std::size_t column = 0;
    bool        whole  = false;  ///< several columns are meant
};

/// \throws InvalidArgument with the names that are near, or all
[[nodiscard]] BoundField field_named(std::string_view name, record::Table const& table);

/// Every name that field_named() knows, but for those of fields of several columns.
[[nodiscard]] std::vector<std::string> field_names(record::Table const& table);

}  // namespace crm::store
