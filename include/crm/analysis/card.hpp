// Who somebody is, at a glance: a subject with all that belongs to it, and parties found by what people type.
#pragma once

#include <crm/model/address.hpp>
#include <crm/model/contact_point.hpp>
#include <crm/model/identifier.hpp>
#include <crm/model/party.hpp>
#include <crm/model/person.hpp>
#include <crm/model/subject.hpp>

#include <optional>
#include <string>
#include <vector>

namespace crm {

/// A party with what is in use of it, each by id.
struct PartyCard {
    Party                     party{};
    std::vector<Identifier>   identifiers{};
    std::vector<Address>      addresses{};
    std::vector<ContactPoint> contact_points{};

    friend bool operator==(PartyCard const&, PartyCard const&) = default;
};

/// A person; that of a natural subject has the party of the subject.
struct PersonCard {
    Person    person{};
    PartyCard party{};

    friend bool operator==(PersonCard const&, PersonCard const&) = default;
};

/// A subject with its party, and its persons in use, by id.
struct SubjectCard {
    Subject                 subject{};
    PartyCard               party{};
    std::vector<PersonCard> persons{};

    friend bool operator==(SubjectCard const&, SubjectCard const&) = default;
};

/// A party in use whose name begins as somebody typed, with what tells it from its namesakes, and what to open, even where
/// that was put away.
struct PartyHit {
    Id<Party>                  party_id{};
    std::string                name{};
    bool                       is_human = false;  ///< it has a given or a family name
    std::string                city{};            ///< of its default address; empty: none
    std::optional<Id<Subject>> subject_id{};
    std::optional<Id<Person>>  person_id{};

    friend bool operator==(PartyHit const&, PartyHit const&) = default;
};

}  // namespace crm
