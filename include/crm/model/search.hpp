// What texts are stored and searched as. Needs the library, unlike the rest of the model: Unicode's tables are large.
#pragma once

#include <string>
#include <string_view>

namespace crm {

/// The same text in Unicode normalisation form C. `text` is valid UTF-8.
[[nodiscard]] std::string composed(std::string_view text);

/// Whether composed() would leave a well-formed text as it is: quickly, and false of some of which it would.
[[nodiscard]] bool is_surely_composed(std::string_view text);

/// The text without blanks at its ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// The text in lower case, by Unicode's case folding.
[[nodiscard]] std::string folded(std::string_view text);

/// What a text is searched by: case folded, without diacritics, ł as l and ß as ss, one blank for whatever is no letter
/// or digit. `Łódź, Piotrkowska` gives `lodz piotrkowska`. `text` is valid UTF-8.
[[nodiscard]] std::string search_key(std::string_view text);

/// The least text that is greater than every text that starts with `prefix`, byte by byte; empty when there is none.
[[nodiscard]] std::string end_of_prefix(std::string_view prefix);

/// SHA-256 in lower-case hexadecimal digits.
[[nodiscard]] std::string sha256(std::string_view bytes);

}  // namespace crm
