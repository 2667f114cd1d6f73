"""Writers are killed at random moments: what was acknowledged is there once, and nothing is there by half."""

from __future__ import annotations

import random
import sqlite3
import time
from pathlib import Path

import pytest

from office import NotSound, Office

KILLS = 20


def kill_writers(office: Office, kills: int, seed: int, *, processes: int = 4, threads: int = 4) -> str:
    """So many processes of so many threads write, one after the other is killed and replaced, and two follow the feed."""
    chance = random.Random(seed)
    office.start_writers(processes, threads)
    office.start_follower()
    office.start_follower()
    office.wait_for(processes * threads)
    for _ in range(kills):
        time.sleep(chance.uniform(0.02, 0.4))
        office.kill_one(chance, "--threads", str(threads), *(["--behind", "10"] if chance.random() < 0.25 else []))
    office.wait_for(processes * threads)
    return office.end() + office.verify()


def test_no_acknowledged_commit_is_lost_when_writers_are_killed(office: Office) -> None:
    seed = random.randrange(1_000_000)
    print(f"seed {seed}")
    print(kill_writers(office, KILLS, seed))


@pytest.mark.parametrize("harm, failure", [
    ("delete from crm_operation where id = (select max(id) from crm_operation)", "is lost"),
    ("delete from crm_history where record = 'note' and operation_id = (select max(operation_id) from crm_history)", "as it was done"),
    ("update crm_note set version = version + 1 where id = (select max(id) from crm_note)", "has the version"),
    ("delete from crm_note where id = (select max(id) from crm_note)", "should be"),
    ("delete from crm_case_state where id = (select max(id) from crm_case_state)", "as it was done"),
    ("update crm_operation set feed_position = -feed_position where feed_position in (select max(feed_position) from crm_operation)", "is lost"),
])
def test_the_verifier_sees_harm(tmp_path: Path, harm: str, failure: str) -> None:
    """The control: what was done to a database behind the library's back does not pass."""
    file = tmp_path / "office.db"
    with Office(f"sqlite:{file}", tmp_path / "logs") as office:
        office.prepare()
        writer = office.start_writer("--threads", "1", "--operations", "20")
        writer.communicate(timeout=60)
        office.end()
        assert office.verify().startswith("sound")
        with sqlite3.connect(file) as harmed:
            harmed.execute("pragma foreign_keys = off")
            assert harmed.execute(harm).rowcount == 1
        with pytest.raises(NotSound, match=failure):
            office.verify()
