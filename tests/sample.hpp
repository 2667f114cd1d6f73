// Records that break no rule, made from their descriptions alone: a new record type is tested without a line of its own.
#pragma once

#include "monday.hpp"

#include <crm/model/records.hpp>
#include <crm/rules/rules.hpp>

#include <chrono>
#include <string>
#include <vector>

namespace crm::test {

/// Gives a field what every record has to have: a required text, a key, an enumerator.
struct FillField {
    void operator()(std::string& text, FieldFacts const& facts) const
    {
        if (facts.required)
            text = "Dach hali 3";
    }
    template <class Other>
    void operator()(Id<Other>& id, FieldFacts const& facts) const
    {
        if (facts.name != "id")
            id = {7};
    }
    template <DescribedEnum Enum>
    void operator()(Enum& value, FieldFacts const&) const
    {
        if (enum_name(value).empty())
            value = static_cast<Enum>(enumerators<Enum>.front().number);
    }
    void operator()(Money& money, FieldFacts const&) const { money = Money::parse("12500.00 PLN"); }
    void operator()(Instant& moment, FieldFacts const&) const { moment = monday; }
    template <class Value>
        requires(!DescribedEnum<Value>)
    void operator()(Value&, FieldFacts const&) const
    {
    }
};

// What the rules of single records ask for beside that.
template <class Record>
void satisfy(Record&)
{
}
inline void satisfy(Identifier& i) { i.value = "5260250274"; }
inline void satisfy(Address& a) { a.city = "Łódź"; }
inline void satisfy(Contact& c) { c.subject_id = Id<Subject>{7}; }
inline void satisfy(Participant& p) { p.operator_id = Id<Operator>{7}; }
inline void satisfy(Note& n) { n.subject_id = Id<Subject>{7}; }
inline void satisfy(Document& d) { d.reference = "/srv/offer.pdf"; }
inline void satisfy(DocumentLink& l) { l.subject_id = Id<Subject>{7}; }
inline void satisfy(Message& m) { m.state = MessageState::unmatched; }

template <class Record>
Record sample()
{
    Record record{};
    for_each_field<Record>([&](auto member, FieldFacts const& facts) { FillField{}(record.*member, facts); });
    satisfy(record);
    return record;
}

}  // namespace crm::test
