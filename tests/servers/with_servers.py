#!/usr/bin/env python3
"""Runs a command with private database servers, and stops them when it ends.

    with_servers.py [--postgresql] [--mariadb] [--durable] [--keep FOLDER] -- COMMAND...

COMMAND finds the servers' addresses in CRM_TEST_POSTGRESQL and CRM_TEST_MARIADB. Where the caller has set such a variable, that server is
the caller's and none is started. Where a server's programs are not installed, the variable stays unset and the tests for it skip themselves.
Signals to us reach COMMAND; our exit status is COMMAND's, 128+n when signal n ended it, 125 when a server did not start.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from guard import dies_with_parent
from servers import MariaDB, PostgreSQL, ProgramMissing, Server, ServerError

_KINDS: dict[str, type[PostgreSQL | MariaDB]] = {"postgresql": PostgreSQL, "mariadb": MariaDB}
_PASSED_ON = {signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGUSR1, signal.SIGUSR2}
_FROM_TERMINAL = 0x80       # SI_KERNEL: the terminal has sent it to COMMAND too
_SERVERS_FAILED, _NOT_EXECUTABLE, _NOT_FOUND = 125, 126, 127      # as env(1) and timeout(1) say it


@dataclass(frozen=True)
class _Wanted:
    kinds: list[str]
    durable: bool
    keep: Path | None
    command: list[str]


def _variable(kind: str) -> str:
    return f"CRM_TEST_{kind.upper()}"


def _say(text: str) -> None:
    print(f"with_servers: {text}", file=sys.stderr, flush=True)


def _parse(arguments: list[str]) -> _Wanted:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False,
                                     usage="%(prog)s [--postgresql] [--mariadb] [--durable] [--keep FOLDER] -- COMMAND...")
    for kind in _KINDS:
        parser.add_argument(f"--{kind}", action="store_true", help=f"start it and set {_variable(kind)}")
    parser.add_argument("--durable", action="store_true", help="commits survive a crash; slower")
    parser.add_argument("--keep", metavar="FOLDER", type=Path, help="keep data and logs in FOLDER/postgresql, FOLDER/mariadb, which must be new")
    own, dashes, command = arguments, "", list[str]()
    if "--" in arguments:
        split = arguments.index("--")
        own, dashes, command = arguments[:split], "--", arguments[split + 1:]
    options = parser.parse_args(own)
    if not dashes or not command:
        parser.error("give the command after --")
    return _Wanted([kind for kind in _KINDS if getattr(options, kind)], options.durable, options.keep, command)


def _start(wanted: _Wanted, closing: ExitStack) -> dict[str, str]:
    """Starts what is wanted, all at once; returns the variables to set."""
    made: dict[str, Server] = {}
    for kind in wanted.kinds:
        if os.environ.get(_variable(kind)):
            continue
        try:
            server = _KINDS[kind](wanted.keep / kind if wanted.keep else None, durable=wanted.durable)
        except ProgramMissing as missing:
            _say(f"{missing}; going on without {_variable(kind)}, its tests are skipped")
            continue
        closing.callback(server.close)
        made[kind] = server
    with ThreadPoolExecutor() as pool:
        for started in [pool.submit(server.start) for server in made.values()]:
            started.result()
    return {_variable(kind): server.uri for kind, server in made.items()}


def _own_mask() -> Callable[[], None]:
    """For the new process: dies with us, and its signals are not blocked as ours are."""
    dies = dies_with_parent()

    def prepare() -> None:
        signal.pthread_sigmask(signal.SIG_SETMASK, set())
        dies()

    return prepare


def _run(command: list[str], variables: dict[str, str]) -> int:
    signal.pthread_sigmask(signal.SIG_BLOCK, _PASSED_ON | {signal.SIGCHLD})
    try:
        process = subprocess.Popen(command, env={**os.environ, **variables}, preexec_fn=_own_mask())  # noqa: PLW1509 (no thread is left)
    except FileNotFoundError:
        _say(f"{command[0]}: there is no such command")
        return _NOT_FOUND
    except OSError as error:
        _say(f"{command[0]}: {error.strerror}")
        return _NOT_EXECUTABLE
    while (status := process.poll()) is None:
        came = signal.sigwaitinfo(_PASSED_ON | {signal.SIGCHLD})
        if came.si_signo != signal.SIGCHLD and came.si_code != _FROM_TERMINAL:
            process.send_signal(came.si_signo)
    return status if status >= 0 else 128 - status


def main(arguments: list[str]) -> int:
    wanted = _parse(arguments)
    try:
        with ExitStack() as closing:
            return _run(wanted.command, _start(wanted, closing))
    except ServerError as error:
        _say(str(error))
        return _SERVERS_FAILED
    except KeyboardInterrupt:
        return 128 + signal.SIGINT


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
