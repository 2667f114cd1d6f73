// What happened with whom in which case: the question, and its answer.
#pragma once

#include <crm/model/case.hpp>
#include <crm/model/person.hpp>
#include <crm/model/subject.hpp>

#include <compare>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace crm {

/// What an entry of a timeline is about, and which moment of it.
enum class TimelineKind { contact = 1, note = 2, task_created = 3, task_done = 4, document = 5, phase_change = 6 };
BOOST_DESCRIBE_ENUM(TimelineKind, contact, note, task_created, task_done, document, phase_change)

/// The place of an entry in a timeline: by its moment, then its id, then its kind.
struct TimelinePlace {
    Instant      at{};
    std::int64_t id = 0;
    TimelineKind kind{};

    friend auto operator<=>(TimelinePlace const&, TimelinePlace const&) = default;
};

/// One thing that happened, at its own moment.
struct TimelineEntry {
    TimelineKind  kind{};
    Instant       at{};             ///< contact: took place; note: written; task: created, or done; document: received, else added
    std::int64_t  id = 0;           ///< of the contact, note, task or document; of the case state of a phase change
    Id<Operator>  operator_id{};    ///< contact: the first employee who took part; note: its author; task: who is responsible, or did it; else who entered it; none: unknown
    std::int64_t  case_id = 0;      ///< of a phase change, and of a note or task that belongs to a case; 0: none
    std::string   title{};          ///< summary, title, or the code of the phase that was entered
    std::string   detail{};         ///< the code of the kind of a contact; the kind of a document; the code of the phase that was left

    [[nodiscard]] TimelinePlace place() const { return {at, id, kind}; }

    friend bool operator==(TimelineEntry const&, TimelineEntry const&) = default;
};

/// What concerns all that is given: of a subject and a case, what belongs to both.
struct TimelineQuery {
    std::optional<Id<Subject>>   subject_id{};
    std::optional<Id<Person>>    person_id{};
    std::optional<Id<Case>>      case_id{};
    std::optional<TimelinePlace> after{};  ///< the last entry of the page before
    std::size_t                  limit = 50;
    std::set<TimelineKind>       kinds{};  ///< none: every kind

    [[nodiscard]] bool wants(TimelineKind kind) const { return kinds.empty() || kinds.contains(kind); }
};

/// Newest first.
using Timeline = std::vector<TimelineEntry>;

}  // namespace crm
