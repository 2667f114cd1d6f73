// Cases on paper: their rules, their states, and what is merged.
#include "checking.hpp"
#include "pen.hpp"

namespace crm::test::machine {

namespace {

/// From when on the case is so: as told, else now, but never before its last state.
Instant moment_of(Case const* before, Case const& after, CaseState const* last, std::optional<Instant> told, Instant now)
{
    if (told)
        return *told;
    return before ? std::max(now, last->valid_at) : after.opened_at;
}

/// What the funnel reads.
bool shows(Case const& a, Case const& b)
{
    return a.type_id != b.type_id || a.phase_id != b.phase_id || a.subject_id != b.subject_id || a.keeper_id != b.keeper_id ||
           a.expected != b.expected || a.probability != b.probability || a.outcome != b.outcome;
}

}  // namespace

CaseState const* Pen::last_state(Id<Case> id) const
{
    CaseState const* last = nullptr;
    for (auto const& [_, state] : books_.all<CaseState>())
        if (state.case_id == id && (!last || last->seq < state.seq))
            last = &state;
    return last;
}

bool Pen::leads_back(Case const& c) const
{
    auto above = c.parent_id;
    while (above && *above != c.id) {
        auto const* next = books_.look_up(above);
        above            = next ? next->parent_id : std::nullopt;
    }
    return above.has_value();
}

void Pen::check(Case const* before, Case const& after, std::optional<Instant> moment) const
{
    Violations  broken;
    bool const  closed = after.stage == Stage::closed;
    auto const* phase  = known(after.phase_id);
    if (after.title.empty())
        add_to(broken, "case.title.required", "title");
    if (after.probability && (*after.probability < 0 || *after.probability > 100))
        add_to(broken, "case.probability.range", "probability");
    if (after.closed_at.has_value() != after.outcome.has_value() || after.outcome.has_value() != closed)
        add_to(broken, "case.closed.outcome", "outcome");
    if (after.closed_at && *after.closed_at < after.opened_at)
        add_to(broken, "case.closed.order", "closed_at");
    if (after.outcome == CaseOutcome::lost && after.reason.empty())
        add_to(broken, "case.lost.reason", "reason");
    check_named(books_, after, broken);
    if ((!before || before->phase_id != after.phase_id) && phase && phase->scheme != scheme_of(after.type_id))
        add_to(broken, "case.phase.of_type", "phase_id");
    if (!before || before->subject_id != after.subject_id || before->person_id != after.person_id)
        check_person("case", after.subject_id, after.person_id, broken);
    if (after.parent_id && after.parent_id == after.id)
        add_to(broken, "case.parent.other", "parent_id");
    else if (before && before->parent_id != after.parent_id && leads_back(after))
        add_to(broken, "case.parent.cycle", "parent_id");
    if (before && before->stage == Stage::closed && !closed && (after.reason.empty() || after.reason == before->reason))
        add_to(broken, "case.reopened.reason", "reason");
    if (before && before->stage == Stage::closed && closed) {
        if (before->expected != after.expected || before->probability != after.probability)
            add_to(broken, "case.closed.money", "expected");
        if (before->phase_id != after.phase_id || before->outcome != after.outcome || before->closed_at != after.closed_at)
            add_to(broken, "case.closed.phase", "phase_id");
    }
    if (auto const* last = last_state(after.id);
        before && shows(*before, after) && last && moment_of(before, after, last, moment, paper_.now) < last->valid_at)
        add_to(broken, "case.moment.order", "phase_id");
    refuse_if(std::move(broken));
}

void Pen::add_state(Case const* before, Case const& after, std::optional<Instant> moment)
{
    auto const* last    = last_state(after.id);
    bool const  entered = !last || last->phase_id != after.phase_id;
    enter(CaseState{.case_id           = after.id,
                    .seq               = last ? last->seq + 1 : 1,
                    .valid_at          = moment_of(before, after, last, moment, paper_.now),
                    .recorded_at       = paper_.now,
                    .operator_id       = paper_.who,
                    .type_id           = after.type_id,
                    .phase_id          = after.phase_id,
                    .stage             = after.stage,
                    .previous_phase_id = last && entered ? std::optional{last->phase_id} : std::nullopt,
                    .entered           = entered,
                    .subject_id        = after.subject_id,
                    .keeper_id         = after.keeper_id,
                    .expected          = after.expected,
                    .probability       = after.probability.value_or(known(after.phase_id)->probability),
                    .outcome           = after.outcome});
}

void Pen::add(Case c)
{
    if (c.opened_at == Instant{})
        c.opened_at = paper_.now;
    if (!c.keeper_id)
        c.keeper_id = paper_.who;
    if (!c.phase_id)
        c.phase_id = first_phase(scheme_of(c.type_id), Stage::potential);
    if (auto const* phase = known(c.phase_id))
        c.stage = phase->stage;
    check(nullptr, c, {});
    c.id = enter(c);
    add_state(nullptr, c, {});
}

void Pen::change(Case const& before, Case after, std::optional<Instant> moment)
{
    if (auto const* phase = known(after.phase_id))
        after.stage = phase->stage;
    check(&before, after, moment);
    put(before, after);
    if (shows(before, after))
        add_state(&before, after, moment);
}

void Pen::change_at(Id<Case> id, std::optional<Instant> at, std::function<void(Case&, Instant)> const& step)
{
    auto const before = books_.get(id);
    auto       after  = before;
    auto const moment = at ? *at : std::max(paper_.now, last_state(id)->valid_at);
    step(after, moment);
    change(before, after, moment);
}

void Pen::enter_phase(Id<Case> id, Id<Phase> phase, std::optional<Instant> at)
{
    change_at(id, at, [&](Case& c, Instant) { c.phase_id = phase; });
}

void Pen::close(Id<Case> id, CaseOutcome outcome, std::string const& reason, std::optional<Instant> at)
{
    change_at(id, at, [&](Case& c, Instant moment) {
        c.phase_id  = first_phase(scheme_of(c.type_id), Stage::closed);
        c.outcome   = outcome;
        c.reason    = reason;
        c.closed_at = moment;
    });
}

void Pen::reopen(Id<Case> id, std::string const& reason, std::optional<Instant> at)
{
    if (!books_.get(id).outcome)
        throw InvalidArgument{"open"};
    std::int64_t seq = 0;
    Id<Phase>    phase;
    for (auto const& [_, state] : books_.all<CaseState>())
        if (state.case_id == id && state.stage != Stage::closed && state.seq > seq) {
            seq   = state.seq;
            phase = state.phase_id;
        }
    change_at(id, at, [&](Case& c, Instant) {
        c.phase_id = phase;
        c.outcome.reset();
        c.closed_at.reset();
        c.reason = reason;
    });
}

void Pen::hand_over(Id<Case> id, Id<Operator> keeper)
{
    change_at(id, {}, [&](Case& c, Instant) { c.keeper_id = keeper; });
}

std::int64_t Pen::hand_over_all(Id<Operator> from, Id<Operator> to)
{
    std::int64_t handed_over = 0;
    for (auto const& [number, c] : Sheet<Case>{books_.all<Case>()})
        if (from != to && c.keeper_id == from && c.stage != Stage::closed) {
            hand_over({number}, to);
            ++handed_over;
        }
    return handed_over;
}

void Pen::save(Case yours)
{
    auto const theirs = books_.get(yours.id);
    if (yours.revision.version > theirs.revision.version)
        throw InvalidArgument{"a version that never was"};
    auto const original = std::get<Past<Case>>(books_.past).at({yours.id.value, yours.revision.version});

    // Fields of a group are merged, or in conflict, together.
    std::map<std::string, std::array<bool, 3>> differs;  // yours from the original, theirs from it, yours from theirs
    auto const group_of = [](FieldFacts const& facts) { return std::string{facts.group.empty() ? facts.name : facts.group}; };
    for_each_field<Case>([&](auto member, FieldFacts const& facts) {
        if constexpr (!std::is_same_v<decltype(field_type(member)), Revision>) {
            auto& [ours, other, apart] = differs[group_of(facts)];
            ours |= !facts.library && yours.*member != original.*member;
            other |= !facts.library && theirs.*member != original.*member;
            apart |= !facts.library && yours.*member != theirs.*member;
        }
    });
    for (auto const& [group, differ] : differs)
        if (std::ranges::count(differ, true) == 3)
            throw Conflict{group};
    auto merged = theirs;
    for_each_field<Case>([&](auto member, FieldFacts const& facts) {
        if constexpr (!std::is_same_v<decltype(field_type(member)), Revision>)
            if (differs[group_of(facts)][0] && !facts.library)
                merged.*member = yours.*member;
    });
    change(theirs, merged, {});
}

}  // namespace crm::test::machine
