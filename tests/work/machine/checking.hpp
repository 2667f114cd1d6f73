// What the rules on paper are made of.
#pragma once

#include "paper.hpp"

#include <utility>

namespace crm::test::machine {

inline void add_to(Violations& broken, std::string code, std::string field)
{
    broken.push_back({.code = std::move(code), .field = std::move(field), .message = {}});
}

inline void refuse_if(Violations broken)
{
    if (!broken.empty())
        throw ValidationError{std::move(broken)};
}

template <class Record>
inline constexpr bool is_on_paper = boost::mp11::mp_contains<OfEach<Sheet>, Sheet<Record>>::value;

template <class Record>
bool is_there(Books const& books, Id<Record> id)
{
    if constexpr (is_on_paper<Record>)
        return books.look_up(std::optional{id});
    else if constexpr (std::is_same_v<Record, Phase>)
        return known(id);
    else
        return id.value <= 4;  // of the starter set
}

/// Calls `visit(id, facts)` for each other record that this one names.
template <class Record, class Visit>
void for_each_named(Record const& record, Visit visit)
{
    auto const one = [&]<class Other>(Id<Other> id, FieldFacts const& facts) {
        if (id && facts.name != "id")
            visit(id, facts);
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
void check_named(Books const& books, Record const& record, Violations& broken)
{
    for_each_named(record, [&](auto id, FieldFacts const& facts) {
        std::string const field{facts.name};
        if (!is_there(books, id))
            add_to(broken, std::string{Facts<Record>::name} + "." + field.substr(0, field.size() - 3) + ".missing", field);
    });
}

/// The columns of the fields that differ, but for those that are the library's own.
template <class Record>
Lines fields_between(Record const& before, Record const& after)
{
    Lines fields;
    for_each_field<Record>([&](auto member, FieldFacts const& facts) {
        auto const&       a = before.*member;
        auto const&       b = after.*member;
        std::string const name{facts.name};
        if constexpr (std::is_same_v<decltype(field_type(member)), Revision>) {
            if (a.archived_at != b.archived_at)
                fields.push_back("archived_at");
        } else if constexpr (std::is_same_v<decltype(field_type(member)), std::optional<Money>>) {
            if (a.has_value() != b.has_value() || (a && a->amount != b->amount))
                fields.push_back(name + "_amount");
            if (a.has_value() != b.has_value() || (a && a->currency != b->currency))
                fields.push_back(name + "_currency");
        } else if (!facts.library && a != b) {
            fields.push_back(name);
        }
    });
    std::ranges::sort(fields);
    return fields;
}

}  // namespace crm::test::machine
