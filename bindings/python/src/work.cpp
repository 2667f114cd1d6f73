#include "described.hpp"
#include "reference.hpp"
#include "work.hpp"

#include <crm/exchange/files.hpp>

#include <pybind11/stl.h>

#include <algorithm>

namespace crm::python {

/// A record; `R` in signatures.
class OneRecord : public py::object {
public:
    using py::object::object;
    static bool check_(py::handle given) { return py::isinstance<Held>(given); }
};

}  // namespace crm::python

template <>
struct pybind11::detail::handle_type_name<crm::python::OneRecord> {
    static constexpr auto name = const_name("R");
};

namespace crm::python {

namespace {

// ---- Any record -----------------------------------------------------------------------------------------------------

std::vector<Held*> held_in_all(py::handle records)
{
    std::vector<Held*> held;
    for (auto record : records) {
        held.push_back(&held_in(record));
        if (&held.back()->kind() != &held.front()->kind())
            throw py::type_error{"Add records of one kind at a time."};
    }
    return held;
}

template <Ids ids>
OneRecord add(PyWork& work, OneRecord const& record)
{
    auto* held = &held_in(record);
    held->kind().add(work, {&held, 1}, ids);
    return record;
}

template <Ids ids>
Typed<"list[R]"> add_all(PyWork& work, Typed<"collections.abc.Iterable[R]"> const& given)
{
    if (!py::isinstance<py::iterable>(given) || py::isinstance<py::str>(given))
        throw py::type_error{py::repr(given).cast<std::string>() + " is not a record of crm."};
    py::list const records{given};
    if (!records.empty()) {
        auto const held = held_in_all(records);
        held.front()->kind().add(work, held, ids);
    }
    return records;
}

Typed<"R"> save(PyWork& work, Typed<"R"> const& record)
{
    auto& held = held_in(record);
    held.kind().save(work, held);
    return record;
}

using NamedRecord = Typed<"Record | Key[typing.Any] | type[Record]">;
using IdOrNone    = Typed<"int | None">;

auto on_record(void (RecordClass::*change)(PyWork&, std::int64_t) const)
{
    return [change](PyWork& work, NamedRecord const& record, IdOrNone const& id) {
        auto const [kind, number] = named_record(record, id);
        (kind->*change)(work, number);
    };
}

void bind_records(WorkClass& work)
{
    work.def("add", &add<Ids::given_out>, py::arg("record"),
             "Store a new record, write its id and revision into it, and return it. A person who is given by names gets a party of "
             "their own. Raises ValidationError with every broken rule; Conflict when a unique key is taken; NotFound for a code that "
             "there is not.")
        .def("add", &add_all<Ids::given_out>, py::arg("records"), "Store new records of one kind, all or none, and return them as a list.")
        .def("add_with_ids", &add<Ids::kept>, py::arg("record"),
             "Store a record of another system under the id that it has there; one without an id gets one. From then on nobody is "
             "given an id up to it. Raises as add() does; Conflict also when the id is taken.")
        .def("add_with_ids", &add_all<Ids::kept>, py::arg("records"), "The same for records of one kind, all or none, which are returned as a list.")
        .def("save", &save, py::arg("record"),
             "Store a record that was read and changed, merged with what others changed meanwhile, and return it. Raises "
             "ValidationError; Conflict with its clashes when somebody changed the same field or group; NotFound.")
        .def("archive", on_record(&RecordClass::archive), py::arg("record"), py::arg("id") = py::none{},
             "Put a record away: it is kept, but left out of lists. Once more does nothing. Raises ValidationError, NotFound.")
        .def("restore", on_record(&RecordClass::restore), py::arg("record"), py::arg("id") = py::none{},
             "Take a record that was put away back into use. Raises ValidationError, NotFound.")
        .def("remove", on_record(&RecordClass::remove), py::arg("record"), py::arg("id") = py::none{},
             "Remove a record that nothing else refers to, with what only belongs to it. Raises ValidationError "
             "``<record>.removed.referred`` with the list of what refers to it; NotFound.");
}

// ---- Subjects and persons ---------------------------------------------------------------------------------------------

/// A verb that takes the fields of a structure as keywords.
template <class Structure, class Verb>
void bind_verb(WorkClass& work, char const* name, std::string const& result, std::string const& doc, Verb verb)
{
    py::options plain;
    plain.disable_function_signatures();
    auto const text = signature(name, fields_of<Structure>(), result) + "\n\n" + doc;
    work.def(name, [name, verb](PyWork& w, py::kwargs const& keywords) { return verb(w, draft<Structure>(keywords, name)); },
             text.c_str());
}

void bind_registering(WorkClass& work)
{
    bind_verb<NewNatural>(work, "add_natural", "Registered",
        "Register a private person, or a sole trader who is registered as that one person, with party, numbers, contact points, and "
        "the person that shares them. Raises ValidationError.",
        [](PyWork& w, Draft<NewNatural> const& given) {
            return as_registered(with_resolved(w, given, [](Work& in, NewNatural const& made) { return in.add_natural(made); }));
        });
    bind_verb<NewLegal>(work, "add_legal", "Registered",
        "Register a legal person, a partnership, or a sole trader as a firm, with party, numbers and contact points. Raises "
        "ValidationError.",
        [](PyWork& w, Draft<NewLegal> const& given) {
            return as_registered(with_resolved(w, given, [](Work& in, NewLegal const& made) { return in.add_legal(made); }));
        });
    bind_verb<NewPerson>(work, "add_person", "Registered",
        "Register someone at a legal subject. Raises ValidationError.",
        [](PyWork& w, Draft<NewPerson> const& given) {
            return as_registered(with_resolved(w, given, [](Work& in, NewPerson const& made) { return in.add_person(made); }));
        });
}

void bind_subjects(WorkClass& work)
{
    work.def("change_kind", [](PyWork& w, Typed<"Ref[Subject]"> const& subject, Typed<"SubjectKind | str"> const& kind) {
                 Ref<Subject> const of{subject, "subject"};
                 auto const         to = argument<SubjectKind>(kind, "kind");
                 w.without_gil([&](Work& in) { in.change_kind(of.in(in), to); });
             },
             py::arg("subject"), py::arg("kind"),
             "Make a subject legal, or natural. To legal: the person gets a party of its own. To natural: subject and person get one "
             "party again. Raises ValidationError with all that stands in the way.")
        .def("add_contact_point", [](PyWork& w, Typed<"Ref[Party] | Subject | Person"> const& party,
                                     Typed<"ContactPointKind | str"> const& kind, std::string const& value) {
                 Ref<Party> const whose{party, "party"};
                 auto const       as = argument<ContactPointKind>(kind, "kind");
                 w.without_gil([&](Work& in) { in.add_contact_point(whose.in(in), as, value); });
             },
             py::arg("party"), py::arg("kind"), py::arg("value"),
             "Add a phone number, an e-mail address, a web page… to a party, or to that of a subject or a person.")
        .def("add_number", [](PyWork& w, Typed<"Ref[Party] | Subject | Person"> const& party, Typed<"NumberKind | str"> const& kind,
                              std::string const& value) {
                 Ref<Party> const whose{party, "party"};
                 auto const       as = argument<NumberKind>(kind, "kind");
                 w.without_gil([&](Work& in) { in.add_number(whose.in(in), as, value); });
             },
             py::arg("party"), py::arg("kind"), py::arg("value"),
             "Add a tax, register or bank number to a party, or to that of a subject or a person. Raises ValidationError.")
        .def("put_into", [](PyWork& w, Typed<"Ref[Base]"> const& base, Typed<"Ref[Subject]"> const& subject, std::string const& reason) {
                 Ref<Base> const    into{base, "base"};
                 Ref<Subject> const of{subject, "subject"};
                 w.without_gil([&](Work& in) { in.put_into(into.in(in), of.in(in), reason); });
             },
             py::arg("base"), py::arg("subject"), py::arg("reason") = "", "Put a subject into a base by hand.")
        .def("take_out_of", [](PyWork& w, Typed<"Ref[Base]"> const& base, Typed<"Ref[Subject]"> const& subject) {
                 Ref<Base> const    from{base, "base"};
                 Ref<Subject> const of{subject, "subject"};
                 w.without_gil([&](Work& in) { in.take_out_of(from.in(in), of.in(in)); });
             },
             py::arg("base"), py::arg("subject"), "Take a subject out of a base.");
}

// ---- Cases ------------------------------------------------------------------------------------------------------------

void bind_cases(WorkClass& work)
{
    using CaseArg = Typed<"Ref[Case]">;
    work.def("enter_phase", [](PyWork& w, CaseArg const& in_case, Typed<"Ref[Phase]"> const& phase, MomentOrNone const& at) {
                 Ref<Case> const  id{in_case, "case"};
                 Ref<Phase> const to{phase, "phase"};
                 auto const       moment = argument<std::optional<Instant>>(at, "at");
                 w.without_gil([&](Work& in) {
                     auto const& code = to.reference().code;
                     code ? in.enter_phase(id.in(in), *code, moment) : in.enter_phase(id.in(in), to.in(in), moment);
                 });
             },
             py::arg("case"), py::arg("phase"), py::arg("at") = py::none{},
             "Move an open case to another phase of its scheme, by its code or the phase itself. ``at`` is never before the case's last "
             "change; None is now. A record that was read before stays as it was: refresh() reads it again. Raises ValidationError, "
             "NotFound.")
        .def("close", [](PyWork& w, CaseArg const& in_case, Typed<"CaseOutcome | str"> const& outcome, std::string const& reason,
                         MomentOrNone const& at) {
                 Ref<Case> const id{in_case, "case"};
                 auto const      how    = argument<CaseOutcome>(outcome, "outcome");
                 auto const      moment = argument<std::optional<Instant>>(at, "at");
                 w.without_gil([&](Work& in) { in.close(id.in(in), how, reason, moment); });
             },
             py::arg("case"), py::arg("outcome"), py::arg("reason") = "", py::arg("at") = py::none{},
             "Close a case: it enters the first phase of the stage closed. A lost one needs a reason. Raises ValidationError, NotFound.")
        .def("reopen", [](PyWork& w, CaseArg const& in_case, std::string const& reason, Typed<"str | None"> const& phase,
                          MomentOrNone const& at) {
                 Ref<Case> const id{in_case, "case"};
                 auto const      to     = argument<std::optional<std::string>>(phase, "phase").value_or("");
                 auto const      moment = argument<std::optional<Instant>>(at, "at");
                 w.without_gil([&](Work& in) { in.reopen(id.in(in), reason, to, moment); });
             },
             py::arg("case"), py::arg("reason"), py::arg("phase") = py::none{}, py::arg("at") = py::none{},
             "Open a closed case again, in the phase of that code, or in the last one it was open in. Raises ValidationError, NotFound.")
        .def("hand_over", [](PyWork& w, CaseArg const& in_case, Typed<"Ref[Operator]"> const& keeper) {
                 Ref<Case> const     id{in_case, "case"};
                 Ref<Operator> const to{keeper, "keeper"};
                 w.without_gil([&](Work& in) { in.hand_over(id.in(in), to.in(in)); });
             },
             py::arg("case"), py::arg("keeper"), "Give a case to another keeper.")
        .def("hand_over_all", [](PyWork& w, Typed<"Ref[Operator]"> const& keeper, Typed<"Ref[Operator]"> const& to) {
                 Ref<Operator> const from{keeper, "keeper"}, next{to, "to"};
                 return w.without_gil([&](Work& in) { return in.hand_over_all(from.in(in), next.in(in)); });
             },
             py::arg("keeper"), py::arg("to"), "Hand over every open case of a keeper; returns how many there were.")
        .def("remove_phase", [](PyWork& w, Typed<"Ref[Phase]"> const& phase, Typed<"Ref[Phase] | None"> const& move_to) {
                 Ref<Phase> const what{phase, "phase"};
                 auto const       to = optional_ref<Phase>(move_to, "move_to");
                 w.without_gil([&](Work& in) { in.remove_phase(what.in(in), find_in(in, to)); });
             },
             py::arg("phase"), py::arg("move_to") = py::none{},
             "Remove a phase, or archive one that the past knows; its cases are moved in the same call. Raises ValidationError "
             "``phase.removed.used`` when cases are in it and no other phase is named.");
}

// ---- What belongs together --------------------------------------------------------------------------------------------

/// A record that is linked: its kind and id.
using Linked = std::pair<std::string_view, std::int64_t>;

Linked linked(py::handle given)
{
    auto const [kind, id] = named_record(given, py::none{});
    return {kind->name(), id};
}

template <class Record>
bool is(Linked const& one)
{
    return one.first == class_name<Record>();
}

template <class... Record>
void link_document(Work& work, Id<Document> document, Linked const& with)
{
    bool const done = ((is<Record>(with) && (work.link(document, Id<Record>{with.second}), true)) || ...);
    if (!done)
        throw InvalidArgument{"A document is linked with a subject, person, case, contact, task or note."};
}

void link(Work& work, Linked const& what, Linked const& with)
{
    if (is<Contact>(what) && is<Case>(with))
        work.link(Id<Contact>{what.second}, Id<Case>{with.second});
    else if (is<Document>(what))
        link_document<Subject, Person, Case, Contact, Task, Note>(work, {what.second}, with);
    else
        throw InvalidArgument{"Link a contact with a case, or a document with another record."};
}

void add_participant(PyWork& work, py::handle contact, py::handle who)
{
    Ref<Contact> const in_contact{contact, "contact"};
    if (py::isinstance<py::str>(who)) {
        Ref<Operator> const employee{who, "who"};
        return work.without_gil([&](Work& in) { in.add_participant(in_contact.in(in), employee.in(in)); });
    }
    auto const one = linked(who);
    work.without_gil([&](Work& in) {
        if (is<Operator>(one))
            in.add_participant(in_contact.in(in), Id<Operator>{one.second});
        else if (is<Person>(one))
            in.add_participant(in_contact.in(in), Id<Person>{one.second});
        else
            throw InvalidArgument{"An operator or a person takes part in a contact."};
    });
}

void bind_links(WorkClass& work)
{
    using What = Typed<"Contact | Document | Key[Contact] | Key[Document]">;
    using With = Typed<"Record | Key[typing.Any]">;
    work.def("link", [](PyWork& w, What const& what, With const& with) {
                 auto const one = linked(what), other = linked(with);
                 w.without_gil([&](Work& in) { link(in, one, other); });
             },
             py::arg("what"), py::arg("to"),
             "Link a contact with a case, or a document with a subject, person, case, contact, task or note. They are named by records or "
             "keys, which tell their kind. Raises ValidationError, NotFound.")
        .def("unlink", [](PyWork& w, Typed<"Ref[Contact]"> const& contact, Typed<"Ref[Case]"> const& in_case) {
                 Ref<Contact> const what{contact, "contact"};
                 Ref<Case> const    from{in_case, "case"};
                 w.without_gil([&](Work& in) { in.unlink(what.in(in), from.in(in)); });
             },
             py::arg("contact"), py::arg("case"), "Undo the link of a contact with a case.")
        .def("add_participant", [](PyWork& w, Typed<"Ref[Contact]"> const& contact,
                                   Typed<"Operator | Person | Key[Operator] | Key[Person] | str"> const& who) { add_participant(w, contact, who); },
             py::arg("contact"), py::arg("who"), "Name an employee, by record, key or code, or a person, who took part in a contact.")
        .def("complete", [](PyWork& w, Typed<"Ref[Task]"> const& task, std::string const& result, MomentOrNone const& at) {
                 Ref<Task> const what{task, "task"};
                 auto const      moment = argument<std::optional<Instant>>(at, "at");
                 w.without_gil([&](Work& in) { in.complete(what.in(in), result, moment); });
             },
             py::arg("task"), py::arg("result") = "", py::arg("at") = py::none{}, "Mark a task as done, now or at that moment.")
        .def("keep", [](PyWork& w, Typed<"bytes"> const& content) {
                 auto const bytes = argument<Bytes>(content, "content");
                 return Typed<"Key[Content]">{key(w.without_gil([&](Work& in) { return in.keep(bytes.data); }))};
             },
             py::arg("content"), "Keep bytes once, whatever refers to them; returns the key for Document.content_id.");
}

// ---- The transaction --------------------------------------------------------------------------------------------------

/// A savepoint as a context manager.
class Attempt {
public:
    explicit Attempt(py::object work)
        : work_{std::move(work)}, savepoint_{std::make_shared<Sideways>([this](Sideways::Pause const& pause) { run(pause); })}
    {
    }
    ~Attempt()
    {
        std::erase(work().open_attempts(), savepoint_);
        py::gil_scoped_release const released;
        savepoint_.reset();
    }

    void enter()
    {
        if (!savepoint_ || is_open())
            throw InvalidArgument{"An attempt is entered once: begin another one."};
        work().open_attempts().push_back(savepoint_);
        py::gil_scoped_release const released;
        savepoint_->resume();
    }
    void exit(bool in_order)
    {
        if (work().open_attempts().empty() || work().open_attempts().back() != savepoint_)
            throw InvalidArgument{"The attempt has ended, or another one was begun in it: leave that one first."};
        work().open_attempts().pop_back();
        auto const                   last = std::exchange(savepoint_, nullptr);
        py::gil_scoped_release const released;
        last->resume(in_order);
    }

private:
    struct GivenUp {};

    [[nodiscard]] PyWork& work() const { return work_.cast<PyWork&>(); }
    [[nodiscard]] bool    is_open() const { return std::ranges::find(work().open_attempts(), savepoint_) != work().open_attempts().end(); }

    /// On a thread of its own, without the GIL.
    void run(Sideways::Pause const& pause)
    {
        try {
            in_->attempt_here([&] {
                if (!pause())
                    throw GivenUp{};
            });
        } catch (GivenUp const&) {
        }
    }

    py::object                work_;
    PyWork*                   in_ = &work();
    std::shared_ptr<Sideways> savepoint_;
};

void bind_transaction(py::module_& module, WorkClass& work)
{
    py::class_<Attempt>(module, "Attempt", "A part of a work that is undone on its own: leaving its block by an exception undoes what was done in it.")
        .def("__enter__", &Attempt::enter)
        .def("__exit__", [](Attempt& attempt, py::object const& exception_type, py::object const&, py::object const&) {
                 attempt.exit(exception_type.is_none());
             },
             py::arg("exception_type"), py::arg("exception"), py::arg("traceback"));

    work.def("attempt", [](py::object const& self) { return std::make_unique<Attempt>(self); },
             "A savepoint as a ``with`` block. An exception that leaves the block undoes what was done in it, and goes on; the work "
             "itself may go on too.")
        .def("try_out", [](PyWork& w, Typed<"collections.abc.Callable[[], T]"> const& step) {
                 py::object result = py::none{};
                 w.attempt([&] {
                     py::gil_scoped_acquire const held;
                     result = step();
                 });
                 return Typed<"T">{result};
             },
             py::arg("step"), "The same for a function without arguments, and faster: returns what it returned. When it raises, what it did is undone.")
        .def("commit", &PyWork::commit, "Make the changes durable and end the work. Raises Conflict, Busy, Unavailable: nothing was stored; "
                                        "CommitUnknown: look before you try again.")
        .def("rollback", &PyWork::rollback, "Give the changes up and end the work.")
        .def("__enter__", [](Typed<"Self"> const& self) { return self; })
        .def("__exit__", [](PyWork& w, py::object const& exception_type, py::object const&, py::object const&) {
                 w.leave(exception_type.is_none());
             },
             py::arg("exception_type"), py::arg("exception"), py::arg("traceback"));
}

// ---- E-mail -----------------------------------------------------------------------------------------------------------

py::object import_message(PyWork& work, py::handle given, py::handle raw, py::kwargs const& keywords)
{
    auto how = draft<MailImport>(keywords, "import_message");
    if (py::isinstance<MailMessage>(given)) {
        auto const message = given.cast<MailMessage>();
        auto const bytes   = argument<Bytes>(raw, "raw");
        return as_imported(with_resolved(work, how, [&](Work& in, MailImport const& as) { return in.import_message(message, bytes.data, as); }));
    }
#ifdef CRM_WITH_MAIL
    bool const  is_path = !PyObject_CheckBuffer(given.ptr());
    auto const  path    = is_path ? py::module_::import("os").attr("fspath")(given).cast<std::string>() : std::string{};
    auto const  bytes   = is_path ? Bytes{} : argument<Bytes>(given, "message");
    return as_imported(with_resolved(work, how, [&](Work& in, MailImport const& as) {
        return in.import_message(is_path ? read_file(path) : bytes.data, as);
    }));
#else
    throw Unsupported{"This build has no e-mail: configure it with CRM_WITH_MAIL, or give a MailMessage."};
#endif
}

py::list imported_list(std::vector<ImportedMail> const& mails)
{
    py::list list;
    for (auto const& mail : mails)
        list.append(as_imported(mail));
    return list;
}

void bind_mail_verbs(WorkClass& work)
{
    {
        py::options plain;
        plain.disable_function_signatures();
        auto const text = signature("import_message", fields_of<MailImport>(), "ImportedMail",
                                    ", message: bytes | str | os.PathLike[str] | MailMessage, raw: bytes = ...") +
                          "\n\nTake in an e-mail: its bytes, the path of a file, or a message that was understood before, with the bytes that it came "
                          "as. ``mailbox_of`` is whose mailbox it was in; None is the operator who works. The same message is never imported twice.";
        work.def("import_message", [](PyWork& w, py::object const& message, py::object const& raw, py::kwargs const& keywords) {
                     return import_message(w, message, raw, keywords);
                 },
                 py::arg("message"), py::arg("raw") = py::bytes{}, text.c_str());
    }
    work.def("match_message", [](PyWork& w, Typed<"Ref[Message]"> const& message, Typed<"Ref[Subject]"> const& subject,
                                 Typed<"Ref[Person] | None"> const& person) {
                 Ref<Message> const what{message, "message"};
                 Ref<Subject> const whose{subject, "subject"};
                 auto const         who = optional_ref<Person>(person, "person");
                 return Typed<"ImportedMail">{as_imported(
                     w.without_gil([&](Work& in) { return in.match_message(what.in(in), whose.in(in), find_in(in, who)); }))};
             },
             py::arg("message"), py::arg("subject"), py::arg("person") = py::none{},
             "Match a message that waits with a subject, or with a person of it, by hand. Raises ValidationError, NotFound.");
    bind_verb<MailImport>(work, "match_waiting", "list[ImportedMail]",
        "Try again what waits unmatched: senders may have become known. What became of each that no longer waits.",
        [](PyWork& w, Draft<MailImport> const& given) {
            return imported_list(with_resolved(w, given, [](Work& in, MailImport const& how) { return in.match_waiting(how); }));
        });
}

}  // namespace

void bind_work(py::module_& module)
{
    WorkClass work{module, "Work",
                   "Changes of one operator that happen together or not at all. Leaving the block commits; an exception rolls back. A call "
                   "that raises leaves its arguments as they were."};
    bind_records(work);
    bind_registering(work);
    bind_subjects(work);
    bind_cases(work);
    bind_contacts(work);
    bind_links(work);
    bind_transaction(module, work);
    bind_mail_verbs(work);
}

}  // namespace crm::python
