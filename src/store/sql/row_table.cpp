#include "row_table.hpp"

#include <algorithm>

namespace crm::sql {

namespace {

/// Keys in one SELECT: enough to make the round trips few, and always as many, so that the statement is kept.
constexpr std::size_t keys_at_once = 50;

/// An application changes the same few columns again and again.
constexpr std::size_t updates_kept = 16;

}  // namespace

std::vector<record::Kind> kinds_of(record::Columns const& columns)
{
    std::vector<record::Kind> kinds;
    std::ranges::transform(columns, std::back_inserter(kinds), &record::Column::kind);
    return kinds;
}

std::string RowTable::select() const
{
    return "select " + column_list(connection_, table_.columns) + " from " + connection_.table(table_.name);
}

void RowTable::insert(std::size_t count, store::Fill const& fill)
{
    auto const  bulk = connection_.dialect().bulk_rows;
    std::size_t next = 0;
    if (bulk > 1 && count >= bulk) {
        if (!insert_many_)
            insert_many_.emplace(connection_, table_, bulk);
        for (; count - next >= bulk; next += bulk) {
            for (std::size_t i = 0; i != bulk; ++i)
                fill(next + i, insert_many_->row(i));
            insert_many_->run();
        }
    }
    if (!insert_one_)
        insert_one_.emplace(connection_, table_, 1);
    for (; next != count; ++next) {
        fill(next, insert_one_->row(0));
        insert_one_->run();
    }
}

/// The key is never among them.
RowTable::Positions RowTable::changed_columns(record::Row const& before, record::Row const& after) const
{
    Positions positions;
    for (std::size_t i = 1; i != after.size(); ++i)
        if (!connection_.dialect().updates_what_is_named || !after[i].equals(before[i], table_.columns[i].kind))
            positions.push_back(i);
    return positions;
}

bool RowTable::update(record::Row const& before, record::Row const& after)
{
    auto const positions = changed_columns(before, after);
    auto       update    = updates_.find(positions);
    if (update == updates_.end()) {
        if (updates_.size() == updates_kept)
            updates_.clear();
        update = updates_.try_emplace(positions, connection_, table_, positions).first;
    }
    return update->second.run(before, after);
}

bool RowTable::remove(std::int64_t id)
{
    if (!remove_)
        remove_.emplace(connection_, "delete from " + connection_.table(table_.name) + " where id = :id",
                        std::vector{record::Kind::integer});
    remove_->parameter(0).set(id);
    return remove_->run() == 1;
}

void RowTable::get(std::int64_t id, store::Take const& take)
{
    if (!get_)
        get_.emplace(connection_, select() + " where id = :id", std::vector{record::Kind::integer}, kinds_of(table_.columns));
    get_->parameter(0).set(id);
    get_->run(take);
}

void RowTable::get_many(std::span<std::int64_t const> ids, store::Take const& take)
{
    if (ids.size() == 1)
        return get(ids.front(), take);
    if (!get_many_) {
        std::string places;
        for (std::size_t i = 0; i != keys_at_once; ++i)
            places.append(i == 0 ? ":p" : ", :p").append(std::to_string(i));
        get_many_.emplace(connection_, select() + " where id in (" + places + ")",
                          std::vector(keys_at_once, record::Kind::integer), kinds_of(table_.columns));
    }
    std::vector<std::int64_t> once{ids.begin(), ids.end()};
    std::ranges::sort(once);
    once.erase(std::unique(once.begin(), once.end()), once.end());
    for (std::span<std::int64_t const> rest{once}; !rest.empty(); rest = rest.subspan(std::min(keys_at_once, rest.size()))) {
        for (std::size_t i = 0; i != keys_at_once; ++i)
            get_many_->parameter(i).set(rest[std::min(i, rest.size() - 1)]);
        get_many_->run(take);
    }
}

bool RowTable::guard(std::int64_t id)
{
    if (!guard_)
        guard_.emplace(connection_, "update " + connection_.table(table_.name) + " set guard = guard + 1 where id = :id",
                       std::vector{record::Kind::integer});
    guard_->parameter(0).set(id);
    return guard_->run() == 1;
}

}  // namespace crm::sql
