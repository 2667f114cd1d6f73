// Contacts with who took part in them and their cases. Many at once are crm.NewContact, a tuple of crm/contacts.py.
#include "record.hpp"
#include "work.hpp"

#include <vector>

namespace crm::python {

namespace {

using Employees = Typed<"collections.abc.Iterable[Ref[Operator]]">;

Held& contact_in(py::handle given)
{
    if (!py::isinstance<HeldOf<Contact>>(given))
        refuse_type("contact", "Contact", given);
    return held_in(given);
}
Contact& record_of(Held& held)
{
    return static_cast<HeldOf<Contact>&>(held).record;
}

/// What an iterable names; letters of a str are hardly meant.
template <class Record>
std::vector<Ref<Record>> refs(py::handle given, std::string_view argument)
{
    if (py::isinstance<py::str>(given) || !py::isinstance<py::iterable>(given))
        refuse_type(argument, "collections.abc.Iterable[Ref[" + std::string{class_name<Record>()} + "]]", given);
    std::vector<Ref<Record>> all;
    for (auto one : py::reinterpret_borrow<py::iterable>(given))
        all.emplace_back(one, argument);
    return all;
}

template <class Record>
std::vector<Id<Record>> ids_of(Reading& reading, std::vector<Ref<Record>> const& named, KnownCodes& known)
{
    std::vector<Id<Record>> ids;
    ids.reserve(named.size());
    for (auto const& one : named)
        ids.push_back(one.in(reading, known));
    return ids;
}

/// One of many, as it was given: its employees, its cases and its own keys by code perhaps.
struct GivenContact {
    py::object                 contact;
    Draft<Contact>             draft;
    std::vector<Ref<Operator>> employees;
    std::vector<Ref<Case>>     cases;
};

GivenContact alone(py::handle contact)
{
    auto& held = contact_in(contact);
    return {py::reinterpret_borrow<py::object>(contact), {record_of(held), held.named}, {}, {}};
}

/// \param given a Contact, or a NewContact
GivenContact given_contact(py::handle given)
{
    if (!py::isinstance(given, lasting<"crm.contacts", "NewContact">()))
        return alone(given);
    auto const parts = py::reinterpret_borrow<py::tuple>(given);
    auto       with  = alone(parts[0]);
    with.employees   = refs<Operator>(parts[1], "employees");
    with.cases       = refs<Case>(parts[2], "cases");
    return with;
}

/// Without the GIL.
NewContact resolved(Reading& reading, GivenContact& given, KnownCodes& known)
{
    resolve(reading, fields_of<Contact>(), &given.draft.value, given.draft.named, known);
    return {given.draft.value, ids_of(reading, given.employees, known), ids_of(reading, given.cases, known)};
}

void put(py::handle contact, Contact stored)
{
    auto& held      = held_in(contact);
    record_of(held) = std::move(stored);
    held.named.clear();
}

Typed<"Contact"> add_contact(PyWork& work, Typed<"Contact"> const& contact, Employees const& employees)
{
    auto const given = alone(contact);
    auto const who   = refs<Operator>(employees, "employees");
    put(contact, with_resolved(work, given.draft, [&](Work& in, Contact const& made) {
            KnownCodes known;
            return in.get(in.add_contact(made, ids_of(in, who, known)));
        }));
    return contact;
}

Typed<"list[Contact]"> add_contacts(PyWork& work, Typed<"collections.abc.Iterable[Contact | NewContact]"> const& contacts)
{
    if (!py::isinstance<py::iterable>(contacts))
        refuse_type("contacts", "collections.abc.Iterable[Contact | NewContact]", contacts);
    std::vector<GivenContact> given;
    py::list                  added;
    for (auto one : py::reinterpret_borrow<py::iterable>(contacts)) {
        given.push_back(given_contact(one));
        added.append(given.back().contact);
    }
    auto stored = work.without_gil([&](Work& in) {
        KnownCodes              known;
        std::vector<NewContact> all;
        all.reserve(given.size());
        for (auto& one : given)
            all.push_back(resolved(in, one, known));
        in.add_contacts(all);
        return all;
    });
    for (std::size_t i = 0; i != given.size(); ++i)
        put(given[i].contact, std::move(stored[i].contact));
    return added;
}

}  // namespace

void bind_contacts(WorkClass& work)
{
    work.def("add_contact", &add_contact, py::arg("contact"), py::arg("employees"),
             "Store a contact with the employees who took part in it, and return it. Raises ValidationError.")
        .def("add_contacts", &add_contacts, py::arg("contacts"),
             "Store contacts with who took part in them and their cases, all or none, write their ids and revisions into them, and return "
             "them as a list. They are Contacts, of which whoever works takes part, or NewContacts, which name the employees and the "
             "cases. One of another system may keep the id that it has there, and who added it when. This is the way for many: codes are "
             "looked up once, and the GIL is free while they are stored. Raises ValidationError with every broken rule and the position "
             "of its contact; Conflict when an id is taken; NotFound for a code that there is not.");
}

}  // namespace crm::python
