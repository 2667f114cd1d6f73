// The words and the numbers of the two written forms of conditions.
#pragma once

#include <crm/store/condition.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace crm::condition {

/// Lower-case letters, digits and "_", not beginning with a digit, and no word of the grammar.
[[nodiscard]] bool is_word(std::string_view text);

/// A word, or two with a point between them.
[[nodiscard]] bool is_field(std::string_view text);

/// "=", "contains"; "in" too.
[[nodiscard]] std::string_view                 name_of(store::Comparison comparison);
[[nodiscard]] std::optional<store::Comparison> comparison_from(std::string_view name);

/// "day", of which "days" is the plural.
[[nodiscard]] std::string_view              name_of(Relative::Unit unit);
[[nodiscard]] std::optional<Relative::Unit> unit_from(std::string_view name);

/// Whether the day is there, and has four digits for its year: whether it can be written.
[[nodiscard]] bool can_be_written(Date day);
[[nodiscard]] bool can_be_written(Instant at);

/// "2026-03-01" and "2026-03-01T09:00:00Z", with a fraction where there is one.
[[nodiscard]] std::string            to_text(Date day);
[[nodiscard]] std::string            to_text(Instant at);
[[nodiscard]] std::string            to_text(Relative const& relative);
[[nodiscard]] std::optional<Date>    day_from(std::string_view text);
[[nodiscard]] std::optional<Instant> moment_from(std::string_view text);

}  // namespace crm::condition
