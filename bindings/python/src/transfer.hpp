// What checks, copies and dumps answer with, and how their progress is told.
#pragma once

#include "described.hpp"

#include <crm/exchange/dump.hpp>
#include <crm/work/database.hpp>

#include <memory>

namespace crm {

BOOST_DESCRIBE_STRUCT(Finding, (), (record, id, code, message))
template <>
struct Facts<Finding> {
    static constexpr std::string_view doc    = "Something that crm would not have stored.";
    static constexpr auto             fields = std::to_array<FieldFacts>({
        {.name = "record", .doc = "Which kind of record, such as ``case``; empty: of the database itself."},
        {.name = "id", .doc = "Id of the record, or of the operation of a row of the history; 0: of none."},
        {.name = "code", .doc = "Stable: that of the rule, or of what is looked for here."},
        {.name = "message", .doc = "A sentence that says what is wrong, without values."},
    });
};

BOOST_DESCRIBE_STRUCT(Findings, (), (found, records, all))
template <>
struct Facts<Findings> {
    static constexpr std::string_view doc    = "What a look at everything that is stored found.";
    static constexpr auto             fields = std::to_array<FieldFacts>({
        {.name = "found", .doc = "By record and id."},
        {.name = "records", .doc = "How many records were looked at."},
        {.name = "all", .doc = "Whether these are all: False when there were more than were asked for, or the database is damaged."},
    });
};

BOOST_DESCRIBE_STRUCT(CopiedPart, (), (name, rows, added, checksum))
template <>
struct Facts<CopiedPart> {
    static constexpr std::string_view doc    = "What came of one table of a copy, or of its feed.";
    static constexpr auto             fields = std::to_array<FieldFacts>({
        {.name = "name", .doc = "Such as ``contact``; ``operation``, ``history``, ``feed``."},
        {.name = "rows", .doc = "How many there are on both sides."},
        {.name = "added", .doc = "How many of them by this call; the others were there from one that was broken off."},
        {.name = "checksum", .doc = "SHA-256 over all cells of all rows by key, the same on both sides."},
    });
};
static_assert(every_field_has_a_doc<Finding>() && every_field_has_a_doc<Findings>() && every_field_has_a_doc<CopiedPart>());

}  // namespace crm

namespace crm::python {

/// A callable of Python that the library calls without the GIL; none: nobody is told.
inline std::shared_ptr<py::object> listener(py::handle given)
{
    if (given.is_none())
        return nullptr;
    return {new py::object{py::reinterpret_borrow<py::object>(given)}, [](py::object* callable) {
                py::gil_scoped_acquire const held;
                delete callable;
            }};
}

}  // namespace crm::python
