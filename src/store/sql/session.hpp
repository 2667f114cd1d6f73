#pragma once

#include "id_supply.hpp"
#include "row_table.hpp"

#include "record/table.hpp"

#include <deque>
#include <functional>
#include <memory>

namespace crm::sql {

/// A host's own connection, in the place of ours for as long as this lives.
class HostHandle {
public:
    HostHandle(Connection& connection, void* handle) : connection_{connection}, ours_{exchange(handle)} {}
    HostHandle(HostHandle const&)            = delete;
    HostHandle& operator=(HostHandle const&) = delete;
    ~HostHandle() { exchange(ours_); }

private:
    void* exchange(void* handle) { return connection_.dialect().exchange_handle(connection_.session(), handle); }

    Connection& connection_;
    void*       ours_;
};

/// The history as a table of rows, though its rows are no records.
[[nodiscard]] record::Table const& history_table();

/// A connection with its kept statements, for one transaction at a time.
struct Session {
    explicit Session(Dialect const& dialect, Target const& target, void* host = nullptr);

    [[nodiscard]] RowTable& table(record::Table const& described) { return tables[described.index]; }

    Connection                connection;   // before the statements: they end before it, and while the host's handle
    std::optional<HostHandle> host_handle;  // is still there, so that none of them is left open on it
    std::deque<RowTable>      tables;
    RowTable                  history;
    KeptQueries               queries{connection};
    IdBlockTable              id_blocks{connection};
};

/// Goes back to where it came from.
using SessionLease = std::unique_ptr<Session, std::function<void(Session*)>>;

}  // namespace crm::sql
