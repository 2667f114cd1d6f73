// Whole databases: copies, dumps, and the SQL of their tables.
#include "transfer.hpp"

#include <crm/store/schema.hpp>

namespace crm::python {

namespace {

using Listener = Typed<"collections.abc.Callable[[str, int, int | None, bool], object] | None">;

TellProgress telling(Listener const& given)
{
    auto const callable = listener(given);
    if (!callable)
        return {};
    return [callable](TransferProgress const& progress) {
        py::gil_scoped_acquire const held;
        (*callable)(py::str{progress.part}, progress.done, Convert<std::optional<std::uint64_t>>::cast(progress.all), progress.comparing);
    };
}

/// A path as a text, also of a pathlib.Path.
std::string path_of(py::handle given)
{
    return argument<std::string>(py::module_::import("os").attr("fspath")(given), "path");
}

Typed<"list[CopiedPart]"> copy_between(Typed<"str | os.PathLike[str]"> const& from, Typed<"str | os.PathLike[str]"> const& to, Listener const& progress)
{
    auto const        source = path_of(from), target = path_of(to);
    CopyOptions const options{.progress = telling(progress)};
    CopyReport        report;
    {
        py::gil_scoped_release const released;
        report = copy_database(source, target, options);
    }
    return Convert<CopyReport>::cast(report);
}

std::uint64_t dump(Typed<"str | os.PathLike[str]"> const& from, Typed<"str | os.PathLike[str]"> const& path, bool history, Listener const& progress)
{
    auto const                   source = path_of(from), file = path_of(path);
    DumpOptions const            options{.history = history, .progress = telling(progress)};
    py::gil_scoped_release const released;
    return dump_database(source, file, options);
}

std::uint64_t load(Typed<"str | os.PathLike[str]"> const& path, Typed<"str | os.PathLike[str]"> const& to, Listener const& progress)
{
    auto const                   file = path_of(path), target = path_of(to);
    auto const                   tell = telling(progress);
    py::gil_scoped_release const released;
    return load_database(file, target, tell);
}

}  // namespace

void bind_transfer(py::module_& module)
{
    module.def("copy_database", &copy_between, py::arg("from_"), py::arg("to"), py::kw_only{}, py::arg("progress") = py::none{},
               "Copy every record, the history, the operations with their places in the feed, and where ids go on, from one state of a "
               "database to another one of any kind, and compare both by counts and checksums. ``to`` holds nothing, or the unfinished "
               "copy of the same state: then it goes on. Until it is finished nobody can open ``to``. ``progress`` is called with the "
               "table, how many rows are done, of how many, and whether they are being compared. Raises Conflict, Corrupt.");
    module.def("dump_database", &dump, py::arg("from_"), py::arg("path"), py::kw_only{}, py::arg("history") = true,
               py::arg("progress") = py::none{},
               "Write a database as JSON Lines, one record a line, into a new file; return how many rows. ``history`` False leaves out the "
               "history and the feed. Raises InvalidArgument when there is a file already.");
    module.def("load_database", &load, py::arg("path"), py::arg("to"), py::kw_only{}, py::arg("progress") = py::none{},
               "Load a dump into a database that holds nothing, all of it or nothing; return how many rows. Raises InvalidArgument and "
               "Conflict that name the line, the record and the field.");
    module.def("schema_script", [](Typed<"str | os.PathLike[str]"> const& uri) {
                   auto const                   where = path_of(uri);
                   py::gil_scoped_release const released;
                   return schema_script(where);
               },
               py::arg("uri"), "The SQL that opening with ``create`` would run now, for a DBA; only a comment when nothing is to be done.");
    module.def("grant_script", [](std::string const& uri, Typed<"DatabaseRole | str"> const& role, std::string const& user) {
                   return grant_script(uri, argument<DatabaseRole>(role, "role"), user);
               },
               py::arg("uri"), py::arg("role"), py::arg("user"),
               "GRANT statements for a user of the database who is there already. Raises Unsupported where a database has no users.");
}

}  // namespace crm::python
