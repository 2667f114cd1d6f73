#include "card.hpp"

#include "record/table.hpp"

#include <crm/model/search.hpp>

#include <algorithm>

namespace crm::sql {

namespace {

using record::Kind;

/// The record in some cells of a row, which are moved behind it.
template <class Record>
void read(record::Cell const*& cells, Record& record)
{
    if (auto const field = record::decode_fields(cells, record); !field.empty())
        throw Corrupt{"The " + std::string{Facts<Record>::name} + " " + std::to_string(cells->integer) +
                      " holds what crm could not have written, in " + std::string{field} + "."};
    cells += record::fields_width<Record>;
}

template <class Record>
std::string columns_of(Connection const& connection, std::string_view prefix)
{
    return column_list(connection, record::table_of<Record>().columns, prefix);
}

template <class Record>
void add_kinds(std::vector<Kind>& kinds)
{
    for (auto const& column : record::table_of<Record>().columns)
        kinds.push_back(column.kind);
}

template <class... Record>
std::vector<Kind> kinds_of_records()
{
    std::vector<Kind> kinds;
    (add_kinds<Record>(kinds), ...);
    return kinds;
}

/// The parties that a card shows, to be found by id.
class Shown {
public:
    explicit Shown(SubjectCard& card)
    {
        add(card.party);
        for (auto& person : card.persons)
            if (person.person.party_id != card.subject.party_id)
                add(person.party);
        std::ranges::sort(parties_, {}, &Entry::id);
    }

    /// None where the row came from a change between two statements.
    [[nodiscard]] PartyCard* with(Id<Party> id) const
    {
        auto const found = std::ranges::lower_bound(parties_, id.value, {}, &Entry::id);
        return found != parties_.end() && found->id == id.value ? found->party : nullptr;
    }

private:
    struct Entry {
        std::int64_t id;
        PartyCard*   party;
    };
    void add(PartyCard& party) { parties_.push_back({party.party.id.value, &party}); }

    std::vector<Entry> parties_;
};

template <class Part>
void read_parts(Query& query, Shown const& shown, std::vector<Part> PartyCard::*list)
{
    query.run([&](record::Row const& row) {
        auto const* cells = row.data();
        Part        part;
        read(cells, part);
        if (auto* const party = shown.with(part.party_id))
            (party->*list).push_back(std::move(part));
    });
}

void sort_parts(PartyCard& party)
{
    std::ranges::sort(party.identifiers, {}, &Identifier::id);
    std::ranges::sort(party.addresses, {}, &Address::id);
    std::ranges::sort(party.contact_points, {}, &ContactPoint::id);
}

}  // namespace

template <class Part>
Query& Cards::of_party(Parts& parts)
{
    if (!parts.of_party)
        parts.of_party.emplace(connection_,
                               "select " + columns_of<Part>(connection_, "x.") + " from " + connection_.table(Facts<Part>::name) +
                                   " x where x.party_id = :party and x.archived_at is null",
                               std::vector{Kind::integer}, kinds_of_records<Part>());
    return *parts.of_party;
}

template <class Part>
Query& Cards::of_subject(Parts& parts)
{
    if (!parts.of_subject) {
        auto const columns = "select " + columns_of<Part>(connection_, "x.") + " from ";
        auto const table   = connection_.table(Facts<Part>::name) + " x";
        // In two halves: of a list of parties MariaDB would make a table first, each time.
        parts.of_subject.emplace(connection_,
                                 columns + table + " where x.party_id = :party and x.archived_at is null union all " + columns +
                                     connection_.table("person") + " p cross join " + table +
                                     " where p.subject_id = :subject and x.party_id = p.party_id and x.archived_at is null",
                                 std::vector{Kind::integer, Kind::integer}, kinds_of_records<Part>());
    }
    return *parts.of_subject;
}

std::optional<SubjectCard> Cards::card(Id<Subject> id)
{
    if (!subject_)
        subject_.emplace(connection_,
                         "select " + columns_of<Subject>(connection_, "s.") + ", " + columns_of<Party>(connection_, "p.") + " from " +
                             connection_.table("subject") + " s join " + connection_.table("party") +
                             " p on p.id = s.party_id where s.id = :id",
                         std::vector{Kind::integer}, kinds_of_records<Subject, Party>());
    std::optional<SubjectCard> card;
    subject_->parameter(0).set(id.value);
    subject_->run([&](record::Row const& row) {
        auto const* cells = row.data();
        card.emplace();
        read(cells, card->subject);
        read(cells, card->party.party);
    });
    if (!card)
        return card;

    read_persons(*card);
    Shown const shown{*card};
    auto const  ask = [&]<class Part>(Parts& parts, std::vector<Part> PartyCard::*list) {
        bool const has_others = card->subject.kind == SubjectKind::legal && !card->persons.empty();
        auto&      query      = has_others ? of_subject<Part>(parts) : of_party<Part>(parts);
        query.parameter(0).set(card->subject.party_id.value);
        if (has_others)
            query.parameter(1).set(id.value);
        read_parts(query, shown, list);
    };
    ask(identifiers_, &PartyCard::identifiers);
    ask(addresses_, &PartyCard::addresses);
    ask(contact_points_, &PartyCard::contact_points);

    sort_parts(card->party);
    for (auto& person : card->persons)
        if (person.person.party_id == card->subject.party_id)
            person.party = card->party;
        else
            sort_parts(person.party);
    return card;
}

void Cards::read_persons(SubjectCard& card)
{
    if (!persons_)
        persons_.emplace(connection_,
                         "select " + columns_of<Person>(connection_, "x.") + ", " + columns_of<Party>(connection_, "p.") + " from " +
                             connection_.table("person") + " x join " + connection_.table("party") +
                             " p on p.id = x.party_id where x.subject_id = :id and x.archived_at is null",
                         std::vector{Kind::integer}, kinds_of_records<Person, Party>());
    persons_->parameter(0).set(card.subject.id.value);
    persons_->run([&](record::Row const& row) {
        auto const* cells  = row.data();
        auto&       person = card.persons.emplace_back();
        read(cells, person.person);
        read(cells, person.party.party);
    });
    std::ranges::sort(card.persons, {}, [](PersonCard const& p) { return p.person.id; });
}

std::vector<SubjectCard> Cards::subjects_with_number(NumberKind kind, std::string_view value)
{
    if (!by_number_)
        by_number_.emplace(connection_,
                           "select " + columns_of<Subject>(connection_, "s.") + ", " + columns_of<Party>(connection_, "p.") + " from " +
                               connection_.table("identifier") + " i join " + connection_.table("subject") +
                               " s on s.party_id = i.party_id join " + connection_.table("party") +
                               " p on p.id = s.party_id where i.value = :value and i.kind = :kind and i.archived_at is null"
                               " and s.archived_at is null",
                           std::vector{Kind::text, Kind::integer}, kinds_of_records<Subject, Party>());
    std::vector<SubjectCard> cards;
    by_number_->parameter(0).set(value);
    by_number_->parameter(1).set(static_cast<std::int64_t>(kind));
    by_number_->run([&](record::Row const& row) {
        auto const* cells = row.data();
        auto&       card  = cards.emplace_back();
        read(cells, card.subject);
        read(cells, card.party.party);
    });
    std::ranges::sort(cards, {}, [](SubjectCard const& c) { return c.subject.id; });
    auto const again = std::ranges::unique(cards, {}, [](SubjectCard const& c) { return c.subject.id; });  // a party may have a number of two periods
    cards.erase(again.begin(), again.end());

    for (auto& card : cards) {
        Shown const shown{card};
        auto const  ask = [&]<class Part>(Parts& parts, std::vector<Part> PartyCard::*list) {
            auto& query = of_party<Part>(parts);
            query.parameter(0).set(card.subject.party_id.value);
            read_parts(query, shown, list);
        };
        ask(identifiers_, &PartyCard::identifiers);
        ask(addresses_, &PartyCard::addresses);
        ask(contact_points_, &PartyCard::contact_points);
        sort_parts(card.party);
    }
    return cards;
}

std::vector<PartyHit> Cards::parties_with_key(std::string_view beginning, std::size_t limit)
{
    if (!by_key_)
        by_key_.emplace(connection_,
                        "select p.id, p.name, p.given_name, p.family_name, coalesce((select a.city from " + connection_.table("address") +
                            " a where a.party_id = p.id and a.is_default = 1 and a.archived_at is null order by a.kind, a.id limit 1), ''),"
                            " (select s.id from " + connection_.table("subject") + " s where s.party_id = p.id),"
                            " (select min(x.id) from " + connection_.table("person") + " x where x.party_id = p.id)"
                            " from " + connection_.table("party") + " p where p.name_key >= :beginning and p.name_key < :past"
                            " and p.archived_at is null order by p.name_key, p.id limit :most",
                        std::vector{Kind::text, Kind::text, Kind::integer},
                        std::vector{Kind::integer, Kind::text, Kind::text, Kind::text, Kind::text, Kind::integer, Kind::integer});
    std::vector<PartyHit> hits;
    by_key_->parameter(0).set(beginning);
    by_key_->parameter(1).set(end_of_prefix(beginning));
    by_key_->parameter(2).set(static_cast<std::int64_t>(limit));
    by_key_->run([&](record::Row const& row) {
        auto& hit    = hits.emplace_back();
        hit.party_id = {row[0].integer};
        hit.name     = row[1].text;
        hit.is_human = !row[2].text.empty() || !row[3].text.empty();
        hit.city     = row[4].text;
        if (!row[5].null)
            hit.subject_id = {row[5].integer};
        if (!row[6].null)
            hit.person_id = {row[6].integer};
    });
    return hits;
}

}  // namespace crm::sql
