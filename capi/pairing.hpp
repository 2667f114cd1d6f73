// Structs in C and their counterparts, paired field by field by name: one without its counterpart does not compile.
#pragma once

#include "border.hpp"
#include "convert.hpp"

#include <crm/model/describe.hpp>

#include <array>
#include <bit>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace crm::capi {

/// The bit of `given` that says whether a zero in `field` was meant.
struct GivenBit {
    std::string_view field;
    std::uint32_t    bit;
};

/// Those of `CStruct`: of its optional numbers and dates, and of what is not zero by default.
template <class CStruct>
inline constexpr auto given_bits = std::array<GivenBit, 0>{};

template <class CStruct>
constexpr std::uint32_t given_bit(std::string_view field)
{
    for (auto const& [name, bit] : given_bits<CStruct>)
        if (name == field)
            return bit;
    return 0;
}

/// A field of a struct in C and its namesake.
template <class InC, class Field, std::uint32_t Bit>
struct Pair {
    static constexpr auto             c     = InC::pointer;
    static constexpr auto             field = Field::pointer;
    static constexpr std::string_view name  = InC::name;
    static constexpr std::uint32_t    bit   = Bit;  ///< 0: it has none
};

// A function, because g++ 12 takes the type of a captured `auto` in a nested lambda for another one.
template <class CStruct, class InC, class Field, class Visit>
constexpr void visit_namesakes(InC, Field, Visit& visit)
{
    if constexpr (std::string_view{InC::name} == std::string_view{Field::name})
        visit(Pair<InC, Field, given_bit<CStruct>(InC::name)>{});
}

/// Calls `visit` with the Pair of each field that both have.
template <class CStruct, class Record, class Visit>
constexpr void for_each_pair(Visit visit)
{
    boost::mp11::mp_for_each<Fields<CStruct>>([&](auto c) {
        boost::mp11::mp_for_each<Fields<Record>>([&](auto field) { visit_namesakes<CStruct>(c, field, visit); });
    });
}

/// True when C has every field of the record: one that it lacks does not compile.
template <class CStruct, DescribedRecord Record>
consteval bool has_every_field()
{
    std::size_t pairs = 0;
    for_each_pair<CStruct, Record>([&](auto) { ++pairs; });
    return pairs == field_count<Record> && describes_every_member<Record>();
}

/// True when the described members fill the struct: in a hole programs of this release would leave garbage.
template <class CStruct>
consteval bool has_no_hole()
{
    std::size_t bytes = 0;
    boost::mp11::mp_for_each<Fields<CStruct>>([&](auto c) { bytes += sizeof(field_type(c.pointer)); });
    return bytes == sizeof(CStruct);
}

/// True when each bit is one bit of its own, and belongs to a field.
template <class CStruct>
consteval bool bits_are_sound()
{
    std::uint32_t all    = 0;
    std::size_t   fields = 0;
    for (auto const& [name, bit] : given_bits<CStruct>) {
        if (!std::has_single_bit(bit) || (all & bit) != 0)
            return false;
        all |= bit;
    }
    boost::mp11::mp_for_each<Fields<CStruct>>([&](auto c) { fields += given_bit<CStruct>(c.name) != 0; });
    return fields == given_bits<CStruct>.size();
}

/// What is said of every struct that grows: its size when it came, and that it is sound.
#define CRM_STRUCT_IN_C(c_struct, size_when_it_came)                                                             \
    template <>                                                                                                  \
    inline constexpr std::uint32_t smallest<c_struct> = size_when_it_came;                                       \
    static_assert(sizeof(c_struct) >= size_when_it_came, #c_struct " has shrunk");                               \
    static_assert(has_no_hole<c_struct>(), #c_struct " has a hole, or a member that is not described");          \
    static_assert(bits_are_sound<c_struct>(), "two bits of " #c_struct " are one, or one belongs to no field");

/// The same for a struct that stands for a described one of C++.
#define CRM_COUNTERPART_IN_C(Record, c_struct, size_when_it_came) \
    CRM_STRUCT_IN_C(c_struct, size_when_it_came)                  \
    static_assert(has_every_field<c_struct, Record>(), "a field of " #Record " is missing from " #c_struct);

template <class Value>
inline constexpr bool is_optional = false;
template <class Value>
inline constexpr bool is_optional<std::optional<Value>> = true;

/// True when C can't say so: false would be not given, and not given true.
template <class Record, auto Field>
consteval bool is_true_by_default()
{
    if constexpr (requires { typename std::bool_constant<(Record{}.*Field, true)>; })
        if constexpr (std::is_same_v<decltype(field_type(Field)), bool>)
            return Record{}.*Field;
    return false;
}

/// `lender` owns the arrays: what has none needs none.
template <class CStruct, class Record, class... Lender>
void fields_to_c(Record const& record, CStruct& out, Lender&... lender)
{
    for_each_pair<CStruct, Record>([&](auto pair) {
        auto const& value = record.*pair.field;
        auto&       c     = out.*pair.c;
        if constexpr (pair.bit == 0) {
            if constexpr (requires { to_c(value, c); })
                to_c(value, c);
            else
                to_c(value, c, lender...);
        } else if constexpr (is_optional<std::remove_cvref_t<decltype(value)>>) {
            if (value) {
                to_c(*value, c);
                out.given |= pair.bit;
            }
        } else {
            to_c(value, c);
            out.given |= pair.bit;
        }
    });
}

template <class CStruct>
void refuse_unknown_bits(CStruct const& in)
{
    std::uint32_t known = 0;
    for (auto const& each : given_bits<CStruct>)
        known |= each.bit;
    if ((in.given & ~known) != 0)
        throw Unsupported{"`given` has a bit that this version of crm does not have."};
}

/// One field that has a bit.
template <class Given, class Value>
void given_from_c(bool is_given, Given const& given, Value& value, std::string_view name)
{
    if (!is_given && given != 0)
        throw InvalidArgument{"A field is set, but its bit in `given` is not: " + std::string{name} + "."};
    if constexpr (is_optional<Value>) {
        value.reset();
        if (is_given)
            from_c(given, value.emplace());
    } else if (is_given) {
        from_c(given, value);
    }
}

/// Fields that the caller's struct does not reach stay as they are.
template <class CStruct, class Record>
void fields_from_c(CStruct const& in, Record& record)
{
    if constexpr (requires { in.given; })
        refuse_unknown_bits(in);
    for_each_pair<CStruct, Record>([&](auto pair) {
        static_assert(pair.bit != 0 || !is_true_by_default<Record, pair.field>(), "what is true needs a bit to be false");
        auto const& c      = in.*pair.c;
        auto const  offset = reinterpret_cast<char const*>(&c) - reinterpret_cast<char const*>(&in);
        if (offset + sizeof c > in.struct_size)
            return;
        if constexpr (pair.bit == 0)
            from_c(c, record.*pair.field);
        else
            given_from_c((in.given & pair.bit) != 0, c, record.*pair.field, pair.name);
    });
}

}  // namespace crm::capi
