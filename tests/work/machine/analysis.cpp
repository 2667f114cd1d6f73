#include "analysis.hpp"

namespace crm::test::machine {

namespace {

class Telling {
public:
    Telling(Books const& books, Paper const& paper, TimelineQuery const& query) : books_{books}, paper_{paper}, query_{query} {}

    Timeline tell()
    {
        for (auto const& [_, contact] : books_.all<Contact>())
            tell(contact);
        for (auto const& [number, note] : books_.all<Note>())
            if (!note.revision.archived_at && concerns(note.subject_id, note.person_id, cases_of(note)))
                add<Note>({.kind        = TimelineKind::note,
                           .at          = note.written_at,
                           .id          = number,
                           .operator_id = *note.author_id,
                           .case_id     = case_of(note),
                           .title       = note.title});
        for (auto const& [_, task] : books_.all<Task>())
            if (!task.revision.archived_at && concerns(task.subject_id, task.person_id, cases_of(task)))
                tell(task);
        for (auto const& [number, state] : books_.all<CaseState>())
            if (state.entered)
                tell(state);
        std::ranges::stable_sort(told_, std::ranges::greater{}, &Told::place);
        Timeline timeline;
        for (auto const& [place, entry] : told_)
            timeline.push_back(entry);
        return timeline;
    }

private:
    /// By its moment, by when its record was added, by its kind.
    using Place = std::tuple<Instant, std::int64_t, TimelineKind>;
    struct Told {
        Place         place;
        TimelineEntry entry;
    };

    template <class Record>
    static std::vector<Id<Case>> cases_of(Record const& record)
    {
        return record.case_id ? std::vector{*record.case_id} : std::vector<Id<Case>>{};
    }
    template <class Record>
    static std::int64_t case_of(Record const& record)
    {
        return record.case_id ? record.case_id->value : 0;
    }

    [[nodiscard]] bool concerns(std::optional<Id<Subject>> subject, std::optional<Id<Person>> person,
                                std::vector<Id<Case>> const& cases) const
    {
        return (!query_.subject_id || subject == query_.subject_id) && (!query_.person_id || person == query_.person_id) &&
               (!query_.case_id || std::ranges::count(cases, *query_.case_id) > 0);
    }

    template <class Record>
    void add(TimelineEntry const& entry)
    {
        if (query_.wants(entry.kind))
            told_.push_back({{entry.at, paper_.order.at({record_index<Record>, entry.id}), entry.kind}, entry});
    }

    void tell(Contact const& contact)
    {
        std::vector<Id<Case>> cases;
        for (auto const& [_, link] : books_.all<ContactCase>())
            if (link.contact_id == contact.id)
                cases.push_back(link.case_id);
        if (contact.revision.archived_at || !concerns(contact.subject_id, contact.person_id, cases))
            return;
        TimelineEntry entry{.kind   = TimelineKind::contact,
                            .at     = contact.at,
                            .id     = contact.id.value,
                            .title  = contact.summary,
                            .detail = std::string{kinds[static_cast<std::size_t>(contact.kind_id.value - 1)]}};
        for (auto const& [_, participant] : books_.all<Participant>())
            if (participant.contact_id == contact.id && !entry.operator_id)
                entry.operator_id = *participant.operator_id;
        add<Contact>(entry);
    }

    void tell(Task const& task)
    {
        TimelineEntry entry{.kind        = TimelineKind::task_created,
                            .at          = task.revision.created_at,
                            .id          = task.id.value,
                            .operator_id = task.responsible_id,
                            .case_id     = case_of(task),
                            .title       = task.title};
        add<Task>(entry);
        if (!task.done_at)
            return;
        entry.kind        = TimelineKind::task_done;
        entry.at          = *task.done_at;
        entry.operator_id = *task.done_by;
        add<Task>(entry);
    }

    void tell(CaseState const& state)
    {
        auto const c = books_.get(state.case_id);
        if (concerns(c.subject_id, c.person_id, {c.id}))
            add<CaseState>(
                {.kind        = TimelineKind::phase_change,
                 .at          = state.valid_at,
                 .id          = state.id.value,
                 .operator_id = *state.operator_id,
                 .case_id     = c.id.value,
                 .title       = std::string{known(state.phase_id)->code},
                 .detail      = state.previous_phase_id ? std::string{known(*state.previous_phase_id)->code} : std::string{}});
    }

    Books const&         books_;
    Paper const&         paper_;
    TimelineQuery const& query_;
    std::vector<Told>    told_{};
};

/// A share of an amount, rounded half away from zero to what the currency has coins for.
std::int64_t share(std::int64_t amount, std::int64_t per_cent, std::string_view currency)
{
    std::int64_t const coin  = currency == "JPY" ? 10'000 : 100;
    std::int64_t const exact = amount * per_cent, step = 100 * coin;
    return (exact + (exact < 0 ? -step : step) / 2) / step * coin;
}

/// What a case was at a moment, or is.
std::optional<CaseState> standing_of(Books const& books, Case const& c, std::optional<Instant> at)
{
    if (!at)
        return CaseState{.type_id     = c.type_id,
                         .phase_id    = c.phase_id,
                         .subject_id  = c.subject_id,
                         .keeper_id   = c.keeper_id,
                         .expected    = c.expected,
                         .probability = c.probability.value_or(known(c.phase_id)->probability),
                         .outcome     = c.outcome};
    std::optional<CaseState> last;
    for (auto const& [_, state] : books.all<CaseState>())
        if (state.case_id == c.id && state.valid_at <= *at && (!last || last->seq < state.seq))
            last = state;
    return last;
}

}  // namespace

Timeline timeline_of(Books const& books, Paper const& paper, TimelineQuery const& query)
{
    return Telling{books, paper, query}.tell();
}

std::string told_row(std::string_view phase, std::int64_t count, Money const& sum, Money const& weighted)
{
    return std::string{phase} + ": " + std::to_string(count) + ", " + told(sum) + ", weighted " + told(weighted);
}

Lines funnel_of(Books const& books, FunnelQuery const& query)
{
    auto const type = std::ranges::find(types, query.type);
    if (!query.type.empty() && type == types.end())
        throw NotFound{query.type};
    Id<CaseType> const wanted{query.type.empty() ? 0 : type - types.begin() + 1};

    struct Row {
        std::int64_t count = 0, sum = 0, weighted = 0;
    };
    std::map<std::pair<std::int64_t, std::string>, Row> rows;  // by phase and currency
    for (auto const& [_, c] : books.all<Case>()) {
        auto const then = c.revision.archived_at ? std::nullopt : standing_of(books, c, query.as_of);
        if (!then || (!then->subject_id && !query.with_internal) || (query.keeper_id && then->keeper_id != *query.keeper_id) ||
            (wanted && then->type_id != wanted))
            continue;
        auto const        money    = then->expected.value_or(Money{});
        auto const        per_cent = !then->outcome ? then->probability
                                     : *then->outcome == CaseOutcome::won || *then->outcome == CaseOutcome::done ? 100
                                                                                                                 : 0;
        std::string const currency{money.currency.code()};
        auto&             row = rows[{then->phase_id.value, currency}];
        ++row.count;
        row.sum += money.amount;
        row.weighted += share(money.amount, per_cent, currency);
    }
    for (std::size_t i = 0; i != phases.size(); ++i) {
        std::int64_t const number = static_cast<std::int64_t>(i) + 1;
        auto const         first  = rows.lower_bound({number, ""});
        if ((!wanted || phases[i].scheme == scheme_of(wanted)) && (first == rows.end() || first->first.first != number))
            rows[{number, "XXX"}] = {};
    }

    Lines lines;
    for (auto const& [place, row] : rows) {
        auto const& [phase, currency] = place;
        lines.push_back(
            told_row(known({phase})->code, row.count, {row.sum, Currency{currency}}, {row.weighted, Currency{currency}}));
    }
    return lines;
}

}  // namespace crm::test::machine
