// Where tests keep their records: every kind of store, each in a fresh place.
#pragma once

#include "catch.hpp"
#include "temporary_folder.hpp"

#include <crm/work/database.hpp>

#include <chrono>
#include <memory>
#include <string>

namespace crm::test {

/// A place for a store of the given kind, in a folder of its own.
class FreshPlace {
public:
    explicit FreshPlace(std::string const& kind) : uri_{kind == "memory" ? "memory:" : "sqlite:" + folder_.file("crm.db")} {}

    [[nodiscard]] std::string const& uri() const { return uri_; }
    [[nodiscard]] std::string        file() const { return folder_.file("crm.db"); }

private:
    TemporaryFolder folder_;
    std::string     uri_;
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

/// Runs the rest of the test once for every kind of store.
#define EVERY_STORE() GENERATE(as<std::string>{}, "memory", "sqlite")
