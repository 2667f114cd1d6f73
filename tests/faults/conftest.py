"""What pytest must know about this folder: the private servers, and places for databases on each store."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "servers")]

from office import Office  # noqa: E402
from servers import MariaDB, PostgreSQL, ProgramMissing  # noqa: E402


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "slow: takes longer than half a minute; leave out with -m 'not slow'")


def _started(kind: type[PostgreSQL | MariaDB]) -> Iterator[PostgreSQL | MariaDB]:
    try:
        server = kind(durable=True)
    except ProgramMissing as missing:
        pytest.skip(str(missing))
    with server:
        yield server


@pytest.fixture
def postgresql() -> Iterator[PostgreSQL | MariaDB]:
    """A durable PostgreSQL of the test's own, which it may kill."""
    yield from _started(PostgreSQL)


@pytest.fixture
def mariadb() -> Iterator[PostgreSQL | MariaDB]:
    """A durable MariaDB of the test's own, which it may kill."""
    yield from _started(MariaDB)


@pytest.fixture(params=["postgresql", "mariadb"])
def server(request: pytest.FixtureRequest) -> PostgreSQL | MariaDB:
    """A durable server of the test's own, which it may kill."""
    one: PostgreSQL | MariaDB = request.getfixturevalue(request.param)
    return one


@pytest.fixture(params=["sqlite", "postgresql", "mariadb"])
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Office]:
    """A prepared database on each store that several programs can share."""
    if request.param == "sqlite":
        uri = f"sqlite:{tmp_path / 'office.db'}"
    else:
        uri = request.getfixturevalue(request.param).uri
    with Office(uri, tmp_path / "logs") as one:
        one.prepare()
        yield one
