// What changes the paper: the rules, as DESIGN and the reference tell them.
#pragma once

#include "paper.hpp"

namespace crm::test::machine {

/// Writes in the work that goes on. A step that is refused throws what the library would, before anything is written.
class Pen {
public:
    explicit Pen(Paper& paper) : paper_{paper}, books_{*paper.working} {}

    Id<Subject> add_subject(SubjectKind kind, std::string const& name, SubjectStatus status);
    Id<Person>  add_person(Id<Subject> of, std::string const& name);
    void        add(Base base);
    void        put_into(Id<Base> base, Id<Subject> subject);
    void        take_out_of(Id<Base> base, Id<Subject> subject);

    void         add(Case c);
    void         enter_phase(Id<Case> id, Id<Phase> phase, std::optional<Instant> at);
    void         close(Id<Case> id, CaseOutcome outcome, std::string const& reason, std::optional<Instant> at);
    void         reopen(Id<Case> id, std::string const& reason, std::optional<Instant> at);
    void         hand_over(Id<Case> id, Id<Operator> keeper);
    std::int64_t hand_over_all(Id<Operator> from, Id<Operator> to);
    /// Stores what was changed in a case that was read before. \throws Conflict
    void save(Case yours);

    void add(Contact contact, std::vector<Id<Operator>> const& employees);
    void move(Id<Contact> id, Instant at);
    void link(Id<Contact> contact, Id<Case> with);
    void unlink(Id<Contact> contact, Id<Case> from);
    void add(Note note);
    void add(Task task);
    void complete(Id<Task> id);

    template <class Record>
    void put_away(Id<Record> id, bool away);
    template <class Record>
    void remove(Id<Record> id);

private:
    template <class Record>
    Id<Record> enter(Record record);  ///< as a new one
    template <class Link>
    void enter_between(Link const& link);
    template <class Record>
    void put(Record const& before, Record after);  ///< nothing when they are the same
    template <class Record>
    void note(Record const& record, Action action, Lines fields = {});
    template <class Record>
    void strike(Record record);  ///< with what only belongs to it
    template <class Record>
    [[nodiscard]] Violations referrers(Id<Record> id) const;

    void check(Case const* before, Case const& after, std::optional<Instant> moment) const;
    void change(Case const& before, Case after, std::optional<Instant> moment);
    void add_state(Case const* before, Case const& after, std::optional<Instant> moment);
    void change_at(Id<Case> id, std::optional<Instant> at, std::function<void(Case&, Instant)> const& step);
    [[nodiscard]] CaseState const* last_state(Id<Case> id) const;
    [[nodiscard]] bool             leads_back(Case const& c) const;
    void check_person(std::string_view record, std::optional<Id<Subject>> subject, std::optional<Id<Person>> person,
                      Violations& broken) const;

    Paper& paper_;
    Books& books_;
};

}  // namespace crm::test::machine
