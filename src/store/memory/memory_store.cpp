#include "memory_store.hpp"

#include "card.hpp"
#include "evaluate.hpp"
#include "funnel.hpp"
#include "memory_feed.hpp"
#include "memory_history.hpp"
#include "memory_tables.hpp"
#include "plan.hpp"
#include "timeline.hpp"
#include "turns.hpp"

#include "model/on_failure.hpp"
#include "record/table.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <functional>
#include <optional>
#include <set>
#include <utility>

namespace crm::store {

namespace {

struct MemoryStore final : Store {
    explicit MemoryStore(std::chrono::milliseconds patience) : patience{patience} {}

    std::unique_ptr<Transaction> begin(Access access) override;

    void        number_operations() override;
    std::size_t forget_history(Instant before) override;

    /// Asked at any moment, whoever has the turn.
    [[nodiscard]] Stats stats() const override { return {.commits = commits, .feed_unnumbered = unnumbered, .feed_last = last_place}; }

    /// What is told of the feed from now on. By whoever has the turn to write.
    void count_feed()
    {
        unnumbered = feed.waiting();
        last_place = feed.range().last;
    }

    std::chrono::milliseconds const patience;
    Turns                           turns;
    MemoryTables                    tables;
    MemoryHistory                   history;
    MemoryFeed                      feed;
    std::string                     copy_of{};  ///< what this is an unfinished copy of
    std::int64_t                    last_stamp = 0;
    std::atomic<std::int64_t>       next_id    = 1;  ///< readers take ids too, several at once
    std::atomic<std::uint64_t>      commits    = 0;
    std::atomic<std::uint64_t>      unnumbered = 0;
    std::atomic<std::int64_t>       last_place = 0;
};

class MemoryTransaction final : public Transaction {
public:
    MemoryTransaction(MemoryStore& store, Access access) : store_{store}, writing_{access == Access::write}
    {
        store_.turns.take(writing_, store_.patience);
        begin_ = mark();
    }
    MemoryTransaction(MemoryTransaction const&)            = delete;
    MemoryTransaction& operator=(MemoryTransaction const&) = delete;

    ~MemoryTransaction() override
    {
        if (writing_)
            undo_to(begin_);
        store_.turns.give_back(writing_);
    }

    void insert(record::Table const& table, std::size_t count, Fill const& fill) override
    {
        change([&] {
            record::Row row(table.columns.size());
            for (std::size_t position = 0; position != count; ++position) {
                fill(position, row);
                store_.tables.insert(table, row);
            }
        });
    }

    [[nodiscard]] bool update(record::Table const& table, record::Row const& before, record::Row const& after) override
    {
        return change([&] { return store_.tables.update(table, before, after); });
    }

    [[nodiscard]] bool remove(record::Table const& table, std::int64_t id) override
    {
        return change([&] { return store_.tables.remove(table, id); });
    }

    void get(record::Table const& table, std::int64_t id, Take const& take) override
    {
        require_sound();
        if (auto const* const row = store_.tables.of(table).find(id))
            take(*row);
    }

    void get_many(record::Table const& table, std::span<std::int64_t const> ids, Take const& take) override
    {
        for (auto const id : std::set(ids.begin(), ids.end()))
            get(table, id, take);
    }

    void select(record::Table const& table, Query const& query, Take const& take) override
    {
        require_sound();
        for (auto const* row : page(table, query, store_.tables))
            take(*row);
    }

    [[nodiscard]] std::int64_t count(record::Table const& table, Filter const& filter) override
    {
        require_sound();
        std::int64_t count = 0;
        store_.tables.of(table).each_after({}, [&](record::Row const& row) {
            count += holds(filter, table, row, store_.tables) ? 1 : 0;
            return true;
        });
        return count;
    }

    /// There is one writer at a time, so that nobody else is kept out.
    bool guard(record::Table const&, std::int64_t) override { return change([] { return false; }); }
    bool guard_value(std::string_view) override { return change([] { return false; }); }

    void remember(std::span<Change const> changes) override
    {
        change([&] { store_.history.add(changes); });
    }

    [[nodiscard]] std::vector<Change> changes_since(std::string_view record, std::int64_t id, std::int64_t version) override
    {
        require_sound();
        return store_.history.since(record, id, version);
    }

    void write_operation(Operation& operation) override
    {
        operation.stamp = std::max(operation.stamp, store_.last_stamp) + 1;
        change([&] { store_.tables.insert(record::table_of<Operation>(), record::row_of(operation)); });
        operation_ = operation;
    }

    [[nodiscard]] Feed feed(std::int64_t after, std::size_t limit) override
    {
        require_sound();
        if (auto const kept_from = store_.feed.range().kept_from; after + 1 < kept_from)
            throw OutOfRange{"The feed is kept from place " + std::to_string(kept_from) + " on, what followed " + std::to_string(after) +
                             " is gone: read everything anew, and follow from the place of that moment."};
        Feed entries;
        store_.feed.each_after(after, [&](MemoryFeedEntry const& entry) {
            if (entries.size() != limit)
                entries.push_back(whole(entry));
            return entries.size() != limit;
        });
        return entries;
    }

    [[nodiscard]] std::optional<SubjectCard> card(Id<Subject> id) override
    {
        require_sound();
        return card_of(store_.tables, id);
    }

    [[nodiscard]] std::vector<SubjectCard> subjects_with_number(NumberKind kind, std::string_view value) override
    {
        require_sound();
        return store::subjects_with_number(store_.tables, kind, value);
    }

    [[nodiscard]] std::vector<PartyHit> parties_with_key(std::string_view beginning, std::size_t limit) override
    {
        require_sound();
        return store::parties_with_key(store_.tables, beginning, limit);
    }

    [[nodiscard]] Timeline timeline(TimelineQuery const& query) override
    {
        require_sound();
        return timeline_of(store_.tables, query);
    }

    [[nodiscard]] Funnel funnel(FunnelQuery const& query) override
    {
        require_sound();
        return funnel_of(store_.tables, query);
    }

    [[nodiscard]] PlanComparison plan_against_actual(Id<Case> id) override
    {
        require_sound();
        return plan_against_actual_of(store_.tables, id);
    }

    [[nodiscard]] Overruns overruns(OverrunQuery const& query) override
    {
        require_sound();
        return overruns_of(store_.tables, query);
    }

    [[nodiscard]] std::vector<Change> history(HistoryPlace after, std::size_t limit) override
    {
        require_sound();
        return store_.history.behind(after, limit);
    }

    void placed_operations(std::int64_t after, std::size_t limit, Take const& take) override
    {
        require_sound();
        store_.tables.of(record::table_of<Operation>()).each_after(after, [&](record::Row const& row) {
            if (limit-- == 0)
                return false;
            auto  placed = row;
            auto& cell   = placed.emplace_back();
            if (auto const place = store_.feed.place_of(row[0].integer))
                cell.set(*place);
            take(placed);
            return true;
        });
    }

    void restore_operations(std::size_t count, Fill const& fill) override
    {
        auto const width = record::table_of<Operation>().columns.size();
        change([&] {
            for (std::size_t position = 0; position != count; ++position) {
                record::Row row(width + 1);
                fill(position, row);
                restore_operation(std::move(row));
            }
        });
    }

    [[nodiscard]] FeedRange feed_range() override
    {
        require_sound();
        return store_.feed.range();
    }
    void restore_feed_range(FeedRange range) override
    {
        change([&] { restored_.push_back([this, range] { store_.feed.begin_at(range.kept_from); }); });
    }

    [[nodiscard]] std::string unfinished_copy() override { return store_.copy_of; }
    void                      mark_unfinished_copy(std::string_view source) override
    {
        change([&] { restored_.push_back([this, text = std::string{source}] { store_.copy_of = text; }); });
    }

    [[nodiscard]] std::vector<std::string> self_check() override { return {}; }

    std::int64_t reserve_ids(std::int64_t count) override
    {
        require_sound();
        return store_.next_id.fetch_add(count);
    }

    void claim_ids(std::int64_t last) override
    {
        require_sound();
        for (auto next = store_.next_id.load(); next <= last && !store_.next_id.compare_exchange_weak(next, last + 1);)
            ;
    }

    void attempt(std::function<void()> const& step) override
    {
        require_sound();
        OnFailure undo{[this, before = mark()] { undo_to(before); }};
        step();
        require_sound();
        undo.went_well();
    }

    void commit() override
    {
        require_sound();
        if (writing_) {
            store_.tables.keep_changes();
            store_.history.keep_changes();
            ++store_.commits;
        }
        for (auto const& restored : restored_)
            restored();
        if (operation_) {
            store_.feed.append(operation_->id.value);
            store_.last_stamp = operation_->stamp;
        }
        if (writing_)
            store_.count_feed();
        restored_.clear();
        operation_.reset();
        begin_ = mark();
    }

private:
    struct Mark {
        std::size_t tables   = 0;
        std::size_t history  = 0;
        std::size_t restored = 0;
    };

    [[nodiscard]] Mark mark() const { return {store_.tables.mark(), store_.history.mark(), restored_.size()}; }

    [[nodiscard]] FeedEntry whole(MemoryFeedEntry const& in_feed) const
    {
        FeedEntry entry{.position = in_feed.place, .operation{}, .changes = store_.history.of(in_feed.operation)};
        auto const* const row = store_.tables.of(record::table_of<Operation>()).find(in_feed.operation);
        if (!row || !record::decode(*row, entry.operation).empty())
            throw Internal{"An operation of the feed is not there."};
        return entry;
    }

    /// Of a row whose last cell is the place in the feed.
    void restore_operation(record::Row row)
    {
        auto const& table = record::table_of<Operation>();
        auto const  place = row.back();
        auto const  id    = row.front().integer;
        auto const  stamp = row[table.position("stamp")].integer;
        row.pop_back();
        store_.tables.insert(table, row);
        restored_.push_back([this, place, id, stamp] {
            place.null ? store_.feed.wait(stamp, id) : store_.feed.put({place.integer, id});
            store_.last_stamp = std::max(store_.last_stamp, stamp);
        });
    }

    void undo_to(Mark mark)
    {
        store_.tables.undo_to(mark.tables);
        store_.history.undo_to(mark.history);
        restored_.resize(mark.restored);
        failure_ = nullptr;
    }

    void require_sound() const
    {
        if (failure_)
            std::rethrow_exception(failure_);
    }

    /// Runs a step that changes something. When it throws, what it did before is still there: hence the doom.
    template <class Step>
    auto change(Step step) -> decltype(step())
    {
        require_sound();
        if (!writing_)
            throw Internal{"A transaction that was begun for reading changes something."};
        try {
            return step();
        } catch (std::exception const&) {
            failure_ = std::current_exception();
            throw;
        }
    }

    MemoryStore&       store_;
    bool const         writing_;
    Mark               begin_{};
    std::exception_ptr failure_;  ///< the first one, which dooms

    std::optional<Operation> operation_{};  ///< that was written last
    std::vector<std::function<void()>> restored_{};  ///< what of another feed is put into ours at the commit
};

std::unique_ptr<Transaction> MemoryStore::begin(Access access)
{
    return std::make_unique<MemoryTransaction>(*this, access);
}

std::size_t MemoryStore::forget_history(Instant before)
{
    turns.take(true, patience);
    OnFailure give_back{[this] { turns.give_back(true); }};

    auto const& operations = record::table_of<Operation>();
    auto const  at         = operations.position("at");
    std::size_t old        = 0;
    for (auto first = feed.first_of_several(); first; first = feed.first_of_several(), ++old) {
        if ((*tables.of(operations).find(first->operation))[at].integer >= before.time_since_epoch().count())
            break;
        static_cast<void>(tables.remove(operations, first->operation));
        history.forget(first->operation);
        feed.forget_first();
    }
    tables.keep_changes();
    return old;
}

/// Each that is committed here has its place from then on: it is about those that were restored.
void MemoryStore::number_operations()
{
    turns.take(true, patience);
    OnFailure give_back{[this] { turns.give_back(true); }};
    feed.number();
    count_feed();
}

}  // namespace

std::unique_ptr<Store> open_memory_store(std::chrono::milliseconds patience)
{
    return std::make_unique<MemoryStore>(patience);
}

}  // namespace crm::store
