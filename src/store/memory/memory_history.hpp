#pragma once

#include <crm/store/history.hpp>
#include <crm/store/transfer.hpp>

#include <boost/multi_index/composite_key.hpp>
#include <boost/multi_index/mem_fun.hpp>
#include <boost/multi_index/member.hpp>
#include <boost/multi_index/ordered_index.hpp>
#include <boost/multi_index_container.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace crm::store {

/// What happened, by operation and by record. What is added can be undone back to a mark, until it is kept.
class MemoryHistory {
public:
    void add(std::span<Change const> changes)
    {
        for (auto const& change : changes) {
            all_.insert({change.operation_id.value, change.position, change});
            added_.push_back({change.operation_id.value, change.position});
        }
    }

    /// What happened to a record since a version of it, newest first.
    [[nodiscard]] std::vector<Change> since(std::string_view record, std::int64_t id, std::int64_t version) const
    {
        std::vector<Change> found;
        auto const [begin, end] = all_.get<1>().equal_range(std::make_tuple(record, id));
        for (auto next = begin; next != end && next->change.version > version; ++next)
            found.push_back(next->change);
        return found;
    }

    /// What an operation did, in its order.
    [[nodiscard]] std::vector<Change> of(std::int64_t operation) const
    {
        std::vector<Change> found;
        auto const [begin, end] = all_.equal_range(std::make_tuple(operation));
        for (auto next = begin; next != end; ++next)
            found.push_back(next->change);
        return found;
    }

    /// What stands behind a place, by operation and position; at most `limit`.
    [[nodiscard]] std::vector<Change> behind(HistoryPlace place, std::size_t limit) const
    {
        std::vector<Change> found;
        for (auto next = all_.upper_bound(std::make_tuple(place.operation, place.position)); next != all_.end() && found.size() != limit; ++next)
            found.push_back(next->change);
        return found;
    }

    void forget(std::int64_t operation) { all_.erase(all_.lower_bound(std::make_tuple(operation)), all_.upper_bound(std::make_tuple(operation))); }

    [[nodiscard]] std::size_t mark() const noexcept { return added_.size(); }
    void                      undo_to(std::size_t mark)
    {
        for (; added_.size() != mark; added_.pop_back())
            all_.erase(all_.find(std::make_tuple(added_.back().operation, added_.back().position)));
    }
    void keep_changes() noexcept { added_.clear(); }

private:
    struct Stored {
        std::int64_t operation;
        std::int64_t position;
        Change       change;

        [[nodiscard]] std::string_view record() const { return change.record; }
        [[nodiscard]] std::int64_t     record_id() const { return change.record_id; }
        [[nodiscard]] std::int64_t     version() const { return change.version; }
    };
    template <auto Member, class Type>
    using Field = boost::multi_index::member<Stored, Type, Member>;
    template <auto Get, class Type>
    using Asked = boost::multi_index::const_mem_fun<Stored, Type, Get>;

    using ByOperation = boost::multi_index::composite_key<Stored, Field<&Stored::operation, std::int64_t>, Field<&Stored::position, std::int64_t>>;
    using ByRecord = boost::multi_index::composite_key<Stored, Asked<&Stored::record, std::string_view>, Asked<&Stored::record_id, std::int64_t>,
                                                       Asked<&Stored::version, std::int64_t>, Field<&Stored::operation, std::int64_t>>;
    using NewestFirst = boost::multi_index::composite_key_compare<std::less<std::string_view>, std::less<std::int64_t>,
                                                                  std::greater<std::int64_t>, std::greater<std::int64_t>>;
    using Changes = boost::multi_index_container<
        Stored, boost::multi_index::indexed_by<boost::multi_index::ordered_unique<ByOperation>,
                                               boost::multi_index::ordered_non_unique<ByRecord, NewestFirst>>>;

    Changes                   all_;
    std::vector<HistoryPlace> added_;
};

}  // namespace crm::store
