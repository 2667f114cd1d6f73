#include "work/saving_definitions.hpp"

#include <crm/rules/note.hpp>

namespace crm {

template <>
struct Hooks<Note> : PlainHooks<Note> {
    static void prepare(Note const* before, Note& after, Saving& saving)
    {
        if (before)
            return;
        if (after.written_at == Instant{})
            after.written_at = saving.now();
        if (!after.author_id && saving.who())
            after.author_id = saving.who();
        if (after.contact_id && !after.case_id)
            after.case_id = only_case(*after.contact_id, saving);
    }

    static void check(Note const* before, Note const& after, Saving& saving, Violations& broken)
    {
        if (!before || before->subject_id != after.subject_id || before->person_id != after.person_id)
            rules::check_membership("note.person.of_subject", after.subject_id, saving.find(after.person_id), broken);
    }

private:
    /// A note of a contact belongs to the contact's case, if that is in one alone.
    static std::optional<Id<Case>> only_case(Id<Contact> contact, Saving& saving)
    {
        auto const links = saving.select<ContactCase>(Where<ContactCase>::equal("contact_id", contact.value), {}, 2);
        return links.size() == 1 ? std::optional{links.front().case_id} : std::nullopt;
    }
};

CRM_INSTANTIATE_SAVING(Note)

}  // namespace crm
