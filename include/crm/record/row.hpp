// A record as a row of cells: what stores, history, conditions and exchange work on, without knowing its type.
#pragma once

#include <crm/model/describe.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace crm::record {

/// How a cell is kept.
enum class Kind { integer, text, bytes };

/// What a cell stands for: how people, JSON and conditions write it.
enum class Meaning { number, flag, key, moment, day, amount, enumerator, text, currency, bytes };

struct Column {
    std::string                      name;
    std::string                      field;  ///< that it is a cell of: `expected` of `expected_amount`
    std::string                      group;  ///< columns that are merged, or in conflict, together; empty: written by the library alone
    Kind                             kind     = Kind::integer;
    Meaning                          meaning  = Meaning::number;
    bool                             nullable = false;
    bool                             personal = false;
    bool                             owner    = false;   ///< the row goes when the one that it refers to is removed
    std::string_view                 refers_to{};        ///< the table whose key it is; empty: none
    std::span<EnumeratorFacts const> enumerators{};
    std::string_view                 doc{};
    std::size_t                      max_length = 0;  ///< of a text, in code points; 0: of another kind
};
using Columns = std::vector<Column>;

/// A key besides the id, by the positions of its columns. Rows with a null in it are not compared.
using UniqueKey = std::vector<std::size_t>;

/// What is known of a record type at run time. The first column is `id`.
struct Table {
    std::size_t            index = 0;  ///< in the list of records
    std::string_view       name;       ///< `contact_point`: of the record; the stores put their prefix before it
    std::string_view       plural;
    std::string_view       doc;
    bool                   versioned = false;  ///< the second column is `version`
    Columns                columns;
    std::vector<UniqueKey> unique;

    /// The position of a column; npos when there is none of that name.
    [[nodiscard]] std::size_t position(std::string_view column) const
    {
        for (std::size_t i = 0; i != columns.size(); ++i)
            if (columns[i].name == column)
                return i;
        return npos;
    }
    static constexpr std::size_t npos = static_cast<std::size_t>(-1);
};

/// One value, of the kind that its column has.
struct Cell {
    std::int64_t integer = 0;
    std::string  text{};
    bool         null = true;

    void set(std::int64_t value)
    {
        integer = value;
        null    = false;
    }
    void set(std::string_view value)
    {
        text = value;  // keeps its capacity: no allocation a row
        null = false;
    }
    [[nodiscard]] bool equals(Cell const& other, Kind kind) const
    {
        return null == other.null && (null || (kind == Kind::integer ? integer == other.integer : text == other.text));
    }
};
using Row = std::vector<Cell>;

}  // namespace crm::record
