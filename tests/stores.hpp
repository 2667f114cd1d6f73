// Where tests keep their records: every kind of store, each in a fresh place.
#pragma once

#include "catch.hpp"
#include "server_place.hpp"
#include "temporary_folder.hpp"

#include <crm/work/database.hpp>

#include <chrono>
#include <memory>
#include <optional>
#include <string>

namespace crm::test {

/// A place for a store of the given kind, which is empty.
class FreshPlace {
public:
    explicit FreshPlace(std::string const& kind)
    {
        if (kind == "memory" || kind == "sqlite")
            uri_ = kind == "memory" ? "memory:" : "sqlite:" + folder_.file("crm.db");
        else
            uri_ = server_.emplace(kind).uri();
    }

    [[nodiscard]] std::string const& uri() const { return uri_; }
    [[nodiscard]] std::string        file() const { return folder_.file("crm.db"); }

    /// Runs a statement as a person with a client would. \throws std::exception when it is refused
    void run_sql(std::string const& statement) const { test::run_sql(uri_, statement); }

private:
    TemporaryFolder            folder_;
    std::optional<ServerPlace> server_;
    std::string                uri_;
};

/// A fresh store of the given kind, which has no patience.
class FreshStore {
public:
    explicit FreshStore(std::string const& kind) : place_{kind}, store_{store::open(place_.uri(), {.patience = std::chrono::milliseconds{0}})} {}

    store::Store* operator->() const { return store_.get(); }

    [[nodiscard]] std::unique_ptr<store::Transaction> write() const { return store_->begin(store::Access::write); }
    [[nodiscard]] std::unique_ptr<store::Transaction> read() const { return store_->begin(store::Access::read); }

private:
    FreshPlace                    place_;
    std::unique_ptr<store::Store> store_;
};

}  // namespace crm::test

/// Runs the rest of the test once for every kind of store that has one writer at a time.
#define EVERY_LOCAL_STORE() GENERATE(as<std::string>{}, "memory", "sqlite")

/// Runs the rest of the test once for every kind of store that is a database of its own.
#define EVERY_SQL_STORE() GENERATE(from_range(crm::test::sql_kinds()))

/// Runs the rest of the test once for every kind of store.
#define EVERY_STORE() GENERATE(from_range(crm::test::store_kinds()))
