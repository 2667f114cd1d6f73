"""`crmdb identifier`: tax, register and bank numbers."""

from __future__ import annotations

import csv
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

import crm

from .output import Settings, as_json, existing, told_errors
from .rows import Row, RowError, read_rows

app = typer.Typer(help="Tax, register and bank numbers.", no_args_is_help=True)
COLUMNS = ("kind", "number", "valid", "canonical")


def _judged(row: Row) -> dict[str, Any]:
    """A number with what it is worth. Raises RowError."""
    kind, number = row.need("kind"), row["number"]
    if kind not in crm.NumberKind.__members__:
        raise RowError("row.kind.unknown", "kind", f"{kind!r} is not one of {', '.join(crm.NumberKind)}.")
    canonical = crm.canonical_number(kind, number)
    return {"kind": kind, "number": number, "valid": int(canonical is not None), "canonical": canonical or ""}


@app.callback()
def group() -> None:
    """Tax, register and bank numbers."""


@app.command()
def check(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="CSV with the columns kind and number.")],
) -> None:
    """Judge numbers: prints kind, number, valid (1 or 0) and the canonical form, as CSV, or as JSON a line."""
    settings: Settings = context.obj
    with told_errors():
        existing(file)
        writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
        if not settings.json:
            writer.writeheader()
        for row in read_rows(file, exactly=True):
            try:
                judged = _judged(row)
            except RowError as error:
                raise ValueError(f"{file}, line {row.line}: {error.remedy}") from None
            print(as_json(judged)) if settings.json else writer.writerow(judged)
