#include "record.hpp"

#include <algorithm>
#include <unordered_map>

namespace crm::python {

namespace {

/// The object's record, which has to be of the kind that the field belongs to.
void* structure_of(Held& held, RecordClass const& kind)
{
    if (&held.kind() != &kind)
        throw py::type_error{"This field belongs to " + std::string{kind.name()} + "."};
    return held.data();
}

void bind_field(py::object const& python_class, RecordClass const& kind, Field const& field)
{
    auto const get_doc = "(self) -> " + field.shown, set_doc = "(self, value: " + field.taken + ") -> None";
    py::options plain;
    plain.disable_function_signatures();
    py::cpp_function const get{[&kind, &field](Held& held) { return field.get(structure_of(held, kind)); },
                               py::is_method{python_class}, py::doc{get_doc.c_str()}};
    py::cpp_function const set{[&kind, &field](Held& held, py::object const& value) {
                                   field.set(structure_of(held, kind), value, kind.name());
                                   std::erase_if(held.named, [&](auto const& named) { return named.first == field.keyword; });
                               },
                               py::is_method{python_class}, py::doc{set_doc.c_str()}};
    auto const property            = py::module_::import("builtins").attr("property");
    python_class.attr(field.name.c_str()) = property(get, set, py::none{}, field.doc);
}

/// The fields that differ from those of a new record, and what was named by code: the keywords that make it again.
py::dict keywords_of(Held& held)
{
    auto const blank = held.kind().make();
    py::dict   keywords;
    for (auto const& field : held.kind().fields()) {
        auto value = field.get(held.data());
        if (!value.equal(field.get(blank->data())))
            keywords[field.name.c_str()] = value;
    }
    for (auto const& [keyword, text] : held.named)
        keywords[keyword.c_str()] = text;
    return keywords;
}

py::dict all_fields(Held& held)
{
    py::dict fields;
    for (auto const& field : held.kind().fields())
        fields[field.name.c_str()] = field.get(held.data());
    return fields;
}

std::string representation(Held& held)
{
    std::string text{held.kind().name()};
    char const* between = "(";
    for (auto const& [keyword, value] : keywords_of(held)) {
        text += std::exchange(between, ", ") + py::str(keyword).cast<std::string>() + "=" + py::repr(value).cast<std::string>();
    }
    return text + (*between == '(' ? "()" : ")");
}

std::unique_ptr<Held> replaced(Held const& held, py::kwargs const& changes)
{
    auto copy = held.copy();
    fill(*copy, changes);
    return copy;
}

/// Makes a record again from its keywords: what pickle calls.
py::object make_again(py::object const& python_class, Typed<"dict[str, typing.Any]"> const& keywords)
{
    return python_class(**py::reinterpret_borrow<py::dict>(keywords));
}

}  // namespace

std::vector<RecordClass const*>& record_classes()
{
    static std::vector<RecordClass const*> classes;
    return classes;
}

RecordClass const& record_class(std::string_view name)
{
    static auto const by_name = [] {  // each key that Python is given asks
        std::unordered_map<std::string_view, RecordClass const*> kinds;
        for (auto const* kind : record_classes())
            kinds.emplace(kind->name(), kind);
        return kinds;
    }();
    auto const found = by_name.find(name);
    if (found == by_name.end())
        throw Internal{"No record has the class " + std::string{name} + "."};
    return *found->second;
}

RecordClass const& record_class(py::handle python_class)
{
    auto const is_it = [&](RecordClass const* kind) { return kind->python().is(python_class); };
    auto const found = std::ranges::find_if(record_classes(), is_it);
    if (found == record_classes().end())
        throw py::type_error{std::string{py::repr(python_class)} + " is not a record of crm."};
    return **found;
}

Held& held_in(py::handle record)
{
    if (!py::isinstance<Held>(record))
        throw py::type_error{py::repr(record).cast<std::string>() + " is not a record of crm."};
    return record.cast<Held&>();
}

std::pair<RecordClass const*, std::int64_t> named_record(py::handle what, py::handle id)
{
    if (id.is_none() && py::isinstance<Held>(what)) {
        auto const& kind = what.cast<Held const&>().kind();
        return {&kind, reference_to(what, kind.name(), "record").id};
    }
    if (id.is_none() && py::hasattr(what, "kind") && PyLong_Check(what.ptr()))
        return {&record_class(py::object{what.attr("kind")}), what.cast<std::int64_t>()};
    if (id.is_none())
        throw py::type_error{"Name a record, a key, or a kind and an id."};
    auto const& kind = record_class(what);
    return {&kind, reference_to(id, kind.name(), "id").id};
}

void fill(Held& held, py::kwargs const& keywords)
{
    take_keywords(keywords, held.kind().fields(), held.data(), held.named, held.kind().name(), held.kind().extra());
}

std::string constructor_doc(RecordClass const& kind)
{
    return signature("__init__", kind.fields(), "None", {}, kind.extra());
}

void describe_class(py::object const& python_class, RecordClass const& kind)
{
    for (auto const& field : kind.fields())
        bind_field(python_class, kind, field);
}

void bind_record_base(py::module_& module)
{
    py::class_<Held>(module, "Record", "What is stored: the base of all records. Two are equal when all their fields are.")
        .def_property_readonly("id", [](Held& held) { return Typed<"int">{find_field(held.kind().fields(), "id")->get(held.data())}; },
                               "Key; 0 until the record is added.")
        .def("__repr__", &representation)
        .def("__eq__", [](Held const& held, py::object const& other) {
                return py::isinstance<Held>(other) && held.equals(other.cast<Held const&>());
            })
        .def("__copy__", &Held::copy)
        .def("__deepcopy__", [](Held const& held, Typed<"object"> const&) { return held.copy(); }, py::arg("memo"))
        .def("__replace__", &replaced, "A copy with other values in the fields that are named.")
        .def("__reduce__", [](py::object const& self) {
                auto const make = py::module_::import("crm._core").attr("_make_again");
                return Typed<"tuple[typing.Any, ...]">{
                    py::make_tuple(make, py::make_tuple(py::type::of(self), keywords_of(self.cast<Held&>())))};
            })
        .def("as_dict", [](Held& held) { return Typed<"dict[str, typing.Any]">{all_fields(held)}; },
             "The fields by name, in their order, as objects of Python.");
    module.attr("Record").attr("__hash__") = py::none{};
    module.def("_make_again", &make_again, py::arg("kind"), py::arg("keywords"), "Make a record of its keywords, for pickle.");
}

}  // namespace crm::python
