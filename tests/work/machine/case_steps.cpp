// Cases from the first inquiry to the end, and what two people change in one at a time.
#include "step.hpp"

namespace crm::test::machine {

namespace {

/// Seldom one that is told.
std::optional<Instant> any_told_moment() { return *rc::gen::inRange(0, 4) == 0 ? std::optional{any_moment()} : std::nullopt; }

Id<Phase> any_phase()
{
    return {*rc::gen::weightedOneOf<std::int64_t>({{8, rc::gen::inRange<std::int64_t>(1, 7)},
                                                   {4, rc::gen::inRange<std::int64_t>(7, 10)},
                                                   {1, rc::gen::just<std::int64_t>(99)}})};
}

std::optional<int> any_probability()
{
    return *rc::gen::weightedElement<std::optional<int>>({{8, std::nullopt}, {3, 0}, {8, 33}, {3, 100}, {1, 101}});
}

std::optional<Date> any_day()
{
    auto const day = *rc::gen::inRange(0, 4);
    return day == 0 ? std::nullopt : std::optional{Date{std::chrono::year{2026} / 12 / static_cast<unsigned>(day)}};
}

Case as_stored(Reading& reading, Desk const& desk, Id<Case> id)
{
    return desk.names.for_paper(reading.get(desk.names.id_of(id)));
}

class AddCase : public Step {
public:
    explicit AddCase(Given const& given)
        : case_{
              .title = any_title(), .type_id = {*rc::gen::element<std::int64_t>(1, 1, 2)}, .subject_id = maybe_id<Subject>(given)}
    {
        if (*rc::gen::inRange(0, 8) == 0)
            case_.person_id = any_id<Person>(given);
        if (*rc::gen::inRange(0, 4) == 0)
            case_.parent_id = any_id<Case>(given);
        if (*rc::gen::inRange(0, 4) == 0)
            case_.phase_id = any_phase();
        if (*rc::gen::arbitrary<bool>())
            case_.keeper_id = jan;
        if (auto const opened = any_told_moment())
            case_.opened_at = *opened;
        case_.expected          = any_money();
        case_.probability       = any_probability();
        case_.expected_close_on = any_day();
    }

    void show(std::ostream& out) const override { out << "add the " << told(case_); }

private:
    void on(Paper& paper, Lines& lines) const override
    {
        paper.change([&] {
            Pen{paper}.add(case_);
            lines.push_back(told(paper.working->get(Id<Case>{paper.given.count_of<Case>()})));
        });
    }
    void at(Desk& desk, Answer& answer) const override
    {
        desk.change([&](Work& work) {
            auto const id = work.add(desk.names.for_store(case_));
            desk.names.learn(id);
            answer.told.push_back(told(desk.names.for_paper(work.get(id))));
        });
    }

    Case case_;
};

/// A verb on one case, after which the case is told.
class CaseVerb : public Step {
public:
    explicit CaseVerb(Given const& given) : id_{any_id<Case>(given)} {}

protected:
    virtual void with(Pen& pen) const             = 0;
    virtual void in(Work& work, Desk& desk) const = 0;

    Id<Case> id_;

private:
    void on(Paper& paper, Lines& lines) const override
    {
        paper.change([&] {
            Pen pen{paper};
            with(pen);
            lines.push_back(told(paper.working->get(id_)));
        });
    }
    void at(Desk& desk, Answer& answer) const override
    {
        desk.change([&](Work& work) {
            in(work, desk);
            answer.told.push_back(told(as_stored(work, desk, id_)));
        });
    }
};

class EnterPhase : public CaseVerb {
public:
    explicit EnterPhase(Given const& given) : CaseVerb{given}, moment_{any_told_moment()} {}

    void show(std::ostream& out) const override { out << told(id_) << " enters " << told(phase_) << " at " << told(moment_); }

private:
    void with(Pen& pen) const override { pen.enter_phase(id_, phase_, moment_); }
    void in(Work& work, Desk& desk) const override { work.enter_phase(desk.names.id_of(id_), desk.names.id_of(phase_), moment_); }

    Id<Phase>              phase_ = any_phase();
    std::optional<Instant> moment_;
};

class Close : public CaseVerb {
public:
    explicit Close(Given const& given) : CaseVerb{given}, moment_{any_told_moment()} {}

    void show(std::ostream& out) const override
    {
        out << "close " << told(id_) << " as " << enum_name(outcome_) << " because of " << told(reason_) << " at "
            << told(moment_);
    }

private:
    void with(Pen& pen) const override { pen.close(id_, outcome_, reason_, moment_); }
    void in(Work& work, Desk& desk) const override { work.close(desk.names.id_of(id_), outcome_, reason_, moment_); }

    CaseOutcome outcome_ = *rc::gen::element(CaseOutcome::won, CaseOutcome::lost, CaseOutcome::done, CaseOutcome::abandoned);
    std::string reason_  = any_title();
    std::optional<Instant> moment_;
};

class Reopen : public CaseVerb {
public:
    explicit Reopen(Given const& given) : CaseVerb{given}, moment_{any_told_moment()} {}

    void show(std::ostream& out) const override
    {
        out << "reopen " << told(id_) << " because of " << told(reason_) << " at " << told(moment_);
    }

private:
    void with(Pen& pen) const override { pen.reopen(id_, reason_, moment_); }
    void in(Work& work, Desk& desk) const override { work.reopen(desk.names.id_of(id_), reason_, {}, moment_); }

    std::string            reason_ = any_title();
    std::optional<Instant> moment_;
};

class HandOver : public CaseVerb {
public:
    explicit HandOver(Given const& given) : CaseVerb{given} {}

    void show(std::ostream& out) const override { out << "hand " << told(id_) << " over to " << told(keeper_); }

private:
    void with(Pen& pen) const override { pen.hand_over(id_, keeper_); }
    void in(Work& work, Desk& desk) const override { work.hand_over(desk.names.id_of(id_), desk.names.id_of(keeper_)); }

    Id<Operator> keeper_ = any_operator();
};

class HandOverAll : public Step {
public:
    explicit HandOverAll(Given const&) {}

    void show(std::ostream& out) const override { out << "hand all cases of " << told(from_) << " over to " << told(to_); }

private:
    void on(Paper& paper, Lines& lines) const override
    {
        paper.change([&] { lines.push_back(std::to_string(Pen{paper}.hand_over_all(from_, to_))); });
    }
    void at(Desk& desk, Answer& answer) const override
    {
        desk.change([&](Work& work) {
            answer.told.push_back(std::to_string(work.hand_over_all(desk.names.id_of(from_), desk.names.id_of(to_))));
        });
    }

    Id<Operator> from_ = any_operator(), to_ = any_operator();
};

/// Puts a case into the drawer as it is, from where it is changed later.
class ReadCase : public Step {
public:
    explicit ReadCase(Given const& given) : id_{any_id<Case>(given)} {}

    void show(std::ostream& out) const override { out << "read " << told(id_) << " to change it later"; }

private:
    void on(Paper& paper, Lines& lines) const override { lines.push_back(told(paper.drawer[id_.value] = paper.seen().get(id_))); }
    void at(Desk& desk, Answer& answer) const override
    {
        desk.read([&](Reading& reading) { desk.drawer[id_.value] = reading.get(desk.names.id_of(id_)); });
        answer.told.push_back(told(desk.names.for_paper(desk.drawer[id_.value])));
    }

    Id<Case> id_;
};

/// Changes a case as it was when it was read, whatever others did to it since.
class SaveCase : public Step {
public:
    explicit SaveCase(Given const& given) : id_{any_id<Case>(given)}
    {
        wanted_.title             = any_title();
        wanted_.expected          = any_money();
        wanted_.probability       = any_probability();
        wanted_.expected_close_on = any_day();
        wanted_.keeper_id         = any_operator();
        wanted_.subject_id        = maybe_id<Subject>(given);
        wanted_.parent_id         = maybe_id<Case>(given);
        wanted_.phase_id          = any_phase();
        wanted_.reason            = any_title();
    }

    void show(std::ostream& out) const override
    {
        Case given{};
        change(given, wanted_);
        out << "change";
        for (auto field : fields_)
            out << ' ' << field;
        out << " of " << told(id_) << ", as it was read, to those of the " << told(given);
    }

private:
    static constexpr std::string_view changeable[] = {
        "title", "expected", "probability", "expected_close_on", "keeper_id", "subject_id", "parent_id", "phase_id", "reason"};

    void change(Case& c, Case const& wanted) const
    {
        for_each_field<Case>([&](auto member, FieldFacts const& facts) {
            if (fields_.contains(facts.name))
                c.*member = wanted.*member;
        });
    }
    void on(Paper& paper, Lines& lines) const override
    {
        paper.change([&] {
            auto const read  = paper.drawer.contains(id_.value) ? paper.drawer.at(id_.value) : paper.seen().get(id_);
            auto       yours = read;
            change(yours, wanted_);
            Pen{paper}.save(yours);
            lines.push_back(told(paper.drawer[id_.value] = paper.working->get(id_)));
        });
    }
    void at(Desk& desk, Answer& answer) const override
    {
        desk.change([&](Work& work) {
            auto yours = desk.drawer.contains(id_.value) ? desk.drawer.at(id_.value) : work.get(desk.names.id_of(id_));
            change(yours, desk.names.for_store(wanted_));
            work.save(yours);
            desk.drawer[id_.value] = yours;
            answer.told.push_back(told(desk.names.for_paper(yours)));
        });
    }

    Id<Case>                   id_;
    std::set<std::string_view> fields_ = [] {
        std::set<std::string_view> fields;
        for (int i = *rc::gen::inRange(1, 4); i > 0; --i)
            fields.insert(*rc::gen::elementOf(std::vector(std::begin(changeable), std::end(changeable))));
        return fields;
    }();
    Case wanted_{};
};

}  // namespace

rc::Gen<StepPtr> any_step_of_cases(Given const& given)
{
    return rc::gen::weightedOneOf<StepPtr>({{14, any<AddCase>(given)},
                                            {4, any<EnterPhase>(given)},
                                            {3, any<Close>(given)},
                                            {2, any<Reopen>(given)},
                                            {2, any<HandOver>(given)},
                                            {1, any<HandOverAll>(given)},
                                            {3, any<ReadCase>(given)},
                                            {9, any<SaveCase>(given)}});
}

}  // namespace crm::test::machine
