#include "saving_definitions.hpp"

#include <iterator>
#include <utility>

namespace crm {

Saving::Saving(Work& work) : work_{work}, now_{work.session().settings->clock()} {}

record::Row const* Saving::row(record::Table const& table, std::int64_t id)
{
    auto const [found, is_new] = known_[table.index].try_emplace(id);
    if (is_new)
        store().get(table, id, [&](record::Row const& row) { found->second = row; });
    return found->second ? &*found->second : nullptr;
}

Revision Saving::next_after(Revision revision) const
{
    if (revision.version == 0) {
        if (revision.created_at == Instant{})
            revision.created_at = now_;
        if (!revision.created_by)
            revision.created_by = who();
    }
    ++revision.version;
    revision.changed_at = now_;
    revision.changed_by = who();
    return revision;
}

void Saving::together(std::function<void()> const& step)
{
    together_.emplace();
    step();
    auto broken = *std::exchange(together_, std::nullopt);
    if (!broken.empty())
        throw ValidationError{std::move(broken)};
}

bool Saving::refused(Violations broken)
{
    if (!together_ && !broken.empty())
        throw ValidationError{std::move(broken)};
    if (together_)
        std::ranges::move(broken, std::back_inserter(*together_));
    return together_ && !together_->empty();
}

record::Row merged_row(record::Table const& table, std::vector<Change> const& since, record::Row const& yours, record::Row theirs)
{
    auto original = theirs;
    for (auto const& change : since)
        record::undo(change.fields, table.columns, original);
    if (auto clashes = record::merge(table.columns, original, yours, theirs); !clashes.empty())
        throw Conflict{"Somebody changed " + clashes.front().column + " of " + std::string{table.name} + " " +
                           std::to_string(theirs.front().integer) + " meanwhile: choose one of the two values, and save again.",
                       std::move(clashes)};
    return theirs;
}

namespace {

/// Calls `visit(table, column)` for every column that refers to `table`.
template <class Visit>
void for_each_referrer(record::Table const& table, Visit visit)
{
    for (auto const& other : record::tables())
        for (std::size_t column = 0; column != other.columns.size(); ++column)
            if (other.columns[column].refers_to == table.name)
                visit(other, column);
}

store::Filter refers(std::size_t column, std::int64_t id)
{
    return {.kind = store::Filter::Kind::compare, .column = column, .values = {cell_of(id)}};
}

std::vector<std::int64_t> ids_of(store::Transaction& store, record::Table const& table, store::Filter const& filter, std::size_t most)
{
    std::vector<std::int64_t> ids;
    store.select(table, {.filter = filter, .limit = most}, [&](record::Row const& row) { ids.push_back(row.front().integer); });
    return ids;
}

}  // namespace

void Saving::check_referrers(record::Table const& table, std::int64_t id, Violations& broken)
{
    constexpr std::size_t listed = 20;

    for_each_referrer(table, [&](record::Table const& other, std::size_t column) {
        auto const& key = other.columns[column];
        auto const  ids = key.owner ? std::vector<std::int64_t>{} : ids_of(store(), other, refers(column, id), listed + 1);
        if (ids.empty())
            return;
        std::string list;
        for (std::size_t i = 0; i != std::min(listed, ids.size()); ++i)
            list.append(list.empty() ? "" : ", ").append(std::to_string(ids[i]));
        rules::add(broken, std::string{table.name}.append(".removed.referred"), std::string{other.name}.append(".").append(key.name),
                   "Archive it, or remove first what refers to it: " + std::string{other.name} + " " + list +
                       (ids.size() > listed ? " and more." : "."));
    });
}

void Saving::remove_owned(record::Table const& table, std::int64_t id)
{
    constexpr std::size_t at_once = 1000;

    for_each_referrer(table, [&](record::Table const& other, std::size_t column) {
        if (!other.columns[column].owner)
            return;
        for (auto ids = ids_of(store(), other, refers(column, id), at_once); !ids.empty();
             ids      = ids_of(store(), other, refers(column, id), at_once))
            for (auto owned : ids) {
                remove_owned(other, owned);
                if (auto const* held = row(other, owned))
                    remove_row(other, record::Row{*held});
            }
    });
}

void Saving::remove_row(record::Table const& table, record::Row const& row)
{
    auto const id = row.front().integer;
    if (!store().remove(table, id))
        throw Busy{"Somebody else removed the " + std::string{table.name} + " " + std::to_string(id) + " at the same moment: do the same again."};
    forget(table, id);
    work_.remember({{.record    = std::string{table.name},
                     .record_id = id,
                     .version   = table.versioned ? row[1].integer + 1 : 0,
                     .action    = Action::removed,
                     .fields    = record::last_values(table.columns, row)}});
}

}  // namespace crm
