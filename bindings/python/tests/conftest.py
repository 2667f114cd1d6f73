"""What the tests have in common: a database of each kind, with a starter set and two operators."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path

import crm
import pytest

MONDAY = datetime(2026, 11, 23, 8, 30, 0, 123456, tzinfo=timezone.utc)


class Clock:
    """A clock that a test can turn."""

    def __init__(self) -> None:
        self.at = MONDAY

    def __call__(self) -> datetime:
        return self.at

    def turn(self, **by: float) -> None:
        self.at += timedelta(**by)


@pytest.fixture
def clock() -> Clock:
    return Clock()


SERVERS = [kind for kind in ("postgresql", "mariadb") if os.environ.get(f"CRM_TEST_{kind.upper()}")]
"""Those that the environment names: CRM_TEST_POSTGRESQL and CRM_TEST_MARIADB, a URI each."""


@contextmanager
def server_place(kind: str) -> Iterator[str]:
    """The URI of empty tables on a server, which nobody else uses meanwhile."""
    program = os.environ["CRM_TEST_PLACE"]  # the path of crm-test-place, which is built with the tests in C++
    with subprocess.Popen([program, kind], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as place:
        assert place.stdin and place.stdout
        uri = place.stdout.readline().strip()
        assert uri, f"crm-test-place found no place on {kind}."
        try:
            yield uri
        finally:
            place.stdin.close()


@pytest.fixture(params=["memory", "sqlite", *SERVERS])
def uri(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param in SERVERS:
        with server_place(request.param) as uri:
            yield uri
    else:
        yield "memory:" if request.param == "memory" else f"sqlite:{tmp_path / 'sales.db'}"


@pytest.fixture
def database(uri: str, clock: Clock) -> Iterator[crm.Database]:
    with crm.open(uri, create=True, starter="sales-en", clock=clock, patience=0.2) as database:
        database.operator_id("anna")
        database.operator_id("jan")
        yield database


@pytest.fixture
def work(database: crm.Database) -> Iterator[crm.Work]:
    with database.work("anna") as work:
        yield work


@pytest.fixture
def sample() -> Path:
    return Path(__file__).parents[3] / "docs" / "sample"
