// The one of a party's records of a kind that is chosen: its default address, its primary number.
#pragma once

#include "saving.hpp"

#include <algorithm>

namespace crm {

/// How many others of the same party and kind are chosen besides `after`, which is too. Those are not asked for where
/// `before` was chosen among the same ones already.
/// \param chosen  whether a record is
/// \param column  the name of its column
template <class Record>
[[nodiscard]] std::size_t others_chosen(Record const* before, Record const& after, bool Record::*chosen, std::string_view column, Saving& saving)
{
    using Columns = Where<Record>;

    auto const is_rival = [&](Record const& other) { return other.*chosen && other.party_id == after.party_id && other.kind == after.kind; };
    if (before && is_rival(*before) && before->revision.archived_at == after.revision.archived_at)
        return 0;
    saving.guard(after.party_id);
    auto const others = saving.count<Record>(
        all_of({Columns::equal("party_id", after.party_id.value), Columns::equal("kind", static_cast<std::int64_t>(after.kind)),
                Columns::equal(column, std::int64_t{1}), Columns::is_null("archived_at"), Columns::differs("id", after.id.value)}));
    return static_cast<std::size_t>(others + std::ranges::count_if(saving.earlier<Record>(), is_rival));
}

}  // namespace crm
