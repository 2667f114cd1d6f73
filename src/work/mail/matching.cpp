#include "matching.hpp"

#include <algorithm>
#include <set>

namespace crm::mail {

namespace {

using Parties = std::set<std::int64_t>;

/// The parties that have a contact point in use with that key.
void add_parties(Saving& saving, std::string_view column, std::string const& key, Parties& parties)
{
    using Columns = Where<ContactPoint>;
    for (auto const& point : saving.select<ContactPoint>(all_of({Columns::equal(column, std::string_view{key}), Columns::is_null("archived_at")})))
        parties.insert(point.party_id.value);
}

template <class Record>
std::vector<Record> with_party(Saving& saving, Parties const& parties)
{
    using Columns = Where<Record>;
    store::Filter of_party{.kind = store::Filter::Kind::compare, .column = Columns::column("party_id"), .comparison = store::Comparison::is_in};
    for (auto party : parties)
        of_party.values.push_back(cell_of(party));
    if (parties.empty())
        return {};
    return saving.select<Record>(all_of({of_party, Columns::is_null("archived_at")}));
}

struct Found {
    Id<Subject>               subject_id{};
    std::optional<Id<Person>> person_id{};
};

/// One subject is a match, with its person where that is one too; several are candidates.
Match decide(std::vector<Found> const& found, std::string_view rule)
{
    auto const& [subject_id, person_id] = found.front();
    if (found.size() == 1)
        return {.subject_id = subject_id, .person_id = person_id, .rule = std::string{rule}};

    bool const one_subject = std::ranges::count(found, subject_id, &Found::subject_id) == std::ssize(found);
    Match      several{.rule = "several.known", .ambiguous = true};
    if (one_subject)
        several = {.subject_id = subject_id, .rule = std::string{rule}};
    for (auto const& [subject, person] : found)
        several.candidates.push_back({.record  = person ? "person" : "subject",
                                      .id      = person ? person->value : subject.value,
                                      .why_not = "one of " + std::to_string(found.size()) + " found by " + std::string{rule}});
    return several;
}

std::vector<Found> persons_at(Saving& saving, Parties const& parties)
{
    std::vector<Found> found;
    for (auto const& person : with_party<Person>(saving, parties))
        found.push_back({person.subject_id, person.id});
    return found;
}

std::vector<Found> subjects_at(Saving& saving, Parties const& parties)
{
    std::vector<Found> found;
    for (auto const& subject : with_party<Subject>(saving, parties))
        found.push_back({subject.id, std::nullopt});
    return found;
}

/// A domain tells of a firm: where private people have their mailboxes it tells nothing.
std::vector<Found> firms_at(Saving& saving, Parties const& parties)
{
    std::vector<Found> found;
    for (auto const& subject : with_party<Subject>(saving, parties))
        if (subject.kind == SubjectKind::legal)
            found.push_back({subject.id, std::nullopt});
    return found;
}

}  // namespace

Match match(Saving& saving, Ours const& ours, std::vector<std::string> const& addresses)
{
    auto const is_theirs = [&](std::string const& address) { return !address.empty() && !ours.is_ours(address); };
    Parties    by_address, by_domain;
    for (auto const& address : addresses)
        if (is_theirs(address))
            add_parties(saving, "value_key", address, by_address);

    // A subject that shares an address with one of its own persons is no second candidate.
    auto persons  = persons_at(saving, by_address);
    auto subjects = subjects_at(saving, by_address);
    std::erase_if(subjects, [&](Found const& s) { return std::ranges::count(persons, s.subject_id, &Found::subject_id) > 0; });
    if (!persons.empty()) {
        persons.insert(persons.end(), subjects.begin(), subjects.end());
        return decide(persons, "person.address");
    }
    if (!subjects.empty())
        return decide(subjects, "subject.address");
    // Only now, because there may be thousands at one domain.
    for (auto const& address : addresses)
        if (std::string const domain{domain_of(address)}; is_theirs(address) && !domain.empty() && !ours.is_free(domain))
            add_parties(saving, "domain", domain, by_domain);
    if (auto const by_firm = firms_at(saving, by_domain); !by_firm.empty())
        return decide(by_firm, "subject.domain");
    return {.rule = "none.known"};
}

}  // namespace crm::mail
