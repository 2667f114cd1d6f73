// What the verbs that register subjects and persons take, and what they give back.
#pragma once

#include <crm/model/identifier.hpp>
#include <crm/model/person.hpp>
#include <crm/model/subject.hpp>

#include <optional>
#include <string>

namespace crm {

/// A private person, or a sole trader who is registered as that one person.
struct NewNatural {
    std::string                 number{};  ///< from the host's own series
    std::string                 given_name{};
    std::string                 middle_names{};
    std::string                 family_name{};
    std::string                 title{};
    std::optional<Date>         birth_date{};
    std::string                 pesel{};
    std::string                 nip{};
    std::string                 regon{};
    std::string                 email{};
    std::string                 phone{};
    std::optional<Id<Operator>> keeper_id{};
    SubjectStatus               status      = SubjectStatus::prospect;
    bool                        with_person = true;  ///< makes the person that shares its data
};

/// A legal person, a partnership, or a sole trader registered as a firm.
struct NewLegal {
    std::string                 number{};  ///< from the host's own series
    std::string                 name{};
    std::string                 short_name{};
    std::string                 nip{};
    std::string                 regon{};
    std::string                 krs{};
    std::string                 vat{};
    std::string                 email{};
    std::string                 phone{};
    std::optional<Id<Operator>> keeper_id{};
    SubjectStatus               status = SubjectStatus::prospect;
};

/// Someone at a legal subject; at a natural one only the person that shares its data.
struct NewPerson {
    Id<Subject>                 subject_id{};
    std::string                 given_name{};
    std::string                 middle_names{};
    std::string                 family_name{};
    std::string                 title{};
    std::string                 position{};
    std::string                 department{};
    std::optional<DecisionRole> decision_role{};
    std::string                 email{};
    std::string                 phone{};
};

/// What was made of a new subject or person.
struct Registered {
    Id<Subject>               subject_id{};
    Id<Party>                 party_id{};
    std::optional<Id<Person>> person_id{};
};

}  // namespace crm
