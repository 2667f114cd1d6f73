"""The commands of `crmdb`, and the options that all of them have."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

import crm

from . import identifiers, importing, mail, reading, transfer, upkeep
from .output import Settings, say, stop, told_errors, USAGE
from .session import create

EXIT_CODES = """
Exit codes: 0 done; 1 done, but rows or messages were refused, which the report names, or a check found something; 2 the command line or a file is
not what it should be; 3 crm refused or failed, and nothing was changed by the call that failed.
"""

app = typer.Typer(
    help="Work with a database of crm: fill it, search it, look at its funnel.",
    epilog=EXIT_CODES,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(importing.app, name="import")
app.add_typer(mail.app, name="mail")
app.add_typer(identifiers.app, name="identifier")
reading.register(app)
transfer.register(app)
upkeep.register(app)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"crmdb {crm.__version__}")
        raise typer.Exit


@app.callback()
def options(
    context: typer.Context,
    db: Annotated[Optional[str], typer.Option(envvar="CRM_DB", help="The database: sqlite:sales.db, a path, postgresql://…, mariadb://…")] = None,
    operator: Annotated[Optional[str], typer.Option(envvar="CRM_OPERATOR", help="Code of the operator who works.")] = None,
    json: Annotated[bool, typer.Option("--json", help="JSON on stdout: an object, or one a line.")] = False,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Tell the version.")] = False,
) -> None:
    context.obj = Settings(db=db, operator=operator, json=json)


@app.command()
def init(
    context: typer.Context,
    uri: Annotated[Optional[str], typer.Argument(help="The database; not given: --db.")] = None,
    starter: Annotated[Optional[str], typer.Option(help="What it starts with: sales-pl, sales-en.")] = None,
    operators: Annotated[Optional[Path], typer.Option(help="CSV of operators: code, name, email.")] = None,
) -> None:
    """Make a database, with a starter set of types, phases and kinds, and with operators."""
    settings: Settings = context.obj
    where = uri or settings.db or stop("Name the database.", USAGE)
    with told_errors(), create(where, starter) as db:
        count = importing.add_operators(db, operators, settings) if operators else 0
        made = db.uri  # without a password
    say(settings, f"Made the database, with {count} operators.", {"db": made, "starter": starter, "operators": count})


def main() -> None:
    """The entry point `crmdb`."""
    app(prog_name="crmdb")
