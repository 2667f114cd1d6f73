"""The database that a command works with, and who works."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime, timezone

import crm

from .output import USAGE, Settings, stop


def now() -> datetime:
    """The time, or the moment that CRM_NOW names: for demonstrations and tests that are to come out the same each time."""
    fixed = os.environ.get("CRM_NOW")
    if not fixed:
        return datetime.now(timezone.utc)
    try:
        at = datetime.fromisoformat(fixed)
    except ValueError:
        stop("CRM_NOW is no moment in ISO 8601, such as 2026-11-26T09:00:00+00:00.", USAGE)
    return at if at.tzinfo else at.replace(tzinfo=timezone.utc)


def create(uri: str, starter: str | None) -> crm.Database:
    """Makes a database, or upgrades one."""
    return crm.open(uri, create=True, starter=starter, clock=now)


def connect(settings: Settings, clock: Callable[[], datetime] | None = None) -> crm.Database:
    """Opens the database that the options name; nobody is registered by the way."""
    uri = settings.db or stop("Name the database: --db, or CRM_DB.", USAGE)
    return crm.open(uri, register_operators=False, clock=clock or now)


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
