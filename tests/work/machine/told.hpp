// Records and errors as lines that a person can compare.
#pragma once

#include "monday.hpp"

#include <crm/model/records.hpp>

#include <algorithm>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

namespace crm::test::machine {

using Lines = std::vector<std::string>;

inline void tell(std::ostream& out, std::string const& text) { out << '\'' << text << '\''; }
inline void tell(std::ostream& out, bool flag) { out << (flag ? "yes" : "no"); }
inline void tell(std::ostream& out, Money const& money) { out << money; }
inline void tell(std::ostream& out, Instant at)
{
    out << std::chrono::duration_cast<std::chrono::minutes>(at - monday).count() << "min";
}
inline void tell(std::ostream& out, Date day)
{
    out << static_cast<int>(day.year()) << '-' << static_cast<unsigned>(day.month()) << '-' << static_cast<unsigned>(day.day());
}
template <class Number>
requires std::is_integral_v<Number>
void tell(std::ostream& out, Number number) { out << number; }
template <DescribedEnum Enum>
void tell(std::ostream& out, Enum value)
{
    out << enum_name(value);
}
template <class Record>
void tell(std::ostream& out, Id<Record> id)
{
    out << Facts<Record>::name << ' ' << id.value;
}
template <class Value>
void tell(std::ostream& out, std::optional<Value> const& value)
{
    if (value)
        tell(out, *value);
    else
        out << "none";
}
inline void tell(std::ostream& out, Revision const& revision)
{
    out << 'v' << revision.version << " added ";
    tell(out, revision.created_at);
    out << " by " << revision.created_by.value << ", changed ";
    tell(out, revision.changed_at);
    out << " by " << revision.changed_by.value;
    if (revision.archived_at) {
        out << ", put away ";
        tell(out, *revision.archived_at);
    }
}

template <class Value>
std::string told(Value const& value)
{
    std::ostringstream out;
    tell(out, value);
    return out.str();
}

/// A record with every field that is not empty.
template <DescribedRecord Record>
std::string told(Record const& record)
{
    std::ostringstream out;
    out << Facts<Record>::name;
    for_each_field<Record>([&](auto member, FieldFacts const& facts) {
        if (record.*member == Record{}.*member)
            return;
        out << "; " << facts.name << ' ';
        tell(out, record.*member);
    });
    return out.str();
}

/// An error with what a host goes by: its code, and the code and the field of every broken rule.
inline std::string told(Error const& error)
{
    std::string line;
    for (auto const& facts : error_facts)
        if (facts.code == error.code())
            line = facts.name;
    if (auto const* refused = dynamic_cast<ValidationError const*>(&error)) {
        Lines broken;
        for (auto const& violation : refused->violations())
            broken.push_back(" " + violation.code + "/" + violation.field);
        std::ranges::sort(broken);
        for (auto const& rule : broken)
            line += rule;
    }
    return line;
}

}  // namespace crm::test::machine
