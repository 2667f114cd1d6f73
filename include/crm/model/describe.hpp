// The only door to Boost.Describe: what the other rooms may ask about a record or an enumeration.
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>
#include <boost/pfr/tuple_size.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

namespace crm {

/// What a description cannot say about a field. Feeds the rules, the stores, Python's docstrings, export and erasure.
struct FieldFacts {
    std::string_view name;
    std::string_view doc;                 ///< one sentence
    std::size_t      max_length = 0;      ///< of a text, in Unicode code points; 0 for anything but a text
    bool             required   = false;  ///< of a text: not blank. A plain key or enumerator is required always
    bool             optional   = false;  ///< of a text: the empty one stands for none, is stored as null, and is never compared as a key
    bool             personal   = false;  ///< may tell something about a natural person
    bool             library    = false;  ///< written by the library alone: derived, hence neither merged nor in the history
    bool             owner      = false;  ///< of a key: the record goes when the one that it belongs to is removed
    std::string_view group{};             ///< fields that are merged or in conflict together; empty: on its own
};

/// Fields whose values no two records share. A record that has none of one of them is not compared.
struct UniqueFacts {
    std::array<std::string_view, 3> fields{};  ///< those that are not empty
};

/// The facts of `Record`: `name`, `plural`, `doc`, `fields` in the order of its description, and `unique` where there are
/// keys besides the id. Specialised beside each record.
template <class Record>
struct Facts;

template <class Record>
concept DescribedRecord = boost::describe::has_describe_members<Record>::value;

template <class Enum>
concept DescribedEnum = boost::describe::has_describe_enumerators<Enum>::value;

template <class Record>
using Fields = boost::describe::describe_members<Record, boost::describe::mod_public>;

template <class Record>
inline constexpr std::size_t field_count = boost::mp11::mp_size<Fields<Record>>::value;

/// The type of the field that a member pointer leads to.
template <class Record, class Value>
Value field_type(Value Record::*);

/// Calls `visit(member pointer, facts)` for each field of `Record`, in the order of its description.
template <DescribedRecord Record, class Visit>
constexpr void for_each_field(Visit&& visit)
{
    auto facts = Facts<Record>::fields.begin();
    boost::mp11::mp_for_each<Fields<Record>>([&](auto field) { visit(field.pointer, *facts++); });
}

/// The name of the field that `member` leads to.
template <DescribedRecord Record, class Value>
constexpr std::string_view field_name(Value Record::*member)
{
    std::string_view name;
    for_each_field<Record>([&](auto other, FieldFacts const& facts) {
        if constexpr (std::is_same_v<decltype(other), Value Record::*>)
            if (other == member)
                name = facts.name;
    });
    return name;
}

/// The keys of `Record` besides its id.
template <DescribedRecord Record>
constexpr std::span<UniqueFacts const> unique_facts()
{
    if constexpr (requires { Facts<Record>::unique; })
        return Facts<Record>::unique;
    else
        return {};
}

/// True when the facts name every described field in its order, and give a length to the texts and to nothing else.
template <DescribedRecord Record>
consteval bool facts_agree()
{
    auto const& facts = Facts<Record>::fields;
    if (facts.size() != field_count<Record>)
        return false;

    bool        agree = true;
    std::size_t next  = 0;
    boost::mp11::mp_for_each<Fields<Record>>([&](auto field) {
        bool const is_text = std::is_same_v<decltype(field_type(field.pointer)), std::string>;
        agree = agree && facts[next].name == field.name && (facts[next].max_length != 0) == is_text;
        ++next;
    });
    return agree;
}

/// True when no member is missing from the description. Such a member would never be stored, and nobody would be told.
template <DescribedRecord Record>
consteval bool describes_every_member()
{
    return boost::pfr::tuple_size_v<Record> == field_count<Record>;
}

/// An enumerator as the stores, JSON and people know it.
struct EnumeratorFacts {
    std::string_view name;
    std::int64_t     number;
};

template <DescribedEnum Enum>
inline constexpr auto enumerators = [] {
    std::array<EnumeratorFacts, boost::mp11::mp_size<boost::describe::describe_enumerators<Enum>>::value> facts{};
    std::size_t next = 0;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>([&](auto enumerator) {
        facts[next++] = {enumerator.name, static_cast<std::int64_t>(enumerator.value)};
    });
    return facts;
}();

/// The name of `value` in texts; empty for a number that no enumerator has.
template <DescribedEnum Enum>
constexpr std::string_view enum_name(Enum value)
{
    for (auto const& [name, number] : enumerators<Enum>)
        if (number == static_cast<std::int64_t>(value))
            return name;
    return {};
}

template <DescribedEnum Enum>
constexpr std::optional<Enum> enum_from_name(std::string_view text)
{
    for (auto const& [name, number] : enumerators<Enum>)
        if (name == text)
            return static_cast<Enum>(number);
    return std::nullopt;
}

}  // namespace crm
