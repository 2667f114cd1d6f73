// Records as Python holds them, and what can be done with each kind of them without knowing its type.
#pragma once

#include "fields.hpp"

#include <crm/store/condition.hpp>
#include <crm/store/history.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace crm {
class Reading;
struct Paging;
}  // namespace crm

namespace crm::python {

class PyReading;
class PyWork;
class RecordClass;

/// A record that a Python object owns.
class Held {
public:
    virtual ~Held() = default;

    [[nodiscard]] virtual RecordClass const&    kind() const                     = 0;
    [[nodiscard]] virtual void*                 data()                           = 0;
    [[nodiscard]] virtual bool                  equals(Held const& other) const  = 0;
    [[nodiscard]] virtual std::unique_ptr<Held> copy() const                     = 0;

    Named named{};  ///< what its keywords named by code; looked up when it is added or saved
};

/// Where the ids of new records come from.
enum class Ids {
    given_out,
    kept  ///< those of another system
};

/// A kind of record. Calls with the GIL release it around the storage.
class RecordClass {
public:
    virtual ~RecordClass() = default;

    [[nodiscard]] virtual std::string_view       name() const     = 0;  ///< of the class: "CaseType"
    [[nodiscard]] virtual std::string_view       in_texts() const = 0;  ///< "case_type"
    [[nodiscard]] virtual std::string_view       doc() const      = 0;
    [[nodiscard]] virtual Fields const&          fields() const   = 0;
    [[nodiscard]] virtual std::unique_ptr<Held>  make() const     = 0;
    [[nodiscard]] virtual py::handle             python() const   = 0;  ///< the class

    /// Keywords of its constructor that are no fields: the names of a new person, whose party is made with it.
    [[nodiscard]] virtual std::span<std::string_view const> extra() const { return {}; }

    [[nodiscard]] virtual py::object          get(PyReading& reading, std::int64_t id) const                           = 0;
    [[nodiscard]] virtual py::object          look_up(PyReading& reading, std::int64_t id) const                       = 0;
    virtual void                              refresh(PyReading& reading, Held& held) const                            = 0;
    [[nodiscard]] virtual py::tuple           page(PyReading& reading, Condition const& condition, Paging const&) const = 0;
    [[nodiscard]] virtual std::int64_t        count(PyReading& reading, Condition const& condition, bool archived) const = 0;
    [[nodiscard]] virtual std::vector<Change> history(PyReading& reading, std::int64_t id) const                       = 0;

    virtual void add(PyWork& work, std::span<Held* const> held, Ids ids) const = 0;
    virtual void save(PyWork& work, Held& held) const                          = 0;
    virtual void archive(PyWork& work, std::int64_t id) const                  = 0;
    virtual void restore(PyWork& work, std::int64_t id) const                  = 0;
    virtual void remove(PyWork& work, std::int64_t id) const                   = 0;

    /// The id of the record with that code, or with the number that the kind is told by; none when there is none.
    /// Without the GIL. \throws InvalidArgument when no code tells records of this kind apart
    [[nodiscard]] virtual std::optional<std::int64_t> by_code(Reading& reading, std::string_view code) const = 0;
};

/// Every kind, by the name of its class. Filled when the module is imported.
std::vector<RecordClass const*>& record_classes();

/// \throws Internal
RecordClass const& record_class(std::string_view name);

/// The record in an object. \throws TypeError
Held& held_in(py::handle record);

/// A record, its key, or its kind and its id: what is read, archived and removed. \throws TypeError
std::pair<RecordClass const*, std::int64_t> named_record(py::handle what, py::handle id);

/// The kind that a class of Python stands for. \throws TypeError
RecordClass const& record_class(py::handle python_class);

}  // namespace crm::python
