// Works as Python sees them: what the files that bind their verbs have in common.
#pragma once

#include "reading.hpp"
#include "reference.hpp"

namespace crm::python {

using WorkClass = py::class_<PyWork, PyReading>;

/// Looks up what was named by code, and calls a verb of Work. Without the GIL within.
template <class Structure, class Verb>
auto with_resolved(PyWork& work, Draft<Structure> given, Verb verb)
{
    return work.without_gil([&](Work& w) {
        resolve(w, fields_of<Structure>(), &given.value, given.named);
        return verb(w, given.value);
    });
}

/// Contacts with who took part in them: one, or many at once.
void bind_contacts(WorkClass& work);

}  // namespace crm::python
