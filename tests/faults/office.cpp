#include "office.hpp"

#include <algorithm>

namespace crm::faults {

namespace {

template <class Record>
std::int64_t version_of(Record const& record)
{
    if constexpr (requires { record.revision; })
        return record.revision.version;
    else
        return 0;
}

template <class Record>
void note(Deeds& deeds, Record const& record, Action action)
{
    deeds.push_back({std::string{Facts<Record>::name}, record.id.value, version_of(record), action});
}

/// The newest of the records that belong to another one, which the library wrote beside it.
template <class Record>
Record newest(Work& work, std::string const& condition, std::string const& order)
{
    return work.find<Record>(parse_condition(condition), {.order = {{order, true}}, .limit = 1}).records.at(0);
}

CaseState newest_state(Work& work, Id<Case> id)
{
    return newest<CaseState>(work, "case_id = " + std::to_string(id.value), "seq");
}

void add_case(Work& work, Deeds& deeds, Case added)
{
    work.add(added);
    note(deeds, added, Action::added);
    note(deeds, newest_state(work, added.id), Action::added);
}

void note_registered(Deeds& deeds, Work& work, Registered const& registered)
{
    note(deeds, work.get(registered.party_id), Action::added);
    note(deeds, work.get(registered.subject_id), Action::added);
    if (registered.person_id)
        note(deeds, work.get(*registered.person_id), Action::added);
}

constexpr auto phases = std::to_array<std::string_view>({"inquiry", "qualified", "offer-sent", "negotiation", "order"});

}  // namespace

void prepare(Database& database, Log& log)
{
    std::vector<Id<Operator>> operators;
    for (auto const* code : {"anna", "jan", "ewa", "piotr"})
        operators.push_back(database.operator_id(code));
    std::string const key = "prepare";
    database.transact(operators.front(), [&](Work& work) {
        Deeds deeds;
        for (int n = 1; n <= 4; ++n) {
            auto const number = "HOT-" + std::to_string(n);
            auto const firm   = work.add_legal({.number = number, .name = "Dachy " + number});
            note_registered(deeds, work, firm);
            add_case(work, deeds, {.number = number, .title = "Dach hali " + number, .type_id = work.case_type("sale"),
                                   .keeper_id = operators.front(), .subject_id = firm.subject_id});
        }
        log.trying(key, deeds);
    }, "prepare", key);
    log.done(key);
}

Shared read_shared(Database& database)
{
    auto   view = database.view({});
    Shared shared{.phone = view.contact_kind("phone")};
    for (auto const* code : {"anna", "jan", "ewa", "piotr"})
        shared.operators.push_back(view.operator_id(code));
    for (int n = 1; n <= 4; ++n) {
        auto const number = parse_condition("number = 'HOT-" + std::to_string(n) + "'");
        shared.subjects.push_back(view.find<Subject>(number).records.at(0).id);
        shared.cases.push_back(view.find<Case>(number).records.at(0).id);
    }
    return shared;
}

void Desk::choose(Database& database, std::string text)
{
    chosen_.resize(1 + below(3));
    std::ranges::generate(chosen_, [&] { return static_cast<Job>(below(static_cast<std::size_t>(Job::count))); });
    text_ = std::move(text);
    form_ = database.view(who()).get(any(shared_.cases));
    before_work_ = random_;
}

Deeds Desk::work(Work& work)
{
    random_ = before_work_;
    own_    = kept_;
    Deeds deeds;
    add_note(work, deeds, text_);
    operation_ = work.history(own_.back()).front().operation_id;
    for (auto const job : chosen_)
        do_job(job, work, deeds);
    return deeds;
}

void Desk::keep()
{
    kept_ = own_;
}

void Desk::add_note(Work& work, Deeds& deeds, std::string const& body)
{
    Note added{.subject_id = any(shared_.subjects), .body = body};
    if (below(2) == 0)
        added.case_id = any(shared_.cases);
    work.add(added);
    note(deeds, added, Action::added);
    own_.push_back(added.id);
}

/// Runs a verb that changes one case, and notes what came of it: nothing, when the case was so already. Others may change
/// it until the verb has done so.
template <class Verb>
void Desk::change_case(Work& work, Deeds& deeds, Id<Case> id, Verb const& verb)
{
    auto const version = work.get(id).revision.version;
    auto const seq     = newest_state(work, id).seq;
    verb();
    auto const last = work.history(id).front();
    if (last.operation_id != operation_ || last.version == version)
        return;
    deeds.push_back({"case", id.value, last.version, Action::changed});
    auto const state = newest_state(work, id);
    if (state.operation_id == operation_.value && state.seq != seq)
        note(deeds, state, Action::added);
}

void Desk::do_job(Job job, Work& work, Deeds& deeds)
{
    switch (job) {
    case Job::add_note: return add_note(work, deeds, text_);
    case Job::add_contact: {
        Contact call{.kind_id = shared_.phone, .subject_id = any(shared_.subjects), .summary = text_};
        work.add(call);
        note(deeds, call, Action::added);
        note(deeds, newest<Participant>(work, "contact_id = " + std::to_string(call.id.value), "id"), Action::added);
        return;
    }
    case Job::add_task: {
        Task task{.title = text_, .responsible_id = any(shared_.operators), .case_id = any(shared_.cases)};
        work.add(task);
        return note(deeds, task, Action::added);
    }
    case Job::add_case:
        return add_case(work, deeds, {.title = text_, .type_id = work.case_type("sale"), .keeper_id = any(shared_.operators)});
    case Job::add_legal: return note_registered(deeds, work, work.add_legal({.name = text_}));
    case Job::add_natural: return note_registered(deeds, work, work.add_natural({.given_name = "Jan", .family_name = text_}));
    case Job::save_case: {
        auto  form = form_;
        auto& field = below(3) == 0 ? form.title : below(2) == 0 ? form.source : form.description;
        field       = text_;
        return change_case(work, deeds, form.id, [&] { work.save(form); });
    }
    case Job::enter_phase: {
        auto const id = any(shared_.cases);
        return change_case(work, deeds, id, [&] { work.enter_phase(id, phases[below(phases.size())]); });
    }
    case Job::hand_over: {
        auto const id = any(shared_.cases);
        return change_case(work, deeds, id, [&] { work.hand_over(id, any(shared_.operators)); });
    }
    case Job::save_own: {
        if (own_.empty())
            return add_note(work, deeds, text_);
        auto own  = work.get(any(own_));
        own.title = text_ + "/" + std::to_string(deeds.size());
        work.save(own);
        return note(deeds, own, Action::changed);
    }
    case Job::remove_own: {
        if (own_.empty())
            return;
        auto removed = work.get(own_.back());
        work.remove(removed.id);
        ++removed.revision.version;
        own_.pop_back();
        return note(deeds, removed, Action::removed);
    }
    case Job::fail_and_go_on: {
        struct Refused {};
        try {
            work.attempt([&] {
                Deeds undone;
                auto  own = own_;
                add_note(work, undone, "undone");
                own_ = own;
                work.hand_over(any(shared_.cases), any(shared_.operators));
                throw Refused{};
            });
        } catch (Refused const&) {
            // As it should be: nothing of it is noted.
        }
        return add_note(work, deeds, text_);
    }
    case Job::count: break;
    }
}

}  // namespace crm::faults
