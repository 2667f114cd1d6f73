#include "connection.hpp"

namespace crm::sql {

Connection::Connection(Dialect const& dialect, Target const& target, std::shared_ptr<Counters> counters)
    : dialect_{dialect}, target_{target}, counters_{std::move(counters)}, session_{own_}
{
    guarded([&] { dialect.open(session_, target); });
    ++counters_->connects;
}

Connection::Connection(Dialect const& dialect, Target const& target, std::shared_ptr<Counters> counters, soci::session& host)
    : dialect_{dialect}, target_{target}, counters_{std::move(counters)}, session_{host}
{
}

void Connection::control(std::string_view statement)
{
    try {
        session_ << statement;
    } catch (soci::soci_error const& failure) {
        auto const error = translated(failure);
        raise(error.code(), error.what());
    }
}

std::string Connection::column(std::string_view name) const
{
    if (name != "key")
        return std::string{name};
    return dialect_.quote + std::string{name} + dialect_.quote;
}

Error Connection::translated(soci::soci_error const& failure)
{
    auto const [code, contention, what] = dialect_.classify(session_, failure);
    counters_->count(contention);
    if (code == ErrorCode::Unavailable && !std::exchange(lost_, true) && working_ && server_still_runs())
        return {ErrorCode::TransactionLost, "The database has ended the session, and the transaction with it: nothing of it was stored. Begin again. " + what};
    return {code, what};
}

bool Connection::server_still_runs() const
{
    if (!dialect_.remote)
        return false;
    try {
        soci::session another;
        dialect_.open(another, target_);
        return dialect_.uptime(another) >= std::chrono::steady_clock::now() - began_;
    } catch (soci::soci_error const&) {
        return false;
    }
}

}  // namespace crm::sql
