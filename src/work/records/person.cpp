#include "work/saving_definitions.hpp"

#include <crm/rules/person.hpp>

namespace crm {

template <>
struct Hooks<Person> : PlainHooks<Person> {
    static void prepare(Person const*, Person& after, Saving& saving)
    {
        if (auto const subject = saving.find(after.subject_id))
            after.subject_kind = subject->kind;
    }

    static void check(Person const*, Person const& after, Saving& saving, Violations& broken)
    {
        auto const subject = saving.find(after.subject_id);
        if (!subject)
            return;
        using Columns = Where<Person>;
        saving.guard(after.subject_id);
        auto const others = saving.count<Person>(all_of({Columns::equal("subject_id", after.subject_id.value), Columns::differs("id", after.id.value)})) +
                            std::ranges::count(saving.earlier<Person>(), after.subject_id, &Person::subject_id);
        rules::check_among(after, *subject, static_cast<std::size_t>(others), broken);
    }

    /// The party goes with the last one that refers to it.
    static void follow_removal(Person const& removed, Saving& saving)
    {
        auto const others = saving.count<Person>(Where<Person>::equal("party_id", removed.party_id.value)) +
                            saving.count<Subject>(Where<Subject>::equal("party_id", removed.party_id.value));
        if (others == 0)
            saving.remove(removed.party_id);
    }
};

CRM_INSTANTIATE_SAVING(Person)

}  // namespace crm
