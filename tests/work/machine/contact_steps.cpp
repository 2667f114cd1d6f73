// Contacts, notes and tasks.
#include "step.hpp"

namespace crm::test::machine {

namespace {

class AddContact : public Step {
public:
    explicit AddContact(Given const& given)
        : contact_{.kind_id = {*rc::gen::element<std::int64_t>(1, 2)}, .subject_id = maybe_id<Subject>(given)}
    {
        if (*rc::gen::arbitrary<bool>())
            contact_.person_id = any_id<Person>(given);
        if (*rc::gen::arbitrary<bool>())
            contact_.at = any_moment();
        if (*rc::gen::inRange(0, 3) == 0)
            contact_.status = ContactStatus::planned;
        contact_.summary = any_title();
    }

    void show(std::ostream& out) const override
    {
        out << "add the " << told(contact_) << " with";
        for (auto employee : employees_)
            out << ' ' << told(employee);
    }

private:
    void on(Paper& paper, Lines& lines) const override
    {
        paper.change([&] {
            Pen{paper}.add(contact_, employees_);
            lines.push_back(told(paper.working->get(Id<Contact>{paper.given.count_of<Contact>()})));
        });
    }
    void at(Desk& desk, Answer& answer) const override
    {
        desk.change([&](Work& work) {
            std::vector<Id<Operator>> employees;
            for (auto employee : employees_)
                employees.push_back(desk.names.id_of(employee));
            auto const id = work.add_contact(desk.names.for_store(contact_), employees);
            desk.names.learn(id);
            answer.told.push_back(told(desk.names.for_paper(work.get(id))));
        });
    }

    Contact                   contact_;
    std::vector<Id<Operator>> employees_ =
        *rc::gen::element(std::vector{anna}, std::vector{jan, anna}, std::vector{jan}, std::vector<Id<Operator>>{});
};

class MoveContact : public Step {
public:
    explicit MoveContact(Given const& given) : id_{any_id<Contact>(given)} {}

    void show(std::ostream& out) const override { out << told(id_) << " took place at " << told(moment_); }

private:
    void on(Paper& paper, Lines& lines) const override
    {
        paper.change([&] {
            Pen{paper}.move(id_, moment_);
            lines.push_back(told(paper.working->get(id_)));
        });
    }
    void at(Desk& desk, Answer& answer) const override
    {
        desk.change([&](Work& work) {
            auto contact = work.get(desk.names.id_of(id_));
            contact.at   = moment_;
            work.save(contact);
            answer.told.push_back(told(desk.names.for_paper(contact)));
        });
    }

    Id<Contact> id_;
    Instant     moment_ = any_moment();
};

class LinkContact : public Step {
public:
    explicit LinkContact(Given const& given) : contact_{any_id<Contact>(given)}, case_{any_id<Case>(given)} {}

    void show(std::ostream& out) const override
    {
        out << (links_ ? "link " : "unlink ") << told(contact_) << " with " << told(case_);
    }

private:
    void on(Paper& paper, Lines&) const override
    {
        paper.change([&] { links_ ? Pen{paper}.link(contact_, case_) : Pen{paper}.unlink(contact_, case_); });
    }
    void at(Desk& desk, Answer&) const override
    {
        auto const contact = desk.names.id_of(contact_);
        auto const c       = desk.names.id_of(case_);
        desk.change([&](Work& work) { links_ ? work.link(contact, c) : work.unlink(contact, c); });
    }

    Id<Contact> contact_;
    Id<Case>    case_;
    bool        links_ = *rc::gen::inRange(0, 4) != 0;
};

/// A note or a task.
template <class Record>
class Jot : public Step {
public:
    explicit Jot(Given const& given)
    {
        record_.title      = any_title();
        record_.subject_id = maybe_id<Subject>(given);
        if (*rc::gen::inRange(0, 3) == 0)
            record_.person_id = any_id<Person>(given);
        if (*rc::gen::inRange(0, 3) == 0)
            record_.contact_id = any_id<Contact>(given);
        if (*rc::gen::arbitrary<bool>())
            record_.case_id = any_id<Case>(given);
        if constexpr (std::is_same_v<Record, Task>)
            record_.responsible_id = any_operator();
        else
            record_.body = "x";
    }

    void show(std::ostream& out) const override { out << "add the " << told(record_); }

private:
    void on(Paper& paper, Lines& lines) const override
    {
        paper.change([&] {
            Pen{paper}.add(record_);
            lines.push_back(told(paper.working->get(Id<Record>{paper.given.count_of<Record>()})));
        });
    }
    void at(Desk& desk, Answer& answer) const override
    {
        desk.change([&](Work& work) {
            auto const id = work.add(desk.names.for_store(record_));
            desk.names.learn(id);
            answer.told.push_back(told(desk.names.for_paper(work.get(id))));
        });
    }

    Record record_{};
};

class Complete : public Step {
public:
    explicit Complete(Given const& given) : id_{any_id<Task>(given)} {}

    void show(std::ostream& out) const override { out << "complete " << told(id_); }

private:
    void on(Paper& paper, Lines& lines) const override
    {
        paper.change([&] {
            Pen{paper}.complete(id_);
            lines.push_back(told(paper.working->get(id_)));
        });
    }
    void at(Desk& desk, Answer& answer) const override
    {
        desk.change([&](Work& work) {
            work.complete(desk.names.id_of(id_));
            answer.told.push_back(told(desk.names.for_paper(work.get(desk.names.id_of(id_)))));
        });
    }

    Id<Task> id_;
};

}  // namespace

rc::Gen<StepPtr> any_step_of_contacts(Given const& given)
{
    return rc::gen::weightedOneOf<StepPtr>({{4, any<AddContact>(given)},
                                            {1, any<MoveContact>(given)},
                                            {2, any<LinkContact>(given)},
                                            {2, any<Jot<Note>>(given)},
                                            {2, any<Jot<Task>>(given)},
                                            {1, any<Complete>(given)}});
}

}  // namespace crm::test::machine
