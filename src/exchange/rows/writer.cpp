#include "writer.hpp"

#include "record/table.hpp"

#include <algorithm>

namespace crm::exchange {

using record::Row;

PartWriter::PartWriter(Part const& part) : part_{part}
{
    auto const* const table = part.table();
    if (!table)
        return;
    for (std::size_t i = 0; i != table->columns.size(); ++i) {
        auto const& column = table->columns[i];
        if (column.refers_to.empty() || record::table_named(column.refers_to).index < table->index)
            continue;
        if (column.refers_to != table->name || !column.nullable || !table->versioned)
            throw Internal{"Rows of " + std::string{table->name} + " cannot be stored before those that " + column.name + " refers to."};
        own_.push_back(i);
    }
}

bool PartWriter::refers_forward(Row const& row) const
{
    return std::ranges::any_of(own_, [&](std::size_t column) { return !row[column].null && row[column].integer > row.front().integer; });
}

/// As the version before, so that the whole row can take its place.
Row PartWriter::without_forward(Row row) const
{
    for (auto const column : own_)
        row[column].null = row[column].null || row[column].integer > row.front().integer;
    row[1].set(row[1].integer - 1);
    return row;
}

void PartWriter::write(store::Transaction& to, std::span<Row const> rows, std::size_t there)
{
    std::vector<Row> less;
    if (std::ranges::any_of(rows, [&](Row const& row) { return refers_forward(row); })) {
        less.assign(rows.begin(), rows.end());
        for (auto& row : less)
            if (refers_forward(row)) {
                deferred_.push_back(row);
                row = without_forward(std::move(row));
            }
        rows = less;
    }
    if (there < rows.size())
        part_.write(to, rows.subspan(there));
}

void PartWriter::finish(store::Transaction& to)
{
    for (auto const& row : deferred_)
        static_cast<void>(to.update(*part_.table(), without_forward(row), row));  // false: it is there already
    deferred_.clear();
}

}  // namespace crm::exchange
