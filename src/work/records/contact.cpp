#include "work/saving_definitions.hpp"

#include <crm/rules/contact.hpp>

namespace crm {

template <>
struct Hooks<Contact> : PlainHooks<Contact> {
    /// One that names only a person is about that person's subject of the moment.
    static void prepare(Contact const* before, Contact& after, Saving& saving)
    {
        if (!before && after.at == Instant{})
            after.at = saving.now();
        if (!after.subject_id)
            if (auto const person = saving.find(after.person_id))
                after.subject_id = person->subject_id;
    }

    /// Membership is checked when it is said: later the person may move on.
    static void check(Contact const* before, Contact const& after, Saving& saving, Violations& broken)
    {
        if (!before || before->subject_id != after.subject_id || before->person_id != after.person_id)
            rules::check_membership("contact.person.of_subject", after.subject_id, saving.find(after.person_id), broken);
        if (!before && !saving.employees_apart)
            rules::check_employees(employees_of(saving).size(), broken);
    }

    static void follow(Contact const* before, Contact const& after, Saving& saving)
    {
        if (before || saving.employees_apart)
            return;
        std::vector<Participant> employees;
        for (auto employee : employees_of(saving))
            employees.push_back({.contact_id = after.id, .operator_id = employee});
        saving.add(std::span{employees});
    }

    static void check_removal(Contact const& removed, Saving&, Violations& broken) { rules::check_removal(removed, broken); }

private:
    /// Those who are named, or whoever works.
    static std::vector<Id<Operator>> employees_of(Saving const& saving)
    {
        if (saving.employees)
            return *saving.employees;
        return saving.who() ? std::vector{saving.who()} : std::vector<Id<Operator>>{};
    }
};

template <>
struct Hooks<Participant> : PlainHooks<Participant> {
    static void prepare(Participant const*, Participant& after, Saving&)
    {
        if (code_points(after.address))
            after.address = folded(trimmed(after.address));
    }

    static void check(Participant const* before, Participant const& after, Saving& saving, Violations& broken)
    {
        if (before && before->operator_id && (!after.operator_id || before->contact_id != after.contact_id))
            check_others(*before, saving, broken);
    }

    static void check_removal(Participant const& removed, Saving& saving, Violations& broken)
    {
        if (removed.operator_id)
            check_others(removed, saving, broken);
    }

private:
    /// The contact guards that an employee stays: whoever takes another one away counts it up too.
    static void check_others(Participant const& leaving, Saving& saving, Violations& broken)
    {
        using Columns = Where<Participant>;
        saving.guard(leaving.contact_id);
        rules::check_employees(static_cast<std::size_t>(saving.count<Participant>(
                                   all_of({Columns::equal("contact_id", leaving.contact_id.value),
                                           negation(Columns::is_null("operator_id")), Columns::differs("id", leaving.id.value)}))),
                               broken);
    }
};

CRM_INSTANTIATE_SAVING(Participant)
CRM_INSTANTIATE_SAVING(Contact)

}  // namespace crm
