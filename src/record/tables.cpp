#include "table.hpp"

#include <crm/model/error.hpp>

#include <vector>

namespace crm::record {

namespace {

template <class... Record>
std::vector<Table> describe_all(RecordList<Record...>)
{
    return {describe_table<Record>(record_index<Record>)...};
}

}  // namespace

std::span<Table const> tables()
{
    static std::vector<Table> const all = describe_all(Records{});
    return all;
}

Table const& table_named(std::string_view name)
{
    for (auto const& table : tables())
        if (table.name == name)
            return table;
    throw InvalidArgument{"No record is called " + std::string{name} + "."};
}

}  // namespace crm::record
