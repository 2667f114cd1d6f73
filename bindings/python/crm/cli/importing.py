"""`crmdb import`: CSV files into the database, in transactions of some hundred rows; what is refused is reported."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, Optional

import typer

import crm
from crm import where

from .headings import country_code, name_parts, renamed
from .output import REFUSED, Settings, as_json, existing, progress, show_rows, stop, told_errors
from .rows import Report, Row, RowError, batches, count_rows, is_of_something_else, read_rows, refusals_of, write_rows
from .session import connect, now, who

app = typer.Typer(help="Import CSV files: UTF-8, with a header. Rows that are refused are reported, the others stored.", no_args_is_help=True)

ROWS_A_TRANSACTION = 500
Store = Callable[[crm.Work, Row], None]
File = Annotated[Path, typer.Argument(help="CSV in UTF-8, with a header.")]
RefusedFile = Annotated[Optional[Path], typer.Option("--refused", help="Where to write the rows that were refused, with the reasons.")]


class Clock:
    """The time, or the moment that a row tells: what is imported was entered then."""

    def __init__(self) -> None:
        self.at: datetime | None = None

    def __call__(self) -> datetime:
        return self.at or now()

    @contextmanager
    def set_to(self, at: datetime | None) -> Iterator[None]:
        """Tells that moment within the block."""
        self.at = at
        try:
            yield
        finally:
            self.at = None


# ---- How a file is taken in -------------------------------------------------------------------------------------------


def _store_row(work: crm.Work, row: Row, store: Store, report: Report) -> None:
    """Stores a row as a whole, or notes down why not."""
    report.read += 1
    try:
        work.try_out(lambda: store(work, row))
        report.stored += 1
    except (RowError, crm.ValidationError, crm.NotFound, crm.Conflict, crm.InvalidArgument, crm.OutOfRange, ValueError) as error:
        report.refuse(row, refusals_of(row, error))


def _store_batch(db: crm.Database, operator: str, rows: Iterable[Row], store: Store) -> Report:
    """One transaction; all of it again when the database is busy."""

    def change(work: crm.Work) -> Report:
        report = Report()
        for row in rows:
            _store_row(work, row, store, report)
        return report

    return db.transact(operator, change)


def _by_author(rows: list[Row], operator: str, column: str) -> list[tuple[str, list[Row]]]:
    """Rows in their order, as runs of one author: whoever wrote them is who changes the database."""
    runs: list[tuple[str, list[Row]]] = []
    for row in rows:
        author = row[column] or operator
        if not runs or runs[-1][0] != author:
            runs.append((author, []))
        runs[-1][1].append(row)
    return runs


def _finish(settings: Settings, report: Report, what: str, refused: Path | None) -> None:
    """Tells what came of a file, and ends with code 1 when rows were refused."""
    if refused and report.refused_rows:
        write_rows(refused, report.refused_rows, report.refused)
    if settings.json:
        counts = {"read": report.read, "stored": report.stored, "refused": len(report.refused_rows)}
        print(as_json({"what": what.lower(), **counts, "refusals": report.refused, "warnings": report.warnings}))
    else:
        print(f"{what}: {report.read} read, {report.stored} stored, {len(report.refused_rows)} refused.")
        for title, rows in (("Refused", report.refused), ("To look at", report.warnings)):
            if rows:
                show_rows(settings, ["line", "field", "code", "remedy"], [row.as_dict() for row in rows], title)
    if report.refused_rows:
        raise typer.Exit(REFUSED)


def _take_in(settings: Settings, file: Path, what: str, store: Store, author: str = "") -> Report:
    """Imports a file by `store`; `author` is the column that tells who entered a row, `created_at` when."""
    report, clock = Report(), Clock()

    def timed(work: crm.Work, row: Row) -> None:
        with clock.set_to(row.moment("created_at")):
            store(work, row)

    with told_errors(), connect(settings, clock) as db:
        operator = who(settings)
        db.operator_id(operator)
        total = count_rows(existing(file))
        with progress(settings, what, total) as step:
            for batch in batches(read_rows(file), ROWS_A_TRANSACTION):
                for name, rows in _by_author(batch, operator, author) if author else [(operator, batch)]:
                    report.merge(_store_batch(db, name, rows, timed))
                    for _ in rows:
                        step()
    return report


def _import(context: typer.Context, file: Path, refused: Path | None, what: str, store: Store, author: str = "") -> None:
    """Imports a file, and tells what came of it."""
    _finish(context.obj, _take_in(context.obj, file, what, store, author), what, refused)


# ---- Subjects ---------------------------------------------------------------------------------------------------------


def _read_status(row: Row) -> crm.SubjectStatus:
    return row.read("status", crm.SubjectStatus, f"one of {', '.join(crm.SubjectStatus)}") or crm.SubjectStatus.prospect


def _register(work: crm.Work, row: Row) -> crm.Registered:
    """The subject itself, with what add_natural() and add_legal() take."""
    common: dict[str, Any] = {name: row[name] for name in ("number", "nip", "regon", "email", "phone")}
    common |= {"keeper": row["keeper"] or None, "status": _read_status(row)}
    if row.need("kind") == "natural":
        names: dict[str, Any] = {name: row[name] for name in ("given_name", "middle_names", "family_name", "title", "pesel")}
        return work.add_natural(birth_date=row.day("birth_date"), **names, **common)
    if row["kind"] != "legal":
        raise RowError("row.kind.unknown", "kind", "Give the kind as legal or natural.")
    return work.add_legal(name=row.need("name"), short_name=row["short_name"], krs=row["krs"], vat=row["vat"], **common)


def _add_address(work: crm.Work, row: Row, made: crm.Registered) -> None:
    parts: dict[str, Any] = {name: row[name] for name in ("street", "building", "flat", "postal_code", "city", "region")}
    if any(parts.values()):
        kind = "residence" if row["kind"] == "natural" else "registered"
        work.add(crm.Address(party=made, kind=kind, country=country_code(row["country"]), is_default=True, **parts))


def _add_contact_person(work: crm.Work, row: Row, made: crm.Registered) -> None:
    """The person whom files such as Northwind's name beside the firm."""
    if row["contact_name"]:
        given, family = name_parts(row["contact_name"])
        work.add_person(subject=made, given_name=given, family_name=family or given, position=row["contact_position"])


def store_subject(work: crm.Work, row: Row) -> None:
    """A subject with its address, contact points, bases, and the person whom the row names."""
    row = renamed(row)
    made = _register(work, row)
    _add_address(work, row, made)
    for column, kind in (("fax", "fax"), ("website", "web")):
        if row[column]:
            work.add_contact_point(made, kind, row[column])
    for base in filter(None, row["bases"].split(";")):
        work.put_into(base.strip(), made)
    _add_contact_person(work, row, made)


@app.command()
def subjects(context: typer.Context, file: File, refused: RefusedFile = None) -> None:
    """Subjects: number, kind, name, short_name, given_name, family_name, nip, regon, krs, pesel, email, phone, website,
    street, building, flat, postal_code, city, country, status, keeper, bases; or the columns of Northwind."""
    with told_errors():
        if is_of_something_else(existing(file), "name", "family_name", "CompanyName"):
            stop(f"{file} is no list of subjects: it has none of the columns name, family_name and CompanyName.", REFUSED)
    _import(context, file, refused, "Subjects", store_subject)


# ---- Persons ----------------------------------------------------------------------------------------------------------


def store_person(work: crm.Work, row: Row) -> None:
    """A person of the subject whose number the row has."""
    names = ("given_name", "middle_names", "family_name", "title", "position", "department", "email", "phone")
    role = row.read("decision_role", crm.DecisionRole, f"one of {', '.join(crm.DecisionRole)}")
    texts: dict[str, Any] = {name: row[name] for name in names}
    work.add_person(subject=row.need("subject"), decision_role=role, **texts)


@app.command()
def persons(context: typer.Context, file: File, refused: RefusedFile = None) -> None:
    """Persons: subject (its number), given_name, family_name, title, position, department, decision_role, email, phone."""
    _import(context, file, refused, "Persons", store_person)


def person_of(work: crm.Work, subject: str, name: str) -> crm.Person | None:
    """The person of a subject, by given and family name. Raises RowError."""
    if not name:
        return None
    owner = work.find_by_code(crm.Subject, subject)
    persons = [
        person
        for person in work.find(crm.Person, where.subject_id == owner)
        if work.get(crm.Party, person.party_id).name == name
    ]
    if len(persons) != 1:
        raise RowError("row.person.unknown", "person", f"{len(persons)} persons of {subject} are called {name}: name one.")
    return persons[0]


# ---- Operators and bases ----------------------------------------------------------------------------------------------


def store_operator(work: crm.Work, row: Row) -> None:
    """An operator; one of that code who is there gets the name and e-mail of the row."""
    known = work.find(crm.Operator, where.code == row.need("code")).first()
    operator = known or crm.Operator(code=row["code"])
    operator.name, operator.email = row["name"] or row["code"], row["email"]
    work.save(operator) if known else work.add(operator)


def add_operators(db: crm.Database, file: Path, settings: Settings) -> int:
    """Stores the operators of a file, as the first of them; returns how many. Raises ValueError when one is refused."""
    rows = list(read_rows(existing(file)))
    if not rows:
        return 0
    report = _store_batch(db, settings.operator or rows[0].need("code"), rows, store_operator)
    if report.refused:
        raise ValueError(f"{file}, line {report.refused[0].line}: {report.refused[0].remedy}")
    return report.stored


@app.command()
def operators(context: typer.Context, file: File, refused: RefusedFile = None) -> None:
    """Operators: code, name, email. One who is known gets the name and e-mail of the row."""
    _import(context, file, refused, "Operators", store_operator)


def store_base(work: crm.Work, row: Row) -> None:
    """A base, with a criterion or without."""
    texts: dict[str, Any] = {name: row[name] for name in ("name", "criterion", "description")}
    work.add(crm.Base(code=row.need("code"), parent=row["parent"] or None, **texts))


@app.command()
def bases(context: typer.Context, file: File, refused: RefusedFile = None) -> None:
    """Bases: code, name, criterion, description, parent (a code)."""
    _import(context, file, refused, "Bases", store_base)


# ---- Cases ------------------------------------------------------------------------------------------------------------


def _given_moment(row: Row, column: str) -> dict[str, Any]:
    """The moment as a keyword, where the row has one: else it is now."""
    return {column: row.moment(column)} if row[column] else {}


def _expected(row: Row) -> crm.Money | None:
    if not row["expected"]:
        return None
    return row.read("expected", lambda amount: crm.Money(amount, row.need("currency")), "an amount such as 12500.00 with its currency")


def _moves(row: Row) -> list[tuple[datetime, str]]:
    """`moment phase;moment phase` as pairs. Raises RowError."""
    moves = []
    for move in filter(None, row["moves"].split(";")):
        moment, _, phase = move.strip().partition(" ")
        try:
            moves.append((datetime.fromisoformat(moment), phase.strip()))
        except ValueError:
            raise RowError("row.cell.unreadable", "moves", f"{move!r} is not a moment and a phase.") from None
    return moves


def open_case(work: crm.Work, row: Row) -> None:
    """A case: opened at its moment, and moved through its phases."""
    case = work.add(
        crm.Case(
            number=row["number"],
            type=row.need("type"),
            title=row["title"],
            subject=row["subject"] or None,
            person=person_of(work, row["subject"], row["person"]) if row["subject"] else None,
            keeper=row.need("keeper"),
            expected=_expected(row),
            expected_close_on=row.day("expected_close_on"),
            source=row["source"],
            description=row["description"],
            **_given_moment(row, "opened_at"),
        )
    )
    for moment, phase in _moves(row):
        work.enter_phase(case, phase, moment)


def close_case(work: crm.Work, row: Row) -> None:
    """Closes the case of that number, where the row tells of its end and it is still open."""
    if not row["closed_at"] and not row["outcome"]:
        return
    case = work.find_by_code(crm.Case, row.need("number"))
    if case.stage != crm.Stage.closed:
        work.close(case, row.need("outcome"), row["reason"], row.moment("closed_at"))


def store_case(work: crm.Work, row: Row) -> None:
    """A case from its opening to its end."""
    open_case(work, row)
    close_case(work, row)


@app.command()
def cases(
    context: typer.Context,
    file: File,
    refused: RefusedFile = None,
    leave_open: Annotated[bool, typer.Option("--leave-open", help="Do not close them yet: `import closings` does.")] = False,
) -> None:
    """Cases: number, type, title, subject, person, keeper, expected, currency, expected_close_on, opened_at, moves
    (`moment phase`, joined by `;`), closed_at, outcome, reason. A closed case takes no tasks any more: leave the cases open
    when tasks are to follow."""
    _import(context, file, refused, "Cases", open_case if leave_open else store_case)


@app.command()
def closings(context: typer.Context, file: File, refused: RefusedFile = None) -> None:
    """Ends of cases: number, closed_at, outcome, reason; the file of `import cases --leave-open` once more."""
    _import(context, file, refused, "Closings", close_case)


# ---- Notes and tasks --------------------------------------------------------------------------------------------------


def store_note(work: crm.Work, row: Row) -> None:
    """A note about a subject or a person, and maybe a case."""
    work.add(
        crm.Note(
            subject=row["subject"] or None,
            person=person_of(work, row["subject"], row["person"]) if row["subject"] else None,
            case=row["case"] or None,
            title=row["title"],
            body=row["body"],
            author=row["author"] or None,
            **_given_moment(row, "written_at"),
        )
    )


@app.command()
def notes(context: typer.Context, file: File, refused: RefusedFile = None) -> None:
    """Notes: subject, case, person, title, body, author, written_at."""
    _import(context, file, refused, "Notes", store_note, author="author")


def _task_status(row: Row) -> crm.TaskStatus:
    if row["status"] == "new":  # as other systems call it
        return crm.TaskStatus.open
    return row.read("status", crm.TaskStatus, f"one of {', '.join(crm.TaskStatus)}") or crm.TaskStatus.open


def store_task(work: crm.Work, row: Row) -> None:
    """A task; one that is done was done by who is responsible, at its moment."""
    status = _task_status(row)
    work.add(
        crm.Task(
            title=row["title"],
            responsible=row.need("responsible"),
            subject=row["subject"] or None,
            case=row["case"] or None,
            due_at=row.moment("due_at"),
            status=status,
            priority=row.read("priority", crm.Priority, f"one of {', '.join(crm.Priority)}") or crm.Priority.normal,
            done_at=row.moment("done_at"),
            done_by=row["responsible"] if status == crm.TaskStatus.done else None,
            result=row["result"],
            description=row["description"],
        )
    )


@app.command()
def tasks(context: typer.Context, file: File, refused: RefusedFile = None) -> None:
    """Tasks: title, responsible, subject, case, due_at, status, done_at, result, author, created_at."""
    _import(context, file, refused, "Tasks", store_task, author="author")


# ---- All of it --------------------------------------------------------------------------------------------------------

FOLDER: tuple[tuple[str, str, Store, str], ...] = (
    ("operators.csv", "Operators", store_operator, ""),
    ("bases.csv", "Bases", store_base, ""),
    ("subjects.csv", "Subjects", store_subject, ""),
    ("persons.csv", "Persons", store_person, ""),
    ("cases.csv", "Cases", open_case, ""),
    ("notes.csv", "Notes", store_note, "author"),
    ("tasks.csv", "Tasks", store_task, "author"),
    ("cases.csv", "Closings", close_case, ""),
)
"""The files of a folder, in the order in which they need one another: cases are closed when their tasks are there."""


@app.command("all")
def everything(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(help="A folder with operators.csv, bases.csv, subjects.csv, persons.csv, cases.csv, …")],
    refused: Annotated[Optional[Path], typer.Option("--refused", help="A folder for the rows that were refused.")] = None,
) -> None:
    """All the files of a folder that are there, in the order in which they need one another."""
    with told_errors():
        existing(folder)
    some_refused = False
    for name, what, store, author in FOLDER:
        if (folder / name).exists():
            target = refused and refused / f"{what.lower()}.csv"
            some_refused |= _told(context.obj, folder / name, what, store, author, target)
    if some_refused:
        raise typer.Exit(REFUSED)


def _told(settings: Settings, file: Path, what: str, store: Store, author: str, refused: Path | None) -> bool:
    """Imports one of several files; whether rows were refused."""
    try:
        _finish(settings, _take_in(settings, file, what, store, author), what, refused)
    except typer.Exit as ended:
        if ended.exit_code != REFUSED:
            raise
        return True
    return False
