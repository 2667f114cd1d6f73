#include "desk.hpp"

namespace crm::test::machine {

namespace {

template <class Record>
void learn_all(View& view, Names& names)
{
    for (auto const& record : view.find<Record>({}, {.limit = 1000, .with_archived = true}).records)
        names.learn(record.id);
}

}  // namespace

Desk::Desk(std::string const& kind)
    : kind_{kind},
      place_{kind},
      database_{place_.uri(),
                {.create = true, .starter = "sales-en", .clock = [this] { return now_; }, .patience = std::chrono::seconds{1}}}
{
    for (auto const* who : {"anna", "jan"})
        static_cast<void>(database_.operator_id(who));
    auto view = database_.view({});
    learn_all<Operator>(view, names);
    learn_all<Phase>(view, names);
    learn_all<CaseType>(view, names);
    learn_all<ContactKind>(view, names);
    view.close();
    first_position_ = database_.feed(0).back().position;
}

void Desk::change(std::function<void(Work&)> const& step)
{
    if (work_)
        return step(*work_);
    begin(anna);
    try {
        step(*work_);
    } catch (...) {
        roll_back();
        throw;
    }
    commit();
}

void Desk::read(std::function<void(Reading&)> const& question)
{
    if (work_)
        return question(*work_);
    read_beside(question);
}

void Desk::read_beside(std::function<void(Reading&)> const& question)
{
    auto view = database_.view(names.id_of(anna));
    question(view);
}

}  // namespace crm::test::machine
