#pragma once

#include "session.hpp"

#include <mutex>
#include <vector>

namespace crm::sql {

/// A session that carries the handle of a host's connection, which SOCI itself does not take: it opens a connection of
/// the kind once, and does without it from then on.
class Carrier {
public:
    Carrier(Dialect const& dialect, Target const& target);

    void put_in(void* handle) { static_cast<void>(dialect_.exchange_handle(session_, handle)); }
    void take_out() { put_in(nullptr); }

    [[nodiscard]] soci::session& session() noexcept { return session_; }

private:
    Dialect const& dialect_;
    soci::session  session_;
};

/// Carriers that were used before: to make one costs a connection. They hold none while they wait.
class Carriers : public std::enable_shared_from_this<Carriers> {
public:
    Carriers(Dialect const& dialect, Target target) : dialect_{dialect}, target_{std::move(target)} {}

    /// A session on the host's connection. \throws InvalidArgument when the host is in no transaction
    [[nodiscard]] SessionLease lease(void* host, std::shared_ptr<Counters> counters);

private:
    Dialect const&                        dialect_;
    Target const                          target_;
    std::mutex                            mutex_;
    std::vector<std::unique_ptr<Carrier>> idle_;
};

}  // namespace crm::sql
