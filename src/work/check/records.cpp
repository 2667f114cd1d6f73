#include "checking.hpp"

#include "store/condition/bind.hpp"
#include "work/asking.hpp"
#include "work/contact_point_key.hpp"
#include "work/filters.hpp"

#include <crm/model/search.hpp>
#include <crm/store/condition.hpp>

#include <algorithm>

namespace crm {

RecordCheck::RecordCheck(store::Transaction& store, Settings const& settings, FindingList& list, Findings& findings, CheckOptions const& options)
    : store_{store}, settings_{settings}, list_{list}, findings_{findings}, options_{options}
{
}

void RecordCheck::run()
{
#define CRM_CHECK(Record) check_table<Record>();
    CRM_EACH_RECORD(CRM_CHECK)
#undef CRM_CHECK
    check_forward_references();
    look_at_natural_subjects();
    look_at_parents("subject", "parent", subject_parents_);
    look_at_parents("person", "superior", superiors_);
    look_at_parents("base", "parent", base_parents_);
    look_at_parents("case", "parent", case_parents_);
    look_at_schemes();
    look_at_states();
    look_at_contacts();
}

template <class Record>
void RecordCheck::check_table()
{
    auto const&  table = record::table_of<Record>();
    store::Query page{.limit = std::same_as<Record, Content> ? 8U : 1000U};  // contents may be large
    for (std::uint64_t done = 0;;) {
        std::vector<record::Row> rows;
        store_.select(table, page, [&](record::Row const& row) { rows.push_back(row); });
        for (auto const& row : rows)
            check_record<Record>(row);
        done += rows.size();
        findings_.records += rows.size();
        if (options_.progress)
            options_.progress(table.name, done);
        if (rows.size() < page.limit)
            return;
        page.after = {rows.back().front()};
    }
}

template <class Record>
void RecordCheck::check_record(record::Row const& row)
{
    auto const& table = record::table_of<Record>();
    auto const  id    = row.front().integer;
    known_[table.index].add(id, table.versioned ? row[1].integer : 0);
    check_references(table, row);

    Record record;
    if (auto const field = record::decode(row, record); !field.empty())
        return list_.add(table.name, id, std::string{table.name}.append(".").append(field).append(".stored"),
                         "Its " + std::string{field} + " holds what crm could not have written: give it again.");
    Violations broken;
    rules::check(record, broken);
    list_.add(table.name, id, broken);
    look_around(record);
}

void RecordCheck::check_references(record::Table const& table, record::Row const& row)
{
    for (std::size_t column = 0; column != row.size(); ++column) {
        auto const& key = table.columns[column];
        if (key.refers_to.empty() || row[column].null)
            continue;
        auto const& target = record::table_named(key.refers_to);
        if (target.index == table.index && row[column].integer > row.front().integer)
            forward_.push_back({table.index, column, row.front().integer, row[column].integer});
        else if (!known_[target.index].contains(row[column].integer))
            list_.add(table.name, row.front().integer, std::string{table.name}.append(".").append(key.name).append(".missing"),
                      "It refers by " + key.name + " to " + std::string{target.name} + " " + std::to_string(row[column].integer) + ", which is not there.");
    }
}

void RecordCheck::check_forward_references()
{
    for (auto const& [index, column, id, target] : forward_) {
        auto const& table = record::tables()[index];
        auto const& key   = table.columns[column];
        if (!known_[index].contains(target))
            list_.add(table.name, id, std::string{table.name}.append(".").append(key.name).append(".missing"),
                      "It refers by " + key.name + " to " + std::string{table.name} + " " + std::to_string(target) + ", which is not there.");
    }
}

// ---- Parties and who has them ----------------------------------------------------------------------------------------

void RecordCheck::look_around(Content const& content)
{
    if (content.size != std::ssize(content.bytes.data))
        list_.add("content", content.id.value, "content.size.stored", "It holds another number of bytes than its size says: bytes were lost, or changed.");
    if (content.sha256 != sha256(content.bytes.data))
        list_.add("content", content.id.value, "content.sha256.stored", "Its bytes have another SHA-256 than it says: they were changed outside crm.");
}

void RecordCheck::look_around(Party const& party)
{
    if (party.name_key != search_key(party.short_name.empty() ? party.name : party.name + " " + party.short_name))
        list_.add("party", party.id.value, "party.name_key.stored", "Searches overlook it, because its search key is not that of its names: save it again.");
}

void RecordCheck::look_around(ContactPoint const& point)
{
    auto const key = contact_point_key(point.kind, point.value);
    if (point.value_key != key || point.domain != domain_of(point.kind, key))
        list_.add("contact_point", point.id.value, "contact_point.value_key.stored",
                  "It is not recognised, because its key or domain is not that of its value: save it again.");
    if (point.is_primary && !point.revision.archived_at && !primary_.insert({point.party_id.value, point.kind}).second) {
        Violations broken;
        rules::check_primary(1, broken);
        list_.add("contact_point", point.id.value, broken);
    }
}

void RecordCheck::look_around(Address const& address)
{
    if (!address.is_default || address.revision.archived_at || default_.insert({address.party_id.value, address.kind}).second)
        return;
    Violations broken;
    rules::check_default(1, broken);
    list_.add("address", address.id.value, broken);
}

void RecordCheck::look_around(Identifier const& identifier)
{
    if (identifier.revision.archived_at || !settings_.unique_numbers.contains(identifier.kind))
        return;
    auto const [other, is_first] = numbers_.try_emplace({identifier.kind, identifier.value}, identifier.party_id.value);
    Violations broken;
    rules::check_unique(!is_first && other->second != identifier.party_id.value ? 1 : 0, broken);
    list_.add("identifier", identifier.id.value, broken);
}

void RecordCheck::look_around(Subject const& subject)
{
    subjects_.emplace(subject.id.value, KnownSubject{subject.kind, subject.party_id.value});
    ++parties_used_[subject.party_id.value];
    if (subject.parent_id)
        subject_parents_.emplace(subject.id.value, subject.parent_id->value);
}

void RecordCheck::look_around(Person const& person)
{
    ++parties_used_[person.party_id.value];
    if (person.superior_id)
        superiors_.emplace(person.id.value, person.superior_id->value);
    auto const found = subjects_.find(person.subject_id.value);
    if (found == subjects_.end())
        return;
    auto& subject = found->second;
    ++subject.persons;
    if (person.subject_kind != subject.kind)
        list_.add("person", person.id.value, "person.subject_kind.stored", "It has another kind of its subject than that has: save it again.");
    if (subject.kind == SubjectKind::natural)
        persons_of_natural_.push_back({.id = person.id, .subject_id = person.subject_id, .party_id = person.party_id});
    else
        own_parties_.emplace_back(person.id.value, person.party_id.value);
}

void RecordCheck::look_at_natural_subjects()
{
    for (auto const& person : persons_of_natural_) {
        auto const& known = subjects_.at(person.subject_id.value);
        Violations  broken;
        rules::check_among(person, {.kind = known.kind, .party_id = {known.party}}, static_cast<std::size_t>(known.persons - 1), broken);
        list_.add("person", person.id.value, broken);
    }
    for (auto const& [person, party] : own_parties_) {
        Violations broken;
        rules::check_own_party(static_cast<std::size_t>(parties_used_.at(party) - 1), broken);
        list_.add("person", person, broken);
    }
}

/// Each record has one parent at most: who walks up and meets what he met on this walk before goes round.
void RecordCheck::look_at_parents(std::string_view record, std::string_view stem, std::unordered_map<std::int64_t, std::int64_t> const& parents)
{
    std::unordered_map<std::int64_t, std::int64_t> walks;  // the record, and from whom it was reached first
    for (auto const& [start, parent] : parents) {
        auto at = start;
        while (parents.contains(at) && walks.try_emplace(at, start).second)
            at = parents.at(at);
        if (!parents.contains(at) || walks.at(at) != start || parents.at(at) == at)
            continue;  // its own parent: that is a rule of the record itself
        Violations broken;
        rules::check_cycle(true, record, stem, broken);
        list_.add(record, at, broken);
    }
}

void RecordCheck::look_around(Base const& base)
{
    if (base.parent_id)
        base_parents_.emplace(base.id.value, base.parent_id->value);
    try {
        static_cast<void>(store::bind(parse_condition(base.criterion), record::table_of<Subject>(), bind_context(store_, settings_)));
    } catch (InvalidArgument const& wrong) {
        list_.add("base", base.id.value, "base.criterion.condition", wrong.what());
    } catch (NotFound const& missing) {
        list_.add("base", base.id.value, "base.criterion.condition", missing.what());
    }
}

// ---- Cases -----------------------------------------------------------------------------------------------------------

void RecordCheck::look_around(Phase const& phase)
{
    phases_.emplace(phase.id.value, KnownPhase{phase.scheme_id.value, phase.stage});
    if (!phase.revision.archived_at)
        stages_in_use_.insert({phase.scheme_id.value, phase.stage});
}

void RecordCheck::look_around(CaseType const& type)
{
    schemes_of_types_.emplace(type.id.value, type.scheme_id.value);
}

void RecordCheck::look_at_schemes()
{
    std::set<std::int64_t> used;
    for (auto const& [type, scheme] : schemes_of_types_)
        used.insert(scheme);
    for (auto const scheme : used)
        for (auto stage : {Stage::potential, Stage::active, Stage::closed}) {
            Violations broken;
            rules::check_stage(stage, stages_in_use_.contains({scheme, stage}) ? 1 : 0, broken);
            list_.add("scheme", scheme, broken);
        }
}

void RecordCheck::look_around(Case const& c)
{
    types_of_cases_.emplace(c.id.value, c.type_id.value);
    if (c.parent_id)
        case_parents_.emplace(c.id.value, c.parent_id->value);
    auto const phase = phases_.find(c.phase_id.value);
    auto const type  = schemes_of_types_.find(c.type_id.value);
    if (phase == phases_.end() || type == schemes_of_types_.end())
        return;
    Violations broken;
    rules::check_phase({.scheme_id = {type->second}}, {.scheme_id = {phase->second.scheme}}, false, broken);
    list_.add("case", c.id.value, broken);
    if (c.stage != phase->second.stage)
        list_.add("case", c.id.value, "case.stage.phase", "It is in another stage than its phase: let it enter the phase again.");
}

void RecordCheck::look_around(CaseState const& state)
{
    auto const phase = phases_.find(state.phase_id.value);
    if (phase != phases_.end() && phase->second.stage != state.stage)
        list_.add("case_state", state.id.value, "case_state.stage.phase", "It is in another stage than its phase: the funnel of the past is wrong.");
}

namespace {

/// Whether the newest state of a case tells what the case is now.
bool tells(CaseState const& state, Case const& c)
{
    return state.type_id == c.type_id && state.phase_id == c.phase_id && state.stage == c.stage && state.subject_id == c.subject_id &&
           state.keeper_id == c.keeper_id && state.expected == c.expected && state.outcome == c.outcome &&
           (!c.probability || state.probability == *c.probability);
}

/// The states of one case after the other, each in the order of their numbers.
class StatesByCase {
public:
    explicit StatesByCase(store::Transaction& store) : store_{store} {}

    /// Those of the next case in the order of ids, or none at the end.
    [[nodiscard]] std::vector<CaseState> next()
    {
        std::vector<CaseState> states;
        for (refill(); position_ != page_.size(); refill()) {
            if (!states.empty() && page_[position_].case_id != states.front().case_id)
                break;
            states.push_back(page_[position_++]);
        }
        return states;
    }

private:
    void refill()
    {
        if (position_ != page_.size() || ended_)
            return;
        auto const& table = record::table_of<CaseState>();
        page_.clear();
        position_ = 0;
        std::size_t count = 0;
        store_.select(table, query_, [&](record::Row const& row) {
            ++count;
            query_.after = {row[table.position("case_id")], row[table.position("seq")], row.front()};
            CaseState state;
            if (record::decode(row, state).empty())  // else it was told before
                page_.push_back(state);
        });
        ended_ = count < query_.limit;
        if (page_.empty() && !ended_)
            refill();
    }

    store::Transaction&    store_;
    store::Query           query_{.filter{}, .order = {{Where<CaseState>::column("case_id")}, {Where<CaseState>::column("seq")}}, .after{}, .limit = 1000};
    std::vector<CaseState> page_{};
    std::size_t            position_ = 0;
    bool                   ended_    = false;
};

void check_sequence(std::vector<CaseState> const& states, FindingList& list)
{
    for (std::size_t i = 0; i != states.size(); ++i) {
        if (states[i].seq != static_cast<std::int64_t>(i) + 1)
            return list.add("case", states[i].case_id.value, "case_state.seq.gap", "Its states are not numbered from 1 on without a gap: the funnel of the past is wrong.");
        if (i != 0 && states[i].valid_at < states[i - 1].valid_at)
            return list.add("case", states[i].case_id.value, "case.moment.order", "Its states do not follow one another in time: the funnel of the past is wrong.");
    }
}

}  // namespace

/// Cases and their states, both in the order of the cases' ids.
void RecordCheck::look_at_states()
{
    auto const&  table = record::table_of<Case>();
    StatesByCase by_case{store_};
    auto         states = by_case.next();
    store::Query page{.limit = 1000};
    for (std::size_t count = page.limit; count == page.limit;) {
        std::vector<record::Row> rows;
        store_.select(table, page, [&](record::Row const& row) { rows.push_back(row); });
        count = rows.size();
        for (auto const& row : rows) {
            page.after = {row.front()};
            while (!states.empty() && states.front().case_id.value < row.front().integer)
                states = by_case.next();  // of a case that is not there, which was told before
            Case c;
            if (!record::decode(row, c).empty())
                continue;
            bool const has_states = !states.empty() && states.front().case_id == c.id;
            if (has_states)
                check_sequence(states, list_);
            if (!has_states || !tells(states.back(), c))
                list_.add("case", c.id.value, "case.state.newest", "Its newest state is not what the case is now: save it again with a change of its money or phase.");
        }
    }
}

// ---- Contacts and trade documents ------------------------------------------------------------------------------------

void RecordCheck::look_around(Contact const& contact)
{
    contacts_.push_back(contact.id.value);
    with_employee_.push_back(false);
}

void RecordCheck::look_around(Participant const& participant)
{
    auto const found = std::ranges::lower_bound(contacts_, participant.contact_id.value);
    if (participant.operator_id && found != contacts_.end() && *found == participant.contact_id.value)
        with_employee_[static_cast<std::size_t>(found - contacts_.begin())] = true;
}

void RecordCheck::look_at_contacts()
{
    for (std::size_t i = 0; i != contacts_.size(); ++i) {
        Violations broken;
        rules::check_employees(with_employee_[i] ? 1 : 0, broken);
        list_.add("contact", contacts_[i], broken);
    }
}

void RecordCheck::look_around(AdmittedKind const& admitted)
{
    admitted_.insert({admitted.type_id.value, admitted.kind_id.value});
}

void RecordCheck::look_around(TradeDocument const& document)
{
    auto const type = document.case_id ? types_of_cases_.find(document.case_id->value) : types_of_cases_.end();
    if (type == types_of_cases_.end())
        return;
    Violations broken;
    rules::check_admitted(admitted_.contains({type->second, document.kind_id.value}), broken);
    list_.add("trade_document", document.id.value, broken);
}

}  // namespace crm
