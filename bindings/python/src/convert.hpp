// Python's own types for ours: int keys, aware datetimes, enumerations by name.
#pragma once

#include <crm/model/bytes.hpp>
#include <crm/model/describe.hpp>
#include <crm/model/id.hpp>
#include <crm/model/instant.hpp>
#include <crm/model/money.hpp>

#include <pybind11/pybind11.h>

#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace crm::python {

namespace py = pybind11;

/// The name of a type of ours without its namespace: `CaseOutcome`.
template <class Type>
constexpr std::string_view class_name()
{
    std::string_view text = __PRETTY_FUNCTION__;  // "... [with Type = crm::CaseOutcome; ...]", or "...]" of clang
    text.remove_prefix(text.find("Type = ") + 7);
    text = text.substr(0, text.find_first_of(";]"));
    return text.substr(text.rfind(':') + 1);
}

/// How a type goes to Python and back. With the GIL.
///
///     bool load(handle, Type&)      false when it is of another type; throws ValueError for a value that will not do
///     object cast(Type const&)
///     string shown()                as annotations write what is read
///     string taken()                as annotations write what may be given
///
/// The primary one is for the classes that the module binds.
template <class Type>
struct Convert {
    static bool load(py::handle source, Type& value)
    {
        if (!py::isinstance<Type>(source))
            return false;
        value = py::cast<Type const&>(source);
        return true;
    }
    static py::object  cast(Type const& value) { return py::cast(value); }
    static std::string shown() { return std::string{class_name<Type>()}; }
    static std::string taken() { return shown(); }
};

#define CRM_CONVERT(Type, name)                                   \
    template <>                                                   \
    struct Convert<Type> {                                        \
        static bool        load(py::handle source, Type& value);  \
        static py::object  cast(Type const& value);               \
        static std::string shown() { return name; }               \
        static std::string taken() { return name; }               \
    };
CRM_CONVERT(bool, "bool")
CRM_CONVERT(int, "int")
CRM_CONVERT(std::int64_t, "int")
CRM_CONVERT(std::size_t, "int")
CRM_CONVERT(std::string, "str")
CRM_CONVERT(Bytes, "bytes")
CRM_CONVERT(Instant, "datetime.datetime")
CRM_CONVERT(Date, "datetime.date")
#undef CRM_CONVERT

template <class Record>
struct Convert<Id<Record>> {
    static bool        load(py::handle source, Id<Record>& id) { return Convert<std::int64_t>::load(source, id.value); }
    static py::object  cast(Id<Record> id) { return Convert<std::int64_t>::cast(id.value); }
    static std::string shown() { return "int"; }
    static std::string taken() { return "int"; }
};

/// The members of the enum.StrEnum that bind_enums() makes, by their place in the description. They live as long as Python.
template <DescribedEnum Enum>
inline std::array<PyObject*, enumerators<Enum>.size()> enum_members{};

[[noreturn]] void refuse_name(std::string_view name, std::string_view class_name, std::span<EnumeratorFacts const> known);

/// A member of the enum.StrEnum; its name will do as well.
template <DescribedEnum Enum>
struct Convert<Enum> {
    static bool load(py::handle source, Enum& value)
    {
        std::string name;
        if (!Convert<std::string>::load(source, name))
            return false;
        auto const known = enum_from_name<Enum>(name);
        if (!known)
            refuse_name(name, class_name<Enum>(), enumerators<Enum>);
        value = *known;
        return true;
    }
    static py::object cast(Enum value)
    {
        for (std::size_t i = 0; i != enumerators<Enum>.size(); ++i)
            if (enumerators<Enum>[i].number == static_cast<std::int64_t>(value))
                return py::reinterpret_borrow<py::object>(enum_members<Enum>[i]);
        return py::none{};  // not given yet: a rule refuses it
    }
    static std::string shown() { return std::string{class_name<Enum>()}; }
    static std::string taken() { return shown() + " | str"; }
};

template <class Type>
struct Convert<std::optional<Type>> {
    static bool load(py::handle source, std::optional<Type>& value)
    {
        value.reset();
        return source.is_none() || Convert<Type>::load(source, value.emplace());
    }
    static py::object  cast(std::optional<Type> const& value) { return value ? Convert<Type>::cast(*value) : py::none{}; }
    static std::string shown() { return Convert<Type>::shown() + " | None"; }
    static std::string taken() { return Convert<Type>::taken() + " | None"; }
};

/// Any iterable but a str, whose letters are hardly meant.
template <class Range, class Insert>
bool load_range(py::handle source, Range& range, Insert insert)
{
    if (py::isinstance<py::str>(source) || !py::isinstance<py::iterable>(source))
        return false;
    range.clear();
    for (auto item : py::reinterpret_borrow<py::iterable>(source)) {
        typename Range::value_type value{};
        if (!Convert<typename Range::value_type>::load(item, value))
            return false;
        insert(std::move(value));
    }
    return true;
}

template <class Type>
struct Convert<std::vector<Type>> {
    static bool load(py::handle source, std::vector<Type>& values)
    {
        return load_range(source, values, [&](Type value) { values.push_back(std::move(value)); });
    }
    static py::object cast(std::vector<Type> const& values)
    {
        py::list list;
        for (auto const& value : values)
            list.append(Convert<Type>::cast(value));
        return list;
    }
    static std::string shown() { return "list[" + Convert<Type>::shown() + "]"; }
    static std::string taken() { return "collections.abc.Iterable[" + Convert<Type>::taken() + "]"; }
};

template <class Type>
struct Convert<std::set<Type>> {
    static bool load(py::handle source, std::set<Type>& values)
    {
        return load_range(source, values, [&](Type value) { values.insert(std::move(value)); });
    }
    static py::object cast(std::set<Type> const& values)
    {
        py::set set;
        for (auto const& value : values)
            set.add(Convert<Type>::cast(value));
        return set;
    }
    static std::string shown() { return "set[" + Convert<Type>::shown() + "]"; }
    static std::string taken() { return "collections.abc.Iterable[" + Convert<Type>::taken() + "]"; }
};

/// What an argument is: `TypeError: keeper takes Ref[Operator], not 3.5`.
[[noreturn]] void refuse_type(std::string_view what, std::string_view taken, py::handle given);

/// An argument of a call.
template <class Type>
Type argument(py::handle given, std::string_view name)
{
    Type value{};
    if (!Convert<Type>::load(given, value))
        refuse_type(name, Convert<Type>::taken(), given);
    return value;
}

/// A text as a template argument.
template <std::size_t size>
struct Literal {
    char text[size];

    consteval Literal(char const (&given)[size])
    {
        for (std::size_t i = 0; i != size; ++i)
            text[i] = given[i];
    }
};

/// A class of a module of Python, looked up once: it lives as long as Python. With the GIL.
template <Literal module, Literal name>
py::handle lasting()
{
    static PyObject* found = nullptr;  // set with the GIL alone: an import may let go of it, which a guarded static does not survive
    if (!found)
        found = py::object{py::module_::import(module.text).attr(name.text)}.release().ptr();
    return found;
}

/// An object that signatures, and the stub made of them, show as `annotation`.
template <Literal annotation>
class Typed : public py::object {
public:
    using py::object::object;
    Typed(py::object const& object) : py::object{object} {}
    static bool check_(py::handle) { return true; }
};

using MomentOrNone = Typed<"datetime.datetime | None">;

}  // namespace crm::python

template <crm::python::Literal annotation>
struct pybind11::detail::handle_type_name<crm::python::Typed<annotation>> {
    static constexpr auto name = const_name(annotation.text);
};
