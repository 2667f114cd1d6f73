#pragma once

#include <crm/model/id.hpp>
#include <crm/model/instant.hpp>
#include <crm/model/number_kind.hpp>
#include <crm/store/store.hpp>

#include <memory>
#include <set>
#include <string>

namespace crm {

/// What the host settles for everyone who works with a database.
struct Settings {
    Clock                clock = &system_now;
    std::string          zone{};            ///< of the days in conditions, such as Europe/Warsaw; empty: UTC
    std::set<NumberKind> unique_numbers{};  ///< numbers that only one party of the register may have
};

/// One transaction of one operator.
struct Session {
    std::unique_ptr<store::Transaction> transaction;
    Id<Operator>                        who{};
    std::shared_ptr<Settings const>     settings;
};

}  // namespace crm
