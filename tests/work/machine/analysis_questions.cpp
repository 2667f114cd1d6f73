// Timelines and funnels.
#include "analysis.hpp"
#include "question.hpp"

namespace crm::test::machine {

namespace {

class AskTimeline : public Question {
public:
    explicit AskTimeline(Given const& given)
    {
        query_.limit = *rc::gen::inRange<std::size_t>(1, 6);
        switch (*rc::gen::inRange(0, 6)) {
        case 0: query_.person_id = any_id<Person>(given); break;
        case 1: query_.subject_id = any_id<Subject>(given); [[fallthrough]];
        case 2: query_.case_id = any_id<Case>(given); break;
        case 3: query_.case_id = any_id<Case>(given); [[fallthrough]];
        default: query_.subject_id = any_id<Subject>(given);
        }
        if (*rc::gen::inRange(0, 3) == 0)
            query_.kinds = {*rc::gen::element(TimelineKind::contact, TimelineKind::task_created, TimelineKind::phase_change),
                            TimelineKind::task_done};
    }

    void show(std::ostream& out) const override
    {
        out << place() << "the timeline of " << told(query_.subject_id) << ", " << told(query_.person_id) << ", "
            << told(query_.case_id) << ", " << query_.limit << " a page";
        for (auto kind : query_.kinds)
            out << ", " << enum_name(kind);
    }

private:
    static std::string line(TimelineEntry const& entry, std::int64_t number, std::int64_t its_case, Id<Operator> who)
    {
        return told(entry.at) + ' ' + told(entry.kind) + ' ' + std::to_string(number) + " of case " + std::to_string(its_case) +
               " by " + std::to_string(who.value) + ": " + told(entry.title) + ' ' + told(entry.detail);
    }
    /// Case states have no number on paper that a store would know.
    static std::int64_t number_in(Desk const& desk, TimelineEntry const& entry)
    {
        switch (entry.kind) {
        case TimelineKind::contact: return desk.names.number_of(record_index<Contact>, entry.id);
        case TimelineKind::note: return desk.names.number_of(record_index<Note>, entry.id);
        case TimelineKind::task_created:
        case TimelineKind::task_done: return desk.names.number_of(record_index<Task>, entry.id);
        default: return 0;
        }
    }
    void ask(Books const& books, Paper const& paper, Lines& lines) const override
    {
        for (auto const& entry : timeline_of(books, paper, query_))
            lines.push_back(
                line(entry, entry.kind == TimelineKind::phase_change ? 0 : entry.id, entry.case_id, entry.operator_id));
    }
    void ask(Reading& reading, Desk& desk, Answer& answer) const override
    {
        auto query       = query_;
        query.subject_id = desk.names.id_of(query_.subject_id);
        query.person_id  = desk.names.id_of(query_.person_id);
        query.case_id    = desk.names.id_of(query_.case_id);
        for (auto page = reading.timeline(query); !page.empty(); page = reading.timeline(query)) {
            for (auto const& entry : page)
                answer.told.push_back(line(entry, number_in(desk, entry), desk.names.number_of(record_index<Case>, entry.case_id),
                                           {desk.names.number_of(record_index<Operator>, entry.operator_id.value)}));
            if (page.size() > query.limit)
                answer.told.push_back("a page of " + std::to_string(page.size()));
            query.after = page.back().place();
        }
    }

    TimelineQuery query_{};
};

class AskFunnel : public Question {
public:
    explicit AskFunnel(Given const&)
    {
        if (*rc::gen::inRange(0, 3) != 0)
            query_.as_of = monday + std::chrono::minutes{5 * *rc::gen::inRange(-1, 9)};
        if (*rc::gen::inRange(0, 3) == 0)
            query_.keeper_id = any_operator();
        query_.type          = *rc::gen::weightedElement<std::string>({{4, ""}, {4, "sale"}, {3, "service"}, {1, "no-such"}});
        query_.with_internal = *rc::gen::arbitrary<bool>();
    }

    void show(std::ostream& out) const override
    {
        out << place() << "the funnel of " << told(query_.type) << " as of " << told(query_.as_of) << " of "
            << told(query_.keeper_id) << (query_.with_internal ? " with internal cases" : "");
    }

private:
    void ask(Books const& books, Paper const&, Lines& lines) const override { lines = funnel_of(books, query_); }
    void ask(Reading& reading, Desk& desk, Answer& answer) const override
    {
        auto query      = query_;
        query.keeper_id = desk.names.id_of(query_.keeper_id);
        for (auto const& row : reading.funnel(query))
            answer.told.push_back(told_row(row.phase, row.count, row.sum, row.weighted));
    }

    FunnelQuery query_{};
};

}  // namespace

rc::Gen<StepPtr> any_question_of_analysis(Given const& given)
{
    return rc::gen::weightedOneOf<StepPtr>({{4, any<AskTimeline>(given)}, {3, any<AskFunnel>(given)}});
}

}  // namespace crm::test::machine
