"""A process that does not outlive its owner.

`Guarded` starts a command under a guard: this same file, run as a small process of its own. The guard is the command's parent and takes
in whatever the command leaves behind (it is a "subreaper"), so that when it ends nothing of the command is left. The command ends

- when the owner says so (`signal`),
- when the owner dies by whatever cause, SIGKILL too: the guard's input ends, or its parent changes,
- when the guard itself is killed: the kernel then kills the command (PR_SET_PDEATHSIG).

The owner may start commands from any thread, and the guard signals only its own children: no process id can be mistaken.
"""

from __future__ import annotations

import ctypes
import json
import os
import pwd
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

_PR_SET_PDEATHSIG = 1         # <sys/prctl.h>
_PR_SET_CHILD_SUBREAPER = 36
_LAST_SECONDS = 5.0           # what a command gets to end by itself after its owner died


@dataclass(frozen=True)
class Order:
    """What to start and how."""

    command: Sequence[str]
    folder: str                                     #: working folder
    log: str                                        #: file that gets the output, appended
    account: str | None = None                      #: run as this account (the owner is root), else as the owner
    environment: Mapping[str, str] = field(default_factory=dict)
    orphan_signal: int = signal.SIGKILL             #: how the command is told that the owner has died
    orphan_folders: Sequence[str] = ()              #: removed when the owner has died


class Guarded:
    """A running command, seen by its owner."""

    def __init__(self, order: Order) -> None:
        self._guard = subprocess.Popen([sys.executable, "-I", "-S", __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                       text=True, start_new_session=True, cwd="/")   # Ctrl-C in a terminal is for the owner alone
        self._say(json.dumps(asdict(order)))
        answer = json.loads(self._hear() or '{"error": "the guard ended"}')
        if "error" in answer:
            self._guard.wait()
            raise OSError(f"{order.command[0]}: {answer['error']}")
        self.pid: int = answer["pid"]

    @property
    def running(self) -> bool:
        """Whether the command or anything that it started is still there."""
        return self._guard.poll() is None

    def signal(self, number: int) -> None:
        """Sends a signal to the command; nothing when it has ended."""
        self._say(str(int(number)))

    def wait(self, seconds: float) -> int:
        """Waits until the command and all that it started are gone; returns the exit status, -n when signal n ended it.

        Raises subprocess.TimeoutExpired.
        """
        self._guard.wait(seconds)
        status = self._hear()
        for pipe in (self._guard.stdin, self._guard.stdout):
            if pipe:
                try:
                    pipe.close()
                except BrokenPipeError:
                    pass
        return int(status) if status else -signal.SIGKILL

    def _say(self, line: str) -> None:
        assert self._guard.stdin
        try:
            self._guard.stdin.write(line + "\n")
            self._guard.stdin.flush()
        except (BrokenPipeError, ValueError):
            pass                                    # ended already; wait() tells how

    def _hear(self) -> str:
        assert self._guard.stdout
        return "" if self._guard.stdout.closed else self._guard.stdout.readline().strip()


def dies_with_parent(number: int = signal.SIGKILL) -> Callable[[], None]:
    """For `preexec_fn`: the kernel signals the new process when the thread that started it ends."""
    libc = ctypes.CDLL(None)
    parent = os.getpid()

    def prepare() -> None:
        libc.prctl(_PR_SET_PDEATHSIG, int(number), 0, 0, 0)
        if os.getppid() != parent:                  # it died before the line above
            os._exit(1)

    return prepare


def _start(order: Order) -> subprocess.Popen[bytes]:
    entry = pwd.getpwnam(order.account) if order.account else None
    with open(order.log, "ab") as log:
        # The change of account comes before preexec_fn: it would undo PR_SET_PDEATHSIG. The guard has one thread.
        return subprocess.Popen(
            order.command, cwd=order.folder, env=dict(order.environment), stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            user=entry and entry.pw_uid, group=entry and entry.pw_gid,
            extra_groups=entry and os.getgrouplist(entry.pw_name, entry.pw_gid),
            preexec_fn=dies_with_parent())  # noqa: PLW1509


def _children() -> list[int]:
    """Process ids of our children, by the fourth field of /proc/PID/stat."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            if int(stat.read_text(errors="replace").rpartition(")")[2].split()[1]) == os.getpid():
                found.append(int(stat.parent.name))
        except OSError:
            pass                                    # it ended meanwhile
    return found


class _Guard:
    """The guard's own side."""

    def __init__(self, order: Order, owner: int) -> None:
        self.order = order
        self.owner = owner
        self.status: int | None = None
        self.orphaned_at: float | None = None
        self.awake, wake = os.pipe()
        os.set_blocking(wake, False)
        os.set_blocking(self.awake, False)
        signal.set_wakeup_fd(wake)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        self.command = _start(order)
        print(json.dumps({"pid": self.command.pid}), flush=True)

    def watch(self) -> int:
        """Returns the command's status when it and all of its descendants are gone."""
        hears = True
        while self.reap():
            ready, _, _ = select.select([self.awake] + ([0] if hears else []), [], [], 0.02 if self.status is not None else 1.0)
            if self.awake in ready:
                os.read(self.awake, 512)
            if 0 in ready:
                said = os.read(0, 512)
                hears = bool(said)
                for number in said.split():
                    self.tell(int(number))
            if not hears or os.getppid() != self.owner:
                self.end_orphan()
        if self.orphaned_at is not None:
            for folder in self.order.orphan_folders:
                shutil.rmtree(folder, ignore_errors=True)
        assert self.status is not None
        return self.status

    def reap(self) -> bool:
        """Whether anything is left; what the command left behind when it ended is killed."""
        try:
            while True:
                pid, status = os.waitpid(-1, os.WNOHANG)
                if pid == 0:
                    break
                if pid == self.command.pid:
                    self.status = os.waitstatus_to_exitcode(status)
        except ChildProcessError:
            return False
        if self.status is not None:
            for child in _children():
                os.kill(child, signal.SIGKILL)
        return True

    def tell(self, number: int) -> None:
        if self.status is None:
            os.kill(self.command.pid, number)

    def end_orphan(self) -> None:
        now = time.monotonic()
        if self.orphaned_at is None:
            self.orphaned_at = now
            self.tell(self.order.orphan_signal)
        elif now - self.orphaned_at > _LAST_SECONDS:
            self.tell(signal.SIGKILL)
        time.sleep(0.02)


def _main() -> int:
    owner = os.getppid()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGPIPE):
        signal.signal(number, signal.SIG_IGN)
    ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    # Byte by byte: what follows the first line belongs to watch().
    line = b""
    while not line.endswith(b"\n"):
        byte = os.read(0, 1)
        if not byte:
            return 1
        line += byte
    try:
        guard = _Guard(Order(**json.loads(line)), owner)
    except OSError as error:
        print(json.dumps({"error": str(error)}), flush=True)
        return 1
    status = guard.watch()
    try:
        print(status, flush=True)
    except BrokenPipeError:
        pass                                        # nobody is there to hear it
    return 0


if __name__ == "__main__":
    sys.exit(_main())
