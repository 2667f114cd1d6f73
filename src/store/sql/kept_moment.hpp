#pragma once

#include <array>
#include <string_view>

namespace crm::sql {

/// A column beside those of a record: a link keeps the moment of what it leads to, so that a timeline is read in order from
/// one index. It is written with the link, and again when what it leads to changes.
struct KeptMoment {
    std::string_view link;    ///< table
    std::string_view column;  ///< in it
    std::string_view key;     ///< column of the link that leads to `x`
    std::string_view table;   ///< of `x`
    std::string_view moment;  ///< of `x`
    std::string_view by;      ///< column of `x` that it changes with
};

inline constexpr std::array kept_moments{
    KeptMoment{"contact_case", "contact_at", "contact_id", "contact", "x.at", "at"},
    KeptMoment{"document_link", "document_at", "document_id", "document", "coalesce(x.received_at, x.created_at)", "received_at"},
};

}  // namespace crm::sql
