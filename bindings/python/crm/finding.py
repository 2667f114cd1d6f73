"""What is found: records a page at a time, and e-mail in files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from . import _core

if TYPE_CHECKING:
    from ._core import Condition, MailSource, Reading

R = TypeVar("R", bound="_core.Record")
PAGE = 200
"""How many records are read at once while they are iterated over."""


@dataclass(frozen=True)
class Page(Generic[R]):
    """Some of the records found, in order."""

    records: list[R]
    next: str
    """Where the next page begins: ``after`` of the next call; empty: this is the last one."""

    def __iter__(self) -> Iterator[R]:
        return iter(self.records)

    def __len__(self) -> int:
        return len(self.records)


class Found(Generic[R]):
    """The records that a condition is true of. They are read when they are iterated over, a page at a time."""

    def __init__(
        self,
        reading: Reading,
        kind: type[R],
        condition: Condition,
        order: str | Iterable[str] = (),
        limit: int | None = None,
        with_archived: bool = False,
    ) -> None:
        self._reading, self._kind, self._condition = reading, kind, condition
        self._order = order if isinstance(order, str) else tuple(order)
        self._limit, self._with_archived = limit, with_archived

    def __iter__(self) -> Iterator[R]:
        left, after = self._limit, ""
        while left is None or left > 0:
            page = self.page(PAGE if left is None else min(left, PAGE), after)
            yield from page
            if not page.next:
                return
            left, after = None if left is None else left - len(page), page.next

    def page(self, limit: int = 100, after: str = "") -> Page[R]:
        """One page: the first one, or the one that begins at ``next`` of another. Raises InvalidArgument."""
        return self._reading.page(
            self._kind, self._condition, order=self._order, limit=limit, after=after, with_archived=self._with_archived
        )

    def first(self) -> R | None:
        """The first record, or None."""
        return next(iter(self.page(1)), None)

    def one(self) -> R:
        """The only record. Raises NotFound when there is none, InvalidArgument when there are several."""
        records = self.page(2).records
        if not records:
            raise _core.NotFound(f"There is no {self._kind.__name__} for which: {self._condition}.")
        if len(records) > 1:
            raise _core.InvalidArgument(f"There is more than one {self._kind.__name__} for which: {self._condition}.")
        return records[0]

    def count(self) -> int:
        """How many there are, whatever the limit."""
        return self._reading.count(self._kind, self._condition, with_archived=self._with_archived)

    def __repr__(self) -> str:
        return f"<Found {self._kind.__name__} {str(self._condition)!r}>"


class MailFile(NamedTuple):
    """A message as it lies in a file."""

    source: MailSource
    raw: bytes
