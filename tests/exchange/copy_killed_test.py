"""A copy whose program is killed at random moments goes on by the same call, and comes out as if nothing had happened."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import crm
import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "servers"))

from mariadb_servers import MariaDB  # noqa: E402
from postgresql_servers import PostgreSQL  # noqa: E402
from server_base import ProgramMissing  # noqa: E402

KILLS = 8
WORKS, SUBJECTS, CONTACTS = 10, 100, 300        # of each work
# It waits when all is copied, and is not compared yet: to be killed it must not have come to its end.
COPY = """import crm, sys, time
def tell(part, done, total, comparing):
    print(part, flush=True)
    if comparing:
        time.sleep(60)
crm.copy_database(*sys.argv[1:], progress=tell)"""


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A database of many pages, with references to rows that come later."""
    uri = f"sqlite:{tmp_path_factory.mktemp('source') / 'sales.db'}"
    with crm.open(uri, create=True, starter="sales-pl") as database:
        for turn in range(WORKS):
            with database.work("anna") as work:
                phone = work.contact_kind("phone")
                firms = [work.add_legal(name=f"Firma {turn}/{n}").subject_id for n in range(SUBJECTS)]
                for first, second in zip(firms, firms[1:]):
                    subject = work.get(crm.Subject, first)
                    subject.parent_id = second
                    work.save(subject)
                work.add([crm.Contact(kind_id=phone, subject_id=firms[n % SUBJECTS], summary=f"{turn}/{n}", body="Łódź " * 20) for n in range(CONTACTS)])
    return uri


@pytest.fixture(params=["sqlite", PostgreSQL, MariaDB], ids=["sqlite", "postgresql", "mariadb"])
def target(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where nothing is yet."""
    if request.param == "sqlite":
        yield f"sqlite:{tmp_path / 'copy.db'}"
        return
    try:
        server = request.param()
    except ProgramMissing as missing:
        pytest.skip(str(missing))
    with server:
        yield f"{server.uri}?prefix=copy_"


def start(source: str, target: str) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", COPY, source, target], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def kill_after(program: subprocess.Popen[str], steps: int, seconds: float) -> None:
    """SIGKILL so many seconds after a copy has told so many steps."""
    with program:
        assert program.stdout and program.stderr
        for _ in range(steps):
            assert program.stdout.readline(), program.stderr.read()
        time.sleep(seconds)
        program.kill()


def dumped(uri: str, file: Path) -> bytes:
    crm.dump_database(uri, file)
    return file.read_bytes()


def test_a_copy_that_is_killed_again_and_again_comes_out_whole(source: str, target: str, tmp_path: Path) -> None:
    seed = random.randrange(1_000_000)
    print(f"seed {seed}")
    chance = random.Random(seed)
    told: list[bool] = []
    undisturbed = crm.copy_database(source, tmp_path / "undisturbed.db", progress=lambda part, done, total, comparing: told.append(comparing))
    for steps in sorted(chance.sample(range(1, told.count(False) + 2), KILLS)):
        kill_after(start(source, target), steps, chance.uniform(0, 0.05))
        with pytest.raises(crm.SchemaMismatch, match="unfinished"):
            crm.open(target)
    report = crm.copy_database(source, target)
    assert [(part.name, part.rows, part.checksum) for part in report] == [(part.name, part.rows, part.checksum) for part in undisturbed]
    assert sum(part.added for part in report) < sum(part.rows for part in report), "the last call went on"
    assert dumped(target, tmp_path / "copy.jsonl") == dumped(source, tmp_path / "source.jsonl")
    with crm.open(target) as copy:
        assert copy.check().found == []
