"""What `crmdb` says: tables for people, JSON for programs; errors on stderr, as a sentence."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, NoReturn

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

import crm

UNCUT = 10_000
"""Width of a table that is piped: nothing of it is cut off."""
REFUSED = 1
"""Exit code: the command did its work, but rows or messages were refused; the report names them."""
USAGE = 2
"""Exit code: the command line, or a file that it names, is not what it should be."""
FAILED = 3
"""Exit code: crm refused or failed; nothing was changed by the call that failed."""


@dataclass
class Settings:
    """The global options."""

    db: str | None = None
    operator: str | None = None
    json: bool = False


def plain(value: Any) -> Any:
    """A value as JSON has it: money as amount and currency, moments in ISO 8601 with Z, bytes as their length."""
    if isinstance(value, crm.Money):
        return {"amount": str(value.amount), "currency": value.currency}
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, date | Decimal):
        return str(value)
    if isinstance(value, bytes):
        return len(value)
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set):
        return [plain(item) for item in value]
    return plain(value.as_dict()) if hasattr(value, "as_dict") else value


def as_json(value: Any) -> str:
    """One line of JSON."""
    return json.dumps(plain(value), ensure_ascii=False)


def cell(value: Any) -> str:
    """A value for people."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}Z"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def say(settings: Settings, text: str, value: Any) -> None:
    """Tells a result: the text to people, the value to programs."""
    print(as_json(value) if settings.json else text)


def show_rows(settings: Settings, columns: Sequence[str], rows: Iterable[dict[str, Any]], title: str = "") -> None:
    """Shows rows as a table, or as a line of JSON each."""
    if settings.json:
        for row in rows:
            print(as_json(row))
        return
    table = Table(*columns, title=title or None, title_justify="left")
    for row in rows:
        table.add_row(*(Text(cell(row.get(column))) for column in columns))  # Text: a bracket in a name is no markup
    Console(width=None if sys.stdout.isatty() else UNCUT).print(table)


def stop(message: str, code: int) -> NoReturn:
    """Ends the command with a sentence on stderr."""
    print(f"crmdb: {message}", file=sys.stderr)
    raise typer.Exit(code)


@contextmanager
def told_errors() -> Iterator[None]:
    """Errors of crm and of files as sentences, without a traceback."""
    try:
        yield
    except crm.Error as error:
        stop(str(error), FAILED)
    except (FileNotFoundError, IsADirectoryError, PermissionError) as error:
        stop(f"{error.filename}: {error.strerror}.", USAGE)
    except UnicodeDecodeError:
        stop("The file is not UTF-8: convert it first.", USAGE)
    except (ImportError, ValueError) as error:
        stop(str(error), USAGE)


def progress_bar(settings: Settings) -> Progress:
    """Bars on stderr, where a person looks on."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=console, transient=True, disable=settings.json or not console.is_terminal)


@contextmanager
def progress(settings: Settings, what: str, total: int | None) -> Iterator[Callable[[], None]]:
    """A bar on stderr where a person looks on; calls of what it gives count up."""
    with progress_bar(settings) as bar:
        task = bar.add_task(what, total=total)
        yield lambda: bar.advance(task)


def existing(path: Path) -> Path:
    """The path, where something is. Raises typer.Exit."""
    return path if path.exists() else stop(f"There is nothing at {path}.", USAGE)
