// What is found, page by page: all at once, or one page now and the next one after whatever happens between.
#include "pages.hpp"
#include "question.hpp"

namespace crm::test::machine {

namespace {

template <class Record>
class Find : public Question {
public:
    explicit Find(Given const&) {}

    void show(std::ostream& out) const override { out << place() << "find " << told(search_); }

private:
    void ask(Books const& books, Paper const& paper, Lines& lines) const override
    {
        auto const found = search_.found(books, paper.now);
        lines.push_back(std::to_string(found.size()));
        lines.emplace_back();
        for (std::size_t i = 0; i != found.size(); ++i) {
            if (i != 0 && i % search_.limit == 0)
                lines.emplace_back();
            lines.back() += told(found[i].id) + "; ";
        }
    }
    void ask(Reading& reading, Desk& desk, Answer& answer) const override
    {
        auto const condition = parse_condition(search_.wish.text);
        answer.told.push_back(std::to_string(reading.count<Record>(condition, search_.with_archived)));
        auto paging = search_.paging();
        do {
            auto const page = reading.find<Record>(condition, paging);
            answer.told.emplace_back();
            for (auto const& record : page.records)
                answer.told.back() += told(desk.names.for_paper(record).id) + "; ";
            paging.after = page.next;
        } while (!paging.after.empty());
    }

    Search<Record> search_{};
};

/// Turns a page of a walk, which ends with the last one.
Lines turn(std::optional<Walk>& walk, Books const& books, Instant now)
{
    auto found = walk->search.found(books, now);
    if (walk->last)
        std::erase_if(found, [&](Case const& c) { return !walk->search.comes_before(*walk->last, c); });
    bool const is_last = found.size() <= walk->search.limit;
    found.resize(std::min(found.size(), walk->search.limit));
    Lines lines;
    for (auto const& c : found)
        lines.push_back(told(c));
    walk->last = found.empty() ? std::nullopt : std::optional{found.back()};
    if (is_last)
        walk.reset();
    return lines;
}

void turn(std::optional<Desk::Walk>& walk, Reading& reading, Desk const& desk, Answer& answer)
{
    auto const page = reading.find<Case>(walk->condition, walk->paging);
    for (auto const& c : page.records)
        answer.told.push_back(told(desk.names.for_paper(c)));
    walk->paging.after = page.next;
    if (page.next.empty())
        walk.reset();
}

class BeginWalk : public Step {
public:
    explicit BeginWalk(Given const&) {}

    void show(std::ostream& out) const override { out << "the first page of " << told(search_); }

private:
    void on(Paper& paper, Lines& lines) const override
    {
        auto walk  = std::optional<Walk>{{search_}};
        lines      = turn(walk, paper.seen(), paper.now);
        paper.walk = walk ? std::make_shared<Walk const>(*walk) : nullptr;
    }
    void at(Desk& desk, Answer& answer) const override
    {
        std::optional<Desk::Walk> walk{{parse_condition(search_.wish.text), search_.paging()}};
        desk.read([&](Reading& reading) { turn(walk, reading, desk, answer); });
        desk.walk = walk;
    }

    Search<Case> search_{};
};

class TurnPage : public Step {
public:
    explicit TurnPage(Given const&) {}

    void checkPreconditions(Paper const& paper) const override { RC_PRE(static_cast<bool>(paper.walk)); }
    void show(std::ostream& out) const override { out << "the next page"; }

private:
    void on(Paper& paper, Lines& lines) const override
    {
        auto walk  = std::optional{*paper.walk};
        lines      = turn(walk, paper.seen(), paper.now);
        paper.walk = walk ? std::make_shared<Walk const>(*walk) : nullptr;
    }
    void at(Desk& desk, Answer& answer) const override
    {
        desk.read([&](Reading& reading) { turn(desk.walk, reading, desk, answer); });
    }
};

}  // namespace

rc::Gen<StepPtr> any_question_of_pages(Given const& given)
{
    return rc::gen::weightedOneOf<StepPtr>(
        {{4, any<Find<Case>>(given)}, {3, any<Find<Subject>>(given)}, {1, any<BeginWalk>(given)}, {3, any<TurnPage>(given)}});
}

}  // namespace crm::test::machine
