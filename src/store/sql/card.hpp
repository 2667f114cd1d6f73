// Who somebody is, by a few statements that are kept.
#pragma once

#include "row_statements.hpp"

#include <crm/analysis/card.hpp>

#include <optional>
#include <string_view>
#include <vector>

namespace crm::sql {

/// The questions of a session about subjects and parties. Each statement is made when it is first asked.
class Cards {
public:
    explicit Cards(Connection& connection) : connection_{connection} {}

    [[nodiscard]] std::optional<SubjectCard> card(Id<Subject> id);
    [[nodiscard]] std::vector<SubjectCard>   subjects_with_number(NumberKind kind, std::string_view value);
    [[nodiscard]] std::vector<PartyHit>      parties_with_key(std::string_view beginning, std::size_t limit);

private:
    /// Of identifiers, addresses and contact points: those of one party, and those of a subject and its persons.
    struct Parts {
        std::optional<Query> of_party{}, of_subject{};
    };

    void                     read_persons(SubjectCard& card);
    template <class Part>
    [[nodiscard]] Query&     of_party(Parts& parts);
    template <class Part>
    [[nodiscard]] Query&     of_subject(Parts& parts);

    Connection&          connection_;
    std::optional<Query> subject_{}, persons_{}, by_number_{}, by_key_{};
    Parts                identifiers_{}, addresses_{}, contact_points_{};
};

}  // namespace crm::sql
