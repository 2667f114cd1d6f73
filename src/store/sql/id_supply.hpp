#pragma once

#include "row_statements.hpp"

#include <cstdint>
#include <mutex>
#include <optional>

namespace crm::sql {

/// Ids that nobody else gets, in a row.
struct IdBlock {
    std::int64_t next = 0;
    std::int64_t end  = 0;

    [[nodiscard]] std::int64_t left() const noexcept { return end - next; }

    std::optional<std::int64_t> take(std::int64_t count)
    {
        return count <= left() ? std::optional{std::exchange(next, next + count)} : std::nullopt;
    }
};

/// The block at hand, for the writers of several threads.
class IdSupply {
public:
    static constexpr std::int64_t block = 1000;

    [[nodiscard]] bool is_low()
    {
        std::scoped_lock alone{mutex_};
        return block_.left() < block / 2;
    }
    std::optional<std::int64_t> take(std::int64_t count)
    {
        std::scoped_lock alone{mutex_};
        return block_.take(count);
    }
    /// Whether only greater ones are given: then they were taken from the table, and no block to come has smaller ones.
    [[nodiscard]] bool is_past(std::int64_t last)
    {
        std::scoped_lock alone{mutex_};
        return last < block_.next;
    }
    /// Gives none of these.
    void forget_up_to(std::int64_t last)
    {
        std::scoped_lock alone{mutex_};
        if (block_.next <= last)
            block_ = {};
    }
    /// With what is left of a block, if it is more than there is.
    void refill(IdBlock block)
    {
        std::scoped_lock alone{mutex_};
        if (block.left() > block_.left())
            block_ = block;
    }

private:
    std::mutex mutex_;
    IdBlock    block_;
};

/// Takes blocks from crm_id_block.
class IdBlockTable {
public:
    explicit IdBlockTable(Connection& connection)
        : advance_{connection, "update " + connection.table("id_block") + " set next_id = next_id + :wanted where name = 'all'",
                   {record::Kind::integer}},
          read_{connection, "select next_id from " + connection.table("id_block") + " where name = 'all'", {},
                {record::Kind::integer}},
          claim_{connection, "update " + connection.table("id_block") + " set next_id = :next where name = 'all' and next_id < :least",
                 {record::Kind::integer, record::Kind::integer}}
    {
    }

    /// From now on no block has an id up to `last`.
    void claim(std::int64_t last)
    {
        claim_.parameter(0).set(last + 1);
        claim_.parameter(1).set(last + 1);
        claim_.run();
    }

    [[nodiscard]] IdBlock take(std::int64_t count)
    {
        advance_.parameter(0).set(count);
        advance_.run();
        std::int64_t end = 0;
        read_.run([&](record::Row const& row) { end = row[0].integer; });
        return {end - count, end};
    }

private:
    Query advance_, read_, claim_;
};

}  // namespace crm::sql
