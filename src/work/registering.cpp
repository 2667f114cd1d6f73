// Subjects, persons and what their parties hold.
#include "saving.hpp"

#include <crm/rules/identifier.hpp>
#include <crm/rules/subject.hpp>

namespace crm {

namespace {

/// Adds what is not empty.
void add_numbers(Saving& saving, Id<Party> party, std::initializer_list<std::pair<NumberKind, std::string const&>> numbers)
{
    for (auto const& [kind, value] : numbers)
        if (!value.empty())
            saving.add(Identifier{.party_id = party, .kind = kind, .value = value});
}

void add_contact_points(Saving& saving, Id<Party> party, std::string const& email, std::string const& phone)
{
    if (!email.empty())
        saving.add(ContactPoint{.party_id = party, .kind = ContactPointKind::email, .value = email, .is_primary = true});
    if (!phone.empty())
        saving.add(ContactPoint{.party_id = party, .kind = ContactPointKind::phone, .value = phone, .is_primary = true});
}

/// What belongs to the human being leaves the firm's party.
void move_private_data(Saving& saving, Id<Party> from, Id<Party> to)
{
    for (auto const& before : saving.select<Identifier>(Where<Identifier>::equal("party_id", from.value)))
        if (rules::is_natural_only(before.kind)) {
            auto after     = before;
            after.party_id = to;
            saving.change(before, after);
        }
    for (auto const& before : saving.select<ContactPoint>(Where<ContactPoint>::equal("party_id", from.value)))
        if (before.is_private) {
            auto after     = before;
            after.party_id = to;
            saving.change(before, after);
        }
}

/// Whether a party has one of that kind to use first.
template <class Record>
bool has_marked(Saving& saving, Id<Party> party, auto kind, std::string_view mark)
{
    using Columns = Where<Record>;
    return saving.count<Record>(all_of({Columns::equal("party_id", party.value), Columns::equal("kind", static_cast<std::int64_t>(kind)),
                                        Columns::equal(mark, std::int64_t{1}), Columns::is_null("archived_at")})) > 0;
}

/// Everything of one party goes to the other, but for marks that the other has given already.
void move_all(Saving& saving, Id<Party> from, Id<Party> to)
{
    for (auto const& before : saving.select<Identifier>(Where<Identifier>::equal("party_id", from.value))) {
        auto after     = before;
        after.party_id = to;
        saving.change(before, after);
    }
    for (auto const& before : saving.select<ContactPoint>(Where<ContactPoint>::equal("party_id", from.value))) {
        auto after       = before;
        after.party_id   = to;
        after.is_primary = before.is_primary && !has_marked<ContactPoint>(saving, to, before.kind, "is_primary");
        saving.change(before, after);
    }
    for (auto const& before : saving.select<Address>(Where<Address>::equal("party_id", from.value))) {
        auto after       = before;
        after.party_id   = to;
        after.is_default = before.is_default && !has_marked<Address>(saving, to, before.kind, "is_default");
        saving.change(before, after);
    }
}

void set_kind(Saving& saving, Subject const& before, SubjectKind kind)
{
    auto after           = before;
    after.kind           = kind;
    saving.changing_kind = true;
    saving.change(before, after);
}

void split(Saving& saving, Subject const& subject, std::vector<Person> const& persons)
{
    set_kind(saving, subject, SubjectKind::legal);
    auto const shared = saving.get(subject.party_id);
    for (auto const& before : persons) {
        auto own = saving.add(Party{.given_name   = shared.given_name,
                                    .middle_names = shared.middle_names,
                                    .family_name  = shared.family_name,
                                    .title        = shared.title,
                                    .birth_date   = shared.birth_date,
                                    .citizenship  = shared.citizenship,
                                    .language     = shared.language});
        auto after     = before;
        after.party_id = own.id;
        saving.change(before, after);
        move_private_data(saving, subject.party_id, own.id);
    }
    auto firm         = shared;
    firm.given_name   = {};
    firm.middle_names = {};
    firm.family_name  = {};
    firm.title        = {};
    firm.birth_date   = {};
    firm.citizenship  = {};
    saving.change(shared, firm);
}

void unite(Saving& saving, Subject const& subject, std::vector<Person> persons)
{
    saving.changing_kind = true;
    for (auto& before : persons) {
        auto const own    = saving.get(before.party_id);
        auto const firm   = saving.get(subject.party_id);
        auto       shared = firm;
        shared.given_name   = own.given_name;
        shared.middle_names = own.middle_names;
        shared.family_name  = own.family_name;
        shared.title        = own.title;
        shared.birth_date   = own.birth_date;
        shared.citizenship  = own.citizenship;
        saving.change(firm, shared);

        auto after     = before;
        after.party_id = subject.party_id;
        saving.change(before, after);
        before = after;
        move_all(saving, own.id, subject.party_id);
        saving.remove(own.id);
    }
    set_kind(saving, subject, SubjectKind::natural);
    for (auto const& person : persons) {  // which tell the kind of their subject
        auto after = person;
        saving.change(person, after);
    }
}

void check_becoming_natural(Saving& saving, Subject const& subject, std::size_t persons)
{
    std::size_t legal_numbers = 0;
    for (auto const& number : saving.select<Identifier>(Where<Identifier>::equal("party_id", subject.party_id.value)))
        legal_numbers += rules::is_legal_only(number.kind);
    Violations broken;
    rules::check_becoming_natural(persons, legal_numbers, broken);
    if (!broken.empty())
        throw ValidationError{std::move(broken)};
}

}  // namespace

Registered Work::add_natural(NewNatural const& given)
{
    Registered made;
    call([&] {
        Saving saving{*this};
        saving.together([&] {
            auto const party   = saving.add(Party{.given_name   = given.given_name,
                                                  .middle_names = given.middle_names,
                                                  .family_name  = given.family_name,
                                                  .title        = given.title,
                                                  .birth_date   = given.birth_date});
            auto const subject = saving.add(Subject{.number    = given.number,
                                                    .kind      = SubjectKind::natural,
                                                    .party_id  = party.id,
                                                    .status    = given.status,
                                                    .keeper_id = given.keeper_id});
            made               = {.subject_id = subject.id, .party_id = party.id, .person_id = {}};
            if (given.with_person)
                made.person_id = saving.add(Person{.subject_id = subject.id, .party_id = party.id}).id;
            add_numbers(saving, party.id, {{NumberKind::pesel, given.pesel}, {NumberKind::nip, given.nip}, {NumberKind::regon, given.regon}});
            add_contact_points(saving, party.id, given.email, given.phone);
        });
    });
    return made;
}

Registered Work::add_legal(NewLegal const& given)
{
    Registered made;
    call([&] {
        Saving saving{*this};
        saving.together([&] {
            auto const party   = saving.add(Party{.name = given.name, .short_name = given.short_name});
            auto const subject = saving.add(Subject{.number    = given.number,
                                                    .kind      = SubjectKind::legal,
                                                    .party_id  = party.id,
                                                    .status    = given.status,
                                                    .keeper_id = given.keeper_id});
            add_numbers(saving, party.id,
                        {{NumberKind::nip, given.nip}, {NumberKind::regon, given.regon}, {NumberKind::krs, given.krs}, {NumberKind::vat, given.vat}});
            add_contact_points(saving, party.id, given.email, given.phone);
            made = {.subject_id = subject.id, .party_id = party.id, .person_id = {}};
        });
    });
    return made;
}

Registered Work::add_person(NewPerson const& given)
{
    Registered made;
    call([&] {
        Saving saving{*this};
        saving.together([&] {
            auto const party = saving.add(Party{.given_name   = given.given_name,
                                                .middle_names = given.middle_names,
                                                .family_name  = given.family_name,
                                                .title        = given.title});
            auto const person = saving.add(Person{.subject_id    = given.subject_id,
                                                  .party_id      = party.id,
                                                  .position      = given.position,
                                                  .department    = given.department,
                                                  .decision_role = given.decision_role});
            add_contact_points(saving, party.id, given.email, given.phone);
            made = {.subject_id = given.subject_id, .party_id = party.id, .person_id = person.id};
        });
    });
    return made;
}

void Work::change_kind(Id<Subject> id, SubjectKind kind)
{
    call([&] {
        Saving saving{*this};
        saving.guard(id);  // so that nobody adds a person meanwhile
        auto const subject = saving.get(id);
        if (subject.kind == kind)
            return;
        auto const persons = saving.select<Person>(Where<Person>::equal("subject_id", id.value));
        if (kind == SubjectKind::legal)
            return split(saving, subject, persons);
        check_becoming_natural(saving, subject, persons.size());
        unite(saving, subject, persons);
    });
}

void Work::add_contact_point(Id<Party> party, ContactPointKind kind, std::string value)
{
    call([&] { Saving{*this}.add(ContactPoint{.party_id = party, .kind = kind, .value = std::move(value)}); });
}

void Work::add_number(Id<Party> party, NumberKind kind, std::string value)
{
    call([&] { Saving{*this}.add(Identifier{.party_id = party, .kind = kind, .value = std::move(value)}); });
}

namespace {

std::optional<BaseMember> membership(Saving& saving, Id<Base> base, Id<Subject> subject)
{
    auto const found = saving.select<BaseMember>(all_of(
        {Where<BaseMember>::equal("base_id", base.value), Where<BaseMember>::equal("subject_id", subject.value)}));
    return found.empty() ? std::nullopt : std::optional{found.front()};
}

/// In a base by criterion a row says who is kept out, or put in beside those that the criterion finds.
void set_membership(Saving& saving, BaseMember wanted)
{
    auto const before = membership(saving, wanted.base_id, wanted.subject_id);
    if (!before) {
        saving.add(wanted);
        return;
    }
    auto after        = *before;
    after.is_excluded = wanted.is_excluded;
    after.reason      = wanted.reason;
    saving.change(*before, after);
}

}  // namespace

void Work::put_into(Id<Base> base, Id<Subject> subject, std::string reason)
{
    call([&] {
        Saving saving{*this};
        set_membership(saving, {.base_id = base, .subject_id = subject, .is_excluded = false, .reason = std::move(reason)});
    });
}

void Work::take_out_of(Id<Base> base, Id<Subject> subject)
{
    call([&] {
        Saving saving{*this};
        if (!saving.get(base).criterion.empty())
            return set_membership(saving, {.base_id = base, .subject_id = subject, .is_excluded = true});
        if (auto const member = membership(saving, base, subject))
            saving.remove(member->id);
    });
}

}  // namespace crm
