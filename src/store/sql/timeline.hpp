#pragma once

#include "row_statements.hpp"

#include <crm/analysis/timeline.hpp>

#include <map>
#include <span>
#include <vector>

namespace crm::sql {

/// What belongs into a place of a statement.
enum class TimelinePart { case_id, person_id, subject_id, floor, after_at, after_id, limit };

struct TimelineSource;

/// What happened, newest first: of each kind of entry a page in the order of its own index, merged. Its statements are kept.
class Timelines {
public:
    explicit Timelines(Connection& connection) : connection_{connection} {}

    [[nodiscard]] Timeline tell(TimelineQuery const& query);

private:
    struct Asking {
        Asking(Connection& connection, std::string sql, std::vector<record::Kind> const& parameters, std::vector<record::Kind> const& results)
            : query{connection, std::move(sql), parameters, results}
        {
        }
        Query                     query;
        std::vector<TimelinePart> places{};  ///< what belongs into each place of it
    };

    using Sources = std::span<TimelineSource const* const>;

    /// Adds a page of what comes from some sources, newest first, and not older than `floor`.
    void add(Timeline& entries, Sources asked, TimelineQuery const& query, std::int64_t floor);

    [[nodiscard]] Asking& asking(Sources asked, TimelineQuery const& query);

    Connection&           connection_;
    std::map<int, Asking> kept_{};  ///< by the sources and what is asked for
};

}  // namespace crm::sql
