// What a database tells of itself.
#include "database.hpp"
#include "described.hpp"
#include "record.hpp"

namespace crm::python {

namespace {

/// Asks the database without the GIL.
template <class Question>
auto ask(PyDatabase const& self, Question question)
{
    auto const                   database = self.open();
    py::gil_scoped_release const released;
    return question(*database);
}

py::list entries_of(Feed const& feed)
{
    auto const entry_class = py::module_::import("crm.feed").attr("FeedEntry");
    py::list   entries;
    for (auto const& entry : feed)
        entries.append(entry_class(entry.position, to_python(entry.operation), as_changes(entry.changes)));
    return entries;
}

std::int64_t place_from(py::handle given)
{
    auto const after = argument<std::int64_t>(given, "after");
    if (after < 0)
        throw InvalidArgument{"A place in the feed is 0, for the beginning, or the position of an entry."};
    return after;
}

Typed<"list[FeedEntry]"> read_feed(PyDatabase const& self, Typed<"int"> const& after, std::size_t limit)
{
    auto const place = place_from(after);
    return entries_of(ask(self, [&](Database& database) { return database.feed(place, limit); }));
}

Typed<"collections.abc.Iterator[FeedEntry]"> follow_feed(py::object const& self, Typed<"int"> const& after)
{
    return py::module_::import("crm.feed").attr("follow")(self, place_from(after)).cast<py::object>();
}

std::size_t forget_history(PyDatabase const& self, Typed<"datetime.datetime"> const& before)
{
    auto const moment = argument<Instant>(before, "before");
    return ask(self, [&](Database& database) { return database.forget_history(moment); });
}

Typed<"Operation | None"> operation(PyDatabase const& self, std::string const& key)
{
    auto found = ask(self, [&](Database& database) { return database.operation(key); });
    return found ? to_python(*std::move(found)) : py::object{py::none{}};
}

}  // namespace

void bind_feed(DatabaseClass& database)
{
    database
        .def("feed", &read_feed, py::arg("after") = 0, py::arg("limit") = 100,
             "Committed operations behind a place, whole, in an order where no effect comes before its cause; at most ``limit``. Whoever "
             "goes on from the position of the last one sees every operation once, whoever writes meanwhile. Raises OutOfRange when "
             "operations behind ``after`` are not kept any more.")
        .def("follow", &follow_feed, py::arg("after") = 0,
             "The same for all of them, read a page at a time, until there are no more yet: it does not wait.")
        .def("forget_history", &forget_history, py::arg("before"),
             "Remove operations and their history that were begun before that moment; returns how many they were. The last one stays. "
             "What is removed is not known to history, feed and merging any more.")
        .def("operation", &operation, py::arg("key"),
             "What became of a commit whose answer was lost: the operation that was committed with that key, or None.")
        .def("stats", [](PyDatabase const& self) {
                 return Typed<"Stats">{as_stats(ask(self, [](Database& opened) { return opened.stats(); }))};
             },
             "Numbers of this database since it was opened: connections, commits, failures by cause, statements, the feed.");
}

}  // namespace crm::python
