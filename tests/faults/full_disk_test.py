"""The disk of a server is full: who writes is told so, nothing acknowledged is lost, and with room again it goes on."""

from __future__ import annotations

import ctypes
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from office import Office, start
from servers import MariaDB, PostgreSQL, ProgramMissing, Server, ServerError

_CLONE_NEWNS = 0x00020000       # <linux/sched.h>
_SIZE_MIB = 400                 # a new server has some 150 MiB
_FULL_SECONDS = 20.0            # InnoDB tries for 5 to 8 s to roll back, and then ends the server


class Disk:
    """A file system that only this process and those that it starts see: when they end, however that is, it is gone."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._ballast = folder / "ballast"
        folder.mkdir(mode=0o755)
        if ctypes.CDLL(None).unshare(_CLONE_NEWNS) != 0:
            pytest.skip("only root may mount the small disk that is to be full")
        for command in (["mount", "--make-rprivate", "/"], ["mount", "-t", "tmpfs", "-o", f"size={_SIZE_MIB}m,mode=755", "tmpfs", str(folder)]):
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode != 0:
                pytest.skip(f"the small disk that is to be full cannot be mounted here: {done.stderr.strip()}")

    def fill(self) -> None:
        """Takes all room, also what is freed meanwhile."""
        with suppress(OSError), self._ballast.open("wb", buffering=0) as ballast:
            while True:
                ballast.write(bytes(1 << 16))

    def make_room(self) -> None:
        self._ballast.unlink()

    def close(self) -> None:
        subprocess.run(["umount", "--lazy", self.folder], check=True)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that a server's account can enter."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def disk(open_folder: Path) -> Iterator[Disk]:
    one = Disk(open_folder / "disk")
    yield one
    one.close()


@pytest.fixture(params=[PostgreSQL, MariaDB])
def server(request: pytest.FixtureRequest, disk: Disk, open_folder: Path) -> Iterator[Server]:
    """A durable server with all that it has on the small disk, but its log."""
    try:
        one: Server = request.param(disk.folder / "server", durable=True)
    except ProgramMissing as missing:
        pytest.skip(str(missing))
    one.log = open_folder / "log"
    one.log.touch(mode=0o666)
    with one:
        yield one


@pytest.fixture
def office(server: Server, tmp_path: Path) -> Iterator[Office]:
    with Office(server.uri, tmp_path / "logs") as one:
        one.prepare()
        yield one


def test_a_full_disk_is_told_and_what_was_acknowledged_is_there(disk: Disk, office: Office) -> None:
    program = start("fill", office.uri, "--key", "full")
    assert program.stdin and program.stdout
    assert program.stdout.readline() == "ready\n"
    disk.fill()
    program.stdin.write("\n")
    program.stdin.flush()
    refused = [program.stdout.readline().strip() for _ in range(2)]
    disk.make_room()
    said, errors = program.communicate("\n", timeout=120)
    assert refused == ["StorageFull", "ready"], errors
    acknowledged, stored, end = said.splitlines()
    assert stored.removeprefix("stored ") == acknowledged.removeprefix("acknowledged ")
    assert int(stored.removeprefix("stored ")) > 0
    assert end == "goes on"
    assert "full" in errors or "No space left" in errors


def outlast(disk: Disk, server: Server, office: Office) -> str:
    """Writers work on the full disk until they or the server end; there is room again, and others follow them."""
    limit = time.monotonic() + _FULL_SECONDS
    while server.running and any(writer.poll() is None for writer in office.writers) and time.monotonic() < limit:
        time.sleep(0.05)
    disk.make_room()
    if not server.running:
        server.start()
    for writer in office.writers:
        writer.terminate()
        _, errors = writer.communicate(timeout=60)
        assert writer.returncode == 0 or "No space left" in errors or "is full" in errors, errors
    office.writers.clear()
    office.start_writer()
    office.wait_for(20)
    return office.end() + office.verify()


def test_writers_on_a_full_disk_lose_nothing_and_leave_nothing_by_half(disk: Disk, server: Server, office: Office) -> None:
    """MariaDB may end by itself: when a rollback finds no room for some seconds."""
    office.start_writers(2)
    office.wait_for(20)
    disk.fill()
    print(outlast(disk, server, office))


@pytest.mark.parametrize("server", [PostgreSQL], indirect=True)
def test_a_server_that_ends_without_room_for_its_log_has_lost_nothing(disk: Disk, server: PostgreSQL, office: Office) -> None:
    office.start_writers(2)
    office.wait_for(20)
    disk.fill()
    with suppress(ServerError):     # it ends by this, or by the next commit: a new file of the log is 16 MiB
        server.sql("select pg_switch_wal()")
    print(outlast(disk, server, office))
    assert "PANIC" in server.log.read_text()
