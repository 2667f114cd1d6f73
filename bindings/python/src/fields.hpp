// The described members of a structure at run time, so that what works on them is no template.
#pragma once

#include "convert.hpp"

#include <crm/model/revision.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace crm::python {

struct Field {
    std::string      name;      ///< "keeper_id"
    std::string      keyword;   ///< of a key, what names the record itself: "keeper"; else the name
    std::string      doc;
    std::string      shown;     ///< annotation of what is read
    std::string      taken;     ///< annotation of what may be given by its name
    std::string_view refers_to; ///< class of the record that a key leads to; empty: no key
    bool             nullable = false;
    std::size_t      offset   = 0;
    PyObject*        interned_name;     ///< as Python writes it in a call: one object for all that are equal. It lives as long as Python
    PyObject*        interned_keyword;

    bool (*load)(py::handle source, void* field);
    py::object (*cast)(void const* field);
    void (*set_id)(void* field, std::int64_t id);         ///< of a key
    std::int64_t (*get_id)(void const* field) = nullptr;  ///< of a key

    void*       in(void* structure) const { return static_cast<char*>(structure) + offset; }
    void const* in(void const* structure) const { return static_cast<char const*>(structure) + offset; }

    /// \throws TypeError that names the field
    void       set(void* structure, py::handle value, std::string_view owner) const;
    py::object get(void const* structure) const { return cast(in(structure)); }
};
using Fields = std::vector<Field>;

/// What keywords named by a code, until a work looks it up; of a new person also the names that its party will get.
using Named = std::vector<std::pair<std::string, std::string>>;

/// A structure made of keywords, and what they named by code.
template <class Structure>
struct Draft {
    Structure value{};
    Named     named{};
};

template <class Type>
struct KeyOf {
    static constexpr bool is_key = false;
};
template <class Record>
struct KeyOf<Id<Record>> {
    static constexpr bool             is_key   = true;
    static constexpr bool             nullable = false;
    static constexpr std::string_view record   = class_name<Record>();
    static void                       set(void* field, std::int64_t id) { static_cast<Id<Record>*>(field)->value = id; }
    static std::int64_t               get(void const* field) { return static_cast<Id<Record> const*>(field)->value; }
};
template <class Record>
struct KeyOf<std::optional<Id<Record>>> {
    static constexpr bool             is_key   = true;
    static constexpr bool             nullable = true;
    static constexpr std::string_view record   = class_name<Record>();
    static void set(void* field, std::int64_t id) { static_cast<std::optional<Id<Record>>*>(field)->emplace(Id<Record>{id}); }
    static std::int64_t get(void const* field)
    {
        auto const& id = *static_cast<std::optional<Id<Record>> const*>(field);
        return id ? id->value : 0;
    }
};

PyObject* interned(std::string const& text);

/// With the GIL.
template <class Value>
Field field_of(std::string_view name, std::string_view doc, std::size_t offset)
{
    Field field{.name = std::string{name}, .keyword = std::string{name}, .doc = std::string{doc},
                .shown = Convert<Value>::shown(), .taken = Convert<Value>::taken(), .refers_to = {}, .offset = offset,
                .interned_name = nullptr, .interned_keyword = nullptr,
                .load = [](py::handle source, void* field) { return Convert<Value>::load(source, *static_cast<Value*>(field)); },
                .cast = [](void const* field) { return Convert<Value>::cast(*static_cast<Value const*>(field)); },
                .set_id = nullptr};
    if constexpr (KeyOf<Value>::is_key) {
        field.refers_to = KeyOf<Value>::record;
        field.nullable  = KeyOf<Value>::nullable;
        field.set_id    = &KeyOf<Value>::set;
        field.get_id    = &KeyOf<Value>::get;
        if (name.ends_with("_id") && name != "id")
            field.keyword = name.substr(0, name.size() - 3);
    }
    field.interned_name    = interned(field.name);
    field.interned_keyword = interned(field.keyword);
    return field;
}

/// The member that is bytes though its type is std::string; empty: none.
template <class Structure>
inline constexpr std::string_view bytes_member{};

/// A std::string of bytes.
struct BytesInString {
    static bool load(py::handle source, void* field)
    {
        Bytes bytes;
        if (!Convert<Bytes>::load(source, bytes))
            return false;
        *static_cast<std::string*>(field) = std::move(bytes.data);
        return true;
    }
    static py::object cast(void const* field) { return py::bytes{*static_cast<std::string const*>(field)}; }
};

/// `from` is a word of Python's own.
inline std::string python_name(std::string_view name)
{
    return name == "from" ? "from_" : std::string{name};
}

template <class Structure>
std::string_view doc_of([[maybe_unused]] std::size_t position)
{
    if constexpr (requires { Facts<Structure>::fields; })
        return Facts<Structure>::fields[position].doc;
    else
        return {};
}

/// The described members of `Structure`, in their order.
template <class Structure>
Fields const& fields_of()
{
    static Fields const fields = [] {
        Fields          list;
        Structure const sample{};
        boost::mp11::mp_for_each<crm::Fields<Structure>>([&](auto member) {
            auto const* here = reinterpret_cast<char const*>(&(sample.*member.pointer));
            list.push_back(field_of<decltype(field_type(member.pointer))>(
                python_name(member.name), doc_of<Structure>(list.size()), static_cast<std::size_t>(here - reinterpret_cast<char const*>(&sample))));
            if (!bytes_member<Structure>.empty() && bytes_member<Structure> == member.name) {
                list.back().shown = list.back().taken = Convert<Bytes>::shown();
                list.back().load  = &BytesInString::load;
                list.back().cast  = &BytesInString::cast;
            }
        });
        return list;
    }();
    return fields;
}

Field const* find_field(Fields const& fields, std::string_view name);

/// Sets the members that keywords name: a field by its name, the record that a key leads to by the name without `_id`.
/// Texts that name a record by its code, and the `extra` ones, go to `named`.
/// \throws TypeError for a keyword that there is not, or a value of another type
void take_keywords(py::kwargs const& keywords, Fields const& fields, void* structure, Named& named, std::string_view owner,
                   std::span<std::string_view const> extra = {});

template <class Structure>
Draft<Structure> draft(py::kwargs const& keywords, std::string_view owner)
{
    Draft<Structure> made;
    take_keywords(keywords, fields_of<Structure>(), &made.value, made.named, owner);
    return made;
}

/// "add_legal(self, *, number: str = ..., ...) -> Registered": what a function of keywords tells of itself.
std::string signature(std::string_view name, Fields const& fields, std::string_view result, std::string_view first = {},
                      std::span<std::string_view const> extra = {});

}  // namespace crm::python
