// What a rule is, and those that every record has because of its facts.
#pragma once

#include <crm/model/error.hpp>
#include <crm/model/money.hpp>
#include <crm/model/records.hpp>
#include <crm/model/text.hpp>

#include <array>
#include <span>
#include <string>
#include <string_view>

namespace crm::rules {

/// What always holds for a `Record`: one row of a table, from which the reference is written too.
template <class Record>
struct Rule {
    std::string_view code;    ///< stable: hosts compare it
    std::string_view field;   ///< the field to mark in a form
    std::string_view remedy;  ///< a sentence that says what to do
    bool (*holds)(Record const&);
};

/// The rules of a record that look at nothing but itself, beside those that follow from its facts. Specialised beside
/// each record that has any.
template <class Record>
inline constexpr std::array<Rule<Record>, 0> own_rules{};

inline void add(Violations& broken, std::string_view code, std::string_view field, std::string_view remedy)
{
    broken.push_back({std::string{code}, std::string{field}, std::string{remedy}});
}

/// Checks each field by its type and its facts. Codes are `record.field.what`, without the `_id` of a key:
/// `case.title.required`, `case.keeper.required`, `case.title.length`, `case.title.text`, `case.outcome.known`,
/// `case.expected.currency`, `party.birth_date.date`.
class FieldCheck {
public:
    FieldCheck(std::string_view record, Violations& broken) : record_{record}, broken_{broken} {}

    void operator()(std::string const& text, FieldFacts const& facts)
    {
        auto const length = code_points(text);
        if (!length)
            refuse(facts, "text", "Give the text as UTF-8 without zero bytes.");
        else if (*length > facts.max_length)
            refuse(facts, "length",
                   "Shorten the text to " + std::to_string(facts.max_length) + " characters; it has " + std::to_string(*length) + ".");
        else if (facts.required && is_blank(text))
            refuse(facts, "required", "Give it: " + std::string{facts.doc});
    }

    template <class Other>
    void operator()(Id<Other> id, FieldFacts const& facts)
    {
        if (id.value < 0 || (!id && facts.name != "id" && !facts.library))
            refuse(facts, "required", "Choose one: " + std::string{facts.doc});
    }

    template <DescribedEnum Enum>
    void operator()(Enum value, FieldFacts const& facts)
    {
        if (enum_name(value).empty() && !facts.library)
            refuse(facts, "known", "Choose one of " + names<Enum>() + ": " + std::string{facts.doc});
    }

    void operator()(Money const& money, FieldFacts const& facts)
    {
        if (money.currency == Currency{})
            refuse(facts, "currency", "Give the amount with its currency.");
    }

    void operator()(Date day, FieldFacts const& facts)
    {
        if (!day.ok())
            refuse(facts, "date", "Give a day that the calendar has.");
    }

    template <class Value>
    void operator()(std::optional<Value> const& value, FieldFacts const& facts)
    {
        if (value)
            (*this)(*value, facts);
    }

    template <class Value>
        requires(!DescribedEnum<Value>)
    void operator()(Value const&, FieldFacts const&)
    {
    }

private:
    template <DescribedEnum Enum>
    static std::string names()
    {
        std::string list;
        for (auto const& [name, number] : enumerators<Enum>)
            list.append(list.empty() ? "" : ", ").append(name);
        return list;
    }

    void refuse(FieldFacts const& facts, std::string_view what, std::string remedy)
    {
        auto stem = facts.name;
        if (stem.ends_with("_id"))
            stem.remove_suffix(3);
        broken_.push_back({std::string{record_}.append(".").append(stem).append(".").append(what), std::string{facts.name},
                           std::move(remedy)});
    }

    std::string_view record_;
    Violations&      broken_;
};

/// Adds to `broken` every rule that `record` breaks, looking at nothing else.
template <DescribedRecord Record>
void check(Record const& record, Violations& broken)
{
    FieldCheck check_field{Facts<Record>::name, broken};
    for_each_field<Record>([&](auto member, FieldFacts const& facts) { check_field(record.*member, facts); });
    for (auto const& rule : own_rules<Record>)
        if (!rule.holds(record))
            add(broken, rule.code, rule.field, rule.remedy);
}

/// Nothing is above itself, by way of others either: `case.parent.cycle`.
inline void check_cycle(bool leads_back, std::string_view record, std::string_view stem, Violations& broken)
{
    if (leads_back)
        add(broken, std::string{record}.append(".").append(stem).append(".cycle"), std::string{stem}.append("_id"),
            "Choose one that is not below this one.");
}

/// A person that is named beside a subject has to be one of its persons. `of` is the person's record, if it is known.
inline void check_membership(std::string_view code, std::optional<Id<Subject>> subject, std::optional<Person> const& of,
                             Violations& broken)
{
    if (subject && of && of->subject_id != *subject)
        add(broken, code, "person_id", "Choose a person who belongs to the subject.");
}

}  // namespace crm::rules
