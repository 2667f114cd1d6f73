// When works begin and end, what is tried in them, and how time goes by.
#include "step.hpp"

namespace crm::test::machine {

namespace {

class TurnClock : public Step {
public:
    explicit TurnClock(Given const&) {}

    void show(std::ostream& out) const override { out << "the clock goes on by " << minutes_ << " minutes"; }

private:
    void on(Paper& paper, Lines&) const override { paper.now += std::chrono::minutes{minutes_}; }
    void at(Desk& desk, Answer&) const override { desk.turn_clock_to(desk.now() + std::chrono::minutes{minutes_}); }

    int minutes_ = *rc::gen::element(5, 10, 20, -5);  // clocks of two machines differ
};

class Begin : public Step {
public:
    explicit Begin(Given const&) {}

    void checkPreconditions(Paper const& paper) const override { RC_PRE(!paper.working); }
    void show(std::ostream& out) const override { out << told(who_) << " begins a work"; }

private:
    void on(Paper& paper, Lines&) const override { paper.begin(who_); }
    void at(Desk& desk, Answer&) const override { desk.begin(who_); }

    Id<Operator> who_ = any_operator();
};

class Commit : public Step {
public:
    explicit Commit(Given const&) {}

    void checkPreconditions(Paper const& paper) const override { RC_PRE(paper.working.has_value()); }
    void show(std::ostream& out) const override { out << "commit"; }

private:
    void on(Paper& paper, Lines&) const override { paper.commit(); }
    void at(Desk& desk, Answer&) const override { desk.commit(); }
};

class RollBack : public Step {
public:
    explicit RollBack(Given const&) {}

    void checkPreconditions(Paper const& paper) const override { RC_PRE(paper.working.has_value()); }
    void show(std::ostream& out) const override { out << "roll back"; }

private:
    // A copy of what never was has a version that another state gets, and is nothing to save: it leaves the drawer.
    void on(Paper& paper, Lines&) const override
    {
        paper.roll_back();
        paper.drawer.clear();
    }
    void at(Desk& desk, Answer&) const override
    {
        desk.roll_back();
        desk.drawer.clear();
    }
};

/// A view that goes on seeing what there was, whatever is committed.
class OpenView : public Step {
public:
    explicit OpenView(Given const&) {}

    void show(std::ostream& out) const override { out << "open a view"; }

private:
    void on(Paper& paper, Lines&) const override { paper.viewed = paper.committed; }
    void at(Desk& desk, Answer&) const override { desk.open_view(); }
    bool is_for(Desk const& desk, Paper const&) const override { return desk.has_readers_beside(); }
};

class CloseView : public Step {
public:
    explicit CloseView(Given const&) {}

    void checkPreconditions(Paper const& paper) const override { RC_PRE(paper.viewed.has_value()); }
    void show(std::ostream& out) const override { out << "close the view"; }

private:
    void on(Paper& paper, Lines&) const override { paper.viewed.reset(); }
    void at(Desk& desk, Answer&) const override { desk.close_view(); }
    bool is_for(Desk const& desk, Paper const&) const override { return desk.has_readers_beside(); }
};

/// Steps of which some may be refused, and which are all given up in the end, or not.
class Attempt : public Step {
public:
    explicit Attempt(Given const& given)
        : steps_{*rc::gen::resize(4, rc::gen::container<std::vector<StepPtr>>(any_change(given)))}
    {
    }

    void show(std::ostream& out) const override
    {
        out << (gives_up_ ? "attempt, and give up in the end:" : "attempt:");
        for (auto const& step : steps_) {
            out << "\n    ";
            step->show(out);
        }
    }

private:
    void on(Paper& paper, Lines& lines) const override
    {
        paper.change([&] {
            auto before = paper.working;
            for (auto const& step : steps_)
                std::ranges::copy(step->told_on(paper), std::back_inserter(lines));
            if (gives_up_) {
                paper.working = std::move(before);
                paper.drawer.clear();  // as when a work is rolled back
            }
        });
    }
    void at(Desk& desk, Answer& answer) const override
    {
        desk.change([&](Work& work) {
            try {
                work.attempt([&] {
                    for (auto const& step : steps_) {
                        auto const its = step->told_at(desk);
                        std::ranges::copy(its.told, std::back_inserter(answer.told));
                        std::ranges::copy(its.beside, std::back_inserter(answer.beside));
                    }
                    if (gives_up_)
                        throw Cancelled{"It was not to be."};
                });
            } catch (Cancelled const&) {
                desk.drawer.clear();  // the work goes on
            }
        });
    }

    std::vector<StepPtr> steps_;
    bool                 gives_up_ = *rc::gen::arbitrary<bool>();
};

}  // namespace

rc::Gen<StepPtr> any_step_of_works(Given const& given)
{
    return rc::gen::weightedOneOf<StepPtr>({{4, any<TurnClock>(given)},
                                            {2, any<Begin>(given)},
                                            {3, any<Commit>(given)},
                                            {1, any<RollBack>(given)},
                                            {1, any<OpenView>(given)},
                                            {1, any<CloseView>(given)},
                                            {2, any<Attempt>(given)}});
}

}  // namespace crm::test::machine
