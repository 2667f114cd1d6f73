#include "database.hpp"

#include "reading.hpp"
#include "reference.hpp"
#include "transfer.hpp"

#include <chrono>
#include <cmath>
#include <memory>

namespace crm::python {

namespace {

/// An object of Python that code without the GIL may keep and let go of.
std::shared_ptr<py::object> kept(py::object object)
{
    auto const destroy = [](py::object* last) {
        py::gil_scoped_acquire const held;
        delete last;
    };
    return {new py::object{std::move(object)}, destroy};
}

/// A callable of Python as a clock, called from wherever the library asks for the time.
Clock clock_from(py::handle given)
{
    if (given.is_none())
        return &system_now;
    return [callable = kept(py::reinterpret_borrow<py::object>(given))] {
        py::gil_scoped_acquire const held;
        return argument<Instant>((*callable)(), "What the clock tells");
    };
}

/// A callable of Python that hears of slow statements. What it raises has nothing to do with the statement.
SlowStatement slow_statement_from(py::handle given)
{
    if (given.is_none())
        return {};
    return [callable = kept(py::reinterpret_borrow<py::object>(given))](std::string_view sql, std::chrono::microseconds took) {
        py::gil_scoped_acquire const held;
        try {
            (*callable)(py::str{sql.data(), sql.size()}, std::chrono::duration<double>{took}.count());
        } catch (py::error_already_set& raised) {
            raised.discard_as_unraisable(*callable);
        }
    };
}

template <class Duration>
Duration seconds_from(double seconds, std::string const& what)
{
    if (!(seconds >= 0) || seconds > 1e6)
        throw InvalidArgument{"Give " + what + " in seconds, from 0 to a million."};
    return Duration{std::llround(seconds * Duration::period::den)};
}

/// An operator who is told by code may be met for the first time. Without the GIL.
Id<Operator> operator_in(Database& database, Reference const& who)
{
    return who.code ? database.operator_id(*who.code) : Id<Operator>{who.id};
}

Reference who_from(py::handle given)
{
    return reference_to(given, "Operator", "operator");
}

std::unique_ptr<PyView> begin_view(PyDatabase const& self, Typed<"Ref[Operator]"> const& who)
{
    auto const                   database = self.open();
    auto const                   whose    = who_from(who);
    py::gil_scoped_release const released;
    return std::make_unique<PyView>(database, database->view(operator_in(*database, whose)));
}

std::unique_ptr<PyWork> begin_work(PyDatabase const& self, Typed<"Ref[Operator]"> const& who, std::string const& cause,
                                   std::string const& key)
{
    auto const                   database = self.open();
    auto const                   whose    = who_from(who);
    py::gil_scoped_release const released;
    return std::make_unique<PyWork>(database, database->work(operator_in(*database, whose), cause, key));
}

/// An exception of Python's that stands for one of ours which is worth another try.
void raise_busy_as_ours(py::error_already_set& raised)
{
    auto const core = py::module_::import("crm._core");
    if (raised.matches(py::object{core.attr("Busy")}))
        throw Busy{py::str(raised.value()).cast<std::string>()};
}

/// With the GIL. Python owns the object, and may keep it; the work in it is taken back.
py::object call_with_work(py::handle change, std::shared_ptr<Database const> database, Work& work)
{
    auto const in_python = py::cast(std::make_unique<PyWork>(std::move(database), &work));
    struct TakeBack {
        PyWork& work;
        ~TakeBack() { work.take_back(); }
    } const at_end{in_python.cast<PyWork&>()};
    try {
        return change(in_python);
    } catch (py::error_already_set& raised) {
        raise_busy_as_ours(raised);
        throw;
    }
}

Typed<"Findings"> check(PyDatabase const& self, std::size_t most, Typed<"collections.abc.Callable[[str, int], object] | None"> const& progress)
{
    auto const   database = self.open();
    auto const   callable = listener(progress);
    CheckOptions options{.most = most};
    if (callable)
        options.progress = [&](std::string_view table, std::uint64_t done) {
            py::gil_scoped_acquire const held;
            (*callable)(py::str{table}, done);
        };
    Findings findings;
    {
        py::gil_scoped_release const released;
        findings = database->check(options);
    }
    return Convert<Findings>::cast(findings);
}

void back_up(PyDatabase const& self, Typed<"str | os.PathLike[str]"> const& path, bool replace,
             Typed<"collections.abc.Callable[[int, int], object] | None"> const& progress)
{
    auto const              database = self.open();
    auto const              file     = argument<std::string>(py::module_::import("os").attr("fspath")(path), "path");
    auto const              callable = listener(progress);
    store::BackupProgress   tell;
    if (callable)
        tell = [&](std::int64_t done, std::int64_t all) {
            py::gil_scoped_acquire const held;
            (*callable)(done, all);
        };
    py::gil_scoped_release const released;
    database->back_up(file, replace, tell);
}

Typed<"T"> transact(PyDatabase const& self, Typed<"Ref[Operator]"> const& who,
                    Typed<"collections.abc.Callable[[Work], T]"> const& change, std::string const& cause, std::string const& key)
{
    auto const database = self.open();
    auto const whose    = who_from(who);
    auto const result   = [&] {
        py::gil_scoped_release const released;
        auto const                   in_turn = [&](Work& work) {
            py::gil_scoped_acquire const held;
            return kept(call_with_work(change, database, work));
        };
        return database->transact(operator_in(*database, whose), in_turn, cause, key);
    }();
    return *result;
}

std::unique_ptr<PyDatabase> open_database(Typed<"str | os.PathLike[str]"> const& uri, bool create, Typed<"str | None"> const& starter,
                                          Typed<"collections.abc.Callable[[], datetime.datetime] | None"> const& clock,
                                          Typed<"str | None"> const& zone, double patience,
                                          Typed<"collections.abc.Iterable[NumberKind | str]"> const& unique_numbers,
                                          bool register_operators,
                                          Typed<"collections.abc.Callable[[str, float], object] | None"> const& slow_statement,
                                          double slow_from)
{
    auto const where = py::module_::import("os").attr("fspath")(uri);
    DatabaseOptions const options{
        .create             = create,
        .starter            = argument<std::optional<std::string>>(starter, "starter").value_or(""),
        .clock              = clock_from(clock),
        .zone               = argument<std::optional<std::string>>(zone, "zone").value_or(""),
        .patience           = seconds_from<std::chrono::milliseconds>(patience, "the patience"),
        .unique_numbers     = argument<std::set<NumberKind>>(unique_numbers, "unique_numbers"),
        .register_operators = register_operators,
        .slow_from          = seconds_from<std::chrono::microseconds>(slow_from, "slow_from"),
        .tell_slow          = slow_statement_from(slow_statement),
    };
    return std::make_unique<PyDatabase>(argument<std::string>(where, "uri"), options);
}

}  // namespace

void bind_database(py::module_& module)
{
    DatabaseClass database{module, "Database", "A database that a host works with, from several threads."};
    database.def_property_readonly("uri", &PyDatabase::uri, "As it was opened, but for a password: ``postgresql://crm:…@db.example/sales``.")
        .def_property_readonly("closed", &PyDatabase::is_closed, "Whether close() was called.")
        .def("view", &begin_view, py::arg("operator"),
             "Begin to read one state of the database. Waits for nobody. Raises NotFound for an operator who may not be registered.")
        .def("work", &begin_work, py::arg("operator"), py::kw_only{}, py::arg("cause") = "work", py::arg("key") = "",
             "Begin a work. ``cause`` stands in the history; ``key``, which is unique, is what a commit whose answer was lost is "
             "looked up by. Raises Busy when another work has the database for longer than it is patient.")
        .def("transact", &transact, py::arg("operator"), py::arg("change"), py::kw_only{}, py::arg("cause") = "work", py::arg("key") = "",
             "Call ``change(work)`` and commit; all of it again, up to twenty times, while others stand in its way. A commit whose "
             "answer was lost is looked up by its key, which is made here unless it is given: the change takes effect once. Returns "
             "what the function returned in the turn that took effect. An exception gives the changes up. Raises Busy when it stays "
             "busy; CommitUnknown when the database stays away.")
        .def("operator_id", [](PyDatabase const& self, std::string const& code) {
                 auto const   database = self.open();
                 Id<Operator> id;
                 {
                     py::gil_scoped_release const released;
                     id = database->operator_id(code);
                 }
                 return Typed<"Key[Operator]">{key(id)};
             },
             py::arg("code"), "The operator with that login; one who is met for the first time is registered, unless "
                              "``register_operators`` is false. Raises NotFound.")
        .def("check", &check, py::kw_only{}, py::arg("most") = 1000, py::arg("progress") = py::none{},
             "Look at everything that is stored: the rules that no constraint holds, and what the database itself can look for. Nothing is "
             "changed. At most ``most`` findings. ``progress`` is called with the table and how many of its rows are done.")
        .def("back_up", &back_up, py::arg("path"), py::kw_only{}, py::arg("replace") = false, py::arg("progress") = py::none{},
             "Copy an SQLite database as it is at this moment into a file, while others write. ``progress`` is called with pages done and "
             "all. Raises InvalidArgument when there is a file already; Unsupported where the database is a server's.")
        .def("close", &PyDatabase::close, "Let go of the database, which closes with its last work. Once more does nothing.")
        .def("__enter__", [](Typed<"Self"> const& self) { return self; })
        .def("__exit__", [](PyDatabase& self, py::args const&) { self.close(); })
        .def("__repr__", [](PyDatabase const& self) {
            return "<Database " + py::repr(py::str{self.uri()}).cast<std::string>() + (self.is_closed() ? ", closed>" : ">");
        });
    bind_feed(database);

    module.def("open", &open_database, py::arg("uri"), py::kw_only{}, py::arg("create") = false, py::arg("starter") = py::none{},
               py::arg("clock") = py::none{}, py::arg("zone") = py::none{}, py::arg("patience") = 5.0,
               py::arg("unique_numbers") = py::tuple{}, py::arg("register_operators") = true,
               py::arg("slow_statement") = py::none{}, py::arg("slow_from") = 0.0,
               "Open ``memory:``; ``sqlite:sales.db``, ``sqlite:///srv/sales.db`` or a path; ``postgresql://anna@db.example/sales``; "
               "``mariadb://anna@db.example/sales``.\n\n"
               "``create`` makes the file and the tables that are not there, and upgrades older ones. ``starter`` is what a new "
               "database starts with: ``sales-pl`` or ``sales-en``. ``clock`` is called for the time, and returns an aware datetime. "
               "``zone`` is that of the days in conditions, such as ``Europe/Warsaw``; None is UTC. ``patience`` is how many seconds to "
               "wait for who else writes. ``unique_numbers`` are kinds of numbers that only one party of the register may have. "
               "``register_operators`` makes operators of the host's users when they are first named. "
               "``slow_statement`` hears of each statement that takes ``slow_from`` seconds or longer, as ``slow_statement(sql, seconds)``: "
               "with placeholders, never with values. What it raises goes to ``sys.unraisablehook``.\n\n"
               "Raises InvalidArgument, Unsupported, NotFound, Unavailable, Busy, Corrupt, SchemaMismatch, ReadOnly, Denied.");
}

}  // namespace crm::python
