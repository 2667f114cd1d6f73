"""The database that a command works with, and who works."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import crm

from .output import USAGE, Settings, stop


def create(uri: str, starter: str | None) -> crm.Database:
    """Makes a database, or upgrades one."""
    return crm.open(uri, create=True, starter=starter)


def connect(settings: Settings, clock: Callable[[], datetime] | None = None) -> crm.Database:
    """Opens the database that the options name; nobody is registered by the way."""
    uri = settings.db or stop("Name the database: --db, or CRM_DB.", USAGE)
    return crm.open(uri, register_operators=False, clock=clock)


def who(settings: Settings) -> str:
    """The operator who works."""
    return settings.operator or stop("Say who works: --operator, or CRM_OPERATOR.", USAGE)


def kind_named(name: str) -> type[crm.Record]:
    """The kind of record of that name: case, cases, contact_point, Case. Raises typer.Exit."""
    kinds = {cls.__name__.lower(): cls for cls in crm.Record.__subclasses__()}
    wanted = name.lower().replace("_", "").replace("-", "")
    found = kinds.get(wanted) or kinds.get(wanted.removesuffix("s"))
    for plural, singular in (("parties", "party"), ("addresses", "address"), ("copies", "copy"), ("people", "person")):
        if not found and wanted.endswith(plural):
            found = kinds.get(wanted.removesuffix(plural) + singular)
    return found or stop(f"There are no records called {name}: {', '.join(sorted(kinds))}.", USAGE)


def reference(text: str) -> int | str:
    """What a command line names a record by: `#12` or `12` is an id, anything else a code or number."""
    digits = text.removeprefix("#")
    return int(digits) if digits.isascii() and digits.isdigit() else text
