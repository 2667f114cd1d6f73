"""A database, those who write to it and those who follow it, each a process of `crm-fault-writer`, and their logs."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

sys.path.append(str(Path(__file__).parent.parent / "servers"))

from guard import dies_with_parent  # noqa: E402

_BUILT = Path(__file__).parents[2] / "build/release/tests/faults/crm-fault-writer"
PROGRAM = Path(os.environ.get("CRM_FAULT_WRITER", _BUILT))

_URI = "CRM_FAULT_URI"      # by environment: arguments are public, and the URI has a password
_END_SECONDS = 120.0


class NotSound(Exception):
    """The database is not what its writers were told; the text is the verifier's."""


def start(mode: str, uri: str, *arguments: str) -> subprocess.Popen[str]:
    """Starts the program in a mode, with pipes; it does not outlive us."""
    return subprocess.Popen([PROGRAM, mode, "--uri-env", _URI, *arguments], env={**os.environ, _URI: uri}, text=True,
                            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                            preexec_fn=dies_with_parent())  # noqa: PLW1509


def run(mode: str, uri: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs the program to its end."""
    return subprocess.run([PROGRAM, mode, "--uri-env", _URI, *arguments], env={**os.environ, _URI: uri}, text=True, capture_output=True,
                          timeout=600, check=False)


def work_together(uri: str, logs: Path, *options: str) -> str:
    """One process with one Database is the writers, the followers and the verifier; returns its words. Raises NotSound."""
    logs.mkdir(parents=True, exist_ok=True)
    process = start("together", uri, "--logs", str(logs), *options)
    said, errors = process.communicate()
    if process.returncode != 0:
        raise NotSound(said + errors)
    return said.strip()


@dataclass
class Office:
    """`uri` of a database, and the folder of the logs. On leaving a `with` block its processes are killed."""

    uri: str
    logs: Path
    writers: list[subprocess.Popen[str]] = field(default_factory=list)
    followers: list[subprocess.Popen[str]] = field(default_factory=list)
    _begun: int = 0

    def __post_init__(self) -> None:
        self.logs.mkdir(parents=True, exist_ok=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for process in self.writers + self.followers:
            process.kill()
            process.communicate()

    def prepare(self) -> None:
        """Makes the database and what all writers know. Raises NotSound."""
        done = run("prepare", self.uri, "--log", str(self.logs / "prepare.log"))
        if done.returncode != 0:
            raise NotSound(done.stderr)

    def start_writer(self, *options: str, uri: str | None = None) -> subprocess.Popen[str]:
        """Starts a writer of several threads, with a log of its own."""
        self._begun += 1
        writer = start("write", uri or self.uri, "--log", str(self.logs / f"w{self._begun}"), "--seed", str(self._begun), *options)
        self.writers.append(writer)
        return writer

    def start_writers(self, processes: int = 4, threads: int = 4, *options: str) -> None:
        """The first one's clock is ten minutes slow."""
        for number in range(processes):
            behind = ["--behind", "10"] if number == 0 else []
            self.start_writer("--threads", str(threads), *behind, *options)

    def start_follower(self, uri: str | None = None) -> None:
        """Starts who follows the feed while the others write."""
        log = self.logs / f"follower{len(self.followers) + 1}.log"
        self.followers.append(start("follow", uri or self.uri, "--log", str(log)))

    def kill_one(self, chance: random.Random, *options: str) -> None:
        """SIGKILL for a writer that runs, and a new one in its place."""
        killed = self.writers.pop(chance.randrange(len(self.writers)))
        if killed.poll() is not None:
            raise NotSound(f"a writer ended by itself with {killed.returncode}: {killed.communicate()[1]}")
        killed.kill()
        killed.communicate()
        self.start_writer(*options)

    def done(self) -> int:
        """How many operations were acknowledged so far."""
        return sum(path.read_text(errors="replace").count("\ndone ") for path in self.logs.glob("w*.log"))

    def wait_for(self, more: int, seconds: float = 60.0) -> None:
        """Returns when so many more operations were acknowledged. Raises TimeoutError."""
        limit = time.monotonic() + seconds
        wanted = self.done() + more
        while self.done() < wanted:
            if time.monotonic() > limit:
                raise TimeoutError(f"{self.done()} operations were acknowledged within {seconds:.0f} s, and not {wanted}")
            time.sleep(0.05)

    def end(self) -> str:
        """Ends the writers, then the followers; returns what they counted. Raises NotSound when one of them failed."""
        said = "".join(self._end(writer) for writer in self.writers)
        self.writers.clear()
        for follower in self.followers:
            self._end(follower)
        self.followers.clear()
        return said

    def verify(self, uri: str | None = None) -> str:
        """Compares the database with all logs; returns the verifier's last line. Raises NotSound."""
        done = run("verify", uri or self.uri, "--logs", str(self.logs))
        if done.returncode != 0:
            raise NotSound(done.stdout + done.stderr)
        return done.stdout.strip()

    @staticmethod
    def _end(process: subprocess.Popen[str]) -> str:
        process.send_signal(signal.SIGTERM)
        try:
            said, errors = process.communicate(timeout=_END_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            raise NotSound(f"{process.args!r} did not end") from None
        if process.returncode != 0:
            raise NotSound(f"{process.args!r} ended with {process.returncode}: {errors}")
        return said
