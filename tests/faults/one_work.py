"""One work that stops on its way, so that something can happen to it: see steps.hpp."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from office import start


class OneWork:
    """A process with one work that waits."""

    def __init__(self, uri: str, key: str, *flags: str) -> None:
        options = [word for flag in flags for word in (f"--{flag}", "1")]
        self._process = start("one", uri, "--key", key, *options)

    def __enter__(self) -> Self:
        assert self._process.stdout
        first = self._process.stdout.readline().strip()
        assert first == "ready", first + self._process.communicate()[1]
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._process.kill()
        self._process.communicate()

    def go_on(self, *, may_fail: bool = False) -> list[str]:
        """What came of it: `committed` or an error's name, `stored N`, `found` or `none`, `goes on`."""
        said, self.errors = self._process.communicate("\n", timeout=120)
        assert may_fail or self._process.returncode == 0, self.errors
        return said.splitlines()
