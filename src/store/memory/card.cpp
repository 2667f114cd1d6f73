#include "card.hpp"

#include "records_in.hpp"

#include <algorithm>
#include <tuple>

namespace crm::store {

namespace {

template <class Part>
std::vector<Part> parts_of(MemoryTables const& tables, Id<Party> party)
{
    auto parts = records_in_use<Part>(tables);
    std::erase_if(parts, [&](Part const& part) { return part.party_id != party; });
    return parts;
}

PartyCard party_card(MemoryTables const& tables, Id<Party> id)
{
    return {.party          = record_of(tables, id),
            .identifiers    = parts_of<Identifier>(tables, id),
            .addresses      = parts_of<Address>(tables, id),
            .contact_points = parts_of<ContactPoint>(tables, id)};
}

/// The first of a kind that is marked.
std::string city_of(std::vector<Address> addresses)
{
    std::erase_if(addresses, [](Address const& a) { return !a.is_default; });
    auto const first = std::ranges::min_element(addresses, {}, [](Address const& a) { return std::tuple{a.kind, a.id}; });
    return first == addresses.end() ? std::string{} : first->city;
}

/// The first record that has the party.
template <class Record>
std::optional<Id<Record>> with_party(MemoryTables const& tables, Id<Party> party)
{
    for (auto const& record : records_in<Record>(tables))
        if (record.party_id == party)
            return record.id;
    return std::nullopt;
}

}  // namespace

std::optional<SubjectCard> card_of(MemoryTables const& tables, Id<Subject> id)
{
    if (!tables.of(record::table_of<Subject>()).find(id.value))
        return std::nullopt;
    auto const  subject = record_of(tables, id);
    SubjectCard card{.subject = subject, .party = party_card(tables, subject.party_id), .persons{}};
    for (auto const& person : records_in_use<Person>(tables))
        if (person.subject_id == id)
            card.persons.push_back({person, party_card(tables, person.party_id)});
    return card;
}

std::vector<SubjectCard> subjects_with_number(MemoryTables const& tables, NumberKind kind, std::string_view value)
{
    std::vector<SubjectCard> cards;
    for (auto const& subject : records_in_use<Subject>(tables)) {
        auto party = party_card(tables, subject.party_id);
        if (std::ranges::any_of(party.identifiers, [&](Identifier const& i) { return i.kind == kind && i.value == value; }))
            cards.push_back({.subject = subject, .party = std::move(party), .persons{}});
    }
    return cards;
}

std::vector<PartyHit> parties_with_key(MemoryTables const& tables, std::string_view beginning, std::size_t limit)
{
    auto parties = records_in_use<Party>(tables);
    std::erase_if(parties, [&](Party const& party) { return !party.name_key.starts_with(beginning); });
    std::ranges::sort(parties, {}, [](Party const& party) { return std::tie(party.name_key, party.id); });
    parties.resize(std::min(parties.size(), limit));

    std::vector<PartyHit> hits;
    for (auto const& party : parties)
        hits.push_back({.party_id   = party.id,
                        .name       = party.name,
                        .is_human   = !party.given_name.empty() || !party.family_name.empty(),
                        .city       = city_of(parts_of<Address>(tables, party.id)),
                        .subject_id = with_party<Subject>(tables, party.id),
                        .person_id  = with_party<Person>(tables, party.id)});
    return hits;
}

}  // namespace crm::store
