#include "convert.hpp"

#include <datetime.h>

namespace crm::python {

namespace {

/// The API of datetime is a pointer of each file that uses it: hence of this one alone.
void need_datetime()
{
    if (!PyDateTimeAPI)
        PyDateTime_IMPORT;
    if (!PyDateTimeAPI)
        throw py::error_already_set{};
}

py::object checked(PyObject* made)
{
    if (!made)
        throw py::error_already_set{};
    return py::reinterpret_steal<py::object>(made);
}

void need_calendar_year(Date day)
{
    if (int{day.year()} < 1 || int{day.year()} > 9999)
        throw OutOfRange{"A day lies outside the years 1 to 9999, which is all that datetime can tell."};
}

template <class Integer>
bool load_integer(py::handle source, Integer& value)
{
    if (!PyLong_Check(source.ptr()) || PyBool_Check(source.ptr()))
        return false;
    int        overflow = 0;
    auto const number   = PyLong_AsLongLongAndOverflow(source.ptr(), &overflow);
    if (overflow != 0 || !std::in_range<Integer>(number))
        throw OutOfRange{"The number " + std::string{py::str(source)} + " has no room in its field."};
    value = static_cast<Integer>(number);
    return true;
}

/// The same moment in UTC.
py::object in_utc(py::handle moment)
{
    if (PyDateTime_DATE_GET_TZINFO(moment.ptr()) == PyDateTime_TimeZone_UTC)
        return py::reinterpret_borrow<py::object>(moment);
    if (moment.attr("utcoffset")().is_none())
        throw py::value_error{"A datetime needs a time zone, such as datetime.timezone.utc: without one nobody knows its moment."};
    return moment.attr("astimezone")(py::handle{PyDateTime_TimeZone_UTC});
}

Date day_of(py::handle date)
{
    return std::chrono::year{PyDateTime_GET_YEAR(date.ptr())} / PyDateTime_GET_MONTH(date.ptr()) / PyDateTime_GET_DAY(date.ptr());
}

}  // namespace

bool Convert<bool>::load(py::handle source, bool& value)
{
    value = source.ptr() == Py_True;
    return PyBool_Check(source.ptr());
}
py::object Convert<bool>::cast(bool const& value) { return py::bool_{value}; }

bool       Convert<int>::load(py::handle source, int& value) { return load_integer(source, value); }
py::object Convert<int>::cast(int const& value) { return py::int_{value}; }
bool       Convert<std::int64_t>::load(py::handle source, std::int64_t& value) { return load_integer(source, value); }
py::object Convert<std::int64_t>::cast(std::int64_t const& value) { return py::int_{value}; }
bool       Convert<std::size_t>::load(py::handle source, std::size_t& value) { return load_integer(source, value); }
py::object Convert<std::size_t>::cast(std::size_t const& value) { return py::int_{value}; }

bool Convert<std::string>::load(py::handle source, std::string& value)
{
    if (!PyUnicode_Check(source.ptr()))
        return false;
    Py_ssize_t  size  = 0;
    auto const* bytes = PyUnicode_AsUTF8AndSize(source.ptr(), &size);
    if (!bytes)
        throw py::error_already_set{};  // half of a surrogate pair
    value.assign(bytes, static_cast<std::size_t>(size));
    return true;
}
py::object Convert<std::string>::cast(std::string const& value) { return py::str{value}; }

bool Convert<Bytes>::load(py::handle source, Bytes& value)
{
    if (!PyObject_CheckBuffer(source.ptr()))
        return false;
    auto const buffer = py::reinterpret_borrow<py::buffer>(source).request();
    if (buffer.ndim != 1 || buffer.itemsize != 1 || buffer.strides[0] != 1)
        return false;
    value.data.assign(static_cast<char const*>(buffer.ptr), static_cast<std::size_t>(buffer.size));
    return true;
}
py::object Convert<Bytes>::cast(Bytes const& value) { return py::bytes{value.data}; }

bool Convert<Instant>::load(py::handle source, Instant& value)
{
    need_datetime();
    if (!PyDateTime_Check(source.ptr()))
        return false;
    auto const utc = in_utc(source);
    auto const at  = utc.ptr();
    value          = std::chrono::sys_days{day_of(utc)} + std::chrono::hours{PyDateTime_DATE_GET_HOUR(at)} +
            std::chrono::minutes{PyDateTime_DATE_GET_MINUTE(at)} + std::chrono::seconds{PyDateTime_DATE_GET_SECOND(at)} +
            std::chrono::microseconds{PyDateTime_DATE_GET_MICROSECOND(at)};
    return true;
}
py::object Convert<Instant>::cast(Instant const& at)
{
    need_datetime();
    auto const day  = std::chrono::floor<std::chrono::days>(at);
    auto const date = Date{day};
    need_calendar_year(date);
    std::chrono::hh_mm_ss const time{at - day};
    return checked(PyDateTimeAPI->DateTime_FromDateAndTime(
        int{date.year()}, static_cast<int>(unsigned{date.month()}), static_cast<int>(unsigned{date.day()}),
        static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
        static_cast<int>(time.seconds().count()), static_cast<int>(time.subseconds().count()), PyDateTime_TimeZone_UTC,
        PyDateTimeAPI->DateTimeType));
}

bool Convert<Date>::load(py::handle source, Date& value)
{
    need_datetime();
    if (!PyDate_Check(source.ptr()) || PyDateTime_Check(source.ptr()))
        return false;
    value = day_of(source);
    return true;
}
py::object Convert<Date>::cast(Date const& day)
{
    need_datetime();
    need_calendar_year(day);
    return checked(PyDate_FromDate(int{day.year()}, static_cast<int>(unsigned{day.month()}), static_cast<int>(unsigned{day.day()})));
}

void refuse_name(std::string_view name, std::string_view class_name, std::span<EnumeratorFacts const> known)
{
    std::string text = std::string{py::repr(py::str{std::string{name}})} + " is not a " + std::string{class_name} + ":";
    for (auto const& facts : known)
        text.append(" ").append(facts.name).append(",");
    text.back() = '.';
    throw py::value_error{text};
}

void refuse_type(std::string_view what, std::string_view taken, py::handle given)
{
    auto text = std::string{py::repr(given)};
    if (text.size() > 80)
        text = "a " + std::string{py::str(py::type::of(given).attr("__name__"))};
    throw py::type_error{std::string{what} + " takes " + std::string{taken} + ", not " + text + "."};
}

}  // namespace crm::python
