// The typed door to rows: all that is a template of the record type.
#pragma once

#include "codec.hpp"

namespace crm::record {

template <DescribedRecord Record>
Table describe_table(std::size_t index)
{
    Table table{.index     = index,
                .name      = Facts<Record>::name,
                .plural    = Facts<Record>::plural,
                .doc       = Facts<Record>::doc,
                .versioned = Versioned<Record>,
                .columns{},
                .unique{}};
    add_columns<Record>(table.columns);
    for (auto const& facts : unique_facts<Record>()) {
        UniqueKey key;
        for (auto field : facts.fields)
            if (!field.empty())
                key.push_back(table.position(field));
        table.unique.push_back(std::move(key));
    }
    return table;
}

/// Every table, in the order of the list of records. It never changes.
[[nodiscard]] std::span<Table const> tables();

/// \throws InvalidArgument when no record is called so
[[nodiscard]] Table const& table_named(std::string_view name);

template <class Record>
[[nodiscard]] Table const& table_of()
{
    return tables()[record_index<Record>];
}

template <DescribedRecord Record>
void encode(Record const& record, Row& row)
{
    row.resize(fields_width<Record>);
    encode_fields(record, row.data());
}

template <DescribedRecord Record>
[[nodiscard]] Row row_of(Record const& record)
{
    Row row;
    encode(record, row);
    return row;
}

/// The name of a field that holds what crm could not have written; empty when all is well.
template <DescribedRecord Record>
[[nodiscard]] std::string_view decode(Row const& row, Record& record)
{
    return decode_fields(row.data(), record);
}

}  // namespace crm::record
