#pragma once

#include <crm/model/revision.hpp>
#include <crm/model/subject.hpp>

#include <optional>
#include <string>

namespace crm {

struct Party;
struct Subject;

/// Part that a person plays when a firm decides. Stored by number: append, never renumber.
enum class DecisionRole { decision_maker = 1, evaluator = 2, influencer = 3, user = 4, blocker = 5, other = 6 };
BOOST_DESCRIBE_ENUM(DecisionRole, decision_maker, evaluator, influencer, user, blocker, other)

/// Someone we keep in touch with, always tied to one subject.
struct Person {
    Id<Person>                  id{};
    Revision                    revision{};
    Id<Subject>                 subject_id{};
    SubjectKind                 subject_kind{};
    Id<Party>                   party_id{};
    std::string                 salutation{};
    std::string                 position{};
    std::string                 department{};
    std::optional<DecisionRole> decision_role{};
    std::optional<Id<Person>>   superior_id{};
    std::optional<Date>         active_since{};
    std::optional<Date>         active_until{};
    std::string                 source{};

    friend bool operator==(Person const&, Person const&) = default;
};
BOOST_DESCRIBE_STRUCT(Person, (), (id, revision, subject_id, subject_kind, party_id, salutation, position, department,
                                   decision_role, superior_id, active_since, active_until, source))

template <>
struct Facts<Person> {
    static constexpr std::string_view name   = "person";
    static constexpr std::string_view plural = "persons";
    static constexpr std::string_view doc    = "Someone we keep in touch with, always tied to one subject.";

    static constexpr auto fields = std::to_array<FieldFacts>({
        {.name = "id", .doc = "Key; 0 until the record is added."},
        {.name = "revision", .doc = "Version, and who changed it when."},
        {.name = "subject_id", .doc = "The subject that the person belongs to.", .group = "subject"},
        {.name = "subject_kind", .doc = "Kind of that subject, by which the schema holds a natural one to one person.", .library = true},
        {.name = "party_id", .doc = "Names, numbers, addresses and contact points; of a natural subject: the same party.", .group = "subject"},
        {.name = "salutation", .doc = "How letters begin.", .max_length = 60, .personal = true},
        {.name = "position", .doc = "Position in the firm.", .max_length = 100, .personal = true},
        {.name = "department", .doc = "Department of the firm.", .max_length = 100, .personal = true},
        {.name = "decision_role", .doc = "Part that the person plays when the firm decides.", .personal = true},
        {.name = "superior_id", .doc = "The person's superior."},
        {.name = "active_since", .doc = "First day with the subject."},
        {.name = "active_until", .doc = "Last day with the subject; none: still there."},
        {.name = "source", .doc = "Where the person came from.", .max_length = 100},
    });
};
static_assert(facts_agree<Person>(), "Facts<Person> and the description of Person differ");
static_assert(describes_every_member<Person>(), "a member of Person is missing from BOOST_DESCRIBE_STRUCT");

}  // namespace crm
