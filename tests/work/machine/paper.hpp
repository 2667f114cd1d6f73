// What a salesperson would keep on paper: the model that every store is compared with. It is written without a look at
// how the stores do it: plain maps, whole copies for whatever may have to be undone, and loops over all that there is.
#pragma once

#include "told.hpp"

#include <crm/store/history.hpp>

#include <array>
#include <functional>
#include <map>
#include <memory>
#include <tuple>

namespace crm::test::machine {

/// The records of a type by their number on paper, which stands wherever a store has an id: the first subject is 1.
template <class Record>
using Sheet = std::map<std::int64_t, Record>;

/// Every version that a record had.
template <class Record>
using Past = std::map<std::pair<std::int64_t, std::int64_t>, Record>;

template <template <class> class Of>
using OfEach = std::tuple<Of<Party>, Of<Subject>, Of<Person>, Of<Base>, Of<BaseMember>, Of<Case>, Of<CaseState>, Of<Contact>,
                          Of<Participant>, Of<ContactCase>, Of<Note>, Of<Task>>;

struct Noted {
    std::size_t  type    = 0;  ///< as record_index has it
    std::int64_t number  = 0;
    std::int64_t version = 0;
    Action       action{};
    Lines        fields{};  ///< of a change: which
};

struct Piece {
    Id<Operator>       who{};
    Instant            began{};
    std::vector<Noted> changes{};
};

/// All that is known at one moment.
struct Books {
    OfEach<Sheet>      sheets{};
    OfEach<Past>       past{};
    std::vector<Piece> pieces{};  ///< of work, the one that goes on last

    template <class Record>
    [[nodiscard]] Sheet<Record>& all()
    {
        return std::get<Sheet<Record>>(sheets);
    }
    template <class Record>
    [[nodiscard]] Sheet<Record> const& all() const
    {
        return std::get<Sheet<Record>>(sheets);
    }

    /// The record, or none.
    template <class Record>
    [[nodiscard]] Record const* look_up(std::optional<Id<Record>> id) const
    {
        auto const found = all<Record>().find(id ? id->value : 0);
        return found == all<Record>().end() ? nullptr : &found->second;
    }
    /// \throws NotFound
    template <class Record>
    [[nodiscard]] Record get(Id<Record> id) const
    {
        if (auto const* found = look_up(std::optional{id}))
            return *found;
        throw NotFound{std::string{Facts<Record>::name}};
    }

    [[nodiscard]] bool in_base(std::string const& code, Id<Subject> subject) const;
};

// What the starter set has.

inline constexpr Id<Operator> anna{1}, jan{2};

struct KnownPhase {
    std::string_view code;
    std::int64_t     scheme;
    Stage            stage;
    int              probability;
};
inline constexpr std::array<KnownPhase, 9>       phases{{{"inquiry", 1, Stage::potential, 10},
                                                         {"qualified", 1, Stage::potential, 25},
                                                         {"offer-sent", 1, Stage::active, 50},
                                                         {"negotiation", 1, Stage::active, 70},
                                                         {"order", 1, Stage::active, 90},
                                                         {"closed", 1, Stage::closed, 0},
                                                         {"new", 2, Stage::potential, 0},
                                                         {"in-progress", 2, Stage::active, 0},
                                                         {"closed", 2, Stage::closed, 0}}};
inline constexpr std::array<std::string_view, 4> types{"sale", "service", "complaint", "internal"};
inline constexpr std::array<std::string_view, 2> kinds{"phone", "email"};

[[nodiscard]] inline KnownPhase const* known(Id<Phase> id)
{
    return id.value >= 1 && id.value <= std::ssize(phases) ? &phases[static_cast<std::size_t>(id.value - 1)] : nullptr;
}
[[nodiscard]] inline std::int64_t scheme_of(Id<CaseType> type) { return type.value == 1 ? 1 : 2; }
[[nodiscard]] Id<Phase>           first_phase(std::int64_t scheme, Stage stage);

/// How many records of each type there ever were; never fewer, whatever is undone.
struct Given {
    std::array<std::int64_t, record_count> counts{};

    template <class Record>
    [[nodiscard]] std::int64_t count_of() const
    {
        return counts[record_index<Record>];
    }
};

struct Walk;

/// The state machine's state: the books as committed, as the work that goes on sees them, and as they were when a view
/// was opened.
struct Paper {
    Instant                      now = monday;
    Books                        committed{};
    std::optional<Books>         working{}, viewed{};
    Id<Operator>                 who = anna;  ///< whose work it is
    std::map<std::int64_t, Case> drawer{};    ///< cases as somebody has read them some time ago
    std::shared_ptr<Walk const>  walk{};      ///< whose pages are turned; none: it has ended

    Given                                                        given{};
    std::map<std::pair<std::size_t, std::int64_t>, std::int64_t> order{};  ///< in which records were added, of all types

    /// What a work sees, or who begins to read.
    [[nodiscard]] Books const& seen() const { return working ? *working : committed; }

    void begin(Id<Operator> by);
    void commit();
    void roll_back() { working.reset(); }

    /// A call, which is done or undone as a whole; in a work of its own when none goes on.
    void change(std::function<void()> const& step);
};

}  // namespace crm::test::machine
