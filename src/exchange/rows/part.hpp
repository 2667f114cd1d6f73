// What a database consists of, as rows: the records, the operations with their places in the feed, and the history.
#pragma once

#include <crm/store/store.hpp>

#include <memory>
#include <span>
#include <vector>

namespace crm::exchange {

/// Rows of one kind, which are read and stored in the order of their keys.
class Part {
public:
    virtual ~Part() = default;

    [[nodiscard]] virtual std::string_view       name() const    = 0;
    [[nodiscard]] virtual record::Columns const& columns() const = 0;

    /// Hands out the rows behind `last`, or the first ones; at most `limit`.
    virtual void read(store::Transaction& from, record::Row const* last, std::size_t limit, store::Take const& take) const = 0;

    virtual void write(store::Transaction& to, std::span<record::Row const> rows) const = 0;

    /// How many rows there are, where a database can tell.
    [[nodiscard]] virtual std::optional<std::uint64_t> count(store::Transaction& from) const = 0;

    /// The greatest id that the row tells of: ids go on behind it.
    [[nodiscard]] virtual std::int64_t greatest_id(record::Row const& row) const { return row.front().integer; }

    /// The table of the records; null for a part that is none.
    [[nodiscard]] virtual record::Table const* table() const { return nullptr; }
};

/// Every part, those that are referred to before those that refer to them.
[[nodiscard]] std::span<std::unique_ptr<Part const> const> parts();

/// The part of that name, or null.
[[nodiscard]] Part const* part_named(std::string_view name);

/// Reads a part page by page, with pages as large as memory likes them: thousands of small rows, or a few large ones.
class Pages {
public:
    Pages(Part const& part, store::Transaction& from) : part_{part}, from_{from} {}

    /// The next rows; none at the end. Lent until the next call.
    [[nodiscard]] std::span<record::Row const> next();

    /// The key of the last row of the page before this one, or null.
    [[nodiscard]] record::Row const* before() const { return has_before_ ? &before_ : nullptr; }
    [[nodiscard]] std::size_t        limit() const { return limit_; }

private:
    Part const&              part_;
    store::Transaction&      from_;
    std::vector<record::Row> rows_{};
    record::Row              before_{};
    bool                     has_before_ = false;
    std::size_t              limit_ = 0, next_limit_ = 100;
};

}  // namespace crm::exchange
