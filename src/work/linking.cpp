// What belongs together.
#include "saving.hpp"

#include <crm/model/search.hpp>

#include <algorithm>

namespace crm {

namespace {

store::Filter between(Id<Contact> contact, Id<Case> c)
{
    return all_of({Where<ContactCase>::equal("contact_id", contact.value), Where<ContactCase>::equal("case_id", c.value)});
}

/// Once, however often it is said.
void link_document(Saving& saving, DocumentLink const& link, std::string_view column, std::int64_t with)
{
    using Columns = Where<DocumentLink>;
    if (saving.count<DocumentLink>(all_of({Columns::equal("document_id", link.document_id.value), Columns::equal(column, with)})) == 0)
        saving.add(link);
}

}  // namespace

void Work::link(Id<Contact> contact, Id<Case> with)
{
    call([&] {
        Saving saving{*this};
        if (saving.count<ContactCase>(between(contact, with)) == 0)
            saving.add(ContactCase{.contact_id = contact, .case_id = with});
    });
}

void Work::unlink(Id<Contact> contact, Id<Case> from)
{
    call([&] {
        Saving saving{*this};
        for (auto const& link : saving.select<ContactCase>(between(contact, from)))
            saving.remove(link.id);
    });
}

#define CRM_LINK_DOCUMENT(Record, field)                                                                      \
    void Work::link(Id<Document> document, Id<Record> with)                                                   \
    {                                                                                                         \
        call([&] {                                                                                            \
            Saving saving{*this};                                                                             \
            link_document(saving, {.document_id = document, .field = with}, #field, with.value);              \
        });                                                                                                   \
    }
CRM_LINK_DOCUMENT(Subject, subject_id)
CRM_LINK_DOCUMENT(Person, person_id)
CRM_LINK_DOCUMENT(Case, case_id)
CRM_LINK_DOCUMENT(Contact, contact_id)
CRM_LINK_DOCUMENT(Task, task_id)
CRM_LINK_DOCUMENT(Note, note_id)
#undef CRM_LINK_DOCUMENT

void Work::add_participant(Id<Contact> contact, Id<Operator> employee)
{
    call([&] { Saving{*this}.add(Participant{.contact_id = contact, .operator_id = employee}); });
}

void Work::add_participant(Id<Contact> contact, Id<Person> person)
{
    call([&] { Saving{*this}.add(Participant{.contact_id = contact, .person_id = person}); });
}

Id<Contact> Work::add_contact(Contact contact, std::vector<Id<Operator>> const& employees)
{
    call([&] {
        Saving saving{*this};
        saving.employees.emplace();
        for (auto employee : employees)
            if (std::ranges::count(*saving.employees, employee) == 0)
                saving.employees->push_back(employee);
        contact          = saving.add(std::move(contact));
    });
    return contact.id;
}

void Work::complete(Id<Task> task, std::string result, std::optional<Instant> at)
{
    call([&] {
        Saving     saving{*this};
        auto const before = saving.get(task);
        if (before.status == TaskStatus::done)
            return;  // by someone, at some moment, which stay
        auto after    = before;
        after.status  = TaskStatus::done;
        after.done_at = at.value_or(saving.now());
        after.done_by = saving.who();
        after.result  = std::move(result);
        saving.change(before, after);
    });
}

Id<Content> Work::keep(std::string_view bytes)
{
    Id<Content> id;
    call_again_if_taken([&] {
        Saving     saving{*this};
        auto const hash = sha256(bytes);
        auto const kept = [&] {
            std::vector<std::int64_t> ids;
            store::Query const query{.filter = Where<Content>::equal("sha256", std::string_view{hash}), .limit = 1};
            saving.store().select(record::table_of<Content>(), query, [&](record::Row const& row) { ids.push_back(row.front().integer); });
            return ids;
        }();
        id = kept.empty() ? saving.add(Content{.sha256 = hash, .size = std::ssize(bytes), .bytes = {std::string{bytes}}}).id
                          : Id<Content>{kept.front()};
    });
    return id;
}

}  // namespace crm
