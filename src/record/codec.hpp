// How each type of a field is written to cells and read from them.
#pragma once

#include <crm/model/bytes.hpp>
#include <crm/model/money.hpp>
#include <crm/model/records.hpp>
#include <crm/record/row.hpp>

#include <concepts>
#include <optional>
#include <utility>

namespace crm::record {

/// `width` columns stand for a `Value`; columns() adds them, named and grouped after `field`. decode() is false when the
/// cells hold what encode() could not have written.
template <class Value>
struct Codec;

template <std::integral Integer>
struct Codec<Integer> {
    static constexpr std::size_t width = 1;

    static void columns(Column field, Columns& columns)
    {
        field.meaning = std::same_as<Integer, bool> ? Meaning::flag : Meaning::number;
        columns.push_back(std::move(field));
    }
    static void encode(Integer value, Cell* cell) { cell->set(static_cast<std::int64_t>(value)); }
    static bool decode(Cell const* cell, Integer& value)
    {
        value = static_cast<Integer>(cell->integer);
        return !cell->null && static_cast<std::int64_t>(value) == cell->integer;  // bool: 0 or 1
    }
};

/// An integer column with a meaning of its own.
template <Meaning What>
struct IntegerColumn {
    static constexpr std::size_t width = 1;

    static void columns(Column field, Columns& columns)
    {
        field.meaning = What;
        columns.push_back(std::move(field));
    }
};

template <>
struct Codec<std::string> {
    static constexpr std::size_t width = 1;

    static void columns(Column field, Columns& columns)
    {
        field.kind    = Kind::text;
        field.meaning = Meaning::text;
        columns.push_back(std::move(field));
    }
    static void encode(std::string const& value, Cell* cell) { cell->set(value); }
    static bool decode(Cell const* cell, std::string& value)
    {
        value = cell->text;
        return !cell->null;
    }
};

template <>
struct Codec<Bytes> {
    static constexpr std::size_t width = 1;

    static void columns(Column field, Columns& columns)
    {
        field.kind    = Kind::bytes;
        field.meaning = Meaning::bytes;
        columns.push_back(std::move(field));
    }
    static void encode(Bytes const& value, Cell* cell) { cell->set(value.data); }
    static bool decode(Cell const* cell, Bytes& value)
    {
        value.data = cell->text;
        return !cell->null;
    }
};

template <class Record>
struct Codec<Id<Record>> : IntegerColumn<Meaning::key> {
    static void columns(Column field, Columns& columns)
    {
        if (field.name != "id")
            field.refers_to = Facts<Record>::name;
        IntegerColumn::columns(std::move(field), columns);
    }
    static void encode(Id<Record> id, Cell* cell) { cell->set(id.value); }
    static bool decode(Cell const* cell, Id<Record>& id) { return Codec<std::int64_t>::decode(cell, id.value); }
};

template <>
struct Codec<Instant> : IntegerColumn<Meaning::moment> {
    static void encode(Instant at, Cell* cell) { cell->set(at.time_since_epoch().count()); }
    static bool decode(Cell const* cell, Instant& at)
    {
        at = Instant{Instant::duration{cell->integer}};
        return !cell->null;
    }
};

/// Days since 1970-01-01, of the proleptic Gregorian calendar.
template <>
struct Codec<Date> : IntegerColumn<Meaning::day> {
    static void encode(Date day, Cell* cell) { cell->set(std::int64_t{std::chrono::sys_days{day}.time_since_epoch().count()}); }
    static bool decode(Cell const* cell, Date& day)
    {
        day = Date{std::chrono::sys_days{std::chrono::days{static_cast<int>(cell->integer)}}};
        return !cell->null && std::chrono::sys_days{day}.time_since_epoch().count() == cell->integer;
    }
};

/// By number, which is frozen; names are for people, and for texts.
template <DescribedEnum Enum>
struct Codec<Enum> {
    static constexpr std::size_t width = 1;

    static void columns(Column field, Columns& columns)
    {
        field.meaning     = Meaning::enumerator;
        field.enumerators = enumerators<Enum>;
        columns.push_back(std::move(field));
    }
    static void encode(Enum value, Cell* cell) { cell->set(static_cast<std::int64_t>(value)); }
    static bool decode(Cell const* cell, Enum& value)
    {
        value = static_cast<Enum>(cell->integer);
        return !cell->null && static_cast<std::int64_t>(value) == cell->integer && !enum_name(value).empty();
    }
};

template <>
struct Codec<Money> {
    static constexpr std::size_t width = 2;

    static void columns(Column field, Columns& columns)
    {
        auto const name = field.name;
        field.name      = name + "_amount";
        field.meaning   = Meaning::amount;
        columns.push_back(field);
        field.name    = name + "_currency";
        field.kind    = Kind::text;
        field.meaning = Meaning::currency;
        columns.push_back(std::move(field));
    }
    static void encode(Money const& money, Cell* cells)
    {
        cells[0].set(money.amount);
        cells[1].set(money.currency.code());
    }
    static bool decode(Cell const* cells, Money& money)
    {
        auto const currency = Currency::from_code(cells[1].text);
        money               = {.amount = cells[0].integer, .currency = currency.value_or(Currency{})};
        return !cells[0].null && !cells[1].null && currency;
    }
};

template <class Value>
struct Codec<std::optional<Value>> {
    static constexpr std::size_t width = Codec<Value>::width;

    static void columns(Column field, Columns& columns)
    {
        field.nullable = true;
        Codec<Value>::columns(std::move(field), columns);
    }
    static void encode(std::optional<Value> const& value, Cell* cells)
    {
        if (value)
            return Codec<Value>::encode(*value, cells);
        for (std::size_t i = 0; i != width; ++i)
            cells[i].null = true;
    }
    static bool decode(Cell const* cells, std::optional<Value>& value)
    {
        if (!cells->null)
            return Codec<Value>::decode(cells, value.emplace());
        value.reset();
        return true;
    }
};

/// The cells of every field, one after the other.
template <DescribedRecord Record>
inline constexpr std::size_t fields_width = [] {
    std::size_t width = 0;
    for_each_field<Record>([&](auto member, FieldFacts const&) { width += Codec<decltype(field_type(member))>::width; });
    return width;
}();

template <DescribedRecord Record>
void encode_fields(Record const& record, Cell* cell)
{
    for_each_field<Record>([&](auto member, FieldFacts const& facts) {
        using Field = Codec<decltype(field_type(member))>;
        Field::encode(record.*member, cell);
        if (facts.optional && cell->text.empty())
            cell->null = true;
        cell += Field::width;
    });
}

/// The name of a field that holds what crm could not have written; empty when all is well.
template <DescribedRecord Record>
[[nodiscard]] std::string_view decode_fields(Cell const* cell, Record& record)
{
    std::string_view corrupt;
    for_each_field<Record>([&](auto member, FieldFacts const& facts) {
        using Field = Codec<decltype(field_type(member))>;
        if (facts.optional && cell->null)
            record.*member = {};
        else if (!Field::decode(cell, record.*member))
            corrupt = facts.name;
        cell += Field::width;
    });
    return corrupt;
}

/// The columns of every field. Those that the library writes are in no group.
template <DescribedRecord Record>
void add_columns(Columns& columns)
{
    for_each_field<Record>([&](auto member, FieldFacts const& facts) {
        Column column{.name = std::string{facts.name}, .field = std::string{facts.name}, .group{}};
        if (!facts.library && facts.name != "id")
            column.group = facts.group.empty() ? facts.name : facts.group;
        column.nullable = facts.optional;
        column.personal = facts.personal;
        column.owner    = facts.owner;
        column.doc      = facts.doc;
        column.max_length = facts.max_length;
        Codec<decltype(field_type(member))>::columns(std::move(column), columns);
    });
}

/// Its fields are columns under their own names.
template <>
struct Codec<Revision> {
    static constexpr std::size_t width = fields_width<Revision>;

    static void columns(Column const&, Columns& columns)
    {
        add_columns<Revision>(columns);
        for (auto& column : std::span{columns}.last(width))
            column.refers_to = {};  // who made a record is told by name, and may be gone
    }
    static void encode(Revision const& revision, Cell* cells) { encode_fields(revision, cells); }
    static bool decode(Cell const* cells, Revision& revision) { return decode_fields(cells, revision).empty(); }
};

}  // namespace crm::record
