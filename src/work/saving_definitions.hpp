// The templates of Saving, and of Work that rest on it: for the files that instantiate them, one for each record type
// with hooks of its own.
#pragma once

#include "prepare.hpp"
#include "record/merge.hpp"
#include "saving.hpp"

#include <crm/rules/rule.hpp>

#include <algorithm>

namespace crm {

template <class Record>
[[nodiscard]] Record decoded(record::Row const& row)
{
    Record record;
    if (auto const field = record::decode(row, record); !field.empty())
        throw Corrupt{"The " + std::string{Facts<Record>::name} + " " + std::to_string(row.front().integer) +
                      " holds what crm could not have written, in " + std::string{field} + "."};
    return record;
}

template <class Record>
std::optional<Record> Saving::find(Id<Record> id)
{
    auto const* found = row(record::table_of<Record>(), id.value);
    return found ? std::optional{decoded<Record>(*found)} : std::nullopt;
}

template <class Record>
Record Saving::get(Id<Record> id)
{
    if (auto found = find(id))
        return *std::move(found);
    throw NotFound{"There is no " + std::string{Facts<Record>::name} + " " + std::to_string(id.value) + "."};
}

template <class Record>
std::vector<Record> Saving::select(store::Filter filter, std::vector<store::SortKey> order, std::size_t limit)
{
    std::vector<Record> records;
    store().select(record::table_of<Record>(), {.filter = std::move(filter), .order = std::move(order), .limit = limit},
                   [&](record::Row const& row) { records.push_back(decoded<Record>(row)); });
    return records;
}

/// Calls `visit(table of the other record, id, facts)` for each key of another record that is given.
template <class Record, class Visit>
void for_each_reference(Record const& record, Visit visit)
{
    auto const one = [&]<class Other>(Id<Other> id, FieldFacts const& facts) {
        if constexpr (is_record<Other>)
            if (id && facts.name != "id")
                visit(record::table_of<Other>(), id.value, facts);
    };
    for_each_field<Record>([&](auto member, FieldFacts const& facts) {
        if constexpr (requires { one(record.*member, facts); })
            one(record.*member, facts);
        else if constexpr (requires { one(*(record.*member), facts); })
            if (record.*member)
                one(*(record.*member), facts);
    });
}

template <class Record>
void Saving::prefetch(std::span<Record const> records)
{
    std::array<std::vector<std::int64_t>, record_count> wanted;
    for (auto const& record : records)
        for_each_reference(record, [&](record::Table const& table, std::int64_t id, FieldFacts const&) {
            if (known_[table.index].try_emplace(id).second)
                wanted[table.index].push_back(id);
        });
    for (auto const& table : record::tables())
        if (auto const& ids = wanted[table.index]; !ids.empty())
            store().get_many(table, ids, [&](record::Row const& row) { known_[table.index][row.front().integer] = row; });
}

template <class Record>
void Saving::check_references(Record const& record, Violations& broken)
{
    for_each_reference(record, [&](record::Table const& table, std::int64_t id, FieldFacts const& facts) {
        if (row(table, id))
            return;
        auto const stem = facts.name.ends_with("_id") ? facts.name.substr(0, facts.name.size() - 3) : facts.name;
        rules::add(broken, std::string{Facts<Record>::name}.append(".").append(stem).append(".missing"), facts.name,
                   "Choose one that exists: there is no " + std::string{table.name} + " " + std::to_string(id) + ".");
    });
}

template <class Record>
void Saving::check(Record const* before, Record const& after, Violations& broken)
{
    rules::check(after, broken);
    check_references(after, broken);
    Hooks<Record>::check(before, after, *this, broken);
}

template <class Record>
Violations Saving::check_new(std::span<Record> records)
{
    Violations broken;
    for (std::size_t position = 0; position != records.size(); ++position) {
        auto const first = broken.size();
        prepare_texts(records[position]);
        Hooks<Record>::prepare(nullptr, records[position], *this);
        earlier_ = {records.data(), position, record_index<Record>};
        check<Record>(nullptr, records[position], broken);
        for (auto& violation : std::span{broken}.subspan(first))
            violation.position = position;
    }
    earlier_ = {};
    return broken;
}

template <class Record>
void Saving::add(std::span<Record> records)
{
    constexpr std::size_t most_kept = 10'000;  // of more, the rest of the call reads again what it refers to

    if (records.empty())
        return;
    std::vector<Record> stored(records.begin(), records.end());
    std::int64_t greatest = 0;
    for (auto& record : stored) {
        if (record.id && !keeping_ids)
            throw InvalidArgument{"The " + std::string{Facts<Record>::name} + " has an id already: save it instead of adding it."};
        greatest = std::max(greatest, record.id.value);
    }
    if (greatest != 0)
        store().claim_ids(greatest);
    prefetch(std::span<Record const>{stored});
    bool const is_refused = refused(check_new(std::span{stored}));

    auto const&         table = record::table_of<Record>();
    auto                next  = store().reserve_ids(std::ranges::count(stored, Id<Record>{}, &Record::id));
    std::vector<Change> changes;
    for (auto& record : stored) {
        if (!record.id)
            record.id = {next++};
        if constexpr (Versioned<Record>)
            record.revision = next_after(keeping_ids ? begun_elsewhere(record.revision) : Revision{});
        changes.push_back({.record = std::string{table.name}, .record_id = record.id.value, .version = 1, .action = Action::added});
        if (is_refused || stored.size() <= most_kept)
            known_[table.index][record.id.value] = record::row_of(record);
        else
            forget(table, record.id.value);
    }
    if (is_refused) {
        for (auto const& record : stored)  // which is not stored, and has no guard to count up
            guarded_.insert({table.index, record.id.value});
        return static_cast<void>(std::ranges::move(stored, records.begin()));
    }
    store().insert(table, stored.size(), [&](std::size_t i, record::Row& row) { record::encode(stored[i], row); });
    work_.remember(std::move(changes));
    for (auto const& record : stored)
        Hooks<Record>::follow(nullptr, record, *this);
    std::ranges::move(stored, records.begin());
}

template <class Record>
void Saving::append(Record row)
{
    row.id = {store().reserve_ids(1)};
    store().insert(record::table_of<Record>(), 1, [&](std::size_t, record::Row& cells) { record::encode(row, cells); });
}

template <Versioned Record>
void require_version(Record const& record)
{
    if (record.revision.version < 1)
        throw InvalidArgument{"Save what was read before: its revision has no version."};
}

template <class Record>
void Saving::change(Record const& before, Record& after)
{
    if (!try_change(before, after))
        throw Busy{"Somebody else changed the " + std::string{Facts<Record>::name} + " " + std::to_string(before.id.value) +
                   " at the same moment: do the same again."};
}

template <class Record>
bool Saving::try_change(Record const& before, Record& after)
{
    auto const& table = record::table_of<Record>();
    prepare_texts(after);
    Hooks<Record>::prepare(&before, after, *this);

    Violations broken;
    check(&before, after, broken);
    if (!broken.empty())
        throw ValidationError{std::move(broken)};

    auto const old     = record::row_of(before);
    auto const changes = record::changes_between(table.columns, old, record::row_of(after));
    if (after == before)
        return true;
    after.revision = next_after(after.revision);
    bool const is_first = store().update(table, old, record::row_of(after));
    forget(table, after.id.value);
    if (!is_first)
        return false;
    work_.remember({{.record    = std::string{table.name},
                     .record_id = after.id.value,
                     .version   = after.revision.version,
                     .action    = Action::changed,
                     .fields    = changes}});
    Hooks<Record>::follow(&before, after, *this);
    return true;
}

/// `theirs`, as stored, with what `yours` changed in it since the version that it was read at.
/// \throws Conflict with what both changed differently
[[nodiscard]] record::Row merged_row(record::Table const& table, std::vector<Change> const& since, record::Row const& yours,
                                     record::Row theirs);

/// What happened to a record between a version of it and the one that is stored.
template <class Record>
std::vector<Change> Saving::changes_since(record::Table const& table, Record const& theirs, std::int64_t version)
{
    if (version == theirs.revision.version)
        return {};
    auto since = store().changes_since(table.name, theirs.id.value, version);
    // What was committed after `theirs` was read is not in it: then it cannot be saved, and is read again.
    std::erase_if(since, [&](Change const& change) { return change.version > theirs.revision.version; });
    if (std::ssize(since) != theirs.revision.version - version)
        throw Conflict{"Read the " + std::string{table.name} + " " + std::to_string(theirs.id.value) +
                       " again: so much of its history is not kept any more that what others changed since cannot be told."};
    return since;
}

template <class Record>
void Saving::merge(Record& changed)
{
    constexpr int turns = 10;

    require_version(changed);
    auto const& table = record::table_of<Record>();
    auto        given = changed;
    prepare_texts(given);
    for (int turn = 1;; ++turn) {  // others may save it between the reading and the writing here
        auto const theirs = get(changed.id);
        if (changed.revision.version > theirs.revision.version)
            throw InvalidArgument{"Save what was read before: its revision has a version that never was."};
        auto const since  = changes_since(table, theirs, changed.revision.version);
        auto       stored = decoded<Record>(merged_row(table, since, record::row_of(given), record::row_of(theirs)));
        if (turn == turns)
            change(theirs, stored);
        else if (!try_change(theirs, stored))
            continue;
        changed = std::move(stored);
        return;
    }
}

template <class Record>
void Saving::remove(Id<Record> id)
{
    auto const& table  = record::table_of<Record>();
    auto const  record = get(id);
    Violations  broken;
    Hooks<Record>::check_removal(record, *this, broken);
    check_referrers(table, id.value, broken);
    if (!broken.empty())
        throw ValidationError{std::move(broken)};
    remove_owned(table, id.value);
    remove_row(table, record::row_of(record));
    Hooks<Record>::follow_removal(record, *this);
}

template <class Record>
void Work::add(std::span<Record> new_records)
{
    call([&] { Saving{*this}.add(new_records); });
}

template <class Record>
void Work::add_with_ids(std::span<Record> records)
{
    call([&] {
        Saving saving{*this};
        saving.keeping_ids = true;
        saving.add(records);
    });
}

template <class Record>
void Work::save(Record& changed)
{
    call([&] { Saving{*this}.merge(changed); });
}

template <class Record>
void Work::archive(Id<Record> id)
{
    call([&] {
        Saving     saving{*this};
        auto const before = saving.get(id);
        auto       after  = before;
        if (!after.revision.archived_at)
            after.revision.archived_at = saving.now();
        saving.change(before, after);
    });
}

template <class Record>
void Work::restore(Id<Record> id)
{
    call([&] {
        Saving     saving{*this};
        auto const before = saving.get(id);
        auto       after  = before;
        after.revision.archived_at.reset();
        saving.change(before, after);
    });
}

template <class Record>
void Work::remove(Id<Record> id)
{
    call([&] { Saving{*this}.remove(id); });
}

/// Whether a record is above itself by way of others, which `parent` leads to one after the other.
template <class Record>
[[nodiscard]] bool leads_back(Record const& record, std::optional<Id<Record>> Record::*parent, Saving& saving)
{
    constexpr int deepest = 1000;

    auto above = record.*parent;
    if (!record.id || above == record.id)
        return false;  // not stored yet; its own parent, which is a rule of its own
    for (int level = 0; above && level != deepest; ++level) {
        if (*above == record.id)
            return true;
        auto const next = saving.find(*above);
        above           = next ? (*next).*parent : std::nullopt;
    }
    return false;
}

/// The same, where two writers could close a circle together: whoever gets a parent counts up the guard of the one at
/// the top of it, and of himself, which the other one's top is.
template <class Record>
[[nodiscard]] bool leads_back_guarded(Record const* before, Record const& after, std::optional<Id<Record>> Record::*parent, Saving& saving)
{
    if (!(after.*parent) || !after.id || (before && before->*parent == after.*parent))
        return false;
    constexpr int deepest = 1000;

    saving.guard(after.id);
    auto top = *(after.*parent);
    for (int level = 0; top != after.id && level != deepest; ++level) {
        saving.guard(top);  // before it is read: whoever gives it a parent waits
        auto const next = saving.find(top);
        if (!next || !((*next).*parent))
            break;
        top = *((*next).*parent);
    }
    return leads_back(after, parent, saving);
}

/// What each file of a record type ends with.
#define CRM_INSTANTIATE_SAVING(Record)                                                                             \
    template std::optional<Record> Saving::find(Id<Record>);                                                       \
    template Record                Saving::get(Id<Record>);                                                        \
    template std::vector<Record>   Saving::select<Record>(store::Filter, std::vector<store::SortKey>, std::size_t); \
    template void                  Saving::add(std::span<Record>);                                                 \
    template void                  Saving::change(Record const&, Record&);                                         \
    template void                  Saving::merge(Record&);                                                         \
    template void                  Saving::remove(Id<Record>);                                                     \
    template void                  Work::add(std::span<Record>);                                                   \
    template void                  Work::add_with_ids(std::span<Record>);                                          \
    template void                  Work::save(Record&);                                                            \
    template void                  Work::archive(Id<Record>);                                                      \
    template void                  Work::restore(Id<Record>);                                                      \
    template void                  Work::remove(Id<Record>);

}  // namespace crm
