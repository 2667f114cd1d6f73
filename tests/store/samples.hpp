// Rows of every record type, made from its description alone: a new type is tested without a line of its own.
#pragma once

#include "monday.hpp"
#include "record/table.hpp"

#include <crm/store/store.hpp>

#include <limits>
#include <map>
#include <string>

namespace crm::test {

inline constexpr std::int64_t first_reference = 1'000'000'000;  ///< samples refer to rows from here on

/// The row of `table` that samples of other tables refer to.
[[nodiscard]] inline std::int64_t reference_to(std::string_view table)
{
    return first_reference + static_cast<std::int64_t>(record::table_named(table).index);
}

/// What the checks of the schema ask for beyond the single fields: where the first enumerator, or nothing, will not do.
inline void satisfy_checks(record::Table const& table, record::Row& row)
{
    static std::map<std::string_view, std::vector<std::pair<std::string_view, std::int64_t>>> const wanted{
        {"subject", {{"kind", 2}}},
        {"person", {{"subject_kind", 2}}},
        {"contact", {{"subject_id", reference_to("subject")}}},
        {"note", {{"subject_id", reference_to("subject")}}},
        {"document_link", {{"subject_id", reference_to("subject")}}},
        {"message", {{"state", 2}}},
    };
    if (auto const found = wanted.find(table.name); found != wanted.end())
        for (auto const& [column, value] : found->second)
            row[table.position(column)].set(value);
}

/// As much of a text as the column has room for.
[[nodiscard]] inline std::string fitting(record::Column const& column, std::string text)
{
    std::size_t const most  = column.meaning == record::Meaning::currency ? 3 : column.max_length;
    std::size_t       count = 0;
    for (std::size_t i = 0; most != 0 && i != text.size(); ++i)
        if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80 && ++count > most)
            return text.substr(0, i);
    return text;
}

/// A row that no store refuses; each `n` gives other keys. Optional cells are empty.
[[nodiscard]] inline record::Row sample(record::Table const& table, std::int64_t id, std::int64_t n)
{
    record::Row row(table.columns.size());
    for (std::size_t i = 0; i != row.size(); ++i) {
        auto const& column = table.columns[i];
        if (column.nullable)
            continue;
        if (column.name == "id")
            row[i].set(id);
        else if (column.name == "version")
            row[i].set(std::int64_t{1});
        else if (!column.refers_to.empty())
            row[i].set(reference_to(column.refers_to));
        else if (column.meaning == record::Meaning::currency)
            row[i].set(std::string_view{"PLN"});
        else if (column.kind != record::Kind::integer)
            row[i].set(std::string_view{fitting(column, "zażółć " + std::to_string(n))});
        else
            switch (column.meaning) {
            case record::Meaning::enumerator: row[i].set(column.enumerators.front().number); break;
            case record::Meaning::flag:       row[i].set(std::int64_t{0}); break;
            case record::Meaning::moment:     row[i].set(monday.time_since_epoch().count() + n); break;
            default:                          row[i].set(n % 100); break;
            }
    }
    satisfy_checks(table, row);
    // A key of one column that refers to another record: each row has a record of its own to refer to.
    for (auto const& key : table.unique)
        for (auto position : key)
            if (!table.columns[position].refers_to.empty())
                row[position].set(reference_to(table.columns[position].refers_to) + 1000 * n);
    return row;
}

/// The same with every value as great as it gets.
[[nodiscard]] inline record::Row extreme(record::Table const& table, record::Row row)
{
    for (std::size_t i = 0; i != row.size(); ++i) {
        auto const& column = table.columns[i];
        if (!column.refers_to.empty() || column.name == "version" || row[i].null)
            continue;
        if (column.name == "id" || column.meaning == record::Meaning::moment)
            row[i].set(std::numeric_limits<std::int64_t>::max());
        else if (column.meaning == record::Meaning::text)
            row[i].set(std::string_view{fitting(column, "\xF4\x8F\xBF\xBF" + std::string(30, '9'))});
        else if (column.meaning == record::Meaning::bytes) {
            std::string all;
            for (int byte = 0; byte != 256; ++byte)
                all += static_cast<char>(byte);
            row[i].set(std::string_view{all});
        }
    }
    return row;
}

inline void insert_row(store::Transaction& transaction, record::Table const& table, record::Row const& row)
{
    transaction.insert(table, 1, [&](std::size_t, record::Row& cells) { cells = row; });
}

/// Stores what the row refers to, and what that refers to, unless it is there.
inline void insert_references(store::Transaction& transaction, record::Table const& table, record::Row const& row)
{
    for (std::size_t i = 0; i != row.size(); ++i) {
        if (table.columns[i].refers_to.empty() || row[i].null)
            continue;
        auto const& other = record::table_named(table.columns[i].refers_to);
        bool        there = false;
        transaction.get(other, row[i].integer, [&](record::Row const&) { there = true; });
        if (there)
            continue;
        auto const referred = sample(other, row[i].integer, row[i].integer);
        insert_references(transaction, other, referred);
        insert_row(transaction, other, referred);
    }
}

inline void insert_with_references(store::Transaction& transaction, record::Table const& table, record::Row const& row)
{
    insert_references(transaction, table, row);
    insert_row(transaction, table, row);
}

/// The rows of a table below those that others refer to, by id.
[[nodiscard]] inline std::vector<record::Row> rows_of(store::Transaction& transaction, record::Table const& table)
{
    std::vector<record::Row> rows;
    transaction.select(table, {.limit = 100'000}, [&](record::Row const& row) {
        if (row.front().integer < first_reference || row.front().integer == std::numeric_limits<std::int64_t>::max())
            rows.push_back(row);
    });
    return rows;
}

[[nodiscard]] inline bool same(record::Table const& table, record::Row const& a, record::Row const& b)
{
    for (std::size_t i = 0; i != table.columns.size(); ++i)
        if (!a[i].equals(b[i], table.columns[i].kind))
            return false;
    return true;
}
[[nodiscard]] inline bool same(record::Table const& table, std::vector<record::Row> const& a, std::vector<record::Row> const& b)
{
    if (a.size() != b.size())
        return false;
    for (std::size_t i = 0; i != a.size(); ++i)
        if (!same(table, a[i], b[i]))
            return false;
    return true;
}

}  // namespace crm::test
