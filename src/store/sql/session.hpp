#pragma once

#include "card.hpp"
#include "id_supply.hpp"
#include "row_table.hpp"
#include "timeline.hpp"

#include "record/table.hpp"
#include "store/history_rows.hpp"

#include <deque>
#include <functional>
#include <memory>

namespace crm::sql {

/// A connection with its kept statements, for one transaction at a time.
struct Session {
    template <class... Argument>
    explicit Session(Argument&&... of_connection) : connection{std::forward<Argument>(of_connection)...}
    {
        for (auto const& table : record::tables())
            tables.emplace_back(connection, table);
    }

    [[nodiscard]] RowTable& table(record::Table const& described) { return tables[described.index]; }

    Connection           connection;  // before the statements, which end before it
    std::deque<RowTable> tables;
    RowTable             history{connection, store::history_table()};
    RowTable             placed_operations{connection, store::placed_operation_table()};
    KeptQueries          queries{connection};
    Cards                cards{connection};
    Timelines            timelines{connection};
    IdBlockTable         id_blocks{connection};
};

/// Goes back to where it came from.
using SessionLease = std::unique_ptr<Session, std::function<void(Session*)>>;

}  // namespace crm::sql
