"""What a database tells of itself, on every store: numbers, the feed, what became of a commit, slow statements."""

import copy
import os
import pickle
import subprocess
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

import crm
import pytest
from conftest import MONDAY, SERVERS, Clock, server_place
from crm import where
from lost_answers import line_to

ERRORS = {
    "InvalidArgument", "ValidationError", "NotFound", "Conflict", "Denied", "Busy", "Unavailable", "CommitUnknown",
    "TransactionLost", "ReadOnly", "StorageFull", "Corrupt", "SchemaMismatch", "Unsupported", "Cancelled", "HostRefused",
    "OutOfRange", "OutOfMemory", "Internal",
}  # fmt: skip


def note(work: crm.Work, title: str = "Paid late") -> crm.Note:
    """A note that is stored."""
    return work.add(crm.Note(subject=work.add_legal(name="Dachmar"), title=title, body="s3cret"))


def test_every_error_of_the_library_is_an_exception() -> None:
    for name in ERRORS:
        assert issubclass(getattr(crm, name), crm.Error) and getattr(crm, name).__doc__, name


# ---- The feed ---------------------------------------------------------------------------------------------------------


def test_the_feed_tells_whole_operations(database: crm.Database) -> None:
    start = [*database.follow()][-1].position
    with database.work("anna", cause="visit", key="key-1") as work:
        added = note(work)
        added.title = "Paid"
        work.save(added)
    with database.work("jan") as work:
        note(work)
    first, second = database.feed(start)
    assert (first.operation.cause, first.operation.key, first.operation.operator_id) == ("visit", "key-1", database.operator_id("anna"))
    assert start < first.position < second.position and first.operation.at == MONDAY
    assert all(change.operation_id == first.operation.id for change in first.changes)
    last = first.changes[-1]
    assert (last.record, last.record_id, last.version, last.action) == ("note", added.id, 2, crm.Action.changed)
    assert last.fields == {"title": ["Paid late", "Paid"]}
    assert database.feed(first.position) == [second] and database.feed(second.position) == []
    assert database.feed(start, limit=1) == [first]
    assert first.as_dict()["operation"]["key"] == "key-1"
    with pytest.raises(crm.InvalidArgument, match="place"):
        database.feed(-1)
    with pytest.raises(crm.InvalidArgument, match="place"):
        database.follow(-1)


def test_the_feed_is_followed_page_by_page_to_its_end(database: crm.Database) -> None:
    start = [*database.follow()][-1].position
    for number in range(205):
        with database.work("anna") as work:
            work.add(crm.Base(code=f"b{number}", name="B"))
    followed = database.follow(start)
    assert next(followed).changes[0].record == "base"
    database.transact("anna", lambda work: work.add(crm.Base(code="while", name="B")))
    rest = [*followed]
    assert len(rest) == 205 and [entry.position for entry in rest] == sorted({entry.position for entry in rest})
    assert [*database.follow(rest[-1].position)] == []


def test_what_is_forgotten_is_in_no_feed(database: crm.Database, clock: Clock) -> None:
    with database.work("anna") as work:
        old = note(work)
    clock.turn(days=1)
    with database.work("anna") as work:
        note(work)
    before = [*database.follow()]
    assert database.forget_history(MONDAY) == 0
    assert database.forget_history(clock.at) == len(before) - 1
    with pytest.raises(crm.OutOfRange):
        database.feed()
    assert database.feed(before[-2].position) == [before[-1]]
    with database.view("anna") as view:
        assert view.get(crm.Note, old.id) == old and view.history(old) == []
    with pytest.raises(ValueError, match="time zone"):
        database.forget_history(datetime(2026, 1, 1))
    with pytest.raises(TypeError):
        database.forget_history("2026-01-01")  # type: ignore[arg-type]


# ---- Commits ----------------------------------------------------------------------------------------------------------


def test_a_commit_is_looked_up_by_its_key(database: crm.Database) -> None:
    assert database.transact("anna", lambda work: note(work).title, cause="invoice", key="FV/1") == "Paid late"
    found = database.operation("FV/1")
    assert found and (found.cause, found.operator_id) == ("invoice", database.operator_id("anna"))
    assert database.operation("FV/2") is None
    with pytest.raises(crm.InvalidArgument):
        database.operation("")
    with pytest.raises(crm.Conflict):
        database.transact("anna", note, key="FV/1")
    assert database.view("anna").count(crm.Note) == 1


def test_transact_returns_what_the_last_turn_did(database: crm.Database) -> None:
    turns: list[int] = []

    def change(work: crm.Work) -> list[int]:
        turns.append(note(work).id)
        if len(turns) < 3:
            raise crm.Busy("not yet")
        return [turns[-1]]

    retries = database.stats().retries
    (stored,) = database.transact("anna", change)
    assert stored == turns[-1] and database.view("anna").find(crm.Note).one().id == stored
    assert database.stats().retries == retries + 2


@pytest.mark.parametrize("kind", SERVERS)
def test_transact_returns_its_result_when_the_answer_to_its_commit_was_lost(kind: str) -> None:
    with server_place(kind) as place, line_to(place) as (line, uri), crm.open(uri) as database:
        database.operator_id("anna")
        turns: list[int] = []

        def change(work: crm.Work) -> int:
            line.to_lose = 0 if turns else 1
            turns.append(note(work).id)
            return turns[-1]

        stored = database.transact("anna", change)
        assert line.to_lose == 0 and database.stats().losses > 0
        assert turns == [stored] and database.view("anna").find(crm.Note).one().id == stored


@pytest.mark.parametrize("kind", SERVERS)
def test_a_work_whose_commit_has_no_answer_says_that_nobody_knows(kind: str) -> None:
    with server_place(kind) as place, line_to(place) as (line, uri), crm.open(uri) as database:
        work = database.work("anna", key="FV/1")
        added = note(work)
        line.to_lose = 1
        with pytest.raises(crm.CommitUnknown):
            work.commit()
        found = database.operation("FV/1")
        assert found and found.key == "FV/1" and database.view("anna").get(crm.Note, added.id) == added


# ---- Numbers ----------------------------------------------------------------------------------------------------------


def test_numbers_are_told_and_show_themselves(database: crm.Database, uri: str) -> None:
    before = database.stats()
    database.transact("anna", note)
    stats = database.stats()
    assert stats.commits > before.commits and stats.deadlocks == 0
    last = database.feed()[-1]
    assert (database.stats().feed_last, database.stats().feed_unnumbered) == (last.position, 0)
    assert (stats.pool_most > 0) == (uri != "memory:") == (stats.connects > 0)
    assert repr(stats).splitlines()[0].split() == ["what", "number"] and f"{stats.commits}" in repr(stats)
    assert "<td>pool most</td>" in stats._repr_html_()
    assert stats.as_dict()["commits"] == stats.commits
    for other in (copy.copy(stats), pickle.loads(pickle.dumps(stats))):
        assert other.as_dict() == stats.as_dict() != before.as_dict()
    with pytest.raises(AttributeError):
        stats.commits = 0  # type: ignore[misc]


def test_slow_statements_are_told_without_values(uri: str) -> None:
    told: list[tuple[str, float]] = []
    with crm.open(uri, create=True, slow_statement=lambda sql, seconds: told.append((sql, seconds))) as database:
        database.transact("anna", note)
        before = len(told)
        assert bool(before) == (uri != "memory:")
        assert before <= database.stats().statements_slow <= len(told)  # the question has statements of its own
    assert all(sql and seconds >= 0 for sql, seconds in told)
    assert not any("s3cret" in sql or "Dachmar" in sql for sql, _ in told)
    told.clear()
    with crm.open(uri, create=True, slow_statement=lambda *_: told.append(("", 0)), slow_from=1000) as database:
        database.operator_id("anna")
    assert told == []
    with pytest.raises(crm.InvalidArgument, match="slow_from"):
        crm.open("memory:", create=True, slow_from=-1)


def test_what_an_ear_raises_harms_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", lambda args: heard.append(args.exc_value))

    def deaf(sql: str, seconds: float) -> None:
        raise ZeroDivisionError

    with crm.open(tmp_path / "a.db", create=True, slow_statement=deaf) as database:
        database.transact("anna", note)
        assert database.view("anna").count(crm.Note) == 1
    assert heard and all(isinstance(raised, ZeroDivisionError) for raised in heard)


# ---- Records of another system ----------------------------------------------------------------------------------------


def test_records_keep_the_ids_of_another_system(work: crm.Work) -> None:
    base = work.add_with_ids(crm.Base(id=70_001, code="a", name="A"))
    assert base.id == 70_001 and base.revision.version == 1
    more = work.add_with_ids([crm.Base(id=70_005, code="b", name="B"), crm.Base(code="c", name="C")])
    assert more[0].id == 70_005 and more[1].id not in (0, 70_001, 70_005)
    assert work.add(crm.Base(code="d", name="D")).id > 70_005
    with pytest.raises(crm.Conflict), work.attempt():
        work.add_with_ids(crm.Base(id=70_001, code="e", name="E"))
    assert work.find(crm.Base, where.id == 70_001).one() == base
    with pytest.raises(crm.InvalidArgument):
        work.add(crm.Base(id=80_000, code="f", name="F"))


def test_persons_and_cases_keep_their_ids(work: crm.Work) -> None:
    firm = work.add_legal(name="Dachmar")
    assert work.add_with_ids(crm.Case(id=70_001, type="sale", title="Roof")).keeper_id == work.who
    party = work.add_with_ids(crm.Party(id=70_001, given_name="Ewa", family_name="Nowak", name="Ewa Nowak"))
    assert work.add_with_ids(crm.Person(id=70_002, subject=firm, party=party)).id == 70_002
    with pytest.raises(crm.InvalidArgument, match="party"):
        work.add_with_ids(crm.Person(id=70_003, subject=firm, given_name="Jan", family_name="Nowak"))


# ---- Passwords --------------------------------------------------------------------------------------------------------


def with_password(uri: str) -> tuple[str, str]:
    """A server's URI with its password, or with one that it does not ask for; and that password."""
    scheme, _, rest = uri.partition("://")
    whose, _, place = rest.rpartition("@")
    user, _, password = whose.partition(":")
    secret = password or "s3cret"
    return f"{scheme}://{user or 'crm'}:{secret}@{place}", secret


@pytest.mark.parametrize("kind", SERVERS)
def test_a_password_is_shown_nowhere(kind: str) -> None:
    with server_place(kind) as place:
        uri, secret = with_password(place)
        with crm.open(uri) as database:
            assert database.uri == uri.replace(secret, "…") and database.uri in repr(database)
        assert secret not in repr(database)


@pytest.mark.parametrize("scheme", ["postgresql", "mariadb", "oracle"])
def test_a_password_is_in_no_message(scheme: str) -> None:
    for rest in ("crm:s3cret@127.0.0.1:1/sales", "crm:s3cret@127.0.0.1:port/sales", "crm:s3cret@127.0.0.1:1", "crm:s3cret@127.0.0.1:1/a?b=c"):
        with pytest.raises(crm.Error) as refused:
            crm.open(f"{scheme}://{rest}", create=True)
        assert "s3cret" not in str(refused.value) + repr(refused.value)


@pytest.mark.parametrize("kind", SERVERS)
def test_the_command_line_shows_no_password(kind: str) -> None:
    with server_place(kind) as place:
        uri, secret = with_password(place)
        for arguments in (["init"], ["--json", "init"], ["--operator", "nobody", "info"], ["nothing"], ["--help"]):
            command = [sys.executable, "-m", "crm.cli", *arguments]
            done = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ | {"CRM_DB": uri})
            assert secret not in done.stdout + done.stderr
            if "init" in arguments:
                assert done.returncode == 0 and (":…@" in done.stdout) == ("--json" in arguments), done.stderr


def test_uri_of_a_file_is_shown_as_it_was_given(tmp_path: Path) -> None:
    with crm.open(f"sqlite:{tmp_path}/a:b@c.db", create=True) as database:
        assert database.uri == f"sqlite:{tmp_path}/a:b@c.db" and database.uri in repr(database)


def test_a_moment_of_another_zone_is_the_same(database: crm.Database, clock: Clock) -> None:
    warsaw = timezone(timedelta(hours=1))
    assert database.forget_history(clock.at.astimezone(warsaw)) == database.forget_history(MONDAY) == 0
