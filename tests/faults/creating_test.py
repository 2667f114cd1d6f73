"""Several programs open a new database at once, each with `create` and a starter set: it is made once."""

from __future__ import annotations

from pathlib import Path

import pytest

from office import run, start
from place import Place

PROGRAMS = 4
STARTER_OPERATIONS = 2          # the starter set, and the operator


def create_at_once(uri: str, logs: Path) -> None:
    programs = [start("create", uri) for _ in range(PROGRAMS)]
    said = [program.communicate(timeout=120) for program in programs]
    assert all(program.returncode == 0 for program in programs), said
    assert len({operator for operator, _ in said}) == 1, "each program met the same operator"
    # All rows of the starter set are there once, and nothing else.
    logs.mkdir()
    done = run("verify", uri, "--logs", str(logs))
    assert done.returncode == 0, done.stdout
    assert f"{STARTER_OPERATIONS} operations" in done.stdout


@pytest.mark.parametrize("turn", range(3))
def test_a_new_file_is_made_once(tmp_path: Path, turn: int) -> None:
    create_at_once(f"sqlite:{tmp_path / 'new.db'}", tmp_path / "logs")


def test_new_tables_on_a_server_are_made_once(place: Place, tmp_path: Path) -> None:
    create_at_once(place.uri + "&timeout=60000", tmp_path / "logs")     # else who waits for the tables is told Busy after 5 s
