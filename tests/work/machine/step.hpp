// What happens in a story: on paper, and at every desk.
#pragma once

#include "desk.hpp"
#include "pen.hpp"

#include <rapidcheck.h>
#include <rapidcheck/state.h>

#include <memory>

namespace crm::test::machine {

/// What came of a step.
struct Answer {
    Lines told{};    ///< as the paper has it, and as every store has to have it
    Lines beside{};  ///< what the paper does not know, and every store has to answer as memory does
};

class Step : public rc::state::Command<Paper, Office> {
public:
    void apply(Paper& paper) const final { static_cast<void>(told_on(paper)); }
    void run(Paper const& before, Office& office) const final;

    /// Errors are answers too.
    [[nodiscard]] Lines  told_on(Paper& paper) const;
    [[nodiscard]] Answer told_at(Desk& desk) const;

protected:
    /// \throws what the library would
    virtual void on(Paper& paper, Lines& told) const  = 0;
    virtual void at(Desk& desk, Answer& answer) const = 0;

    /// Whether a store that has no readers beside a writer can do it.
    [[nodiscard]] virtual bool is_for(Desk const&, Paper const&) const { return true; }
};
using StepPtr = std::shared_ptr<Step const>;

/// Any step that `Made` can be, by one who knows how many records there are.
template <class Made>
rc::Gen<StepPtr> any(Given const& given)
{
    return rc::gen::exec([given] { return StepPtr{std::make_shared<Made const>(given)}; });
}

/// One that there is, or was, mostly of the newest, so that more than one thing happens to it; seldom one that never was.
template <class Record>
Id<Record> any_id(Given const& given)
{
    auto const count = given.count_of<Record>(), newest = std::max<std::int64_t>(count - 1, 1);
    if (count == 0)
        return {1};
    return {*rc::gen::weightedOneOf<std::int64_t>({{12, rc::gen::inRange<std::int64_t>(newest, count + 1)},
                                                   {8, rc::gen::inRange<std::int64_t>(1, count + 1)},
                                                   {1, rc::gen::just(count + 1)}})};
}
template <class Record>
std::optional<Id<Record>> maybe_id(Given const& given)
{
    return *rc::gen::inRange(0, 3) == 0 ? std::nullopt : std::optional{any_id<Record>(given)};
}

inline Id<Operator> any_operator() { return *rc::gen::element(anna, jan); }

/// From few, so that they meet.
inline std::string any_title()
{
    return *rc::gen::weightedElement<std::string>({{4, "a"}, {4, "ab"}, {4, "b"}, {4, "Ł'%"}, {4, "ab_"}, {1, ""}});
}
/// At steps at which the clock stands too, so that moments meet.
inline Instant any_moment() { return monday + std::chrono::minutes{5 * *rc::gen::inRange(-1, 18)}; }

inline std::optional<Money> any_money()
{
    if (*rc::gen::inRange(0, 4) == 0)
        return std::nullopt;
    return Money::parse(*rc::gen::element<std::string>("0", "0.05", "100.05", "-33.33", "12345") + " " +
                        *rc::gen::element<std::string>("PLN", "EUR", "JPY"));
}

[[nodiscard]] rc::Gen<StepPtr> any_step_of_subjects(Given const& given);
[[nodiscard]] rc::Gen<StepPtr> any_step_of_cases(Given const& given);
[[nodiscard]] rc::Gen<StepPtr> any_step_of_contacts(Given const& given);
[[nodiscard]] rc::Gen<StepPtr> any_step_of_records(Given const& given);
[[nodiscard]] rc::Gen<StepPtr> any_step_of_works(Given const& given);
[[nodiscard]] rc::Gen<StepPtr> any_question_of_pages(Given const& given);
[[nodiscard]] rc::Gen<StepPtr> any_question_of_analysis(Given const& given);
[[nodiscard]] rc::Gen<StepPtr> any_question_of_past(Given const& given);

/// A call that changes something.
[[nodiscard]] rc::Gen<StepPtr> any_change(Given const& given);
[[nodiscard]] rc::Gen<StepPtr> any_step(Given const& given);

}  // namespace crm::test::machine
