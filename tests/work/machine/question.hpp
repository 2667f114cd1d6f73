// What is asked, and of whom.
#pragma once

#include "step.hpp"

namespace crm::test::machine {

enum class Where { here, beside, viewed };

/// In the work that goes on or anew; in a view beside it; in the view that was opened.
class Question : public Step {
public:
    void checkPreconditions(Paper const& paper) const override { RC_PRE(where_ != Where::viewed || paper.viewed.has_value()); }

protected:
    virtual void ask(Books const& books, Paper const& paper, Lines& told) const = 0;
    virtual void ask(Reading& reading, Desk& desk, Answer& answer) const        = 0;

    [[nodiscard]] std::string place() const
    {
        return where_ == Where::here ? "" : where_ == Where::beside ? "beside the work, " : "in the view, ";
    }

private:
    void on(Paper& paper, Lines& lines) const override
    {
        auto const& books = where_ == Where::here ? paper.seen() : where_ == Where::beside ? paper.committed : *paper.viewed;
        ask(books, paper, lines);
    }
    void at(Desk& desk, Answer& answer) const override
    {
        auto const question = [&](Reading& reading) { ask(reading, desk, answer); };
        where_ == Where::here     ? desk.read(question)
        : where_ == Where::beside ? desk.read_beside(question)
                                  : desk.read_viewed(question);
    }
    bool is_for(Desk const& desk, Paper const& paper) const override
    {
        return desk.has_readers_beside() || where_ == Where::here || (where_ == Where::beside && !paper.working);
    }

    Where where_ = *rc::gen::weightedElement<Where>({{6, Where::here}, {2, Where::beside}, {3, Where::viewed}});
};

}  // namespace crm::test::machine
