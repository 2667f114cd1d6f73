#include "convert.hpp"

#include <pybind11/operators.h>

#include <limits>

namespace crm::python {

namespace {

py::handle decimal_class()
{
    return lasting<"decimal", "Decimal">();
}

/// Exact or not at all: a float is refused, because 0.1 is not one tenth.
std::int64_t amount_from(py::handle given)
{
    auto const is_decimal = py::isinstance(given, decimal_class());
    auto const is_integer = PyLong_Check(given.ptr()) && !PyBool_Check(given.ptr());
    if (!is_decimal && !is_integer && !py::isinstance<py::str>(given))
        throw py::type_error{"Give an amount as Decimal, str or int: a float is not exact."};
    auto const text = py::isinstance<py::str>(given)
                          ? given.cast<std::string>()
                          : (is_decimal ? py::reinterpret_borrow<py::object>(given) : decimal_class()(given)).attr("__format__")("f").cast<std::string>();
    if (auto const amount = amount_from_decimal(text))
        return *amount;
    throw ValidationError{{{"money.amount", "amount", "Give the amount with at most four decimals, within 922 337 203 685 477.5807."}}};
}

py::object decimal_of(Money const& money)
{
    return decimal_class()(py::str{amount_to_decimal(money.amount)});
}

py::tuple key_of(Money const& money)
{
    return py::make_tuple(money.amount, money.currency.code());
}

std::string text_of(Money const& money)
{
    return amount_to_decimal(money.amount).append(" ").append(money.currency.code());
}

Money negative(Money const& money)
{
    if (money.amount == std::numeric_limits<std::int64_t>::min())
        throw OutOfRange{"An amount has no room: keep it within 922 337 203 685 477.5807 units."};
    return {.amount = -money.amount, .currency = money.currency};
}

Money times(Money const& money, std::int64_t factor)
{
    Money product = money;
    if (__builtin_mul_overflow(money.amount, factor, &product.amount))
        throw OutOfRange{"An amount has no room: keep it within 922 337 203 685 477.5807 units."};
    return product;
}

/// Less than zero, zero, or more: amounts of two currencies have no order.
bool less(Money const& a, Money const& b)
{
    if (a.currency != b.currency)
        throw ValidationError{{{"money.currency", "currency", "Compare amounts of one currency, or convert them first."}}};
    return a.amount < b.amount;
}

/// sum() begins with the int 0.
Money plus_zero(Money const& money, std::int64_t zero)
{
    if (zero != 0)
        throw py::type_error{"Add an amount of money: a bare number has no currency."};
    return money;
}

}  // namespace

void bind_money(py::module_& module)
{
    auto binary = [](auto operation) {
        return [operation](Money const& a, Money const& b) { return operation(a, b); };
    };
    py::class_<Money>(module, "Money",
                      "An exact amount of one currency, to 1/10000 of its unit. It never changes. Amounts of two currencies are "
                      "equal to nothing of each other, and neither add up nor compare: ValidationError ``money.currency``.")
        .def(py::init([](Typed<"decimal.Decimal | str | int"> const& amount, std::string_view currency) {
                 return Money{.amount = amount_from(amount), .currency = Currency{currency}};
             }),
             py::arg("amount"), py::arg("currency"),
             "An amount, such as ``Money(\"12500.00\", \"PLN\")``. Raises TypeError for a float, which is not exact; "
             "ValidationError ``money.amount``, ``currency.code``.")
        .def_static("parse", &Money::parse, py::arg("text"), "Read ``12500.00 PLN`` exactly. Raises ValidationError.")
        .def_property_readonly("amount", [](Money const& m) { return Typed<"decimal.Decimal">{decimal_of(m)}; }, "In units of the currency.")
        .def_property_readonly("currency", [](Money const& m) { return m.currency.code(); }, "ISO 4217 code.")
        .def("__repr__", [](Money const& m) {
                return "Money('" + amount_to_decimal(m.amount) + "', '" + std::string{m.currency.code()} + "')";
            })
        .def("__str__", &text_of)
        .def("__hash__", [](Money const& m) { return py::hash(key_of(m)); })
        .def("__bool__", [](Money const& m) { return m.amount != 0; })
        .def(py::self == py::self)
        .def("__add__", binary([](auto& a, auto& b) { return a + b; }), py::is_operator{})
        .def("__radd__", &plus_zero, py::is_operator{}, "What sum() begins with.")
        .def("__sub__", binary([](auto& a, auto& b) { return a + negative(b); }), py::is_operator{})
        .def("__neg__", &negative)
        .def("__abs__", [](Money const& m) { return m.amount < 0 ? negative(m) : m; })
        .def("__mul__", &times, py::is_operator{}, "A whole number of times.")
        .def("__rmul__", &times, py::is_operator{})
        .def("__lt__", binary([](auto& a, auto& b) { return less(a, b); }), py::is_operator{})
        .def("__le__", binary([](auto& a, auto& b) { return !less(b, a); }), py::is_operator{})
        .def("__gt__", binary([](auto& a, auto& b) { return less(b, a); }), py::is_operator{})
        .def("__ge__", binary([](auto& a, auto& b) { return !less(a, b); }), py::is_operator{})
        .def("per_cent", &Money::per_cent, py::arg("share"),
             "A share of it, from 0 to 100, rounded half away from zero to the smallest unit of the currency. Raises OutOfRange.")
        .def("__reduce__", [](py::object const& self) {
            return Typed<"tuple[typing.Any, ...]">{
                py::make_tuple(py::type::of(self), py::make_tuple(self.attr("amount"), self.attr("currency")))};
        });
}

}  // namespace crm::python
