#include "funnel.hpp"

#include "records_in.hpp"

#include "analysis/funnel_sums.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace crm::store {

namespace {

/// What the funnel reads of a case, now or at some moment.
struct Standing {
    Id<CaseType>               type_id{};
    Id<Phase>                  phase_id{};
    Id<Operator>               keeper_id{};
    std::optional<Id<Subject>> subject_id{};
    std::optional<Money>       expected{};
    int                        probability = 0;
    std::optional<CaseOutcome> outcome{};
};

Standing standing_of(Case const& now, MemoryTables const& tables)
{
    return {.type_id     = now.type_id,
            .phase_id    = now.phase_id,
            .keeper_id   = now.keeper_id,
            .subject_id  = now.subject_id,
            .expected    = now.expected,
            .probability = now.probability ? *now.probability : record_of(tables, now.phase_id).probability,
            .outcome     = now.outcome};
}

Standing standing_of(CaseState const& then)
{
    return {.type_id     = then.type_id,
            .phase_id    = then.phase_id,
            .keeper_id   = then.keeper_id,
            .subject_id  = then.subject_id,
            .expected    = then.expected,
            .probability = then.probability,
            .outcome     = then.outcome};
}

std::vector<Standing> standings_now(MemoryTables const& tables)
{
    std::vector<Standing> standings;
    for (auto const& now : records_in_use<Case>(tables))
        standings.push_back(standing_of(now, tables));
    return standings;
}

/// Of the cases that are in use now; those that had no state yet are left out.
std::vector<Standing> standings_at(MemoryTables const& tables, Instant moment)
{
    std::map<std::int64_t, CaseState> last;
    auto const                        place = [](CaseState const& state) { return std::tuple{state.valid_at, state.seq}; };
    for (auto const& state : records_in<CaseState>(tables)) {
        if (state.valid_at > moment || record_of(tables, state.case_id).revision.archived_at)
            continue;
        auto const [known, is_first] = last.emplace(state.case_id.value, state);
        if (!is_first && place(known->second) < place(state))
            known->second = state;
    }

    std::vector<Standing> standings;
    standings.reserve(last.size());
    for (auto const& [id, state] : last)
        standings.push_back(standing_of(state));
    return standings;
}

/// Every type, or the one that is asked for.
std::vector<CaseType> types_for(MemoryTables const& tables, std::string const& code)
{
    auto types = records_in<CaseType>(tables);
    if (code.empty())
        return types;
    std::erase_if(types, [&](CaseType const& type) { return type.code != code; });
    if (types.empty())
        throw NotFound{"No case type has the code " + code + "."};
    return types;
}

class Counting {
public:
    Counting(MemoryTables const& tables, FunnelQuery const& query)
        : tables_{tables}, query_{query}, types_{types_for(tables, query.type)}
    {
    }

    Funnel count()
    {
        for (auto const& standing : query_.as_of ? standings_at(tables_, *query_.as_of) : standings_now(tables_))
            if (is_counted(standing))
                add(standing);
        for (auto const& phase : records_in_use<Phase>(tables_))
            if (!phases_with_cases_.contains(phase.id.value) && is_shown(phase))
                row(phase, Currency{});

        Funnel funnel;
        for (auto& [place, counted] : rows_) {
            counted.sums.write(Currency{std::get<4>(place)}, counted.row);
            funnel.push_back(std::move(counted.row));
        }
        return funnel;
    }

private:
    using Place = std::tuple<std::string, Stage, int, std::int64_t, std::string>;  ///< scheme, stage, ordinal, phase, currency

    struct Counted {
        FunnelRow  row;
        FunnelSums sums{};
    };

    [[nodiscard]] bool is_counted(Standing const& standing) const
    {
        return (standing.subject_id || query_.with_internal) &&
               (!query_.keeper_id || standing.keeper_id == *query_.keeper_id) &&
               std::ranges::find(types_, standing.type_id, &CaseType::id) != types_.end();
    }

    [[nodiscard]] bool is_shown(Phase const& phase) const
    {
        return query_.type.empty() || std::ranges::find(types_, phase.scheme_id, &CaseType::scheme_id) != types_.end();
    }

    void add(Standing const& standing)
    {
        auto const money = standing.expected.value_or(Money{});
        auto const share = weighted(money, standing.probability, standing.outcome);
        phases_with_cases_.insert(standing.phase_id.value);
        row(record_of(tables_, standing.phase_id), money.currency).sums += {.count = 1, .sum = money.amount, .weighted = share.amount};
    }

    Counted& row(Phase const& phase, Currency currency)
    {
        Place     place{record_of(tables_, phase.scheme_id).code, phase.stage, phase.ordinal, phase.id.value, std::string{currency.code()}};
        FunnelRow row{.phase = phase.code, .name = phase.name, .stage = phase.stage, .ordinal = phase.ordinal, .phase_id = phase.id};
        return rows_.try_emplace(std::move(place), Counted{std::move(row)}).first->second;
    }

    MemoryTables const&         tables_;
    FunnelQuery const&          query_;
    std::vector<CaseType> const types_;
    std::map<Place, Counted>    rows_;
    std::set<std::int64_t>      phases_with_cases_;
};

}  // namespace

Funnel funnel_of(MemoryTables const& tables, FunnelQuery const& query)
{
    return Counting{tables, query}.count();
}

}  // namespace crm::store
