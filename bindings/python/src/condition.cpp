#include "reading.hpp"
#include "record_class.hpp"

#include <crm/store/condition.hpp>

#include <pybind11/operators.h>
#include <pybind11/stl.h>

namespace crm::python {

namespace {

using PyValue = Typed<"Comparable">;

constexpr std::pair<std::string_view, store::Comparison> comparisons[] = {
    {"=", store::Comparison::equal},          {"!=", store::Comparison::not_equal},
    {"<", store::Comparison::less},           {"<=", store::Comparison::less_or_equal},
    {">", store::Comparison::greater},        {">=", store::Comparison::greater_or_equal},
    {"contains", store::Comparison::contains}, {"starts_with", store::Comparison::starts_with},
};

store::Comparison comparison_from(std::string_view text)
{
    for (auto const& [name, comparison] : comparisons)
        if (name == text)
            return comparison;
    throw InvalidArgument{"There is no comparison '" + std::string{text} + "'."};
}

template <class Type>
bool load_value(py::handle given, Value& value)
{
    Type read{};
    if (!Convert<Type>::load(given, read))
        return false;
    value = read;
    return true;
}

Relative::Unit unit_from(std::string const& name)
{
    constexpr std::string_view units[] = {"minutes", "hours", "days", "weeks", "months", "years"};
    return static_cast<Relative::Unit>(std::ranges::find(units, name) - std::begin(units));
}

bool load_relative(py::handle given, Value& value)
{
    if (!py::isinstance(given, py::module_::import("crm.conditions").attr("Relative")))
        return false;
    value = Relative{.anchor = given.attr("anchor").cast<std::string>() == "now" ? Relative::Anchor::now : Relative::Anchor::today,
                     .count  = given.attr("count").cast<std::int64_t>(),
                     .unit   = unit_from(given.attr("unit").cast<std::string>())};
    return true;
}

bool load_decimal(py::handle given, Value& value)
{
    if (!py::isinstance(given, py::module_::import("decimal").attr("Decimal")))
        return false;
    auto const text   = py::module_::import("builtins").attr("format")(given, "f").cast<std::string>();
    auto const amount = amount_from_decimal(text);
    if (!amount)
        throw InvalidArgument{"Compare with a decimal of at most four places, not with " + text + "."};
    value = Decimal{*amount};
    return true;
}

bool load_enumerator(py::handle given, Value& value)
{
    if (!py::isinstance(given, py::module_::import("enum").attr("Enum")) || !py::isinstance<py::str>(given))
        return false;
    value = Enumerator{given.attr("value").cast<std::string>()};
    return true;
}

bool load_record(py::handle given, Value& value)
{
    if (!py::isinstance<Held>(given))
        return false;
    value = given.attr("id").cast<std::int64_t>();
    return true;
}

Value value_from(py::handle given)
{
    Value      value;
    bool const known = load_value<bool>(given, value) || load_value<std::int64_t>(given, value) || load_enumerator(given, value) ||
                       load_value<std::string>(given, value) || load_decimal(given, value) ||
                       load_value<Instant>(given, value) || load_value<Date>(given, value) || load_relative(given, value) ||
                       load_record(given, value);
    if (!known)
        refuse_type("A condition", "str, int, bool, Decimal, datetime, date, an enumeration, a record or now() and today()", given);
    return value;
}

std::vector<Value> values_from(py::iterable const& given)
{
    std::vector<Value> values;
    for (auto item : given)
        values.push_back(value_from(item));
    return values;
}

void bind_functions(py::module_& module)
{
    module.def("compare", [](std::string field, std::string_view comparison, PyValue const& value) {
                   return Condition::compare(std::move(field), comparison_from(comparison), value_from(value));
               },
               py::arg("field"), py::arg("comparison"), py::arg("value"),
               "A field compared with a value by ``=``, ``!=``, ``<``, ``<=``, ``>``, ``>=``, ``contains`` or ``starts_with``.");
    module.def("is_in", [](std::string field, Typed<"collections.abc.Iterable[Comparable]"> const& values) {
                   return Condition::is_in(std::move(field), values_from(values));
               },
               py::arg("field"), py::arg("values"), "The field is equal to one of the values.");
    module.def("is_null", &Condition::is_null, py::arg("field"), "The field has no value.");
    module.def("exists", [](std::string relation, Typed<"Condition | str | None"> const& inner) {
                   return Condition::exists(std::move(relation), condition_from(inner));
               },
               py::arg("relation"), py::arg("condition") = py::none{},
               "Among the records that ``relation`` leads to (``persons``, ``cases``, ``party``, ``contact_points``…) there is one "
               "that the condition is true of.");
    module.def("in_base", &Condition::in_base, py::arg("code"), "The subject is in the base of that code.");
    module.def("parse_condition", [](std::string_view text) { return parse_condition(text); }, py::arg("text"),
               "Read the text form, such as ``stage = active and expected_close_on < today + 7 days``. Raises InvalidArgument with "
               "the column, what was found there, and what was expected.");
    module.def("parse_condition_json", [](std::string_view json) { return parse_condition_json(json); }, py::arg("json"),
               "Read the JSON form. Raises InvalidArgument.");
}

}  // namespace

Condition condition_from(py::handle given)
{
    if (given.is_none())
        return {};
    if (py::isinstance<Condition>(given))
        return given.cast<Condition const&>();
    if (py::isinstance<py::str>(given))
        return parse_condition(given.cast<std::string>());
    refuse_type("condition", "Condition | str | None", given);
}

void bind_condition(py::module_& module)
{
    py::class_<Condition>(module, "Condition",
                          "A question that is true or false of a record. Build it with crm.where, combine it with ``&``, ``|`` and "
                          "``~``, or write it as text. Without arguments it is true of every record.")
        .def(py::init<>())
        .def("__and__", [](Condition const& a, Condition const& b) { return a && b; }, py::is_operator{})
        .def("__or__", [](Condition const& a, Condition const& b) { return a || b; }, py::is_operator{})
        .def("__invert__", [](Condition const& a) { return !a; })
        .def("__bool__", [](Condition const&) -> bool {
                throw py::type_error{"A condition is neither true nor false by itself: combine conditions with &, | and ~ in parentheses."};
            }, "Raises TypeError: ``and``, ``or`` and ``not`` cannot combine conditions.")
        .def(py::self == py::self)
        .def("__hash__", [](Condition const& a) { return py::hash(py::str{to_text(a)}); })
        .def("__str__", [](Condition const& a) { return to_text(a); })
        .def("__repr__", [](Condition const& a) {
                return "Condition(" + py::repr(py::str{to_text(a)}).cast<std::string>() + ")";
            })
        .def("__reduce__", [](Condition const& a) {
                auto const parse = py::module_::import("crm._core").attr("parse_condition");
                return Typed<"tuple[typing.Any, ...]">{py::make_tuple(parse, py::make_tuple(to_text(a)))};
            })
        .def("to_text", [](Condition const& a) { return to_text(a); }, "The text form, which parse_condition() reads.")
        .def("to_json", [](Condition const& a) { return to_json(a); }, "The JSON form, which parse_condition_json() reads.");
    bind_functions(module);
}

}  // namespace crm::python
