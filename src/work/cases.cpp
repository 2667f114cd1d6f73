// What people do with cases.
#include "saving.hpp"

#include <crm/rules/phase.hpp>

#include <algorithm>

namespace crm {

Phase Saving::first_phase(Id<Scheme> scheme, Stage stage)
{
    using Columns     = Where<Phase>;
    auto const phases = select<Phase>(all_of({Columns::equal("scheme_id", scheme.value),
                                              Columns::equal("stage", static_cast<std::int64_t>(stage)), Columns::is_null("archived_at")}),
                                      {{Columns::column("ordinal"), false}}, 1);
    if (!phases.empty())
        return phases.front();
    Violations broken;
    rules::check_stage(stage, 0, broken);
    throw ValidationError{std::move(broken)};
}

namespace {

std::vector<CaseState> newest_state(Saving& saving, Id<Case> id)
{
    using Columns = Where<CaseState>;
    return saving.select<CaseState>(Columns::equal("case_id", id.value), {{Columns::column("seq"), true}}, 1);
}

/// Changes a case by `step`, at a moment: by default now, but never before its last state, for clocks of two machines
/// differ.
template <class Step>
void change_case(Saving& saving, Id<Case> id, std::optional<Instant> at, Step step)
{
    auto const before = saving.get(id);
    auto       after  = before;
    saving.moment     = at.value_or(saving.now());
    if (auto const last = newest_state(saving, id); !at && !last.empty())
        saving.moment = std::max(saving.now(), last.front().valid_at);
    step(after);
    saving.change(before, after);
    saving.moment.reset();
}

Id<Scheme> scheme_of(Saving& saving, Case const& c)
{
    return saving.get(c.type_id).scheme_id;
}

/// The phase that the case was in before it was closed.
Id<Phase> last_open_phase(Saving& saving, Case const& c)
{
    using Columns     = Where<CaseState>;
    auto const states = saving.select<CaseState>(all_of({Columns::equal("case_id", c.id.value),
                                                         Columns::differs("stage", static_cast<std::int64_t>(Stage::closed))}),
                                                 {{Columns::column("seq"), true}}, 1);
    return states.empty() ? saving.first_phase(scheme_of(saving, c), Stage::active).id : states.front().phase_id;
}

std::vector<Case> open_cases_of(Saving& saving, Id<Operator> keeper)
{
    using Columns = Where<Case>;
    return saving.select<Case>(all_of({Columns::equal("keeper_id", keeper.value),
                                       Columns::differs("stage", static_cast<std::int64_t>(Stage::closed))}));
}

}  // namespace

void Work::enter_phase(Id<Case> id, Id<Phase> phase, std::optional<Instant> at)
{
    call([&] {
        Saving saving{*this};
        change_case(saving, id, at, [&](Case& c) { c.phase_id = phase; });
    });
}

void Work::enter_phase(Id<Case> id, std::string_view phase_code, std::optional<Instant> at)
{
    enter_phase(id, phase(get(id).type_id, phase_code), at);
}

void Work::close(Id<Case> id, CaseOutcome outcome, std::string reason, std::optional<Instant> at)
{
    call([&] {
        Saving saving{*this};
        change_case(saving, id, at, [&](Case& c) {
            c.phase_id  = saving.first_phase(scheme_of(saving, c), Stage::closed).id;
            c.outcome   = outcome;
            c.reason    = std::move(reason);
            c.closed_at = saving.moment;
        });
    });
}

void Work::reopen(Id<Case> id, std::string reason, std::string_view phase_code, std::optional<Instant> at)
{
    call([&] {
        Saving saving{*this};
        if (!saving.get(id).outcome)
            throw InvalidArgument{"The case " + std::to_string(id.value) + " is open: there is nothing to reopen."};
        change_case(saving, id, at, [&](Case& c) {
            c.phase_id = phase_code.empty() ? last_open_phase(saving, c) : phase(c.type_id, phase_code);
            c.outcome.reset();
            c.closed_at.reset();
            c.reason = std::move(reason);
        });
    });
}

void Work::hand_over(Id<Case> id, Id<Operator> keeper)
{
    call([&] {
        Saving saving{*this};
        change_case(saving, id, {}, [&](Case& c) { c.keeper_id = keeper; });
    });
}

std::size_t Work::hand_over_all(Id<Operator> from, Id<Operator> to)
{
    std::size_t handed_over = 0;
    call([&] {
        Saving saving{*this};
        for (auto cases = open_cases_of(saving, from); !cases.empty() && from != to; cases = open_cases_of(saving, from))
            for (auto const& c : cases) {
                change_case(saving, c.id, {}, [&](Case& changed) { changed.keeper_id = to; });
                ++handed_over;
            }
    });
    return handed_over;
}

void Work::remove_phase(Id<Phase> phase, std::optional<Id<Phase>> move_to)
{
    call([&] {
        Saving     saving{*this};
        auto const in_it = [&] { return saving.select<Case>(Where<Case>::equal("phase_id", phase.value)); };
        saving.replacing_phase = true;
        for (auto cases = in_it(); move_to && move_to != phase && !cases.empty(); cases = in_it())
            for (auto const& c : cases)
                change_case(saving, c.id, {}, [&](Case& changed) { changed.phase_id = *move_to; });

        // One that the past knows stays readable.
        if (saving.count<CaseState>(Where<CaseState>::equal("phase_id", phase.value)) == 0)
            return saving.remove(phase);
        auto const before = saving.get(phase);
        auto       after  = before;
        if (!after.revision.archived_at)
            after.revision.archived_at = saving.now();
        saving.change(before, after);
    });
}

}  // namespace crm
