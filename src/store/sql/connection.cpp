#include "connection.hpp"

namespace crm::sql {

Connection::Connection(Dialect const& dialect, Target const& target) : dialect_{dialect}, prefix_{target.prefix}
{
    guarded([&] { dialect.open(session_, target); });
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

}  // namespace crm::sql
