"""Commands that read: find, show, history, timeline, funnel, plan, overruns, info."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, Optional

import typer

import crm
from crm import where
from crm.analysis import share_as_text

from .output import USAGE, Settings, as_json, cell, say, show_rows, stop, told_errors
from .rows import read_moment
from .session import connect, kind_named, reference, who

FEW: dict[str, list[str]] = {
    "Case": ["id", "number", "title", "stage", "expected", "expected_close_on", "subject_id", "keeper_id"],
    "Subject": ["id", "number", "kind", "name", "status", "keeper_id"],
    "Person": ["id", "name", "position", "subject_id"],
    "Contact": ["id", "at", "direction", "summary", "subject_id", "person_id"],
    "Note": ["id", "written_at", "title", "subject_id", "case_id"],
    "Task": ["id", "title", "status", "due_at", "responsible_id", "case_id"],
    "TradeDocument": ["id", "reference", "kind_id", "net", "status", "case_id"],
    "Message": ["id", "sent_at", "sender", "subject_line", "state"],
}
"""The columns that a list shows to people; of other kinds all but the long ones."""

_LONG = {"revision", "description", "body", "headers", "text", "bytes"}


def _row(view: crm.View, record: crm.Record) -> dict[str, Any]:
    """A record for a list: subjects and persons with the name that their party has."""
    row = record.as_dict()
    if isinstance(record, crm.Subject | crm.Person):
        row["name"] = view.get(crm.Party, record.party_id).name
    return row


def _columns(kind: type[crm.Record]) -> list[str]:
    return FEW.get(kind.__name__) or [name for name in kind().as_dict() if name not in _LONG]


def find(
    context: typer.Context,
    kind: Annotated[str, typer.Argument(help="cases, subjects, persons, contacts, tasks, notes, …")],
    condition: Annotated[str, typer.Argument(help="Such as: stage = active and expected.amount >= 1000.00")] = "",
    order: Annotated[str, typer.Option(help="Fields, joined by commas; - before one that descends.")] = "",
    limit: Annotated[int, typer.Option(min=1, help="At most so many.")] = 100,
    with_archived: Annotated[bool, typer.Option("--with-archived", help="Those that were put away too.")] = False,
) -> None:
    """Find records by a condition."""
    settings: Settings = context.obj
    wanted = kind_named(kind)
    with told_errors(), connect(settings) as db, db.view(who(settings)) as view:
        orders = [name.strip() for name in order.split(",") if name.strip()]
        found = view.find(wanted, condition, order=orders, limit=limit, with_archived=with_archived)
        show_rows(settings, _columns(wanted), (_row(view, record) for record in found))


def _one(view: crm.View, kind: type[crm.Record], name: str) -> crm.Record:
    """The record of that id, code or number. Raises crm.NotFound."""
    named = reference(name)
    return view.get(kind, named) if isinstance(named, int) else view.find_by_code(kind, named)


def show(
    context: typer.Context,
    kind: Annotated[str, typer.Argument(help="case, subject, person, …")],
    name: Annotated[str, typer.Argument(metavar="ID", help="Its id, or its code or number.")],
) -> None:
    """Show a record with all its fields."""
    settings: Settings = context.obj
    with told_errors(), connect(settings) as db, db.view(who(settings)) as view:
        row = _row(view, _one(view, kind_named(kind), name))
        if settings.json:
            print(as_json(row))
        else:
            show_rows(settings, ["field", "value"], [{"field": name, "value": cell(value)} for name, value in row.items()])


def history(
    context: typer.Context,
    kind: Annotated[str, typer.Argument(help="case, subject, person, …")],
    name: Annotated[str, typer.Argument(metavar="ID", help="Its id, or its code or number.")],
) -> None:
    """What happened to a record, newest first: who changed it, when, from what to what."""
    settings: Settings = context.obj
    with told_errors(), connect(settings) as db, db.view(who(settings)) as view:
        changes = view.history(_one(view, kind_named(kind), name))
        show_rows(settings, ["at", "who", "version", "action", "fields"], (_change_row(view, change) for change in changes))


def _change_row(view: crm.View, change: crm.Change) -> dict[str, Any]:
    operation = view.look_up(crm.Operation, change.operation_id)
    operator = view.look_up(crm.Operator, operation.operator_id or 0) if operation else None
    return {
        "at": operation and operation.at,
        "who": operator and (operator.code or operator.name),
        "version": change.version,
        "action": change.action,
        "fields": change.fields,
    }


def _named(view: crm.View, kind: type[crm.Record], text: str | None) -> int | str | None:
    """What an option names: an id, a number, or a part of a name, which has to be one record's. Raises typer.Exit."""
    if not text:
        return None
    if isinstance(reference(text), int) or kind is crm.Case and view.find(kind, where.number == text).first():
        return reference(text)
    if kind is crm.Subject and view.find(kind, where.number == text).first():
        return text
    field = "title" if kind is crm.Case else "party.name"
    condition = where.title.contains(text) if kind is crm.Case else crm.exists("party", where.name.contains(text))
    found = view.page(kind, condition, limit=2).records
    if len(found) != 1:
        stop(f"{'No' if not found else 'More than one'} {kind.__name__.lower()} has {text!r} in its {field}.", USAGE)
    return found[0].id


def timeline(
    context: typer.Context,
    subject: Annotated[Optional[str], typer.Option(help="Id, number, or a part of its name.")] = None,
    person: Annotated[Optional[str], typer.Option(help="Id, or a part of their name.")] = None,
    case: Annotated[Optional[str], typer.Option(help="Id, number, or a part of its title.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="At most so many.")] = 50,
) -> None:
    """What happened with whom in which case, newest first: contacts, notes, tasks, documents, phases."""
    settings: Settings = context.obj
    with told_errors(), connect(settings) as db, db.view(who(settings)) as view:
        entries = view.timeline(
            subject=_named(view, crm.Subject, subject),
            person=_named(view, crm.Person, person),
            case=_named(view, crm.Case, case),
            limit=limit,
        )
        show_rows(settings, ["at", "kind", "title", "detail"], (entry.as_dict() for entry in entries))


def moment(text: str) -> datetime:
    """A moment that an option names. Raises typer.Exit."""
    try:
        return read_moment(text)
    except ValueError:
        return stop(f"{text!r} is no moment: write 2026-05-01T00:00:00Z, or 2026-05-01.", USAGE)


def funnel(
    context: typer.Context,
    type: Annotated[Optional[str], typer.Option(help="Code of a case type; not given: all.")] = None,
    as_of: Annotated[Optional[str], typer.Option(help="The funnel of that moment (UTC); not given: of now.")] = None,
    keeper: Annotated[Optional[str], typer.Option(help="Code of the keeper.")] = None,
    with_internal: Annotated[bool, typer.Option("--with-internal", help="Cases without a subject too.")] = False,
    svg: Annotated[Optional[Path], typer.Option(help="Draw it as SVG in this file.")] = None,
    png: Annotated[Optional[Path], typer.Option(help="Draw it as PNG in this file.")] = None,
) -> None:
    """Counts and money of cases by phase and currency."""
    settings: Settings = context.obj
    with told_errors(), connect(settings) as db, db.view(who(settings)) as view:
        rows = view.funnel(type=type, as_of=moment(as_of) if as_of else None, keeper=keeper, with_internal=with_internal)
        if svg:
            rows.to_svg(svg)
        if png:
            rows.to_png(png)
        show_rows(settings, ["stage", "phase", "name", "count", "sum", "weighted"], (row.as_dict() for row in rows))


_AMOUNTS = ["planned", "actual", "difference", "of_plan"]


def _with_share(row: crm.PlanRow | crm.Overrun) -> dict[str, Any]:
    """A row with its share of the plan as people write it."""
    return row.as_dict() | {"of_plan": share_as_text(row.basis_points)}


def plan(
    context: typer.Context,
    case: Annotated[str, typer.Argument(help="Id, number, or a part of its title.")],
) -> None:
    """What a case costs and brings in against its plan, by currency, side and category, with totals."""
    settings: Settings = context.obj
    with told_errors(), connect(settings) as db, db.view(who(settings)) as view:
        rows = view.plan_against_actual(_named(view, crm.Case, case) or "")
        shown = (_with_share(row) | ({} if settings.json else {"category": row.category or "total"}) for row in rows)
        show_rows(settings, ["side", "category", *_AMOUNTS], shown)


def overruns(
    context: typer.Context,
    limit: Annotated[int, typer.Option(min=1, help="At most so many of each currency.")] = 20,
    side: Annotated[crm.MoneySide, typer.Option(help="Which side of the plan.")] = crm.MoneySide.cost,
) -> None:
    """The cases that are furthest above their plan."""
    settings: Settings = context.obj
    with told_errors(), connect(settings) as db, db.view(who(settings)) as view:
        rows = view.overruns(limit=limit, side=side)
        show_rows(settings, ["case_id", "number", "title", *_AMOUNTS], (_with_share(row) for row in rows))


def info(context: typer.Context) -> None:
    """What the database holds."""
    settings: Settings = context.obj
    with told_errors(), connect(settings) as db, db.view(who(settings)) as view:
        kinds = sorted(crm.Record.__subclasses__(), key=lambda kind: kind.__name__)
        counts = {kind.__name__: view.count(kind, with_archived=True) for kind in kinds}
        if settings.json:
            say(settings, "", {"db": db.uri, "version": crm.__version__, "records": counts})
        else:
            print(f"{db.uri}, crm {crm.__version__}")
            show_rows(settings, ["records", "count"], [{"records": name, "count": count} for name, count in counts.items()])


def register(app: typer.Typer) -> None:
    """Adds these commands to the others."""
    for command in (info, find, show, history, timeline, funnel, plan, overruns):
        app.command()(command)
