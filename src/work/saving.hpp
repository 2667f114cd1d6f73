// One call that changes records: where the rules, the history and the store meet.
#pragma once

#include "filters.hpp"

#include <crm/work/work.hpp>

#include <array>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <unordered_map>
#include <vector>

namespace crm {

/// What a call knows, and what it may do. It lives for one call of Work, and reads what it needs once.
class Saving {
public:
    explicit Saving(Work& work);

    [[nodiscard]] Instant             now() const noexcept { return now_; }
    [[nodiscard]] Id<Operator>        who() const noexcept { return work_.who(); }
    [[nodiscard]] Settings const&     settings() const noexcept { return *work_.session().settings; }
    [[nodiscard]] store::Transaction& store() { return work_.transaction(); }

    /// The operation that this call belongs to.
    [[nodiscard]] std::int64_t operation() { return work_.operation().value; }

    // ---- Asking -----------------------------------------------------------------------------------------------------

    /// The record as it is stored, or none.
    template <class Record>
    [[nodiscard]] std::optional<Record> find(Id<Record> id);
    template <class Record>
    [[nodiscard]] std::optional<Record> find(std::optional<Id<Record>> id)
    {
        return id ? find(*id) : std::nullopt;
    }

    /// The same. \throws NotFound
    template <class Record>
    [[nodiscard]] Record get(Id<Record> id);

    /// Every record that `filter` is true of, in the order of `order` and of ids.
    template <class Record>
    [[nodiscard]] std::vector<Record> select(store::Filter filter, std::vector<store::SortKey> order = {}, std::size_t limit = 10'000);

    template <class Record>
    [[nodiscard]] std::int64_t count(store::Filter const& filter)
    {
        return store().count(record::table_of<Record>(), filter);
    }

    /// The first phase in use of a stage. \throws ValidationError
    [[nodiscard]] Phase first_phase(Id<Scheme> scheme, Stage stage);

    // ---- Changing ---------------------------------------------------------------------------------------------------

    /// So that whoever else relies on rows around this one cannot commit at the same time. What is read from then on is
    /// what they have left: guard first, and look then.
    template <class Record>
    void guard(Id<Record> id)
    {
        auto const& table = record::table_of<Record>();
        if (guarded_.insert({table.index, id.value}).second && store().guard(table, id.value))
            forget(table, id.value);
    }
    template <class Record>
    void guard(std::optional<Id<Record>> id)
    {
        if (id)
            guard(*id);
    }
    void guard_value(std::string_view value) { static_cast<void>(store().guard_value(value)); }

    /// Adds records under the rules. \throws ValidationError, Conflict
    template <class Record>
    void add(std::span<Record> records);
    template <class Record>
    Record add(Record record)
    {
        add(std::span{&record, 1});
        return record;
    }

    /// Runs a step that adds records one after the other, and tells what is broken in any of them at once.
    /// \throws ValidationError
    void together(std::function<void()> const& step);

    /// The records of the same add() that were looked at before the one that is checked: they are not stored yet.
    template <class Record>
    [[nodiscard]] std::span<Record const> earlier() const
    {
        auto const* const first = static_cast<Record const*>(earlier_.first);
        return earlier_.table == record_index<Record> ? std::span{first, earlier_.count} : std::span<Record const>{};
    }

    /// Puts `after` in the place of `before` under the rules; nothing when they are the same.
    /// \throws Busy when somebody else was quicker
    template <class Record>
    void change(Record const& before, Record& after);

    /// Brings what the host changed into what is stored.
    template <class Record>
    void merge(Record& changed);

    template <class Record>
    void remove(Id<Record> id);

    /// Appends rows that are no records of the host's: without rules and history.
    template <class Record>
    void append(Record row);

    // ---- What a verb tells the hooks --------------------------------------------------------------------------------

    std::optional<Instant>                   moment{};          ///< of a change of phase; none: now
    std::optional<std::vector<Id<Operator>>> employees{};       ///< who took part in a contact; none: who works
    bool                                     employees_apart = false;  ///< they are added with the contacts' other parts
    bool                                     changing_kind = false;  ///< change_kind() has looked at what stands in the way
    bool                                     keeping_ids = false;    ///< records come with ids of their own
    bool                                     replacing_phase = false;  ///< remove_phase() moves closed cases too

private:
    using Rows = std::unordered_map<std::int64_t, std::optional<record::Row>>;

    struct Earlier {
        void const* first = nullptr;
        std::size_t count = 0;
        std::size_t table = record_count;
    };

    record::Row const* row(record::Table const& table, std::int64_t id);
    void               forget(record::Table const& table, std::int64_t id) { known_[table.index].erase(id); }

    /// Reads what the records refer to, all of a kind at once.
    template <class Record>
    void prefetch(std::span<Record const> records);
    template <class Record>
    void check_references(Record const& record, Violations& broken);
    template <class Record>
    void check(Record const* before, Record const& after, Violations& broken);
    template <class Record>
    [[nodiscard]] Violations check_new(std::span<Record> records);

    template <class Record>
    [[nodiscard]] std::vector<Change> changes_since(record::Table const& table, Record const& theirs, std::int64_t version);

    /// The same as change(); false when somebody else was quicker.
    template <class Record>
    [[nodiscard]] bool try_change(Record const& before, Record& after);

    /// Whether records are refused that were to be added together: then the rest is looked at, and not stored.
    [[nodiscard]] bool refused(Violations broken);

    void remove_row(record::Table const& table, record::Row const& row);
    void check_referrers(record::Table const& table, std::int64_t id, Violations& broken);
    void remove_owned(record::Table const& table, std::int64_t id);

    [[nodiscard]] Revision next_after(Revision revision) const;

    /// Before its first version: who added the record to another system, and when.
    [[nodiscard]] static Revision begun_elsewhere(Revision const& revision)
    {
        return {.version = 0, .created_at = revision.created_at, .created_by = revision.created_by, .changed_at{}, .changed_by{}, .archived_at = revision.archived_at};
    }

    Work&                          work_;
    Instant                        now_;
    std::array<Rows, record_count> known_{};
    std::set<std::pair<std::size_t, std::int64_t>> guarded_{};  ///< table and id
    Earlier                        earlier_{};
    std::optional<Violations>      together_{};  ///< what is broken so far in records that are added together
};

/// What a record type has beside its facts and rules: values that are derived, rules that look at other records, and
/// what follows from a change. A record type with any of them specialises Hooks in a file of its own.
template <class Record>
struct PlainHooks {
    /// Fills in what was not given, and what is derived. `before`: none for a new record.
    static void prepare(Record const* /*before*/, Record& /*after*/, Saving&) {}

    /// Adds what is broken among other records.
    static void check(Record const* /*before*/, Record const& /*after*/, Saving&, Violations&) {}

    /// After it is stored.
    static void follow(Record const* /*before*/, Record const& /*after*/, Saving&) {}

    static void check_removal(Record const&, Saving&, Violations&) {}

    /// After it is removed.
    static void follow_removal(Record const&, Saving&) {}
};
template <class Record>
struct Hooks : PlainHooks<Record> {};

}  // namespace crm
