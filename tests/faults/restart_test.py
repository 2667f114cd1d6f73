"""The server is killed under open sessions and starts again: the programs go on with the Database that they have."""

from __future__ import annotations

import time
from pathlib import Path

from office import Office
from one_work import OneWork
from place import OneServer, Place

RESTARTS = 3


def test_a_work_is_told_that_the_server_is_away_and_the_database_goes_on(prepared: Place) -> None:
    with OneWork(prepared.uri, "killed") as work:
        prepared.server.kill()
        prepared.server.start()
        assert work.go_on() == ["Unavailable", "stored 0", "none", "goes on"]


def test_sessions_that_waited_meanwhile_are_made_anew(prepared: Place) -> None:
    with OneWork(prepared.uri, "restarted", "early") as work:
        prepared.server.restart()
        assert work.go_on() == ["committed", "stored 2", "found", "goes on"]


def kill_server(server: OneServer, office: Office, kills: int) -> str:
    """The server is killed so often under two processes that write and one that follows."""
    office.start_writers(2)
    office.start_follower()
    for _ in range(kills):
        office.wait_for(20)
        server.kill()
        time.sleep(0.2)
        server.start()
    office.wait_for(20)
    return office.end() + office.verify()


def test_no_acknowledged_commit_is_lost_when_the_server_is_killed(prepared: Place, tmp_path: Path) -> None:
    with Office(prepared.uri, tmp_path / "logs") as office:
        print(kill_server(prepared.server, office, RESTARTS))
