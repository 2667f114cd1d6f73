#include "work/saving_definitions.hpp"

#include <crm/rules/person.hpp>

namespace crm {

template <>
struct Hooks<Person> : PlainHooks<Person> {
    static void prepare(Person const*, Person& after, Saving& saving)
    {
        saving.guard(after.subject_id);  // whoever adds another person, or changes the kind, counts it up too
        if (auto const subject = saving.find(after.subject_id))
            after.subject_kind = subject->kind;
    }

    static void check(Person const*, Person const& after, Saving& saving, Violations& broken)
    {
        auto const subject = saving.find(after.subject_id);
        if (!subject)
            return;
        using Columns = Where<Person>;
        auto const others = saving.count<Person>(all_of({Columns::equal("subject_id", after.subject_id.value), Columns::differs("id", after.id.value)})) +
                            std::ranges::count(saving.earlier<Person>(), after.subject_id, &Person::subject_id);
        rules::check_among(after, *subject, static_cast<std::size_t>(others), broken);
        if (subject->kind == SubjectKind::legal && !saving.changing_kind)
            rules::check_own_party(others_with(after.party_id, after.id, saving), broken);
        rules::check_cycle(leads_back(after, &Person::superior_id, saving), "person", "superior", broken);
    }

    /// The party goes with the last one that refers to it.
    static void follow_removal(Person const& removed, Saving& saving)
    {
        if (others_with(removed.party_id, removed.id, saving) == 0)
            saving.remove(removed.party_id);
    }

private:
    static std::size_t others_with(Id<Party> party, Id<Person> without, Saving& saving)
    {
        using Columns = Where<Person>;
        return static_cast<std::size_t>(
            saving.count<Person>(all_of({Columns::equal("party_id", party.value), Columns::differs("id", without.value)})) +
            saving.count<Subject>(Where<Subject>::equal("party_id", party.value)));
    }
};

CRM_INSTANTIATE_SAVING(Person)

}  // namespace crm
