#pragma once

#include <crm/model/revision.hpp>

#include <optional>
#include <string>

namespace crm {

struct Case;
struct Contact;
struct Person;
struct Subject;

/// How far a task is. Stored by number: append, never renumber.
enum class TaskStatus { open = 1, in_progress = 2, waiting = 3, done = 4, cancelled = 5 };
BOOST_DESCRIBE_ENUM(TaskStatus, open, in_progress, waiting, done, cancelled)

/// How urgent something is. Stored by number: append, never renumber.
enum class Priority { low = 1, normal = 2, high = 3 };
BOOST_DESCRIBE_ENUM(Priority, low, normal, high)

/// Something to do, by someone, until some day.
struct Task {
    Id<Task>                    id{};
    Revision                    revision{};
    std::string                 title{};
    Id<Operator>                responsible_id{};
    TaskStatus                  status = TaskStatus::open;
    Priority                    priority = Priority::normal;
    std::optional<Id<Subject>>  subject_id{};
    std::optional<Id<Person>>   person_id{};
    std::optional<Id<Case>>     case_id{};
    std::optional<Id<Contact>>  contact_id{};
    std::optional<Instant>      due_at{};
    std::optional<Instant>      done_at{};
    std::optional<Id<Operator>> done_by{};
    std::string                 result{};
    std::string                 description{};

    friend bool operator==(Task const&, Task const&) = default;
};
BOOST_DESCRIBE_STRUCT(Task, (), (id, revision, title, responsible_id, status, priority, subject_id, person_id, case_id,
                                 contact_id, due_at, done_at, done_by, result, description))

template <>
struct Facts<Task> {
    static constexpr std::string_view name   = "task";
    static constexpr std::string_view plural = "tasks";
    static constexpr std::string_view doc    = "Something to do, by someone, until some day.";

    static constexpr auto fields = std::to_array<FieldFacts>({
        {.name = "id", .doc = "Key; 0 until the record is added."},
        {.name = "revision", .doc = "Version, and who changed it when."},
        {.name = "title", .doc = "What to do, in one line.", .max_length = 255, .required = true, .personal = true},
        {.name = "responsible_id", .doc = "Who has to do it."},
        {.name = "status", .doc = "How far it is.", .group = "status"},
        {.name = "priority", .doc = "How urgent it is."},
        {.name = "subject_id", .doc = "The subject that it concerns.", .group = "about"},
        {.name = "person_id", .doc = "The person that it concerns.", .group = "about"},
        {.name = "case_id", .doc = "The case that it belongs to."},
        {.name = "contact_id", .doc = "The contact that it came from."},
        {.name = "due_at", .doc = "Until when (UTC)."},
        {.name = "done_at", .doc = "When it was done (UTC).", .group = "status"},
        {.name = "done_by", .doc = "Who did it.", .group = "status"},
        {.name = "result", .doc = "What came of it.", .max_length = 4000, .personal = true, .group = "status"},
        {.name = "description", .doc = "What to do, at length.", .max_length = 20'000, .personal = true},
    });
};
static_assert(facts_agree<Task>(), "Facts<Task> and the description of Task differ");
static_assert(describes_every_member<Task>(), "a member of Task is missing from BOOST_DESCRIBE_STRUCT");

}  // namespace crm
