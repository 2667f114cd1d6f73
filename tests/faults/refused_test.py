"""A database that takes no changes says why, and is read on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from one_work import OneWork
from place import OneServer, Place
from servers import PostgreSQL


def set_read_only(server: OneServer, read_only: bool) -> None:
    """The whole server, as an administrator does it."""
    if isinstance(server, PostgreSQL):
        server.sql(f"alter system set default_transaction_read_only = {'on' if read_only else 'off'}")
        server.sql("select pg_reload_conf()")
    else:
        server.sql(f"set global read_only = {int(read_only)}")


@pytest.fixture
def read_only(prepared: Place) -> Iterator[Place]:
    yield prepared
    set_read_only(prepared.server, False)


def test_a_server_that_was_set_to_read_only_says_so(read_only: Place) -> None:
    with OneWork(read_only.uri, "refused", "early") as work:
        set_read_only(read_only.server, True)
        said = work.go_on(may_fail=True)
        assert said[:3] == ["ReadOnly", "stored 0", "none"], work.errors


def test_a_user_who_may_only_read_is_denied(prepared: Place) -> None:
    server = prepared.server
    prefix = prepared.uri.rpartition("=")[2]
    if isinstance(server, PostgreSQL):
        server.sql("drop role if exists reader; create role reader login password 'reader'")
        server.sql("grant select on all tables in schema public to reader")
    else:
        server.sql("create or replace user 'reader'@'127.0.0.1' identified by 'reader'; grant select on crm.* to 'reader'@'127.0.0.1'")
    uri = prepared.uri.replace(f"crm:{server.password}@", "reader:reader@")
    assert uri.endswith(prefix)
    with OneWork(uri, "refused", "early") as work:
        said = work.go_on(may_fail=True)
        assert said[:3] == ["Denied", "stored 0", "none"], work.errors
    if isinstance(server, PostgreSQL):
        server.sql("drop owned by reader; drop role reader")
