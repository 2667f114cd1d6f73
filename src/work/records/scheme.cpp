// Phases, and what is made of them.
#include "work/saving_definitions.hpp"

#include <crm/rules/phase.hpp>

namespace crm {

namespace {

std::int64_t cases_in(Saving& saving, Id<Phase> phase)
{
    return saving.count<Case>(Where<Case>::equal("phase_id", phase.value));
}

/// Phases in use of a stage, but for one.
std::size_t phases_of(Saving& saving, Id<Scheme> scheme, Stage stage, Id<Phase> without = {})
{
    using Columns = Where<Phase>;
    return static_cast<std::size_t>(saving.count<Phase>(
        all_of({Columns::equal("scheme_id", scheme.value), Columns::equal("stage", static_cast<std::int64_t>(stage)),
                Columns::is_null("archived_at"), Columns::differs("id", without.value)})));
}

bool is_used(Saving& saving, Id<Scheme> scheme)
{
    return saving.count<CaseType>(Where<CaseType>::equal("scheme_id", scheme.value)) > 0;
}

/// A phase leaves its stage. The scheme guards that another one stays: whoever takes that one away counts it up too.
void check_leaving(Saving& saving, Phase const& phase, Violations& broken)
{
    saving.guard(phase.scheme_id);
    if (is_used(saving, phase.scheme_id))
        rules::check_stage(phase.stage, phases_of(saving, phase.scheme_id, phase.stage, phase.id), broken);
}

}  // namespace

template <>
struct Hooks<Phase> : PlainHooks<Phase> {
    static void check(Phase const* before, Phase const& after, Saving& saving, Violations& broken)
    {
        if (!before)
            return;
        saving.guard(after.id);  // whoever moves a case into it counts it up too
        auto const cases    = cases_in(saving, after.id);
        bool const put_away = !before->revision.archived_at && after.revision.archived_at;
        rules::check_change(*before, after, cases, broken);
        if (put_away)
            rules::check_unused(cases, broken);
        if (put_away || before->stage != after.stage)
            check_leaving(saving, *before, broken);
    }

    static void check_removal(Phase const& removed, Saving& saving, Violations& broken)
    {
        saving.guard(removed.id);
        rules::check_unused(cases_in(saving, removed.id), broken);
        if (!removed.revision.archived_at)
            check_leaving(saving, removed, broken);
    }
};

template <>
struct Hooks<CaseType> : PlainHooks<CaseType> {
    static void check(CaseType const* before, CaseType const& after, Saving& saving, Violations& broken)
    {
        if (before && before->scheme_id == after.scheme_id)
            return;
        if (before && saving.count<Case>(Where<Case>::equal("type_id", after.id.value)) > 0)
            rules::add(broken, "case_type.scheme.used", "scheme_id", "Make a new type for the other scheme: cases are of this one.");
        if (!saving.find(after.scheme_id))
            return;
        saving.guard(after.scheme_id);
        for (auto stage : {Stage::potential, Stage::active, Stage::closed})
            rules::check_stage(stage, phases_of(saving, after.scheme_id, stage), broken);
    }
};

CRM_INSTANTIATE_SAVING(Scheme)
CRM_INSTANTIATE_SAVING(Phase)
CRM_INSTANTIATE_SAVING(CaseType)

}  // namespace crm
