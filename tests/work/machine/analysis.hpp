// Timelines and funnels as they are told from paper.
#pragma once

#include "paper.hpp"

#include <crm/analysis/funnel.hpp>
#include <crm/analysis/timeline.hpp>

namespace crm::test::machine {

/// The whole timeline, newest first.
[[nodiscard]] Timeline timeline_of(Books const& books, Paper const& paper, TimelineQuery const& query);

/// A line a row, as told_row() makes it. \throws NotFound
[[nodiscard]] Lines funnel_of(Books const& books, FunnelQuery const& query);

[[nodiscard]] std::string told_row(std::string_view phase, std::int64_t count, Money const& sum, Money const& weighted);

}  // namespace crm::test::machine
