#include "reference.hpp"

#include <algorithm>

namespace crm::python {

namespace {

[[noreturn]] void refuse(py::handle given, std::string_view record, std::string_view argument)
{
    refuse_type(argument, "a " + std::string{record} + ", its key, id or code", given);
}

std::int64_t need_added(std::int64_t id, std::string_view argument)
{
    if (id == 0)
        throw py::value_error{std::string{argument} + " names a record that was not added yet: add it first."};
    return id;
}

/// The key `name` of a record or of what was registered.
Reference key_in(py::handle given, char const* name, std::string_view argument)
{
    auto const id = given.attr(name);
    return {need_added(id.is_none() ? 0 : id.cast<std::int64_t>(), argument), {}};
}

Reference to_held(Held const& held, py::handle given, std::string_view record, std::string_view argument)
{
    if (held.kind().name() == record)
        return key_in(given, "id", argument);
    if (record == "Party" && find_field(held.kind().fields(), "party_id"))
        return key_in(given, "party_id", argument);
    refuse(given, record, argument);
}

Reference to_registered(py::handle given, std::string_view record, std::string_view argument)
{
    if (record == "Subject")
        return key_in(given, "subject_id", argument);
    if (record == "Party")
        return key_in(given, "party_id", argument);
    if (record == "Person")
        return key_in(given, "person_id", argument);
    refuse(given, record, argument);
}

Reference to_number(py::handle given, std::string_view record, std::string_view argument)
{
    if (py::hasattr(given, "kind") && py::str(given.attr("kind").attr("__name__")).cast<std::string>() != record)
        refuse(given, record, argument);
    return {need_added(python::argument<std::int64_t>(given, argument), argument), {}};
}

/// \throws InvalidArgument when there is none
std::int64_t type_of_phase(Fields const& fields, void const* structure)
{
    auto const* type = find_field(fields, "type_id");
    if (!type || type->get_id(type->in(structure)) == 0)
        throw InvalidArgument{"The code of a phase needs a case type: name the type, or give the phase itself."};
    return type->get_id(type->in(structure));
}

template <class LookUp>
std::int64_t known_or_looked_up(KnownCodes& known, KnownCodes::key_type const& what, LookUp look_up)
{
    auto const found = known.find(what);
    return found != known.end() ? found->second : known.emplace(what, look_up()).first->second;
}

/// What a field is to lead to.
std::int64_t id_for(Field const& field, Reading& reading, Fields const& fields, void const* structure, std::string_view code, KnownCodes& known)
{
    auto const type = field.refers_to == "Phase" ? type_of_phase(fields, structure) : 0;
    return known_or_looked_up(known, {field.refers_to, type, code}, [&] {
        return type != 0 ? reading.phase(Id<CaseType>{type}, code).value : id_of(reading, {0, std::string{code}}, field.refers_to);
    });
}

}  // namespace

Reference reference_to(py::handle given, std::string_view record, std::string_view argument)
{
    if (PyLong_CheckExact(given.ptr()))
        return {need_added(python::argument<std::int64_t>(given, argument), argument), {}};
    if (py::isinstance<Held>(given))
        return to_held(given.cast<Held const&>(), given, record, argument);
    if (py::isinstance<py::str>(given))
        return {0, given.cast<std::string>()};
    if (PyLong_Check(given.ptr()) && !PyBool_Check(given.ptr()))
        return to_number(given, record, argument);
    if (py::isinstance(given, py::module_::import("crm._core").attr("Registered")))
        return to_registered(given, record, argument);
    refuse(given, record, argument);
}

std::int64_t id_of(Reading& reading, Reference const& reference, std::string_view record)
{
    if (!reference.code)
        return reference.id;
    auto const& kind = record_class(record);
    if (auto const id = kind.by_code(reading, *reference.code))
        return *id;
    throw NotFound{"There is no " + std::string{kind.in_texts()} + " that is called '" + *reference.code + "'."};
}

std::int64_t id_of(Reading& reading, Reference const& reference, std::string_view record, KnownCodes& known)
{
    if (!reference.code)
        return reference.id;
    return known_or_looked_up(known, {record, 0, *reference.code}, [&] { return id_of(reading, reference, record); });
}

void resolve(Reading& reading, Fields const& fields, void* structure, Named const& named, KnownCodes& known)
{
    if (named.empty())
        return;
    for (auto const& field : fields)
        for (auto const& [keyword, code] : named)
            if (field.set_id && field.keyword == keyword)
                field.set_id(field.in(structure), id_for(field, reading, fields, structure, code, known));
}

void resolve(Reading& reading, Fields const& fields, void* structure, Named const& named)
{
    KnownCodes known;
    resolve(reading, fields, structure, named, known);
}

py::object key(std::int64_t id, std::string_view record)
{
    // As Key(id, kind) would, but without running its Python for each of many.
    auto* const key_class = reinterpret_cast<PyTypeObject*>(lasting<"crm.keys", "Key">().ptr());
    auto const  made      = py::reinterpret_steal<py::object>(PyLong_Type.tp_new(key_class, py::make_tuple(id).ptr(), nullptr));
    if (!made)
        throw py::error_already_set{};
    made.attr("kind") = record_class(record).python();
    return made;
}

}  // namespace crm::python
