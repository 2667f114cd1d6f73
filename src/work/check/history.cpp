#include "checking.hpp"

#include <algorithm>
#include <limits>

namespace crm {

namespace {

/// What the history tells of the versions of one record.
struct Versions {
    std::int64_t least = std::numeric_limits<std::int64_t>::max(), greatest = 0;
    std::int64_t count   = 0;
    bool         removed = false;

    void add(Change const& change)
    {
        least    = std::min(least, change.version);
        greatest = std::max(greatest, change.version);
        ++count;
        removed = removed || change.action == Action::removed;
    }
    [[nodiscard]] bool has_gap() const { return count != 0 && greatest - least + 1 != count; }
};

class HistoryCheck {
public:
    HistoryCheck(store::Transaction& store, std::vector<KnownRecords> const& known, FindingList& list, CheckOptions const& options)
        : store_{store}, known_{known}, list_{list}, options_{options}, range_{store.feed_range()}
    {
        for (auto const& records : known_)
            versions_.emplace_back(records.size());
    }

    void run()
    {
        read_operations();
        check_places();
        read_history();
        check_versions();
    }

private:
    void read_operations()
    {
        constexpr std::size_t at_once = 2000;

        for (std::size_t count = at_once; count == at_once;) {
            count = 0;
            store_.placed_operations(operations_.empty() ? std::numeric_limits<std::int64_t>::min() : operations_.back(), at_once, [&](record::Row const& row) {
                ++count;
                batch_.push_back(row.front().integer);
                if (!row.back().null)
                    places_.emplace_back(row.back().integer, row.front().integer);
            });
            operations_.insert(operations_.end(), batch_.begin(), batch_.end());
            batch_.clear();
        }
    }

    /// Whoever follows the feed relies on places without a gap.
    void check_places()
    {
        std::ranges::sort(places_);
        auto expected = range_.kept_from;
        for (auto const& [place, operation] : places_) {
            if (place != expected || place > range_.last)
                return list_.add("operation", operation, "operation.feed_position.order", "The places in the feed are not one after the other up to the last one: who follows it may have missed operations.");
            ++expected;
        }
    }

    void read_history()
    {
        constexpr std::size_t at_once = 2000;

        store::HistoryPlace place{std::numeric_limits<std::int64_t>::min(), -1};
        for (std::size_t count = at_once; count == at_once;) {
            auto const changes = store_.history(place, at_once);
            count              = changes.size();
            for (auto const& change : changes) {
                check_place(change, place);
                place = {change.operation_id.value, change.position};
                tell_of(change);
            }
            done_ += count;
            if (options_.progress)
                options_.progress("history", done_);
        }
    }

    void check_place(Change const& change, store::HistoryPlace before)
    {
        auto const operation = change.operation_id.value;
        bool const is_first  = operation != before.operation;
        if (is_first && !std::ranges::binary_search(operations_, operation))
            list_.add("history", operation, "history.operation.missing", "The history tells of an operation that is not there: nobody knows who did it and when.");
        if (change.position != (is_first ? 0 : before.position + 1))
            list_.add("history", operation, "history.position.gap", "The changes of this operation are not numbered from 0 on without a gap: some are lost.");
    }

    void tell_of(Change const& change)
    {
        auto const tables = record::tables();
        auto const table  = std::ranges::find(tables, std::string_view{change.record}, &record::Table::name);
        if (table == tables.end())
            return list_.add("history", change.operation_id.value, "history.record.unknown", "The history tells of a kind of record that there is none of.");
        auto const& records  = known_[table->index];
        auto const  position = records.position(change.record_id);
        if (position == records.size())
            gone_[{table->index, change.record_id}].add(change);
        else
            versions_[table->index][position].add(change);
    }

    void check_versions()
    {
        for (auto const& table : record::tables())
            if (table.versioned)
                for (std::size_t i = 0; i != known_[table.index].size(); ++i)
                    check_versions(table, known_[table.index].id(i), known_[table.index].version(i), versions_[table.index][i]);
        for (auto const& [which, versions] : gone_)
            if (!versions.removed)
                list_.add(record::tables()[which.first].name, which.second, "history.record.missing", "The history does not tell that it was removed, and it is not there: it is lost.");
    }

    void check_versions(record::Table const& table, std::int64_t id, std::int64_t version, Versions const& told)
    {
        if (told.removed)
            return;  // and added again under its id
        bool const is_whole = range_.kept_from <= 1;  // nothing was forgotten
        if (told.has_gap() || (is_whole && told.count != 0 && told.least != 1))
            list_.add(table.name, id, "history.version.gap", "The history does not tell of every version: what others changed cannot be merged any more.");
        else if (told.count != 0 ? told.greatest != version : is_whole)
            list_.add(table.name, id, "history.version.newest", "Its version is not the last one that the history tells of: it was changed outside crm.");
    }

    store::Transaction&                                         store_;
    std::vector<KnownRecords> const&                            known_;
    FindingList&                                                list_;
    CheckOptions const&                                         options_;
    store::FeedRange                                            range_;
    std::vector<std::int64_t>                                   operations_{}, batch_{};
    std::vector<std::pair<std::int64_t, std::int64_t>>          places_{};  ///< and operations
    std::vector<std::vector<Versions>>                          versions_{};
    std::map<std::pair<std::size_t, std::int64_t>, Versions>    gone_{};
    std::uint64_t                                               done_ = 0;
};

}  // namespace

void check_history(store::Transaction& store, std::vector<KnownRecords> const& known, FindingList& list, CheckOptions const& options)
{
    HistoryCheck{store, known, list, options}.run();
}

}  // namespace crm
