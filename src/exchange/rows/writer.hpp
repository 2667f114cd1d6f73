#pragma once

#include "part.hpp"

namespace crm::exchange {

/// Stores the rows of a part as they are. A row may refer to one of its own table that comes later: such a reference is
/// stored in the end.
class PartWriter {
public:
    /// \throws Internal when rows of the part refer to a part that comes later
    explicit PartWriter(Part const& part);

    /// Stores rows, but for the first `there`, which are stored already.
    /// \throws Conflict, and what else the store throws
    void write(store::Transaction& to, std::span<record::Row const> rows, std::size_t there = 0);

    /// Whether references wait for finish().
    [[nodiscard]] bool has_deferred() const { return !deferred_.empty(); }

    /// Stores the references that were left out, also those that a writer before left out.
    void finish(store::Transaction& to);

private:
    [[nodiscard]] bool        refers_forward(record::Row const& row) const;
    [[nodiscard]] record::Row without_forward(record::Row row) const;

    Part const&              part_;
    std::vector<std::size_t> own_{};       ///< columns that refer to the same table
    std::vector<record::Row> deferred_{};  ///< whole rows, of which less is stored
};

}  // namespace crm::exchange
