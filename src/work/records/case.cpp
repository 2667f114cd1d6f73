#include "work/saving_definitions.hpp"

#include <crm/rules/case.hpp>
#include <crm/rules/operator.hpp>

namespace crm {

namespace {

/// The newest state of a case.
std::optional<CaseState> last_state(Saving& saving, Id<Case> id)
{
    using Columns     = Where<CaseState>;
    auto const states = saving.select<CaseState>(Columns::equal("case_id", id.value), {{Columns::column("seq"), true}}, 1);
    return states.empty() ? std::nullopt : std::optional{states.front()};
}

/// Whether the funnel reads what differs between the two.
bool shows(Case const& before, Case const& after)
{
    auto const read = [](Case const& c) {
        return std::tie(c.type_id, c.phase_id, c.subject_id, c.keeper_id, c.expected, c.probability, c.outcome);
    };
    return read(before) != read(after);
}

/// From when on a changed case is so. Where nobody said, it is now, but never before the last state: clocks of two
/// machines differ.
Instant moment_of(Case const* before, Case const& after, std::optional<CaseState> const& last, Saving& saving)
{
    if (saving.moment)
        return *saving.moment;
    if (!before)
        return after.closed_at.value_or(after.opened_at);
    if (!before->closed_at && after.closed_at)
        return *after.closed_at;
    return last ? std::max(saving.now(), last->valid_at) : saving.now();
}

/// How many trade documents of a case a type does not admit. The admissions guard that they stay.
std::int64_t documents_beside(Saving& saving, Id<Case> id, Id<CaseType> type)
{
    using Columns = Where<AdmittedKind>;
    std::vector<store::Filter> others{Where<TradeDocument>::equal("case_id", id.value)};
    for (auto const& admitted : saving.select<AdmittedKind>(all_of({Columns::equal("type_id", type.value), Columns::is_null("archived_at")}))) {
        saving.guard(admitted.id);
        others.push_back(Where<TradeDocument>::differs("kind_id", admitted.kind_id.value));
    }
    return saving.count<TradeDocument>(all_of(std::move(others)));
}

}  // namespace

template <>
struct Hooks<Case> : PlainHooks<Case> {
    static void prepare(Case const* before, Case& after, Saving& saving)
    {
        if (!before && after.opened_at == Instant{})
            after.opened_at = saving.now();
        if (!before && !after.keeper_id)
            after.keeper_id = saving.who();
        if (!after.phase_id)
            if (auto const type = saving.find(after.type_id))
                after.phase_id = saving.first_phase(type->scheme_id, Stage::potential).id;
        if (auto const phase = saving.find(after.phase_id))
            after.stage = phase->stage;
    }

    static void check(Case const* before, Case const& after, Saving& saving, Violations& broken)
    {
        bool const moved = !before || before->phase_id != after.phase_id || before->type_id != after.type_id;
        if (moved)
            saving.guard(after.phase_id);  // whoever puts it away counts it up too
        auto const type  = saving.find(after.type_id);
        auto const phase = saving.find(after.phase_id);
        if (type && phase && moved)
            rules::check_phase(*type, *phase, true, broken);
        if (before && before->type_id != after.type_id)
            rules::check_documents(documents_beside(saving, after.id, after.type_id), broken);
        if (!before || before->subject_id != after.subject_id || before->person_id != after.person_id)
            rules::check_membership("case.person.of_subject", after.subject_id, saving.find(after.person_id), broken);
        if (!before || before->keeper_id != after.keeper_id) {
            saving.guard(after.keeper_id);  // whoever lets him go counts it up too
            rules::check_active("case.keeper.active", "keeper_id", saving.find(std::optional{after.keeper_id}), broken);
        }
        bool const replaced = saving.replacing_phase && before && before->stage == after.stage;
        if (before && !replaced)
            rules::check_change(*before, after, broken);
        rules::check_cycle(leads_back_guarded(before, after, &Case::parent_id, saving), "case", "parent", broken);
        if (before && shows(*before, after))
            if (auto const last = last_state(saving, after.id))
                rules::check_moment(moment_of(before, after, last, saving), last->valid_at, broken);
    }

    /// Every change of what the funnel reads is a state of its own, in the same transaction.
    static void follow(Case const* before, Case const& after, Saving& saving)
    {
        if (before && !shows(*before, after))
            return;
        auto const last    = before ? last_state(saving, after.id) : std::nullopt;
        bool const entered = !last || last->phase_id != after.phase_id;
        auto const phase   = saving.get(after.phase_id);
        saving.append(CaseState{.case_id           = after.id,
                                .seq               = last ? last->seq + 1 : 1,
                                .valid_at          = moment_of(before, after, last, saving),
                                .recorded_at       = saving.now(),
                                .operation_id      = saving.operation(),
                                .operator_id       = saving.who() ? std::optional{saving.who()} : std::nullopt,
                                .type_id           = after.type_id,
                                .phase_id          = after.phase_id,
                                .stage             = after.stage,
                                .previous_phase_id = last && entered ? std::optional{last->phase_id} : std::nullopt,
                                .entered           = entered,
                                .subject_id        = after.subject_id,
                                .keeper_id         = after.keeper_id,
                                .expected          = after.expected,
                                .probability       = after.probability.value_or(phase.probability),
                                .outcome           = after.outcome});
    }
};

CRM_INSTANTIATE_SAVING(Case)
template std::optional<CaseState> Saving::find(Id<CaseState>);
template std::vector<CaseState>   Saving::select<CaseState>(store::Filter, std::vector<store::SortKey>, std::size_t);

}  // namespace crm
