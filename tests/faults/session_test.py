"""The server ends a session with a transaction in it: nothing of it was stored, the work is told so, and the next one goes on."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from one_work import OneWork
from place import OneServer, Place
from servers import PostgreSQL


def end_sessions(server: OneServer) -> None:
    """As an administrator does it."""
    if isinstance(server, PostgreSQL):
        server.sql("select pg_terminate_backend(pid, 5000) from pg_stat_activity where usename = 'crm'")
        return
    for session in server.sql("select id from information_schema.processlist where user = 'crm'").split():
        server.sql(f"kill {session}")


def set_idle_limit(server: OneServer, seconds: int) -> None:
    """How long a transaction may do nothing; 0: for ever."""
    if isinstance(server, PostgreSQL):
        server.sql(f"alter role crm set idle_in_transaction_session_timeout = '{seconds}s'")
    else:
        server.sql(f"set global idle_transaction_timeout = {seconds}")


@pytest.fixture
def prepared(prepared: Place) -> Place:
    """On a server that is known to be older than any transaction here: MariaDB counts its age in seconds that began."""
    if not isinstance(prepared.server, PostgreSQL):
        while int(prepared.server.sql("show global status like 'uptime'").split()[1]) < 3:
            time.sleep(0.1)
    return prepared


@pytest.fixture
def impatient(prepared: Place) -> Iterator[Place]:
    set_idle_limit(prepared.server, 1)
    yield prepared
    set_idle_limit(prepared.server, 0)


@pytest.mark.parametrize("how", [(), ("joined",)], ids=["own", "joined"])
def test_a_session_that_was_ended_loses_its_transaction(prepared: Place, how: tuple[str, ...]) -> None:
    with OneWork(prepared.uri, "ended", *how) as work:
        end_sessions(prepared.server)
        assert work.go_on() == ["TransactionLost", "stored 0", "none", "goes on"], work.errors


def test_a_session_that_was_ended_before_the_commit_is_not_taken_for_stored(prepared: Place) -> None:
    with OneWork(prepared.uri, "ended", "late") as work:
        end_sessions(prepared.server)
        assert work.go_on() == ["TransactionLost", "stored 0", "none", "goes on"], work.errors


def test_transact_begins_again_when_its_session_was_ended(prepared: Place) -> None:
    with OneWork(prepared.uri, "ended", "transact") as work:
        end_sessions(prepared.server)
        assert work.go_on() == ["committed", "stored 2", "found", "goes on"], work.errors


@pytest.mark.parametrize("how", [(), ("joined",)], ids=["own", "joined"])
def test_a_transaction_that_was_idle_for_too_long_is_lost(impatient: Place, how: tuple[str, ...]) -> None:
    with OneWork(impatient.uri, "idle", *how) as work:
        time.sleep(2.5)
        assert work.go_on() == ["TransactionLost", "stored 0", "none", "goes on"], work.errors
