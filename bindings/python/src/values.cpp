// What calls answer with: plain values that never change.
#include "described.hpp"
#include "reference.hpp"
#include "transfer.hpp"

#include <concepts>
#include <utility>

namespace crm::python {

namespace {

py::object make_property(py::cpp_function const& get, std::string const& doc)
{
    return py::module_::import("builtins").attr("property")(get, py::none{}, py::none{}, doc);
}

template <class Value>
void bind_member(py::class_<Value>& python_class, std::string const& name, std::string const& shown, std::string const& doc,
                 auto const& get)
{
    auto const  get_doc = "(self) -> " + shown;
    py::options plain;
    plain.disable_function_signatures();
    python_class.attr(name.c_str()) =
        make_property(py::cpp_function{get, py::is_method{python_class}, py::doc{get_doc.c_str()}}, doc);
}

std::string representation(py::handle value, Fields const& fields)
{
    auto        text    = py::str(py::type::of(value).attr("__name__")).cast<std::string>();
    char const* between = "(";
    for (auto const& field : fields)
        text += std::exchange(between, ", ") + field.name + "=" + py::repr(value.attr(field.name.c_str())).cast<std::string>();
    return text + ")";
}

py::dict members_of(py::handle value, Fields const& fields)
{
    py::dict members;
    for (auto const& field : fields)
        members[field.name.c_str()] = value.attr(field.name.c_str());
    return members;
}

/// A value has no work in which to look up what was named by code.
template <class Value>
Value value_of(Draft<Value> made, char const* name)
{
    if (!made.named.empty())
        throw py::value_error{std::string{name} + "." + made.named.front().first + " takes a record, its key or id: nobody looks up its code."};
    return std::move(made.value);
}

template <class Value>
py::class_<Value> bind_value(py::module_& module, char const* name)
{
    auto const& fields = fields_of<Value>();
    py::options plain;
    plain.disable_function_signatures();

    py::class_<Value> python_class{module, name, std::string{Facts<Value>::doc}.c_str()};
    python_class.def(py::init([name](py::kwargs const& keywords) { return value_of(draft<Value>(keywords, name), name); }),
                     signature("__init__", fields, "None").c_str());
    for (auto const& field : fields)
        bind_member(python_class, field.name, field.shown, field.doc, [&field](Value const& value) { return field.get(&value); });
    python_class
        .def("__repr__", [&fields](py::object const& self) { return representation(self, fields); }, "__repr__(self) -> str")
        .def("as_dict", [&fields](py::object const& self) { return members_of(self, fields); },
             "as_dict(self) -> dict[str, typing.Any]\n\nThe fields by name, in their order.")
        .def("__reduce__", [&fields](py::object const& self) {
                py::dict made;
                for (auto const& field : fields)
                    made[field.name.c_str()] = field.get(&self.cast<Value const&>());
                return py::make_tuple(py::module_::import("crm._core").attr("_make_again"), py::make_tuple(py::type::of(self), made));
            }, "__reduce__(self) -> tuple[typing.Any, ...]");
    if constexpr (std::equality_comparable<Value>) {
        python_class.def("__eq__", [](Value const& a, py::object const& b) {
            return py::isinstance<Value>(b) && a == b.cast<Value const&>();
        }, "__eq__(self, other: object) -> bool");
        python_class.attr("__hash__") = py::none{};
    }
    return python_class;
}

/// Keys that know what they lead to, also without `_id` in their names.
template <class Value>
void bind_keys(py::class_<Value>& python_class)
{
    for (auto const& field : fields_of<Value>()) {
        if (!field.set_id)
            continue;
        auto const shown = "Key[" + std::string{field.refers_to} + "]" + (field.nullable ? " | None" : "");
        auto const get   = [&field](Value const& value) {
            auto const id = field.get_id(field.in(static_cast<void const*>(&value)));
            return id == 0 ? py::object{py::none{}} : key(id, field.refers_to);
        };
        bind_member(python_class, field.name, shown, field.doc, get);
        bind_member(python_class, field.keyword, shown, field.doc, get);
    }
}

py::object number_or_none(std::int64_t number)
{
    return number == 0 ? py::object{py::none{}} : py::int_{number};
}

void bind_results(py::module_& module)
{
    auto registered = bind_value<Registered>(module, "Registered");
    bind_keys(registered);
    bind_value<MailCandidate>(module, "MailCandidate");
    auto imported = bind_value<ImportedMail>(module, "ImportedMail");
    bind_keys(imported);
    bind_member(imported, "documents", "list[Key[Document]]", "The documents made of its attachments.", [](ImportedMail const& mail) {
        py::list keys;
        for (auto id : mail.documents)
            keys.append(key(id));
        return keys;
    });
    bind_value<FunnelRow>(module, "FunnelRow");
    bind_value<PlanRow>(module, "PlanRow");
    auto overrun = bind_value<Overrun>(module, "Overrun");
    bind_keys(overrun);
    auto entry = bind_value<TimelineEntry>(module, "TimelineEntry");
    bind_member(entry, "operator_id", "int | None", std::string{Facts<TimelineEntry>::fields[3].doc},
                [](TimelineEntry const& e) { return number_or_none(e.operator_id.value); });
    bind_member(entry, "case_id", "int | None", std::string{Facts<TimelineEntry>::fields[4].doc},
                [](TimelineEntry const& e) { return number_or_none(e.case_id); });
    auto change = bind_value<Change>(module, "Change");
    bind_member(change, "fields", "dict[str, typing.Any]", std::string{Facts<Change>::fields[6].doc}, [](Change const& c) {
        return c.fields.empty() ? py::object{py::dict{}} : py::module_::import("json").attr("loads")(c.fields);
    });
}

/// Numbers that somebody reads: a table, in a terminal and in a notebook.
void bind_stats(py::module_& module)
{
    auto       stats = bind_value<Stats>(module, "Stats");
    auto const table = [](char const* function) {
        return [function](py::object const& self) { return py::str{py::module_::import("crm.analysis").attr(function)(self)}; };
    };
    stats.attr("__repr__") = py::cpp_function{table("stats_as_text"), py::name("__repr__"), py::is_method{stats}};
    stats.def("_repr_html_", table("stats_as_html"));
}

void bind_mail_values(py::module_& module)
{
    bind_value<MailAddress>(module, "MailAddress");
    bind_value<MailAttachment>(module, "MailAttachment");
    bind_value<MailMessage>(module, "MailMessage");
    bind_value<MailSource>(module, "MailSource");
}

/// An object of a class of crm/analysis.py, which is a list.
template <class Value>
py::object as_list_class(char const* name, std::vector<Value> const& values)
{
    return py::module_::import("crm.analysis").attr(name)(Convert<std::vector<Value>>::cast(values));
}

}  // namespace

py::object as_timeline(Timeline const& timeline) { return as_list_class("Timeline", timeline); }
py::object as_funnel(Funnel const& funnel) { return as_list_class("Funnel", funnel); }
py::object as_comparison(PlanComparison const& comparison) { return as_list_class("PlanComparison", comparison); }
py::object as_overruns(Overruns const& overruns) { return as_list_class("Overruns", overruns); }
py::list   as_changes(std::vector<Change> const& changes) { return Convert<std::vector<Change>>::cast(changes); }
py::object as_imported(ImportedMail const& mail) { return py::cast(mail); }
py::object as_registered(Registered const& registered) { return py::cast(registered); }
py::object as_stats(Stats const& stats) { return py::cast(stats); }

void bind_revision(py::module_& module)
{
    bind_value<Revision>(module, "Revision");
}

void bind_values(py::module_& module)
{
    bind_results(module);
    bind_stats(module);
    bind_mail_values(module);
    bind_value<Finding>(module, "Finding");
    bind_value<Findings>(module, "Findings");
    bind_value<CopiedPart>(module, "CopiedPart");
}

}  // namespace crm::python
