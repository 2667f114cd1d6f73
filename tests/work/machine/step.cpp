#include "step.hpp"

namespace crm::test::machine {

namespace {

std::string joined(std::string const& who, Lines const& lines)
{
    std::string text = who + ":\n";
    for (auto const& line : lines)
        text += "    " + line + "\n";
    return text;
}

void require_same(std::string const& one, Lines const& expected, std::string const& other, Lines const& actual,
                  std::string const& step)
{
    if (expected != actual)
        RC_FAIL(step + "\n" + joined(one, expected) + joined(other, actual));
}

}  // namespace

Lines Step::told_on(Paper& paper) const
{
    Lines told_lines;
    try {
        on(paper, told_lines);
    } catch (Error const& error) {
        told_lines.push_back(told(error));
    }
    return told_lines;
}

Answer Step::told_at(Desk& desk) const
{
    Answer answer;
    try {
        at(desk, answer);
    } catch (Error const& error) {
        answer.told.push_back(told(error));
        if (auto const* conflict = dynamic_cast<Conflict const*>(&error))
            for (auto const& clash : conflict->clashes())
                answer.beside.push_back(clash.column);
    }
    return answer;
}

void Step::run(Paper const& before, Office& office) const
{
    auto       paper    = before;
    auto const expected = told_on(paper);

    std::ostringstream what;
    show(what);
    std::optional<Answer> in_memory;
    for (auto* desk : {&office.memory, &office.sql}) {
        if (!is_for(*desk, before))
            continue;
        desk->turn_clock_to(before.now);
        auto const actual = told_at(*desk);
        require_same("paper", expected, desk->kind(), actual.told, what.str());
        if (in_memory)
            require_same("memory", in_memory->beside, desk->kind(), actual.beside, what.str());
        in_memory = actual;
    }
}

rc::Gen<StepPtr> any_change(Given const& given)
{
    return rc::gen::weightedOneOf<StepPtr>({{3, any_step_of_subjects(given)},
                                            {7, any_step_of_cases(given)},
                                            {3, any_step_of_contacts(given)},
                                            {1, any_step_of_records(given)}});
}

rc::Gen<StepPtr> any_step(Given const& given)
{
    return rc::gen::weightedOneOf<StepPtr>({{10, any_change(given)},
                                            {4, any_step_of_works(given)},
                                            {4, any_question_of_pages(given)},
                                            {3, any_question_of_analysis(given)},
                                            {2, any_question_of_past(given)}});
}

}  // namespace crm::test::machine
