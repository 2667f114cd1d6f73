"""`crmdb copy`, `dump`, `load`, `backup`, `check` and `schema`: whole databases, as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import TaskID

import crm

from .output import REFUSED, USAGE, Settings, progress_bar, say, show_rows, stop, told_errors
from .session import connect

schema = typer.Typer(help="The tables as SQL, for whoever is responsible for the database.", no_args_is_help=True)
Source = Annotated[str, typer.Argument(help="The database that is read.")]
Target = Annotated[str, typer.Argument(help="A database that holds nothing; it is made where it is not there.")]


@contextmanager
def _parts(settings: Settings) -> Iterator[Callable[[str, int, int | None, bool], None]]:
    """A bar for each table on stderr, where a person looks on."""
    with progress_bar(settings) as bar:
        tasks: dict[tuple[str, bool], TaskID] = {}

        def tell(part: str, done: int, total: int | None, comparing: bool) -> None:
            if (part, comparing) not in tasks:
                for task in tasks.values():
                    bar.update(task, visible=False)
                tasks[part, comparing] = bar.add_task(f"{part}, compared" if comparing else part, total=total)
            bar.update(tasks[part, comparing], completed=done, total=total)

        yield tell


def _database(settings: Settings) -> str:
    return settings.db or stop("Name the database: --db, or CRM_DB.", USAGE)


def copy(context: typer.Context, source: Source, target: Target) -> None:
    """Copy a database to another one of any kind, and compare both. One that was broken off goes on by the same command."""
    settings: Settings = context.obj
    with told_errors(), _parts(settings) as tell:
        report = crm.copy_database(source, target, progress=tell)
    rows = ({"table": part.name, "rows": part.rows, "added": part.added, "checksum": part.checksum[:16]} for part in report)
    show_rows(settings, ["table", "rows", "added", "checksum"], rows)


def dump(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="A new file: JSON Lines, one record a line.")],
    history: Annotated[bool, typer.Option(help="With the history and the feed.")] = True,
) -> None:
    """Write the database as JSON Lines."""
    settings: Settings = context.obj
    with told_errors(), _parts(settings) as tell:
        rows = crm.dump_database(_database(settings), file, history=history, progress=tell)
    say(settings, f"Wrote {rows} rows to {file}.", {"file": str(file), "rows": rows})


def load(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="What `crmdb dump` wrote.")],
) -> None:
    """Load a dump into the database, which holds nothing; it is made where it is not there. All of it or nothing."""
    settings: Settings = context.obj
    with told_errors(), _parts(settings) as tell:
        rows = crm.load_database(file, _database(settings), progress=tell)
    say(settings, f"Loaded {rows} rows from {file}.", {"file": str(file), "rows": rows})


def backup(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="Where the copy is to be.")],
    replace: Annotated[bool, typer.Option("--replace", help="A file that is there may go.")] = False,
) -> None:
    """Copy an SQLite database into a file, while others write; the copy is checked before it gets its name."""
    settings: Settings = context.obj
    with told_errors(), connect(settings) as db, progress_bar(settings) as bar:
        task = bar.add_task("pages", total=None)
        db.back_up(file, replace=replace, progress=lambda done, total: bar.update(task, completed=done, total=total))
    say(settings, f"Backed up to {file}.", {"file": str(file)})


def check(
    context: typer.Context,
    most: Annotated[int, typer.Option(min=1, help="At most so many findings.")] = 1000,
) -> None:
    """Look at everything that is stored: rules, references, history, and what the database itself can check. Changes nothing;
    ends with code 1 when something is found."""
    settings: Settings = context.obj
    with told_errors(), connect(settings) as db, _parts(settings) as tell:
        findings = db.check(most=most, progress=lambda table, done: tell(table, done, None, False))
    show_rows(settings, ["record", "id", "code", "message"], (finding.as_dict() for finding in findings.found))
    if not settings.json:
        print(f"{findings.records} records, {len(findings.found)} findings{'' if findings.all else ', and there may be more'}.")
    if findings.found or not findings.all:
        raise typer.Exit(REFUSED)


@schema.callback()
def group() -> None:
    """The tables as SQL."""


@schema.command()
def script(context: typer.Context) -> None:
    """Print the SQL that `crmdb init` would run now; nothing is changed. Who has run it opens the database as it is."""
    with told_errors():
        print(crm.schema_script(_database(context.obj)), end="")


@schema.command()
def grants(
    context: typer.Context,
    user: Annotated[str, typer.Argument(help="A user of the database who is there already.")],
    role: Annotated[crm.DatabaseRole, typer.Option(help="What the user may do.")] = crm.DatabaseRole.reader,
) -> None:
    """Print GRANT statements for a user of PostgreSQL or MariaDB."""
    with told_errors():
        print(crm.grant_script(_database(context.obj), role, user), end="")


def register(app: typer.Typer) -> None:
    """Adds these commands to the others."""
    for command in (copy, dump, load, backup, check):
        app.command()(command)
    app.add_typer(schema, name="schema")
