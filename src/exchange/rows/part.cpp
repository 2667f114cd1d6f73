#include "part.hpp"

#include "record/table.hpp"
#include "store/history_rows.hpp"

#include <algorithm>
#include <limits>

namespace crm::exchange {

namespace {

using record::Row;

class Records final : public Part {
public:
    explicit Records(record::Table const& table) : table_{table} {}

    std::string_view       name() const override { return table_.name; }
    record::Columns const& columns() const override { return table_.columns; }
    record::Table const*   table() const override { return &table_; }

    void read(store::Transaction& from, Row const* last, std::size_t limit, store::Take const& take) const override
    {
        store::Query page{.limit = limit};
        if (last)
            page.after = {last->front()};
        from.select(table_, page, take);
    }
    void write(store::Transaction& to, std::span<Row const> rows) const override
    {
        to.insert(table_, rows.size(), [&](std::size_t position, Row& row) { row = rows[position]; });
    }
    std::optional<std::uint64_t> count(store::Transaction& from) const override { return static_cast<std::uint64_t>(from.count(table_, {})); }

private:
    record::Table const& table_;
};

/// Operations, whose last cell is their place in the feed.
class Operations final : public Part {
public:
    std::string_view       name() const override { return store::placed_operation_table().name; }
    record::Columns const& columns() const override { return store::placed_operation_table().columns; }

    void read(store::Transaction& from, Row const* last, std::size_t limit, store::Take const& take) const override
    {
        from.placed_operations(last ? last->front().integer : std::numeric_limits<std::int64_t>::min(), limit, take);
    }
    void write(store::Transaction& to, std::span<Row const> rows) const override
    {
        to.restore_operations(rows.size(), [&](std::size_t position, Row& row) { row = rows[position]; });
    }
    std::optional<std::uint64_t> count(store::Transaction& from) const override
    {
        return static_cast<std::uint64_t>(from.count(record::table_of<Operation>(), {}));
    }
};

class History final : public Part {
public:
    std::string_view       name() const override { return "history"; }
    record::Columns const& columns() const override { return columns_; }

    void read(store::Transaction& from, Row const* last, std::size_t limit, store::Take const& take) const override
    {
        auto const place = last ? store::HistoryPlace{(*last)[0].integer, (*last)[1].integer}
                                : store::HistoryPlace{std::numeric_limits<std::int64_t>::min(), -1};
        Row row(columns_.size());
        for (auto const& change : from.history(place, limit)) {
            store::write_row(change, row);
            take(row);
        }
    }
    void write(store::Transaction& to, std::span<Row const> rows) const override
    {
        std::vector<Change> changes;
        std::ranges::transform(rows, std::back_inserter(changes), &store::change_of);
        to.remember(changes);
    }
    std::optional<std::uint64_t> count(store::Transaction&) const override { return std::nullopt; }

    /// Of records that were removed too: their ids are not given again.
    std::int64_t greatest_id(Row const& row) const override { return std::max(row[0].integer, row[3].integer); }

private:
    record::Columns const columns_ = [] {
        auto columns     = store::history_table().columns;
        columns[2].field = "of";  // "record" says of what kind the row itself is
        columns[3].field = "of_id";
        return columns;
    }();
};

std::vector<std::unique_ptr<Part const>> make_parts()
{
    std::vector<std::unique_ptr<Part const>> all;
    for (auto const& table : record::tables())
        if (table.index == record_index<Operation>)
            all.push_back(std::make_unique<Operations>());
        else
            all.push_back(std::make_unique<Records>(table));
    all.push_back(std::make_unique<History>());
    return all;
}

std::size_t size_of(Row const& row)
{
    std::size_t size = 0;
    for (auto const& cell : row)
        size += sizeof cell + (cell.null ? 0 : cell.text.size());
    return size;
}

}  // namespace

std::span<std::unique_ptr<Part const> const> parts()
{
    static auto const all = make_parts();
    return all;
}

Part const* part_named(std::string_view name)
{
    auto const found = std::ranges::find_if(parts(), [&](auto const& part) { return part->name() == name; });
    return found == parts().end() ? nullptr : found->get();
}

std::span<Row const> Pages::next()
{
    constexpr std::size_t most_rows = 3000, most_bytes = 8 << 20;

    if (!rows_.empty()) {
        before_     = rows_.back();
        has_before_ = true;
        if (rows_.size() < limit_)  // that page was the last one
            return {};
    }
    limit_ = next_limit_;
    rows_.clear();
    std::size_t bytes = 0;
    part_.read(from_, before(), limit_, [&](Row const& row) {
        rows_.push_back(row);
        bytes += size_of(row);
    });
    if (!rows_.empty())  // at most twice as many, because the next ones may be larger
        next_limit_ = std::clamp<std::size_t>(most_bytes * rows_.size() / (bytes + 1), 1, std::min(2 * limit_, most_rows));
    return rows_;
}

}  // namespace crm::exchange
