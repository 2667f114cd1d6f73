// Whom a message concerns: SEMANTICS §4.6, with the reasons.
#pragma once

#include "ours.hpp"

#include <optional>
#include <string>
#include <vector>

namespace crm::mail {

/// What was found for the addresses of the other side.
struct Match {
    std::optional<Id<Subject>> subject_id{};
    std::optional<Id<Person>>  person_id{};
    std::string                rule{};        ///< person.address, subject.address, subject.domain; none.known, several.known
    std::vector<MailCandidate> candidates{};  ///< those that were found and not taken
    bool                       ambiguous = false;
};

/// Exact addresses of persons, then of subjects, then the domains of subjects: the first kind that finds anything
/// decides. One subject is a match; several are for a human to choose from, and never the first.
[[nodiscard]] Match match(Saving& saving, Ours const& ours, std::vector<std::string> const& addresses);

}  // namespace crm::mail
