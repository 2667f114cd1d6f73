// Pages of what was found, as they are on paper.
#pragma once

#include "wish.hpp"

#include <crm/work/reading.hpp>

#include <rapidcheck.h>

namespace crm::test::machine {

/// What is looked for, and in what order.
template <class Record>
struct Search {
    struct By {
        std::size_t sorting;
        bool        descending;
    };

    [[nodiscard]] bool comes_before(Record const& a, Record const& b) const
    {
        for (auto const& [sorting, descending] : order) {
            auto const& key = sortings<Record>()[sorting].key;
            auto const  one = key(a), other = key(b);
            if (one != other)
                return descending ? other < one : one < other;
        }
        return !order.empty() && order.back().descending ? a.id > b.id : a.id < b.id;
    }

    /// All of it, in its order. \throws NotFound when a base that it names is not there
    [[nodiscard]] std::vector<Record> found(Books const& books, Instant now) const
    {
        for (auto const& code : wish.bases)
            if (std::ranges::none_of(books.all<Base>(), [&](auto const& entry) { return entry.second.code == code; }))
                throw NotFound{code};
        std::vector<Record> records;
        for (auto const& [_, record] : books.all<Record>())
            if ((with_archived || !record.revision.archived_at) && wish.holds(books, now, record))
                records.push_back(record);
        std::ranges::sort(records, [this](Record const& a, Record const& b) { return comes_before(a, b); });
        return records;
    }

    [[nodiscard]] Paging paging() const
    {
        Paging paging{.limit = limit, .with_archived = with_archived};
        for (auto const& [sorting, descending] : order)
            paging.order.push_back({sortings<Record>()[sorting].field, descending});
        return paging;
    }

    Wish<Record>    wish          = *rc::gen::arbitrary<bool>() ? any_wish<Record>(2) : Wish<Record>{};
    std::size_t     limit         = *rc::gen::inRange<std::size_t>(1, 6);
    bool            with_archived = *rc::gen::arbitrary<bool>();
    std::vector<By> order         = [] {
        std::vector<By> keys;
        for (int i = *rc::gen::inRange(0, 3); i > 0; --i)
            keys.push_back({*rc::gen::inRange<std::size_t>(0, sortings<Record>().size()), *rc::gen::arbitrary<bool>()});
        return keys;
    }();
};

template <class Record>
void tell(std::ostream& out, Search<Record> const& search)
{
    out << Facts<Record>::plural << " with " << told(search.wish.text) << " by";
    for (auto const& [sorting, descending] : search.order)
        out << ' ' << sortings<Record>()[sorting].field << (descending ? " descending" : "");
    out << ", " << search.limit << " a page" << (search.with_archived ? ", those put away too" : "");
}

/// A search whose pages are turned one at a time, while the work goes on.
struct Walk {
    Search<Case>        search;
    std::optional<Case> last{};  ///< of the page before, as it was then
};

}  // namespace crm::test::machine
