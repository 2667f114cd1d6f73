// Who somebody is, as classes of crm/cards.py.
#include "record.hpp"

#include <crm/analysis/card.hpp>

namespace crm::python {

namespace {

template <class Record>
py::list records_of(std::vector<Record> records)
{
    py::list list;
    for (auto& record : records)
        list.append(to_python(std::move(record)));
    return list;
}

py::object as_card(PartyCard card)
{
    return lasting<"crm.cards", "PartyCard">()(to_python(std::move(card.party)), records_of(std::move(card.identifiers)),
                                               records_of(std::move(card.addresses)), records_of(std::move(card.contact_points)));
}

py::object as_card(SubjectCard card)
{
    py::list persons;
    for (auto& person : card.persons)
        persons.append(lasting<"crm.cards", "PersonCard">()(to_python(std::move(person.person)), as_card(std::move(person.party))));
    return lasting<"crm.cards", "SubjectCard">()(to_python(std::move(card.subject)), as_card(std::move(card.party)), persons);
}

Typed<"SubjectCard"> card(PyReading& reading, Typed<"Ref[Subject]"> const& subject)
{
    Ref<Subject> const of{subject, "subject"};
    return Typed<"SubjectCard">{as_card(reading.without_gil([&](Reading& r) { return r.card(of.in(r)); }))};
}

Typed<"list[SubjectCard]"> subjects_with_number(PyReading& reading, Typed<"NumberKind | str"> const& kind, std::string const& value)
{
    auto const of = argument<NumberKind>(kind, "kind");
    py::list   cards;
    for (auto& found : reading.without_gil([&](Reading& r) { return r.subjects_with_number(of, value); }))
        cards.append(as_card(std::move(found)));
    return cards;
}

Typed<"list[PartyHit]"> search_parties(PyReading& reading, std::string const& typed, std::size_t limit)
{
    py::list hits;
    for (auto const& hit : reading.without_gil([&](Reading& r) { return r.search_parties(typed, limit); }))
        hits.append(lasting<"crm.cards", "PartyHit">()(key(hit.party_id), hit.name, hit.is_human, hit.city,
                                                       key(hit.subject_id.value_or(Id<Subject>{})), key(hit.person_id.value_or(Id<Person>{}))));
    return hits;
}

}  // namespace

void bind_cards(py::class_<PyReading>& reading)
{
    reading
        .def("card", &card, py::arg("subject"),
             "A subject with its party, numbers, addresses, contact points, and its persons with theirs. What was put away is left out, "
             "but for the subject itself. Raises NotFound.")
        .def("subjects_with_number", &subjects_with_number, py::arg("kind"), py::arg("value"),
             "The subjects with that number, in any form that people write it in; without their persons.")
        .def("search_parties", &search_parties, py::arg("typed"), py::arg("limit") = 20,
             "The first parties whose name begins so, by name: ``lodz`` finds ``ŁÓDŹ``. Nothing where no letter or digit is typed.");
}

}  // namespace crm::python
