"""PostgreSQL's primary is lost while writers work, and its synchronous standby takes over: both hosts are in the URI."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from office import Office
from servers import PostgreSQLPair, ProgramMissing

FAILOVERS = 2


def lose_primary(pair: PostgreSQLPair, office: Office, failovers: int) -> str:
    """The primary is killed so often, the standby promoted, and the dead one brought back as its standby."""
    office.start_writers(2)
    office.start_follower()
    for turn in range(failovers):
        office.wait_for(40)
        pair.primary.kill()
        time.sleep(0.5)
        pair.promote()
        office.wait_for(40)
        if turn + 1 < failovers:
            pair.rejoin()
    return office.end() + office.verify()


@pytest.mark.slow
def test_no_acknowledged_commit_is_lost_with_the_primary(tmp_path: Path) -> None:
    try:
        pair = PostgreSQLPair()
    except ProgramMissing as missing:
        pytest.skip(str(missing))
    with pair, Office(pair.uri, tmp_path / "logs") as office:
        office.prepare()
        print(lose_primary(pair, office, FAILOVERS))


@pytest.mark.slow
def test_a_standby_is_read_and_takes_no_changes(tmp_path: Path) -> None:
    """Its feed has what has places; it gives none."""
    try:
        pair = PostgreSQLPair()
    except ProgramMissing as missing:
        pytest.skip(str(missing))
    with pair, Office(pair.uri, tmp_path / "logs") as office:
        office.prepare()
        office.start_writer("--threads", "2", "--operations", "10").communicate(timeout=60)
        office.end()
        office.verify()             # gives places
        standby = f"postgresql://crm:{pair.primary.password}@127.0.0.1:{pair.standby.port}/crm?readonly=1"
        wait_until_replayed(pair)
        print(office.verify(standby))


def wait_until_replayed(pair: PostgreSQLPair) -> None:
    """The standby shows what the primary has committed."""
    position = pair.primary.sql("select pg_current_wal_lsn()").strip()
    limit = time.monotonic() + 30
    while pair.standby.sql(f"select pg_last_wal_replay_lsn() >= '{position}'").strip() != "t":
        assert time.monotonic() < limit
        time.sleep(0.05)
