"""What every private server has in common: a folder, an account, a port, a start and an end."""

from __future__ import annotations

import glob
import os
import pwd
import re
import shutil
import signal
import socket
import stat
import subprocess
import tempfile
import time
import weakref
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import ClassVar, Self

from guard import Guarded, Order

_START_SECONDS = 60.0     # the machine may be busy with builds
_STOP_SECONDS = 60.0
_PORT_ATTEMPTS = 20


class ServerError(Exception):
    """A server did not do what it was told; the text has the end of its log."""


class PortTaken(ServerError):
    """Somebody else took the port between our choice and the server's bind."""


class ProgramMissing(ServerError):
    """A program is not installed; the text names the Debian package that has it."""

    def __init__(self, name: str, package: str) -> None:
        super().__init__(f"{name} is not installed; Debian has it in the package {package}")
        self.package = package


def find_program(name: str, package: str, *places: str) -> str:
    """The program's path: the newest in `places` (glob patterns of folders), else by PATH. Raises ProgramMissing."""
    for place in places:
        found = glob.glob(os.path.join(place, name))
        if found:
            return max(found, key=lambda path: [int(part) for part in path.split("/") if part.isdigit()])
    found_by_path = shutil.which(name) or shutil.which(name, path="/usr/sbin:/sbin:/usr/local/sbin")
    if not found_by_path:
        raise ProgramMissing(name, package)
    return found_by_path


def free_port() -> int:
    """A port of 127.0.0.1 that nobody has at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def account_of(*names: str) -> str | None:
    """Root only: the first of the accounts that this machine has, `nobody` at last. None: run as who we are."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next((name for name in (*names, "nobody") if name in known), None)


def make_folder(folder: Path, account: str | None) -> None:
    """Makes a folder that `account` owns and can reach. Raises ServerError when a folder above it is closed to that account."""
    for parent in reversed(folder.parents):
        if not parent.exists():
            parent.mkdir()
            if account:
                parent.chmod(0o755)
    folder.mkdir(exist_ok=True)
    if any(folder.iterdir()):
        raise ServerError(f"{folder} is not empty: a server makes its data in a new folder")
    folder.chmod(0o700)
    if not account:
        return
    entry = pwd.getpwnam(account)
    os.chown(folder, entry.pw_uid, entry.pw_gid)
    groups = os.getgrouplist(account, entry.pw_gid)
    for parent in folder.parents:
        there = parent.stat()
        enter = stat.S_IXUSR if there.st_uid == entry.pw_uid else stat.S_IXGRP if there.st_gid in groups else stat.S_IXOTH
        if not there.st_mode & enter:
            raise ServerError(f"the server runs as {account}, and that account cannot enter {parent}: choose another folder or chmod a+x it")


def run_client(command: Sequence[str], statement: str, secrets: Mapping[str, str]) -> str:
    """Runs a database client on the statement; returns what it wrote. Passwords go by environment: arguments are public."""
    environment = {"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "HOME": "/nonexistent", "LC_ALL": "C.UTF-8", **secrets}
    done = subprocess.run(command, input=statement, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode != 0:
        raise ServerError(done.stderr.strip() or f"{command[0]} ended with {done.returncode}")
    return done.stdout


class Closing(ABC):
    """What starts on entering a `with` block and closes on leaving it."""

    @abstractmethod
    def start(self) -> None:
        """Starts; the first time it makes the data too. Returns when the server answers."""

    @abstractmethod
    def close(self) -> None:
        """Stops what runs and removes what is temporary."""

    def __enter__(self) -> Self:
        try:
            self.start()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


class _Belongings:
    """What a server leaves when nobody closes it: kept apart from the server, for its finalizer."""

    def __init__(self) -> None:
        self.process: Guarded | None = None
        self.folders: list[Path] = []

    def clear(self) -> None:
        if self.process:
            self.process.signal(signal.SIGKILL)
            self.process.wait(_STOP_SECONDS)
            self.process = None
        for folder in self.folders:
            shutil.rmtree(folder, ignore_errors=True)


class Server(Closing):
    """One server process with its data, on 127.0.0.1.

    `folder`: new, for the data and the log, kept at the end; None: a temporary one, removed at the end.
    `durable`: commits are on the disk before they are acknowledged; False is faster.
    """

    accounts: ClassVar[tuple[str, ...]] = ()        #: whom it runs as when we are root, best first
    stop_signal: ClassVar[int] = signal.SIGTERM     #: a graceful end
    orphan_signal: ClassVar[int] = signal.SIGKILL   #: a quick end, when our process has died

    def __init__(self, folder: Path | str | None = None, *, durable: bool = False) -> None:
        self.durable = durable
        self.account = account_of(*self.accounts)
        self.port = 0
        self._has_data = False
        self._has_started = False                   #: once, with success: then the port is settled
        self._belongings = _Belongings()
        weakref.finalize(self, self._belongings.clear)
        self.folder = Path(folder).absolute() if folder else self._temporary()
        self.sockets = self._temporary(short=True)  # a socket's path has at most 107 bytes, and copies of the data must not have it
        self.log = self.folder / "log"
        self._log_start = 0

    @property
    @abstractmethod
    def uri(self) -> str:
        """Where and as whom the library connects, password included."""

    @abstractmethod
    def sql(self, statement: str, database: str = "crm") -> str:
        """Runs statements as the superuser; returns the rows as lines, columns apart by a tabulator. Raises ServerError."""

    @abstractmethod
    def _make_data(self) -> None:
        """Makes the data folder; the port is not known yet."""

    @abstractmethod
    def _command(self) -> list[str]:
        """The server's command line for this start."""

    @abstractmethod
    def _ready(self) -> bool:
        """Whether the process, just started, takes connections; cheap."""

    @abstractmethod
    def _set_up(self) -> None:
        """After each start, with the server up: the first time it makes the user and the database."""

    @property
    def running(self) -> bool:
        """Whether the server's process is there."""
        return self._belongings.process is not None and self._belongings.process.running

    @property
    def pid(self) -> int:
        """The main process's id. Raises ServerError when it does not run."""
        process = self._belongings.process
        if process is None or not process.running:
            raise ServerError(f"{self._name} does not run")
        return process.pid

    def start(self) -> None:
        """Starts on a free port, later on the same port again. Raises ServerError with the end of the log."""
        if self.running:
            raise ServerError(f"{self._name} runs already")
        self.kill()                                 # clears up after a server that died by itself
        self.prepare()
        for attempt in range(_PORT_ATTEMPTS):
            if not self._has_started:
                self._choose_ports()
            try:
                self._launch()
                break
            except PortTaken:
                if attempt + 1 == _PORT_ATTEMPTS:
                    raise
                time.sleep(0.2 if self._has_started else 0.0)
        self._set_up()
        self._has_started = True

    def prepare(self) -> None:
        """Makes the data when there are none yet; start() does it too."""
        if self._has_data:
            return
        if self.folder not in self._belongings.folders:
            make_folder(self.folder, self.account)
        self._make_data()
        self._has_data = True

    def stop(self) -> None:
        """Ends gracefully; nothing when it does not run. Raises ServerError when it had to be killed."""
        process = self._belongings.process
        if process is None:
            return
        process.signal(self.stop_signal)
        try:
            status = process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.kill()
            raise ServerError(f"{self._name} did not stop within {_STOP_SECONDS:.0f} s and was killed\n{self.log_tail()}") from None
        self._belongings.process = None
        if status != 0:                             # it had crashed before
            self._after_crash()

    def kill(self) -> None:
        """SIGKILL, as if the process had crashed; returns when it and its children are gone. Nothing when it does not run."""
        process = self._belongings.process
        if process is None:
            return
        process.signal(signal.SIGKILL)
        process.wait(_STOP_SECONDS)
        self._belongings.process = None
        self._after_crash()

    def restart(self) -> None:
        """Stops it when it runs, and starts it on the same port."""
        self.stop()
        self.start()

    def close(self) -> None:
        """Stops it and removes its temporary folders."""
        try:
            self.stop()
        finally:
            self._belongings.clear()

    def log_tail(self, lines: int = 30) -> str:
        """The end of the server's log."""
        if not self.log.exists():
            return f"{self.log} was not written"
        return f"the end of {self.log}:\n" + "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])

    @property
    def _name(self) -> str:
        return type(self).__name__

    def _choose_ports(self) -> None:
        self.port = free_port()

    def _after_crash(self) -> None:
        """Clears what a killed server leaves and only itself could have removed."""

    def _temporary(self, *, short: bool = False) -> Path:
        folder = Path(tempfile.mkdtemp(prefix="crm-", dir="/tmp" if short else None))
        self._belongings.folders.append(folder)
        make_folder(folder, self.account)
        return folder

    def _write(self, path: Path, text: str) -> None:
        """Writes a file that only the server's account (and root) can read."""
        path.touch(0o600)
        path.chmod(0o600)
        if self.account:
            shutil.chown(path, self.account)
        path.write_text(text)

    def _guarded(self, command: Sequence[str], log: Path, environment: Mapping[str, str] | None = None) -> Guarded:
        base = {"PATH": f"{self.sockets}:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", "HOME": str(self.folder), "LC_ALL": "C", "TZ": "UTC"}
        return Guarded(Order(command, folder=str(self.folder), log=str(log), account=self.account, environment={**base, **(environment or {})},
                             orphan_signal=self.orphan_signal, orphan_folders=[str(folder) for folder in self._belongings.folders]))

    def _run(self, *command: str, environment: Mapping[str, str] | None = None, patience: float = _START_SECONDS,
             enough: str | None = None) -> str:
        """Runs a program to its end as the server's account; returns what it wrote. One that has not ended after `patience` seconds is killed:
        no failure if it has written what matches `enough`. Raises ServerError."""
        output = self.folder / (Path(command[0]).name + ".log")
        start = output.stat().st_size if output.exists() else 0
        process = self._guarded(command, output, environment)
        self._belongings.process = process
        try:
            status = process.wait(patience)
        except subprocess.TimeoutExpired:
            process.signal(signal.SIGKILL)
            status = process.wait(_STOP_SECONDS)
        self._belongings.process = None
        written = output.read_bytes()[start:].decode(errors="replace")
        if status != 0 and not (status == -signal.SIGKILL and enough and re.search(enough, written)):
            raise ServerError(f"{command[0]} ended with {status}:\n{written[-3000:]}")
        return written

    def _log_since_start(self) -> str:
        with self.log.open("rb") as log:
            log.seek(self._log_start)
            return log.read().decode(errors="replace")

    def _launch(self) -> None:
        self._log_start = self.log.stat().st_size if self.log.exists() else 0
        process = self._guarded(self._command(), self.log)
        self._belongings.process = process
        limit = time.monotonic() + _START_SECONDS
        while not self._ready():
            if not process.running:
                status = process.wait(_STOP_SECONDS)
                self._belongings.process = None
                kind = PortTaken if "address already in use" in self._log_since_start().lower() else ServerError
                raise kind(f"{self._name} ended with {status} instead of starting; {self.log_tail()}")
            if time.monotonic() > limit:
                self.kill()
                raise ServerError(f"{self._name} did not answer within {_START_SECONDS:.0f} s; {self.log_tail()}")
            time.sleep(0.02)
