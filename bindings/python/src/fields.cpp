#include "fields.hpp"

#include "reference.hpp"

#include <algorithm>

namespace crm::python {

namespace {

/// The record that a key leads to: by id, or for later by its code.
void set_reference(Field const& field, void* structure, Named& named, py::handle value, std::string_view owner)
{
    if (value.is_none()) {
        if (!field.nullable)
            refuse_type(std::string{owner} + "." + field.keyword, "Ref[" + std::string{field.refers_to} + "]", value);
        field.set(structure, value, owner);
        return;
    }
    if (PyLong_CheckExact(value.ptr()) && PyObject_IsTrue(value.ptr()) == 1) {  // an id, as many records of a bulk have it
        field.set(structure, value, owner);
        return;
    }
    auto const reference = reference_to(value, field.refers_to, std::string{owner} + "." + field.keyword);
    if (reference.code)
        named.emplace_back(field.keyword, *reference.code);
    else
        field.set_id(field.in(structure), reference.id);
}

/// The field that a keyword names, or the key whose record it names.
struct Meant {
    Field const* field     = nullptr;
    bool         is_record = false;
};

template <class Same>
Meant meant_by(Fields const& fields, Same is_keyword)
{
    for (auto const& field : fields)
        if (is_keyword(field.interned_keyword))
            return {&field, field.set_id && field.name != "id"};
    for (auto const& field : fields)
        if (is_keyword(field.interned_name))
            return {&field, false};
    return {};
}

Meant meant_by(Fields const& fields, py::handle keyword)
{
    auto const interned = meant_by(fields, [&](PyObject* known) { return known == keyword.ptr(); });
    return interned.field ? interned : meant_by(fields, [&](PyObject* known) { return PyUnicode_Compare(known, keyword.ptr()) == 0; });
}

void take_keyword(py::handle keyword, py::handle value, Fields const& fields, void* structure, Named& named,
                  std::string_view owner, std::span<std::string_view const> extra)
{
    if (auto const [field, is_record] = meant_by(fields, keyword); field) {
        is_record ? set_reference(*field, structure, named, value, owner) : field->set(structure, value, owner);
        return;
    }
    auto const text = keyword.cast<std::string>();
    if (std::ranges::find(extra, text) == extra.end())
        throw py::type_error{std::string{owner} + "() has no field '" + text + "'."};
    named.emplace_back(text, argument<std::string>(value, std::string{owner} + "." + text));
}

std::string parameter(std::string const& keyword, std::string const& annotation)
{
    return ", " + keyword + ": " + annotation + " = ...";
}

}  // namespace

void Field::set(void* structure, py::handle value, std::string_view owner) const
{
    if (!load(value, in(structure)))
        refuse_type(std::string{owner} + "." + name, taken, value);
}

PyObject* interned(std::string const& text)
{
    auto* made = PyUnicode_InternFromString(text.c_str());
    if (!made)
        throw py::error_already_set{};
    return made;
}

Field const* find_field(Fields const& fields, std::string_view name)
{
    auto const found = std::ranges::find(fields, name, &Field::name);
    return found == fields.end() ? nullptr : &*found;
}

void take_keywords(py::kwargs const& keywords, Fields const& fields, void* structure, Named& named, std::string_view owner,
                   std::span<std::string_view const> extra)
{
    for (auto const& [keyword, value] : keywords)
        take_keyword(keyword, value, fields, structure, named, owner, extra);
}

std::string signature(std::string_view name, Fields const& fields, std::string_view result, std::string_view first,
                      std::span<std::string_view const> extra)
{
    std::string text{name};
    text.append("(self").append(first).append(", *");
    for (auto const& field : fields) {
        bool const has_twin = field.keyword != field.name;
        if (!field.set_id || has_twin || field.name == "id")
            text += parameter(field.name, field.taken);
        bool const is_taken = has_twin && find_field(fields, field.keyword);  // FunnelRow.phase is a code, not the phase
        if (field.set_id && field.name != "id" && !is_taken)
            text += parameter(field.keyword, "Ref[" + std::string{field.refers_to} + "]" + (field.nullable ? " | None" : ""));
    }
    for (auto keyword : extra)
        text += parameter(std::string{keyword}, "str");
    return text.append(") -> ").append(result);
}

}  // namespace crm::python
