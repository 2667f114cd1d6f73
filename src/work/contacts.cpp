// Contacts with what belongs to them, many at once.
#include "saving.hpp"

#include <crm/rules/contact.hpp>

#include <algorithm>

namespace crm {

namespace {

/// Who took part in each of the contacts: those who are named, each once, or whoever works.
std::vector<Participant> participants_of(std::span<NewContact const> contacts, Id<Operator> who)
{
    std::vector<Participant> all;
    for (auto const& [contact, employees, cases] : contacts) {
        auto const first = all.size();
        for (auto employee : employees)
            if (std::ranges::count(std::span{all}.subspan(first), employee, &Participant::operator_id) == 0)
                all.push_back({.contact_id = contact.id, .operator_id = employee});
        if (employees.empty())
            all.push_back({.contact_id = contact.id, .operator_id = who});
    }
    return all;
}

std::vector<ContactCase> links_of(std::span<NewContact const> contacts)
{
    std::vector<ContactCase> all;
    for (auto const& [contact, employees, cases] : contacts) {
        auto const first = all.size();
        for (auto const with : cases)
            if (std::ranges::count(std::span{all}.subspan(first), with, &ContactCase::case_id) == 0)
                all.push_back({.contact_id = contact.id, .case_id = with});
    }
    return all;
}

/// \throws ValidationError
void require_employees(std::span<NewContact const> contacts, Id<Operator> who)
{
    Violations broken;
    for (std::size_t position = 0; position != contacts.size(); ++position) {
        auto const first = broken.size();
        rules::check_employees(contacts[position].employees.size() + (who ? 1 : 0), broken);
        for (auto& violation : std::span{broken}.subspan(first))
            violation.position = position;
    }
    if (!broken.empty())
        throw ValidationError{std::move(broken)};
}

}  // namespace

void Work::add_contacts(std::span<NewContact> contacts)
{
    std::vector<NewContact> stored(contacts.begin(), contacts.end());
    call([&] {
        require_employees(stored, who());
        Saving saving{*this};
        saving.keeping_ids     = true;
        saving.employees_apart = true;
        std::vector<Contact> alone;
        alone.reserve(stored.size());
        for (auto& next : stored)
            alone.push_back(std::move(next.contact));
        saving.add(std::span{alone});
        for (std::size_t i = 0; i != stored.size(); ++i)
            stored[i].contact = std::move(alone[i]);

        saving.keeping_ids = false;
        auto participants  = participants_of(stored, who());
        auto links         = links_of(stored);
        saving.add(std::span{participants});
        saving.add(std::span{links});
    });
    std::ranges::move(stored, contacts.begin());
}

}  // namespace crm
