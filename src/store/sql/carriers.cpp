#include "carriers.hpp"

namespace crm::sql {

Carrier::Carrier(Dialect const& dialect, Target const& target) : dialect_{dialect}
{
    Connection first{dialect, target, std::make_shared<Counters>(), session_};
    first.guarded([&] { dialect.open(session_, target); });
    dialect.close(dialect.exchange_handle(session_, nullptr));
}

namespace {

/// Takes the host's handle out again, once no statement is left on it.
class Carrying {
public:
    Carrying(std::unique_ptr<Carrier> carrier, void* host) : carrier_{std::move(carrier)} { carrier_->put_in(host); }
    Carrying(Carrying&&)            = default;
    Carrying& operator=(Carrying&&) = delete;
    ~Carrying()
    {
        if (carrier_)
            carrier_->take_out();
    }

    [[nodiscard]] Carrier&                 carrier() noexcept { return *carrier_; }
    [[nodiscard]] std::unique_ptr<Carrier> end() noexcept
    {
        carrier_->take_out();
        return std::move(carrier_);
    }

private:
    std::unique_ptr<Carrier> carrier_;
};

}  // namespace

SessionLease Carriers::lease(void* host, std::shared_ptr<Counters> counters)
{
    if (!host)
        throw InvalidArgument{"The host's connection is NULL."};
    std::unique_ptr<Carrier> carrier;
    {
        std::scoped_lock alone{mutex_};
        if (!idle_.empty()) {
            carrier = std::move(idle_.back());
            idle_.pop_back();
        }
    }
    if (!carrier)
        carrier = std::make_unique<Carrier>(dialect_, target_);
    auto carrying = std::make_shared<Carrying>(std::move(carrier), host);
    dialect_.require_joinable(carrying->carrier().session());

    auto target   = target_;
    target.pooler = true;  // statements with names would stay behind on the host's connection
    return {new Session{dialect_, target, std::move(counters), carrying->carrier().session()},
            [carrying, self = shared_from_this()](Session* session) {
                delete session;
                auto             free = carrying->end();
                std::scoped_lock alone{self->mutex_};
                self->idle_.push_back(std::move(free));
            }};
}

}  // namespace crm::sql
