#pragma once

#include <crm/store/transfer.hpp>

#include <boost/multi_index/hashed_index.hpp>
#include <boost/multi_index/member.hpp>
#include <boost/multi_index/ordered_index.hpp>
#include <boost/multi_index_container.hpp>

#include <cstdint>
#include <optional>
#include <set>
#include <utility>

namespace crm::store {

/// An operation and its place.
struct MemoryFeedEntry {
    std::int64_t place;
    std::int64_t operation;
};

/// Committed operations by their places.
class MemoryFeed {
public:
    [[nodiscard]] FeedRange range() const { return {kept_from_, entries_.empty() ? kept_from_ - 1 : entries_.rbegin()->place}; }
    void                    begin_at(std::int64_t place) { kept_from_ = place; }

    void put(MemoryFeedEntry entry) { entries_.insert(entry); }
    void append(std::int64_t operation) { put({range().last + 1, operation}); }

    /// One that was restored without a place.
    void wait(std::int64_t stamp, std::int64_t operation) { waiting_.emplace(stamp, operation); }

    /// Gives those their places, in the order of their stamps.
    void number()
    {
        for (auto const& [stamp, operation] : waiting_)
            append(operation);
        waiting_.clear();
    }
    [[nodiscard]] std::size_t waiting() const { return waiting_.size(); }

    [[nodiscard]] std::optional<std::int64_t> place_of(std::int64_t operation) const
    {
        auto const found = entries_.get<1>().find(operation);
        return found == entries_.get<1>().end() ? std::nullopt : std::optional{found->place};
    }

    /// Calls `visit(entry)` for each behind a place, until it returns false.
    template <class Visit>
    void each_after(std::int64_t place, Visit visit) const
    {
        for (auto next = entries_.upper_bound(place); next != entries_.end(); ++next)
            if (!visit(*next))
                return;
    }

    /// The first, where it is not the only one.
    [[nodiscard]] std::optional<MemoryFeedEntry> first_of_several() const
    {
        return entries_.size() > 1 ? std::optional{*entries_.begin()} : std::nullopt;
    }
    void forget_first()
    {
        kept_from_ = entries_.begin()->place + 1;
        entries_.erase(entries_.begin());
    }

private:
    template <auto Member>
    using Field = boost::multi_index::member<MemoryFeedEntry, std::int64_t, Member>;

    boost::multi_index_container<MemoryFeedEntry, boost::multi_index::indexed_by<boost::multi_index::ordered_unique<Field<&MemoryFeedEntry::place>>,
                                                                                 boost::multi_index::hashed_unique<Field<&MemoryFeedEntry::operation>>>>
                                                    entries_;
    std::set<std::pair<std::int64_t, std::int64_t>> waiting_;  ///< stamps and operations
    std::int64_t                                    kept_from_ = 1;
};

}  // namespace crm::store
