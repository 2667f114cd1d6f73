#include "pen.hpp"
#include "checking.hpp"

namespace crm::test::machine {

// ---- Any record -----------------------------------------------------------------------------------------------------

template <class Record>
void Pen::note(Record const& record, Action action, Lines fields)
{
    std::int64_t version = 0;
    if constexpr (Versioned<Record>)
        version = record.revision.version;
    books_.pieces.back().changes.push_back({record_index<Record>, record.id.value, version, action, std::move(fields)});
}

template <class Record>
Id<Record> Pen::enter(Record record)
{
    record.id = {++paper_.given.counts[record_index<Record>]};
    paper_.order.emplace(std::pair{record_index<Record>, record.id.value}, std::ssize(paper_.order));
    if constexpr (Versioned<Record>)
        record.revision = {.version    = 1,
                           .created_at = paper_.now,
                           .created_by = paper_.who,
                           .changed_at = paper_.now,
                           .changed_by = paper_.who,
                           .archived_at{}};
    books_.all<Record>()[record.id.value]                     = record;
    std::get<Past<Record>>(books_.past)[{record.id.value, 1}] = record;
    if constexpr (Versioned<Record>)
        note(record, Action::added);
    return record.id;
}

template <class Record>
void Pen::put(Record const& before, Record after)
{
    if (after == before)
        return;
    ++after.revision.version;
    after.revision.changed_at                                                     = paper_.now;
    after.revision.changed_by                                                     = paper_.who;
    books_.all<Record>()[after.id.value]                                          = after;
    std::get<Past<Record>>(books_.past)[{after.id.value, after.revision.version}] = after;
    note(after, Action::changed, fields_between(before, after));
}

template <class Record>
void Pen::put_away(Id<Record> id, bool away)
{
    auto const before = books_.get(id);
    auto       after  = before;
    if (!away)
        after.revision.archived_at.reset();
    else if (!after.revision.archived_at)
        after.revision.archived_at = paper_.now;
    put(before, after);
}

template <class Record>
Violations Pen::referrers(Id<Record> id) const
{
    Violations broken;
    auto const look = [&]<class Other>(Sheet<Other> const& sheet) {
        std::map<std::string, bool> found;
        for (auto const& [_, other] : sheet)
            for_each_named(other, [&](auto named, FieldFacts const& facts) {
                if constexpr (std::is_same_v<decltype(named), Id<Record>>)
                    if (named == id && !facts.owner)
                        found[std::string{facts.name}] = true;
            });
        for (auto const& [field, _] : found)
            add_to(broken, std::string{Facts<Record>::name} + ".removed.referred", std::string{Facts<Other>::name} + "." + field);
    };
    std::apply([&](auto const&... sheets) { (look(sheets), ...); }, books_.sheets);
    return broken;
}

template <class Record>
void Pen::strike(Record record)
{
    auto const strike_owned = [&]<class Other>(Sheet<Other> const& sheet) {
        auto const all = sheet;
        for (auto const& [_, other] : all) {
            bool is_owned = false;
            for_each_named(other, [&](auto named, FieldFacts const& facts) {
                if constexpr (std::is_same_v<decltype(named), Id<Record>>)
                    is_owned = is_owned || (named == record.id && facts.owner);
            });
            if (is_owned)
                strike(other);
        }
    };
    std::apply([&](auto const&... sheets) { (strike_owned(sheets), ...); }, books_.sheets);
    books_.all<Record>().erase(record.id.value);
    if constexpr (Versioned<Record>)
        ++record.revision.version;
    note(record, Action::removed);
}

template <class Record>
void Pen::remove(Id<Record> id)
{
    auto const record = books_.get(id);
    auto       broken = referrers(id);
    if constexpr (std::is_same_v<Record, Contact>)
        if (record.status == ContactStatus::held)
            add_to(broken, "contact.held.kept", "status");
    if constexpr (std::is_same_v<Record, Task>)
        if (record.status == TaskStatus::done)
            add_to(broken, "task.done.kept", "status");
    refuse_if(std::move(broken));
    strike(record);
    if constexpr (requires { record.party_id; }) {  // which goes with the last one that has it
        auto const has_it = [&](auto const& entry) { return entry.second.party_id == record.party_id; };
        if (std::ranges::none_of(books_.all<Person>(), has_it) && std::ranges::none_of(books_.all<Subject>(), has_it))
            strike(books_.get(record.party_id));
    }
}

/// A link between two records, for which nothing counts but that they are there.
template <class Link>
void Pen::enter_between(Link const& link)
{
    Violations broken;
    check_named(books_, link, broken);
    refuse_if(std::move(broken));
    enter(link);
}

#define CRM_FOR_PAPER(Record)                              \
    template void Pen::put_away<Record>(Id<Record>, bool); \
    template void Pen::remove<Record>(Id<Record>);
CRM_FOR_PAPER(Subject)
CRM_FOR_PAPER(Person)
CRM_FOR_PAPER(Base)
CRM_FOR_PAPER(Case)
CRM_FOR_PAPER(Contact)
CRM_FOR_PAPER(Note)
CRM_FOR_PAPER(Task)
#undef CRM_FOR_PAPER
template Id<Case>      Pen::enter(Case);
template Id<CaseState> Pen::enter(CaseState);
template void          Pen::put(Case const&, Case);

// ---- Subjects and bases ---------------------------------------------------------------------------------------------

Id<Subject> Pen::add_subject(SubjectKind kind, std::string const& name, SubjectStatus status)
{
    if (name.empty())
        throw ValidationError{{{.code = "party.name.required", .field = "name", .message = {}}}};
    auto const party   = enter(Party{.name = name});
    auto const subject = enter(Subject{.kind = kind, .party_id = party, .status = status});
    if (kind == SubjectKind::natural)
        enter(Person{.subject_id = subject, .subject_kind = kind, .party_id = party});
    return subject;
}

Id<Person> Pen::add_person(Id<Subject> of, std::string const& name)
{
    Violations  broken;
    auto const* subject = books_.look_up(std::optional{of});
    if (name.empty())
        add_to(broken, "party.name.required", "name");
    if (!subject)
        add_to(broken, "person.subject.missing", "subject_id");
    else if (std::ranges::any_of(books_.all<Person>(), [&](auto const& entry) { return entry.second.subject_id == of; }) &&
             subject->kind == SubjectKind::natural)
        add_to(broken, "person.natural.single", "subject_id");
    else if (subject->kind == SubjectKind::natural)
        add_to(broken, "person.natural.party", "party_id");
    refuse_if(std::move(broken));
    auto const party = enter(Party{.name = name});
    return enter(Person{.subject_id = of, .subject_kind = subject->kind, .party_id = party});
}

void Pen::add(Base base)
{
    Violations broken;
    check_named(books_, base, broken);
    if (base.criterion == "nothing = 1")
        add_to(broken, "base.criterion.condition", "criterion");
    refuse_if(std::move(broken));
    if (std::ranges::any_of(books_.all<Base>(), [&](auto const& entry) { return entry.second.code == base.code; }))
        throw Conflict{"code"};
    enter(std::move(base));
}

void Pen::put_into(Id<Base> base, Id<Subject> subject)
{
    for (auto const& [_, member] : books_.all<BaseMember>())
        if (member.base_id == base && member.subject_id == subject) {
            auto const before = member;
            auto       after  = before;
            after.is_excluded = false;
            return put(before, after);
        }
    enter_between(BaseMember{.base_id = base, .subject_id = subject});
}

void Pen::take_out_of(Id<Base> base, Id<Subject> subject)
{
    bool const is_by_hand = books_.get(base).criterion.empty();
    for (auto const& [_, member] : books_.all<BaseMember>())
        if (member.base_id == base && member.subject_id == subject) {
            auto const before = member;
            auto       after  = before;
            after.is_excluded = true;
            return is_by_hand ? strike(before) : put(before, after);
        }
    if (is_by_hand)
        return;
    enter_between(BaseMember{.base_id = base, .subject_id = subject, .is_excluded = true});
}

// ---- Contacts, notes, tasks -----------------------------------------------------------------------------------------

void Pen::check_person(std::string_view record, std::optional<Id<Subject>> subject, std::optional<Id<Person>> person,
                       Violations& broken) const
{
    if (auto const* who = books_.look_up(person); who && subject && who->subject_id != *subject)
        add_to(broken, std::string{record} + ".person.of_subject", "person_id");
}

void Pen::add(Contact contact, std::vector<Id<Operator>> const& employees)
{
    if (contact.at == Instant{})
        contact.at = paper_.now;
    if (auto const* person = books_.look_up(contact.person_id); person && !contact.subject_id)
        contact.subject_id = person->subject_id;
    Violations broken;
    if (!contact.subject_id && !contact.person_id)
        add_to(broken, "contact.about.required", "subject_id");
    check_named(books_, contact, broken);
    check_person("contact", contact.subject_id, contact.person_id, broken);
    if (employees.empty())
        add_to(broken, "contact.employee.required", "operator_id");
    refuse_if(std::move(broken));
    auto const id = enter(std::move(contact));
    for (auto employee : employees)
        enter(Participant{.contact_id = id, .operator_id = employee});
}

void Pen::move(Id<Contact> id, Instant at)
{
    auto const before = books_.get(id);
    auto       after  = before;
    after.at          = at;
    put(before, after);
}

void Pen::link(Id<Contact> contact, Id<Case> with)
{
    for (auto const& [_, link] : books_.all<ContactCase>())
        if (link.contact_id == contact && link.case_id == with)
            return;
    enter_between(ContactCase{.contact_id = contact, .case_id = with});
}

void Pen::unlink(Id<Contact> contact, Id<Case> from)
{
    for (auto const& [_, link] : Sheet<ContactCase>{books_.all<ContactCase>()})
        if (link.contact_id == contact && link.case_id == from)
            strike(link);
}

void Pen::add(Note note)
{
    note.written_at = paper_.now;
    note.author_id  = paper_.who;
    if (note.contact_id && !note.case_id) {  // a note of a contact belongs to the contact's only case
        std::vector<Id<Case>> linked;
        for (auto const& [_, link] : books_.all<ContactCase>())
            if (link.contact_id == *note.contact_id)
                linked.push_back(link.case_id);
        if (linked.size() == 1)
            note.case_id = linked.front();
    }
    Violations broken;
    if (!note.subject_id && !note.person_id)
        add_to(broken, "note.about.required", "subject_id");
    check_named(books_, note, broken);
    check_person("note", note.subject_id, note.person_id, broken);
    refuse_if(std::move(broken));
    enter(std::move(note));
}

void Pen::add(Task task)
{
    Violations broken;
    if (task.title.empty())
        add_to(broken, "task.title.required", "title");
    check_named(books_, task, broken);
    check_person("task", task.subject_id, task.person_id, broken);
    if (auto const* c = books_.look_up(task.case_id); c && c->stage == Stage::closed)
        add_to(broken, "task.case.open", "case_id");
    refuse_if(std::move(broken));
    enter(std::move(task));
}

void Pen::complete(Id<Task> id)
{
    auto const before = books_.get(id);
    if (before.status == TaskStatus::done)
        return;
    auto after    = before;
    after.status  = TaskStatus::done;
    after.done_at = paper_.now;
    after.done_by = paper_.who;
    put(before, after);
}

}  // namespace crm::test::machine
