// The random work of the writers: what an office does all day, through the public API, each change noted as it is made.
#pragma once

#include "log.hpp"

#include <crm/work/database.hpp>

#include <random>
#include <string>
#include <vector>

namespace crm::faults {

/// What all writers know and change.
struct Shared {
    std::vector<Id<Operator>> operators{};
    std::vector<Id<Subject>>  subjects{};
    std::vector<Id<Case>>     cases{};  ///< open, and never closed
    Id<ContactKind>           phone{};
};

/// Makes a new database with what all writers know. What it does after the starter set is logged like a writer's.
void prepare(Database& database, Log& log);

[[nodiscard]] Shared read_shared(Database& database);

/// One writer's desk: the records that only this one changes, and the next thing to do.
class Desk {
public:
    Desk(Shared const& shared, std::uint64_t seed) : shared_{shared}, random_{seed} {}

    /// Chooses what to do next. What was read for it, as by a person with a form open, may be old when it is saved.
    /// \param text what the records say, which nobody else writes
    void choose(Database& database, std::string text);

    /// Does what was chosen. Called again, it does the same once more.
    /// \throws what the verbs of Work throw
    [[nodiscard]] Deeds work(Work& work);

    /// The last work was stored: its new records are this desk's.
    void keep();

    /// This desk has no records any more: of two attempts of which one was stored, it may know the other's.
    void forget() { kept_.clear(); }

    [[nodiscard]] Id<Operator> who() { return any(shared_.operators); }

private:
    enum class Job { add_note, add_contact, add_task, add_case, add_legal, add_natural, save_case, enter_phase, hand_over, save_own, remove_own, fail_and_go_on, count };

    void do_job(Job job, Work& work, Deeds& deeds);
    void add_note(Work& work, Deeds& deeds, std::string const& body);
    template <class Verb>
    void change_case(Work& work, Deeds& deeds, Id<Case> id, Verb const& verb);

    std::size_t below(std::size_t limit) { return std::uniform_int_distribution<std::size_t>{0, limit - 1}(random_); }
    template <class Value>
    Value const& any(std::vector<Value> const& values)
    {
        return values[below(values.size())];
    }

    Shared const&         shared_;
    std::mt19937_64       random_, before_work_;
    std::vector<Job>      chosen_;
    Case                  form_;            ///< a case as it was when the form was opened
    std::vector<Id<Note>> kept_, own_;      ///< notes that only this desk changes: as they are stored, and in this work
    Id<Operation>         operation_;  ///< that the work is
    std::string           text_;
};

}  // namespace crm::faults
