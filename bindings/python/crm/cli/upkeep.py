"""Commands for whoever looks after a database: stats, feed, forget-history."""

from __future__ import annotations

from typing import Annotated, Any

import typer

import crm

from .output import Settings, say, show_rows, told_errors
from .reading import moment
from .session import connect


def stats(context: typer.Context) -> None:
    """Numbers of the database: connections, statements, and how far its change feed is."""
    settings: Settings = context.obj
    with told_errors(), connect(settings) as db:
        numbers = db.stats()
        say(settings, repr(numbers), numbers)


def _entry_row(entry: crm.FeedEntry) -> dict[str, Any]:
    """An entry for people: one line."""
    operation = entry.operation
    return {
        "position": entry.position,
        "at": operation.at,
        "operator": operation.operator_id,
        "cause": operation.cause,
        "changes": ", ".join(f"{change.record} {change.record_id} {change.action}" for change in entry.changes),
    }


def feed(
    context: typer.Context,
    after: Annotated[int, typer.Option(min=0, help="The position to go on behind; 0: the beginning.")] = 0,
    limit: Annotated[int, typer.Option(min=1, help="At most so many operations.")] = 100,
) -> None:
    """What was committed, operation by operation, in an order where no effect comes before its cause."""
    settings: Settings = context.obj
    with told_errors(), connect(settings) as db:
        entries = db.feed(after, limit)
        rows = [entry.as_dict() if settings.json else _entry_row(entry) for entry in entries]
        show_rows(settings, ["position", "at", "operator", "cause", "changes"], rows)


def forget_history(
    context: typer.Context,
    before: Annotated[str, typer.Option(help="Forget what was begun before that moment (UTC), such as 2026-01-01.")],
) -> None:
    """Remove old operations and their history; the last one stays. History, feed and merging know no more of them."""
    settings: Settings = context.obj
    at = moment(before)
    with told_errors(), connect(settings) as db:
        count = db.forget_history(at)
    say(settings, f"Forgot {count} operations from before {before}.", {"before": at, "forgotten": count})


def register(app: typer.Typer) -> None:
    """Adds these commands to the others."""
    for command in (stats, feed, forget_history):
        app.command()(command)
