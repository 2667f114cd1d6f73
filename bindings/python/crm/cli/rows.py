"""CSV files as rows, and what is reported of those that were refused."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timezone
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

import crm

T = TypeVar("T")

csv.field_size_limit(sys.maxsize if sys.maxsize < 2**31 else 2**31 - 1)


class RowError(Exception):
    """A row that says what cannot be read."""

    def __init__(self, code: str, column: str, remedy: str) -> None:
        super().__init__(remedy)
        self.code, self.column, self.remedy = code, column, remedy


@dataclass(frozen=True)
class Row:
    """A row of a file: texts by column."""

    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        """The cell; empty where the file has no such column."""
        return self.cells.get(column, "")

    def need(self, column: str) -> str:
        """The cell, which has to say something. Raises RowError."""
        if not self[column]:
            raise RowError("row.cell.required", column, f"Fill in the column {column}.")
        return self[column]

    def read(self, column: str, reader: Callable[[str], T], what: str) -> T | None:
        """The cell as another type; None where it is empty. Raises RowError."""
        if not self[column]:
            return None
        try:
            return reader(self[column])
        except (ValueError, crm.Error):
            raise RowError("row.cell.unreadable", column, f"{self[column]!r} is not {what}.") from None

    def moment(self, column: str) -> datetime | None:
        """The cell as a moment."""
        return self.read(column, read_moment, "a moment such as 2026-03-05T09:00:00Z")

    def day(self, column: str) -> date | None:
        """The cell as a day."""
        return self.read(column, date.fromisoformat, "a day such as 2026-03-05")


@dataclass(frozen=True)
class Refusal:
    """Why a row was refused, and what to do."""

    line: int
    field: str
    code: str
    remedy: str

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {"line": self.line, "field": self.field, "code": self.code, "remedy": self.remedy}


@dataclass
class Report:
    """What came of a file."""

    read: int = 0
    stored: int = 0
    refused: list[Refusal] = field(default_factory=list)
    refused_rows: list[Row] = field(default_factory=list)
    warnings: list[Refusal] = field(default_factory=list)

    def refuse(self, row: Row, refusals: list[Refusal]) -> None:
        """Notes down a row that was not stored."""
        self.refused_rows.append(row)
        self.refused.extend(refusals)

    def merge(self, other: Report) -> None:
        """Adds what came of another part of the file."""
        self.read += other.read
        self.stored += other.stored
        self.refused += other.refused
        self.refused_rows += other.refused_rows
        self.warnings += other.warnings


def read_moment(text: str) -> datetime:
    """A moment in ISO 8601; without a zone it is UTC. Raises ValueError."""
    at = datetime.fromisoformat(text)
    return at if at.tzinfo else at.replace(tzinfo=timezone.utc)


def read_rows(path: Path, exactly: bool = False) -> Iterator[Row]:
    """The rows of a CSV file with a header, in UTF-8; with the blanks around cells where they are read exactly.

    The line is the one where a row ends. Raises ValueError.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file, restkey="", restval="")
        if not reader.fieldnames:
            raise ValueError(f"{path} is empty: it needs a header with the names of its columns.")
        for cells in reader:
            extra = cells.pop("", None)
            row = Row(reader.line_num, {name.strip(): text if exactly else text.strip() for name, text in cells.items()})
            if extra:
                row.cells["(more)"] = ",".join(extra)
            yield row


def is_of_something_else(path: Path, *names: str) -> bool:
    """Whether a CSV file has a header, and none of these columns in it."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        header = {name.strip() for name in next(csv.reader(file), [])}
    return bool(header) and header.isdisjoint(names)


def count_rows(path: Path) -> int:
    """How many rows a CSV file has."""
    return sum(1 for _ in read_rows(path))


def batches(rows: Iterable[Row], size: int) -> Iterator[list[Row]]:
    """The rows, so many at once."""
    left = iter(rows)
    while batch := list(islice(left, size)):
        yield batch


def refusals_of(row: Row, error: Exception) -> list[Refusal]:
    """What an exception tells of a row."""
    if isinstance(error, RowError):
        return [Refusal(row.line, error.column, error.code, error.remedy)]
    if isinstance(error, crm.ValidationError):
        return [Refusal(row.line, broken.field, broken.code, broken.message) for broken in error.violations]
    return [Refusal(row.line, "", type(error).__name__, str(error))]


def write_rows(path: Path, rows: list[Row], refused: list[Refusal]) -> None:
    """Writes refused rows as they came, with the reasons in two more columns: mended, the file can be imported again."""
    columns = list(dict.fromkeys(name for row in rows for name in row.cells))
    why: dict[int, list[Refusal]] = {}
    for refusal in refused:
        why.setdefault(refusal.line, []).append(refusal)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([*columns, "refused_code", "refused_remedy"])
        for row in rows:
            reasons = why.get(row.line, [])
            texts = [row[column] for column in columns]
            writer.writerow([*texts, ";".join(r.code for r in reasons), " ".join(r.remedy for r in reasons)])
