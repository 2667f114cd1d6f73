// What arguments name a record by: the record itself, its key or id, what was registered, or its code.
#pragma once

#include "record_class.hpp"

#include <crm/work/reading.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

namespace crm::python {

/// A record that is named by id, or by a code that is still to be looked up.
struct Reference {
    std::int64_t               id = 0;
    std::optional<std::string> code{};
};

/// Reads `Ref[Record]`. With the GIL.
/// \throws TypeError when it is of another kind; ValueError when it is a record that was not added yet
Reference reference_to(py::handle given, std::string_view record, std::string_view argument);

/// Without the GIL. \throws NotFound
std::int64_t id_of(Reading& reading, Reference const& reference, std::string_view record);

/// What codes stood for in one call, whose many records name the same few: by record, case type of a phase, and code. The texts
/// of the codes have to outlive it.
using KnownCodes = std::map<std::tuple<std::string_view, std::int64_t, std::string_view>, std::int64_t>;

/// The same for one of many in a call.
std::int64_t id_of(Reading& reading, Reference const& reference, std::string_view record, KnownCodes& known);

/// Looks up what was named by code, in the order of the fields: a phase is one of the case type before it.
/// Without the GIL. \throws NotFound
void resolve(Reading& reading, Fields const& fields, void* structure, Named const& named, KnownCodes& known);
void resolve(Reading& reading, Fields const& fields, void* structure, Named const& named);

/// An argument that names a `Record`; `Ref[Record]` in signatures.
template <class Record>
class Ref {
public:
    Ref(py::handle given, std::string_view argument) : reference_{reference_to(given, class_name<Record>(), argument)} {}

    /// Without the GIL. \throws NotFound
    [[nodiscard]] Id<Record> in(Reading& reading) const { return {id_of(reading, reference_, class_name<Record>())}; }
    [[nodiscard]] Id<Record> in(Reading& reading, KnownCodes& known) const { return {id_of(reading, reference_, class_name<Record>(), known)}; }
    [[nodiscard]] Reference const& reference() const { return reference_; }

private:
    Reference reference_;
};

template <class Record>
std::optional<Ref<Record>> optional_ref(py::handle given, std::string_view argument)
{
    return given.is_none() ? std::nullopt : std::optional{Ref<Record>{given, argument}};
}

template <class Record>
std::optional<Id<Record>> find_in(Reading& reading, std::optional<Ref<Record>> const& reference)
{
    return reference ? std::optional{reference->in(reading)} : std::nullopt;
}

/// crm.Key: an int that knows the kind of its record.
py::object key(std::int64_t id, std::string_view record);
template <class Record>
py::object key(Id<Record> id)
{
    return id ? key(id.value, class_name<Record>()) : py::none{};
}

}  // namespace crm::python
