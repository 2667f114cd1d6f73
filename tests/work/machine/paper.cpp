#include "paper.hpp"

namespace crm::test::machine {

bool Books::in_base(std::string const& code, Id<Subject> subject) const
{
    for (auto const& [number, base] : all<Base>()) {
        if (base.code != code)
            continue;
        for (auto const& [_, member] : all<BaseMember>())
            if (member.base_id.value == number && member.subject_id == subject)
                return !member.is_excluded;
        auto const s = get(subject);
        return (base.criterion == "status = active" && s.status == SubjectStatus::active) ||
               (base.criterion == "kind = legal" && s.kind == SubjectKind::legal);
    }
    return false;
}

Id<Phase> first_phase(std::int64_t scheme, Stage stage)
{
    auto const found = std::ranges::find_if(phases, [&](KnownPhase const& p) { return p.scheme == scheme && p.stage == stage; });
    return {found - phases.begin() + 1};
}

void Paper::begin(Id<Operator> by)
{
    who     = by;
    working = committed;
    working->pieces.push_back({.who = by, .began = now});
}

void Paper::commit()
{
    if (working->pieces.back().changes.empty())
        working->pieces.pop_back();
    committed = *std::exchange(working, std::nullopt);
}

void Paper::change(std::function<void()> const& step)
{
    if (!working) {
        begin(anna);
        try {
            step();
        } catch (...) {
            roll_back();
            throw;
        }
        return commit();
    }
    auto before = working;
    try {
        step();
    } catch (...) {
        working = std::move(before);
        throw;
    }
}

}  // namespace crm::test::machine
