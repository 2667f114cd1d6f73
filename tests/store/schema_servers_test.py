"""The tables on servers: made from the printed script, by users with rights, after programs that were killed, and by many at once."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from threading import Thread
from collections.abc import Iterator
from pathlib import Path

import crm
import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "servers"))

from mariadb_servers import MariaDB  # noqa: E402
from postgresql_servers import PostgreSQL  # noqa: E402
from server_base import ProgramMissing, ServerError  # noqa: E402

One = PostgreSQL | MariaDB
ROUNDS = 10
MAKE = "import crm, sys; print('ready', flush=True); crm.open(sys.argv[1], create=True, patience=30)"

COLUMNS = """select table_name, column_name, data_type, is_nullable, coalesce(column_default, '') from information_schema.columns
where table_schema = {schema} and table_name like '{prefix}%' order by 1, 2"""
CONSTRAINTS = """select table_name, constraint_type, count(*) from information_schema.table_constraints
where table_schema = {schema} and table_name like '{prefix}%' group by 1, 2 order by 1, 2"""
POSTGRESQL_INDEXES = "select indexname, indexdef from pg_indexes where tablename like '{prefix}%' order by 1"
MARIADB_INDEXES = """select table_name, index_name, seq_in_index, column_name, non_unique from information_schema.statistics
where table_schema = {schema} and table_name like '{prefix}%' order by 1, 2, 3"""


@pytest.fixture(scope="module", params=[PostgreSQL, MariaDB])
def server(request: pytest.FixtureRequest) -> Iterator[One]:
    try:
        one: One = request.param()
    except ProgramMissing as missing:
        pytest.skip(str(missing))
    with one:
        yield one


def with_prefix(server: One, prefix: str) -> str:
    return f"{server.uri}?prefix={prefix}"


def shape(server: One, prefix: str) -> str:
    """Tables, columns, constraints, indexes and the rows that the schema itself needs, without the prefix."""
    is_postgresql = isinstance(server, PostgreSQL)
    schema = "'public'" if is_postgresql else "database()"
    pattern = prefix.replace("_", r"\_")
    asked = [COLUMNS, CONSTRAINTS, POSTGRESQL_INDEXES if is_postgresql else MARIADB_INDEXES]
    told = [server.sql_as_crm(query.format(schema=schema, prefix=pattern)) for query in asked]
    for table, columns in (("schema", "version, name, reader, writer"), ("id_block", "name"), ("feed", "name, kept_from"), ("guard", "id")):
        told.append(server.sql_as_crm(f"select {columns} from {prefix}{table} order by 1"))
    # what MariaDB keeps to be able to go on is no part of the schema
    lines = [line for text in told for line in text.replace(prefix, "").splitlines() if not line.startswith("migration\t")]
    return "\n".join(sorted(lines))  # the servers sort by names that begin with the prefix, or not


@pytest.fixture(scope="module")
def fresh(server: One) -> str:
    crm.open(with_prefix(server, "fresh_"), create=True).close()
    return shape(server, "fresh_")


def make_in_process(uri: str) -> subprocess.Popen[str]:
    """A program that makes the tables; it says `ready` before."""
    process = subprocess.Popen([sys.executable, "-c", MAKE, uri], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout and process.stdout.readline() == "ready\n"
    return process


def test_the_printed_script_makes_the_tables_that_the_library_would_make(server: One, fresh: str) -> None:
    uri = with_prefix(server, "dba_")
    with pytest.raises(crm.NotFound):
        crm.open(uri)
    server.sql_as_crm(crm.schema_script(uri))
    assert shape(server, "dba_") == fresh
    with crm.open(uri) as database, database.work("anna") as work:
        work.add_natural(given_name="Jan", family_name="Kowalski")
    script = crm.schema_script(uri)
    assert all(line.startswith("--") for line in script.splitlines())
    assert "already" in script


def test_a_schema_of_its_own_is_made_by_the_script(server: One) -> None:
    if isinstance(server, MariaDB):
        pytest.skip("MariaDB has no schemas within a database")
    uri = f"{server.uri}?schema=sales"
    server.sql_as_crm(crm.schema_script(uri))
    with crm.open(uri) as database, database.work("anna") as work:
        work.add_natural(given_name="Jan", family_name="Kowalski")
    assert server.sql_as_crm("select count(*) from sales.crm_person").strip() == "1"


def add_user(server: One, name: str) -> str:
    """A user who may log in and no more; the URI by which he does."""
    if isinstance(server, PostgreSQL):
        server.sql(f"create role {name} login password 'secret'")
    else:
        server.sql(f"create user '{name}'@'%' identified by 'secret'")
    scheme, rest = server.uri.split("://crm:", 1)
    return f"{scheme}://{name}:secret@{rest.split('@', 1)[1]}?prefix=granted_"


def test_a_reader_reads_a_writer_writes_and_an_owner_changes_the_tables(server: One) -> None:
    owned = with_prefix(server, "granted_")
    with crm.open(owned, create=True, starter="sales-en") as database, database.work("anna") as work:
        work.add_natural(given_name="Jan", family_name="Kowalski")

    reader = add_user(server, "rita")
    with pytest.raises((crm.Denied, crm.NotFound)):
        crm.open(reader)
    server.sql(crm.grant_script(owned, "reader", "rita"))
    with crm.open(f"{reader}&readonly=1") as database:
        with database.view("anna") as view:
            assert view.count(crm.Person) == 1
            assert view.funnel()
        with pytest.raises(crm.ReadOnly):
            database.work("anna")
        assert database.check().found == []
    with crm.open(reader) as database, pytest.raises((crm.Denied, crm.ReadOnly)):
        with database.work(1) as work:
            work.add(crm.Note(subject=1, body="x"))

    writer = add_user(server, "walter")
    server.sql(crm.grant_script(owned, "writer", "walter"))
    with crm.open(writer) as database, database.work("walter") as work:
        made = work.add_natural(given_name="Ewa", family_name="Nowak")
        work.remove(crm.Subject, work.add_legal(name="Gone").subject_id)
        work.add(crm.Note(subject=made, body="x"))
    refused = make_in_process(writer.replace("granted_", "other_"))
    assert refused.wait() != 0 and refused.stderr and "Denied" in refused.stderr.read()

    owner = add_user(server, "olga")
    server.sql(crm.grant_script(owned, "owner", "olga"))
    crm.open(owner, create=True).close()
    if isinstance(server, PostgreSQL):
        server.sql("set role olga; alter table granted_note add column olga bigint; alter table granted_note drop column olga")
    else:
        crm.open(owner.replace("granted_", "olga_"), create=True).close()


def test_whoever_was_killed_while_the_tables_were_made_leaves_what_the_next_one_finishes(server: One, fresh: str) -> None:
    began = time.monotonic()
    assert make_in_process(with_prefix(server, "timed_")).wait() == 0
    whole = time.monotonic() - began
    broken_off = 0
    for n in range(ROUNDS):
        prefix = f"k{n}_"
        process = make_in_process(with_prefix(server, prefix))
        time.sleep(random.Random(n).uniform(0, whole))
        process.kill()
        process.wait()
        if isinstance(server, MariaDB):
            try:
                broken_off += server.sql_as_crm(f"select count(*) from {prefix}migration where holder <> ''").strip() == "1"
                server.sql_as_crm(f"update {prefix}migration set expires_at = 0")  # as if the minute of its lease had passed
            except ServerError:
                pass  # it was killed before its first statement
        crm.open(with_prefix(server, prefix), create=True).close()
        assert shape(server, prefix) == fresh
    if isinstance(server, MariaDB):
        assert broken_off > 0


def test_four_programs_at_once_make_the_tables_once(server: One, fresh: str) -> None:
    for n in range(3):
        uri = with_prefix(server, f"four{n}_")
        programs = [make_in_process(uri) for _ in range(4)]
        for program in programs:
            assert program.wait() == 0, program.stderr and program.stderr.read()
        assert shape(server, f"four{n}_") == fresh


def test_who_waits_too_long_for_another_program_is_told_so(server: One) -> None:
    uri = with_prefix(server, "held_")
    if isinstance(server, PostgreSQL):
        hold = "begin; select pg_advisory_xact_lock(hashtext('crm schema  held_')); select pg_sleep(3); commit"


        other = Thread(target=server.sql_as_crm, args=(hold,))
        other.start()
        time.sleep(1)
        with pytest.raises(crm.Busy):
            crm.open(uri, create=True, patience=0.2)
        other.join()
    else:
        crm.open(uri, create=True).close()
        server.sql_as_crm("update held_migration set holder = 'other', expires_at = unix_timestamp() + 60")
        server.sql_as_crm("drop table held_schema")
        with pytest.raises(crm.Busy):
            crm.open(uri, create=True, patience=0.2)
        server.sql_as_crm("update held_migration set expires_at = unix_timestamp() - 1, version = 0, done = 0")
    crm.open(uri, create=True).close()
