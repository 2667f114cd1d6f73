// Subjects, their persons, and the bases that they are in.
#include "step.hpp"

namespace crm::test::machine {

namespace {

class AddSubject : public Step {
public:
    explicit AddSubject(Given const&) {}

    void show(std::ostream& out) const override
    {
        out << "add a " << enum_name(kind_) << " subject " << told(name_) << ", " << enum_name(status_);
    }

private:
    void on(Paper& paper, Lines& lines) const override
    {
        paper.change([&] {
            auto const id = Pen{paper}.add_subject(kind_, name_, status_);
            lines.push_back(told(paper.working->get(id)));
        });
    }
    void at(Desk& desk, Answer& answer) const override
    {
        desk.change([&](Work& work) {
            auto const made = kind_ == SubjectKind::natural ? work.add_natural({.family_name = name_, .status = status_})
                                                            : work.add_legal({.name = name_, .status = status_});
            desk.names.learn(made.party_id);
            desk.names.learn(made.subject_id);
            if (made.person_id)
                desk.names.learn(*made.person_id);
            answer.told.push_back(told(desk.names.for_paper(work.get(made.subject_id))));
        });
    }

    SubjectKind   kind_   = *rc::gen::element(SubjectKind::natural, SubjectKind::legal);
    std::string   name_   = any_title();
    SubjectStatus status_ = *rc::gen::element(SubjectStatus::prospect, SubjectStatus::active);
};

class AddPerson : public Step {
public:
    explicit AddPerson(Given const& given) : of_{any_id<Subject>(given)} {}

    void show(std::ostream& out) const override { out << "add a person " << told(name_) << " of " << told(of_); }

private:
    void on(Paper& paper, Lines& lines) const override
    {
        paper.change([&] { lines.push_back(told(paper.working->get(Pen{paper}.add_person(of_, name_)))); });
    }
    void at(Desk& desk, Answer& answer) const override
    {
        desk.change([&](Work& work) {
            auto const made = work.add_person({.subject_id = desk.names.id_of(of_), .family_name = name_});
            desk.names.learn(made.party_id);
            desk.names.learn(*made.person_id);
            answer.told.push_back(told(desk.names.for_paper(work.get(*made.person_id))));
        });
    }

    Id<Subject> of_;
    std::string name_ = any_title();
};

class AddBase : public Step {
public:
    explicit AddBase(Given const& given)
        : base_{.code      = *rc::gen::element<std::string>("vip", "fair", "old"),
                .name      = "Base",
                .parent_id = *rc::gen::inRange(0, 3) == 0 ? maybe_id<Base>(given) : std::nullopt,
                .criterion = *rc::gen::element<std::string>("", "status = active", "kind = legal", "nothing = 1")}
    {
    }

    void show(std::ostream& out) const override { out << "add the base " << told(base_); }

private:
    void on(Paper& paper, Lines&) const override
    {
        paper.change([&] { Pen{paper}.add(base_); });
    }
    void at(Desk& desk, Answer&) const override
    {
        desk.change([&](Work& work) { desk.names.learn(work.add(desk.names.for_store(base_))); });
    }

    Base base_;
};

class PutIntoBase : public Step {
public:
    explicit PutIntoBase(Given const& given) : base_{any_id<Base>(given)}, subject_{any_id<Subject>(given)} {}

    void show(std::ostream& out) const override
    {
        out << (into_ ? "put " : "take ") << told(subject_) << (into_ ? " into " : " out of ") << told(base_);
    }

private:
    void on(Paper& paper, Lines&) const override
    {
        paper.change([&] { into_ ? Pen{paper}.put_into(base_, subject_) : Pen{paper}.take_out_of(base_, subject_); });
    }
    void at(Desk& desk, Answer&) const override
    {
        auto const base    = desk.names.id_of(base_);
        auto const subject = desk.names.id_of(subject_);
        desk.change([&](Work& work) { into_ ? work.put_into(base, subject) : work.take_out_of(base, subject); });
    }

    Id<Base>    base_;
    Id<Subject> subject_;
    bool        into_ = *rc::gen::inRange(0, 3) != 0;
};

}  // namespace

rc::Gen<StepPtr> any_step_of_subjects(Given const& given)
{
    return rc::gen::weightedOneOf<StepPtr>(
        {{6, any<AddSubject>(given)}, {2, any<AddPerson>(given)}, {1, any<AddBase>(given)}, {2, any<PutIntoBase>(given)}});
}

}  // namespace crm::test::machine
