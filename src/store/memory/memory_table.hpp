// The rows of one record type, with an index for each question that is asked of them.
#pragma once

#include <crm/record/row.hpp>

#include <boost/multi_index/composite_key.hpp>
#include <boost/multi_index/hashed_index.hpp>
#include <boost/multi_index/mem_fun.hpp>
#include <boost/multi_index/member.hpp>
#include <boost/multi_index/ordered_index.hpp>
#include <boost/multi_index_container.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace crm::store {

/// It stores what it is given: MemoryTables checks before.
class MemoryTable {
public:
    explicit MemoryTable(record::Table const& table) : table_{&table} {}

    [[nodiscard]] record::Table const& described() const noexcept { return *table_; }

    /// The row with that id; null when there is none. It stays where it is until it is erased.
    [[nodiscard]] record::Row const* find(std::int64_t id) const;

    /// The row, other than itself, that has one of the unique keys of `row`; null when there is none.
    [[nodiscard]] record::Row const* namesake(record::Row const& row) const;

    /// Stores a row in the place of the one with its id, if there is one. Its unique keys are free.
    void put(record::Row const& row);

    /// Erases a row that is there.
    void erase(std::int64_t id);

    /// Calls `visit(row)` for each row behind an id, in the order of ids, until it returns false.
    template <class Visit>
    void each_after(std::optional<std::int64_t> id, Visit visit) const
    {
        for (auto next = id ? rows_.upper_bound(*id) : rows_.begin(); next != rows_.end(); ++next)
            if (!visit(next->cells))
                return;
    }

    /// Calls `visit(row)` for each row that refers to `target` by `column`, in the order of ids, until it returns false.
    template <class Visit>
    void each_referring(std::size_t column, std::int64_t target, Visit visit) const
    {
        auto const [begin, end] = references_.equal_range(std::make_tuple(column, target));
        for (auto next = begin; next != end; ++next)
            if (!visit(*find(next->from)))
                return;
    }

private:
    struct Stored {
        record::Row cells;

        [[nodiscard]] std::int64_t id() const { return cells[0].integer; }
    };
    struct Key {
        std::string  value;  ///< which unique key, and what its columns hold
        std::int64_t id;
    };
    struct Reference {
        std::size_t  column;
        std::int64_t target;
        std::int64_t from;  ///< the id of the row that refers
    };

    template <class... Index>
    using Indexes = boost::multi_index::indexed_by<Index...>;

    using Rows = boost::multi_index_container<
        Stored, Indexes<boost::multi_index::ordered_unique<boost::multi_index::const_mem_fun<Stored, std::int64_t, &Stored::id>>>>;
    using Keys = boost::multi_index_container<
        Key, Indexes<boost::multi_index::hashed_unique<boost::multi_index::member<Key, std::string, &Key::value>>>>;
    using References = boost::multi_index_container<
        Reference, Indexes<boost::multi_index::ordered_unique<boost::multi_index::composite_key<
                       Reference, boost::multi_index::member<Reference, std::size_t, &Reference::column>,
                       boost::multi_index::member<Reference, std::int64_t, &Reference::target>,
                       boost::multi_index::member<Reference, std::int64_t, &Reference::from>>>>>;

    [[nodiscard]] std::optional<std::string> key(std::size_t which, record::Row const& row) const;
    void                                     add_to_indexes(record::Row const& row);
    void                                     take_from_indexes(record::Row const& row);

    record::Table const* table_;
    Rows                 rows_;
    Keys                 keys_;
    References           references_;
};

}  // namespace crm::store
