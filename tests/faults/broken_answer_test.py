"""The connection breaks while an answer comes: what was read is all of it, or an error, and never less."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from office import start
from place import Place
from proxy import Proxy


@contextmanager
def reading(uri: str) -> Iterator[Callable[[], str]]:
    """A program that reads the same again, with each call, and tells what came of it."""
    process = start("read", uri, "--key", "twelve")
    told, said = process.stdin, process.stdout
    assert told
    assert said

    def read() -> str:
        told.write("\n")
        told.flush()
        return said.readline().strip()

    try:
        first = said.readline().strip()
        assert first == "ready", first + process.communicate()[1]
        yield read
    finally:
        process.kill()
        process.communicate()


def test_what_is_read_is_all_or_an_error(prepared: Place) -> None:
    with Proxy(prepared.server.port) as proxy, reading(prepared.at_port(proxy.port)) as read:
        assert read() == "read 12"
        lengths = range(1, Proxy.LONG, 23)
        for length in lengths:
            proxy.arm_answer(length)
            assert read() in ("Unavailable", "TransactionLost"), f"cut after {length} bytes"
            assert read() == "read 12", f"after a cut after {length} bytes"
        assert proxy.cuts == len(lengths)
