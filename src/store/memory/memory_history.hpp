#pragma once

#include <crm/store/history.hpp>

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace crm::store {

/// What happened, in the order in which it was written down.
class MemoryHistory {
public:
    void add(std::span<Change const> changes) { changes_.insert(changes_.end(), changes.begin(), changes.end()); }

    [[nodiscard]] std::vector<Change> since(std::string_view record, std::int64_t id, std::int64_t version) const
    {
        std::vector<Change> found;
        for (auto change = changes_.rbegin(); change != changes_.rend(); ++change)
            if (change->record == record && change->record_id == id && change->version > version)
                found.push_back(*change);
        return found;
    }

    /// Those from one mark to another.
    [[nodiscard]] std::vector<Change> between(std::size_t first, std::size_t last) const
    {
        return {changes_.begin() + static_cast<std::ptrdiff_t>(first), changes_.begin() + static_cast<std::ptrdiff_t>(last)};
    }

    /// Removes those before a mark.
    void forget_to(std::size_t mark) { changes_.erase(changes_.begin(), changes_.begin() + static_cast<std::ptrdiff_t>(mark)); }

    [[nodiscard]] std::size_t mark() const noexcept { return changes_.size(); }
    void                      undo_to(std::size_t mark) { changes_.resize(mark); }

private:
    std::vector<Change> changes_;
};

}  // namespace crm::store
