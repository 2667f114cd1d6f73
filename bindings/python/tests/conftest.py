"""What the tests have in common: a database of each kind, with a starter set and two operators."""

from collections.abc import Iterator
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


@pytest.fixture(params=["memory", "sqlite"])
def uri(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return "memory:" if request.param == "memory" else f"sqlite:{tmp_path / 'sales.db'}"


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
