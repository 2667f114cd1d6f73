// What both views and works read.
#include "described.hpp"
#include "reading.hpp"
#include "reference.hpp"

#include <pybind11/stl.h>


namespace crm::python {

namespace {

Order order_from(std::string text)
{
    bool const descending = text.starts_with('-');
    if (descending)
        text.erase(0, 1);
    return {.field = std::move(text), .descending = descending};
}

/// `"-created_at"`, or several of them.
std::vector<Order> orders_from(py::handle given)
{
    std::vector<Order> orders;
    if (py::isinstance<py::str>(given))
        orders.push_back(order_from(given.cast<std::string>()));
    else
        for (auto& text : argument<std::vector<std::string>>(given, "order"))
            orders.push_back(order_from(std::move(text)));
    return orders;
}

std::string type_code(PyReading& reading, py::handle type)
{
    if (type.is_none())
        return {};
    Ref<CaseType> const given{type, "type"};
    if (given.reference().code)
        return *given.reference().code;
    return reading.without_gil([&](Reading& r) { return r.get(given.in(r)).code; });
}

Typed<"Funnel"> funnel(PyReading& reading, Typed<"Ref[CaseType] | None"> const& type, MomentOrNone const& as_of,
                       Typed<"Ref[Operator] | None"> const& keeper, bool with_internal)
{
    FunnelQuery query{.type = type_code(reading, type), .as_of = argument<std::optional<Instant>>(as_of, "as_of"),
                      .keeper_id = {}, .with_internal = with_internal};
    auto const whose = optional_ref<Operator>(keeper, "keeper");
    return as_funnel(reading.without_gil([&](Reading& r) {
        query.keeper_id = find_in(r, whose);
        return r.funnel(query);
    }));
}

Typed<"PlanComparison"> plan_against_actual(PyReading& reading, Typed<"Ref[Case]"> const& in_case)
{
    Ref<Case> const of{in_case, "case"};
    return as_comparison(reading.without_gil([&](Reading& r) { return r.plan_against_actual(of.in(r)); }));
}

Typed<"Overruns"> overruns(PyReading& reading, std::size_t limit, Typed<"MoneySide | str"> const& side)
{
    OverrunQuery const query{.limit = limit, .side = argument<MoneySide>(side, "side")};
    return as_overruns(reading.without_gil([&](Reading& r) { return r.overruns(query); }));
}

Typed<"Timeline"> timeline(PyReading& reading, Typed<"Ref[Subject] | None"> const& subject,
                           Typed<"Ref[Person] | None"> const& person, Typed<"Ref[Case] | None"> const& in_case, std::size_t limit,
                           Typed<"TimelineEntry | None"> const& after, Typed<"collections.abc.Iterable[TimelineKind | str]"> const& kinds)
{
    auto const    s = optional_ref<Subject>(subject, "subject");
    auto const    p = optional_ref<Person>(person, "person");
    auto const    c = optional_ref<Case>(in_case, "case");
    TimelineQuery query{.subject_id = {}, .person_id = {}, .case_id = {}, .after = {}, .limit = limit};
    if (!after.is_none())
        query.after = argument<TimelineEntry>(after, "after").place();
    for (auto kind : kinds)
        query.kinds.insert(argument<TimelineKind>(kind, "kinds"));
    return as_timeline(reading.without_gil([&](Reading& r) {
        query.subject_id = find_in(r, s);
        query.person_id  = find_in(r, p);
        query.case_id    = find_in(r, c);
        return r.timeline(query);
    }));
}

template <class Record>
py::object code_key(PyReading& reading, Id<Record> (Reading::*look_up)(std::string_view), std::string const& code)
{
    return key(reading.without_gil([&](Reading& r) { return (r.*look_up)(code); }));
}

void bind_codes(py::class_<PyReading>& reading)
{
    reading
        .def("case_type", [](PyReading& r, std::string const& code) { return Typed<"Key[CaseType]">{code_key(r, &Reading::case_type, code)}; },
             py::arg("code"), "The case type of that code. Raises NotFound.")
        .def("contact_kind", [](PyReading& r, std::string const& code) { return Typed<"Key[ContactKind]">{code_key(r, &Reading::contact_kind, code)}; },
             py::arg("code"), "The kind of contact of that code. Raises NotFound.")
        .def("base", [](PyReading& r, std::string const& code) { return Typed<"Key[Base]">{code_key(r, &Reading::base, code)}; },
             py::arg("code"), "The base of that code. Raises NotFound.")
        .def("operator_id", [](PyReading& r, std::string const& code) { return Typed<"Key[Operator]">{code_key(r, &Reading::operator_id, code)}; },
             py::arg("code"), "The operator of that code. Raises NotFound.")
        .def("trade_kind", [](PyReading& r, std::string const& code) { return Typed<"Key[TradeKind]">{code_key(r, &Reading::trade_kind, code)}; },
             py::arg("code"), "The kind of trade document of that code. Raises NotFound.")
        .def("phase", [](PyReading& r, Typed<"Ref[CaseType]"> const& type, std::string const& code) {
                 Ref<CaseType> const of{type, "type"};
                 return Typed<"Key[Phase]">{key(r.without_gil([&](Reading& reading) { return reading.phase(of.in(reading), code); }))};
             },
             py::arg("type"), py::arg("code"), "The phase of that code in the scheme of a case type. Raises NotFound.")
        .def_property_readonly("who", [](PyReading& r) {
                 return Typed<"Key[Operator]">{key(r.without_gil([](Reading& reading) { return reading.who(); }))};
             }, "The operator who reads or works.");
}

void bind_finding(py::class_<PyReading>& reading)
{
    using ConditionArg = Typed<"Condition | str | None">;
    using OrderArg     = Typed<"str | collections.abc.Iterable[str]">;
    auto const no_order = py::tuple{};

    reading
        .def("get", [](PyReading& r, Typed<"type[R]"> const& kind, Typed<"int"> const& id) {
                 auto const [record, number] = named_record(kind, id);
                 return Typed<"R">{record->get(r, number)};
             },
             py::arg("kind"), py::arg("id"), "The record of this kind with this id. Raises NotFound.")
        .def("look_up", [](PyReading& r, Typed<"type[R]"> const& kind, Typed<"int"> const& id) {
                 auto const [record, number] = named_record(kind, id);
                 return Typed<"R | None">{record->look_up(r, number)};
             },
             py::arg("kind"), py::arg("id"), "The record of this kind with this id, or None.")
        .def("find_by_code", [](PyReading& r, Typed<"type[R]"> const& kind, std::string const& code) {
                 auto const& record = record_class(kind);
                 auto const  id     = r.without_gil([&](Reading& in) { return id_of(in, {0, code}, record.name()); });
                 return Typed<"R">{record.get(r, id)};
             },
             py::arg("kind"), py::arg("code"),
             "The record with that code, or with that number of a subject or a case. Raises NotFound; InvalidArgument when no code "
             "tells records of this kind apart.")
        .def("refresh", [](PyReading& r, Typed<"R"> const& record) {
                 auto& held = held_in(record);
                 held.kind().refresh(r, held);
                 return record;
             },
             py::arg("record"), "Read a record again, into the same object, and return it. Raises NotFound.")
        .def("find", [](py::object const& self, Typed<"type[R]"> const& kind, ConditionArg const& condition, OrderArg const& order,
                        Typed<"int | None"> const& limit, bool with_archived) {
                 static_cast<void>(record_class(kind));
                 static_cast<void>(orders_from(order));
                 return Typed<"Found[R]">{py::module_::import("crm.finding").attr("Found")(
                     self, kind, condition_from(condition), order, limit, with_archived)};
             },
             py::arg("kind"), py::arg("condition") = py::none{}, py::kw_only{}, py::arg("order") = no_order,
             py::arg("limit") = py::none{}, py::arg("with_archived") = false,
             "The records of a kind that a condition is true of, read as they are iterated over. ``order`` names fields, the most "
             "important first, ``-`` before one that descends: ``order=(\"-created_at\", \"title\")``. Raises InvalidArgument when "
             "a name is not one of this record.")
        .def("page", [](PyReading& r, Typed<"type[R]"> const& kind, ConditionArg const& condition, OrderArg const& order,
                        std::size_t limit, std::string const& after, bool with_archived) {
                 Paging const paging{.order = orders_from(order), .limit = limit, .after = after, .with_archived = with_archived};
                 auto const   found = record_class(kind).page(r, condition_from(condition), paging);
                 return Typed<"Page[R]">{py::module_::import("crm.finding").attr("Page")(found[0], found[1])};
             },
             py::arg("kind"), py::arg("condition") = py::none{}, py::kw_only{}, py::arg("order") = no_order, py::arg("limit") = 100,
             py::arg("after") = "", py::arg("with_archived") = false,
             "One page of the records found; ``after`` is ``next`` of the page before. The cost does not grow with the pages before. "
             "Raises InvalidArgument when the condition, the order or the cursor is not one of this record.")
        .def("count", [](PyReading& r, Typed<"type[R]"> const& kind, ConditionArg const& condition, bool with_archived) {
                 return record_class(kind).count(r, condition_from(condition), with_archived);
             },
             py::arg("kind"), py::arg("condition") = py::none{}, py::kw_only{}, py::arg("with_archived") = false,
             "How many records of a kind a condition is true of.")
        .def("history", [](PyReading& r, Typed<"R | Key[R] | type[R]"> const& record, Typed<"int | None"> const& id) {
                 auto const [kind, number] = named_record(record, id);
                 return Typed<"list[Change]">{as_changes(kind->history(r, number))};
             },
             py::arg("record"), py::arg("id") = py::none{}, "What happened to a record, newest first: give it, its key, or its kind and id.");
}

}  // namespace

void bind_reading(py::module_& module)
{
    py::class_<PyReading> reading{module, "Reading", "What views and works can read. For one thread at a time: others wait."};
    bind_finding(reading);
    bind_codes(reading);
    bind_cards(reading);
    reading
        .def("timeline", &timeline, py::kw_only{}, py::arg("subject") = py::none{}, py::arg("person") = py::none{},
             py::arg("case") = py::none{}, py::arg("limit") = 50, py::arg("after") = py::none{}, py::arg("kinds") = py::tuple{},
             "Contacts, notes, tasks, documents and phase changes, newest first, of all that is named: of a subject and a case, what "
             "belongs to both. ``after`` is the last entry of the page before; ``kinds`` are the kinds of entries wanted, all when there are none. Raises InvalidArgument when nothing is named.")
        .def("funnel", &funnel, py::kw_only{}, py::arg("type") = py::none{}, py::arg("as_of") = py::none{},
             py::arg("keeper") = py::none{}, py::arg("with_internal") = false,
             "Counts and money of cases by phase; ``as_of`` asks for the funnel of a moment in the past. Raises NotFound when no case "
             "type has that code; OutOfRange when a sum has no room.")
        .def("plan_against_actual", &plan_against_actual, py::arg("case"),
             "What a case costs and brings in against its plan: by currency and side the categories, then their total. Raises "
             "OutOfRange when a sum, difference or share has no room.")
        .def("overruns", &overruns, py::arg("limit") = 20, py::kw_only{}, py::arg("side") = "cost",
             "The cases that are furthest above their plan, at most ``limit`` of each currency: the greatest difference first, then "
             "by id. Raises OutOfRange when a sum, difference or share has no room.");
}

void bind_view(py::module_& module)
{
    py::class_<PyView, PyReading>(module, "View", "One state of the database, whatever others commit meanwhile. It keeps nobody from writing.")
        .def("close", &PyView::close, "End it before its time. Once more does nothing.")
        .def("__enter__", [](Typed<"Self"> const& self) { return self; })
        .def("__exit__", [](PyView& view, py::args const&) { view.close(); });
}

}  // namespace crm::python
