"""What pytest must know about this folder: the private servers, and places for databases on each store."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "servers")]

from office import Office  # noqa: E402
from place import OneServer, Place  # noqa: E402
from servers import MariaDB, PostgreSQL, ProgramMissing  # noqa: E402

_numbers = itertools.count(1)


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "slow: takes longer than half a minute; leave out with -m 'not slow'")
    config.addinivalue_line("markers", "together: kills nothing, so that ThreadSanitizer may look at it")


def _started(kind: type[PostgreSQL | MariaDB]) -> Iterator[OneServer]:
    try:
        server = kind(durable=True)
    except ProgramMissing as missing:
        pytest.skip(str(missing))
    with server:
        yield server


@pytest.fixture(scope="session")
def postgresql() -> Iterator[OneServer]:
    """A durable PostgreSQL, which tests may kill."""
    yield from _started(PostgreSQL)


@pytest.fixture(scope="session")
def mariadb() -> Iterator[OneServer]:
    """A durable MariaDB, which tests may kill."""
    yield from _started(MariaDB)


def _place_on(server: OneServer) -> Place:
    if not server.running:          # a test that failed has left it so
        server.start()
    return Place(server, f"{server.uri}?prefix=t{next(_numbers)}_")


@pytest.fixture(params=["postgresql", "mariadb"])
def place(request: pytest.FixtureRequest) -> Place:
    """Where no database is yet, on each server."""
    return _place_on(request.getfixturevalue(request.param))


@pytest.fixture
def prepared(place: Place, tmp_path: Path) -> Place:
    """A prepared database on each server."""
    Office(place.uri, tmp_path / "logs").prepare()
    return place


def _new_uri(store: str, request: pytest.FixtureRequest, folder: Path) -> str:
    if store == "memory":
        return "memory:"
    return f"sqlite:{folder / 'office.db'}" if store == "sqlite" else _place_on(request.getfixturevalue(store)).uri


@pytest.fixture(params=["memory", "sqlite", "postgresql", "mariadb"])
def new_uri(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where no database is yet, on each store."""
    return _new_uri(request.param, request, tmp_path)


@pytest.fixture(params=["sqlite", "postgresql", "mariadb"])
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Office]:
    """A prepared database on each store that several programs can share."""
    with Office(_new_uri(request.param, request, tmp_path), tmp_path / "logs") as one:
        one.prepare()
        yield one
