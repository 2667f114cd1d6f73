"""The change feed: what was committed, in an order where no effect comes before its cause."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ._core import Change, Database, Operation

PAGE = 100
"""How many operations are read at once while they are followed."""


@dataclass(frozen=True)
class FeedEntry:
    """One committed operation, whole."""

    position: int
    """In the feed: ``after`` of the call that goes on behind it."""
    operation: Operation
    changes: list[Change]
    """In the order in which they were made."""

    def as_dict(self) -> dict[str, Any]:
        """The fields by name, in their order."""
        return {
            "position": self.position,
            "operation": self.operation.as_dict(),
            "changes": [change.as_dict() for change in self.changes],
        }


def follow(database: Database, after: int) -> Iterator[FeedEntry]:
    """The entries behind a place, a page at a time, until there are no more yet."""
    while entries := database.feed(after, PAGE):
        yield from entries
        after = entries[-1].position
