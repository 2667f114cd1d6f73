// What is done with any record: put away, taken back, removed.
#include "step.hpp"

namespace crm::test::machine {

namespace {

enum class Deed { put_away, take_back, remove };

template <class Record>
class DoWith : public Step {
public:
    explicit DoWith(Given const& given) : id_{any_id<Record>(given)} {}

    void show(std::ostream& out) const override
    {
        out << (deed_ == Deed::put_away ? "put away " : deed_ == Deed::take_back ? "take back " : "remove ") << told(id_);
    }

private:
    void on(Paper& paper, Lines& lines) const override
    {
        paper.change([&] {
            Pen pen{paper};
            deed_ == Deed::remove ? pen.remove(id_) : pen.put_away(id_, deed_ == Deed::put_away);
            if (auto const* left = paper.working->look_up(std::optional{id_}))
                lines.push_back(told(*left));
        });
    }
    void at(Desk& desk, Answer& answer) const override
    {
        auto const id = desk.names.id_of(id_);
        desk.change([&](Work& work) {
            switch (deed_) {
            case Deed::put_away: work.archive(id); break;
            case Deed::take_back: work.restore(id); break;
            case Deed::remove: work.remove(id); break;
            }
            if (auto const left = work.look_up(id))
                answer.told.push_back(told(desk.names.for_paper(*left)));
        });
    }

    Id<Record> id_;
    Deed       deed_ = *rc::gen::element(Deed::put_away, Deed::take_back, Deed::remove);
};

}  // namespace

rc::Gen<StepPtr> any_step_of_records(Given const& given)
{
    return rc::gen::weightedOneOf<StepPtr>({{1, any<DoWith<Subject>>(given)},
                                            {1, any<DoWith<Person>>(given)},
                                            {1, any<DoWith<Base>>(given)},
                                            {3, any<DoWith<Case>>(given)},
                                            {2, any<DoWith<Contact>>(given)},
                                            {1, any<DoWith<Note>>(given)},
                                            {1, any<DoWith<Task>>(given)}});
}

}  // namespace crm::test::machine
