// A database as a Python object.
#pragma once

#include "convert.hpp"

#include <crm/store/uri.hpp>
#include <crm/work/database.hpp>

#include <memory>
#include <string>
#include <utility>

namespace crm::python {

class PyDatabase {
public:
    PyDatabase(std::string const& uri, DatabaseOptions const& options) : uri_{without_password(uri)}
    {
        py::gil_scoped_release const released;
        database_ = std::make_shared<Database>(uri, options);
    }

    [[nodiscard]] std::string const& uri() const { return uri_; }
    [[nodiscard]] bool               is_closed() const { return !database_; }

    ~PyDatabase() { close(); }
    PyDatabase(PyDatabase const&)            = delete;
    PyDatabase& operator=(PyDatabase const&) = delete;

    void close()
    {
        auto                         last = std::exchange(database_, nullptr);
        py::gil_scoped_release const released;
        last.reset();  // its connections may go over a network
    }

    [[nodiscard]] std::shared_ptr<Database> open() const
    {
        if (!database_)
            throw InvalidArgument{"The database is closed: open it again."};
        return database_;
    }

private:
    std::string               uri_;  ///< without a password: it is shown
    std::shared_ptr<Database> database_;
};

using DatabaseClass = py::class_<PyDatabase>;

/// What a database tells of itself: its feed, its numbers, what became of a commit.
void bind_feed(DatabaseClass& database);

}  // namespace crm::python
