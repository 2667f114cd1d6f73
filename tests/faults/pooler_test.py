"""PgBouncer in transaction mode: with `pooler=1` everything works; without it what does not is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from office import NotSound, Office
from servers import PgBouncer, PostgreSQL, ProgramMissing


@pytest.fixture
def pooler(postgresql: PostgreSQL) -> Iterator[PgBouncer]:
    """With so few sessions that programs must share them."""
    try:
        one = PgBouncer(postgresql, pool_size=3)
    except ProgramMissing as missing:
        pytest.skip(str(missing))
    with one:
        yield one


def test_writers_behind_a_pooler_lose_nothing(pooler: PgBouncer, tmp_path: Path) -> None:
    with Office(pooler.uri + "?pooler=1&prefix=pooled_", tmp_path / "logs") as office:
        office.prepare()
        office.start_writers(3, 4)
        office.start_follower()
        office.wait_for(60)
        print(office.end(), office.verify())


def test_without_the_option_sessions_miss_their_statements(pooler: PgBouncer, tmp_path: Path) -> None:
    """A statement that was prepared in one session is not there in the next one, or one of the same name is."""
    with Office(pooler.uri + "?pooler=1&prefix=unpooled_", tmp_path / "logs") as office:
        office.prepare()
        without = pooler.uri + "?prefix=unpooled_"
        for _ in range(2):
            office.start_writer("--threads", "4", uri=without)
        for writer in office.writers:
            writer.wait(timeout=60)
        with pytest.raises(NotSound, match="prepared statement"):
            office.end()
        print(office.verify())          # though nothing is stored by half
