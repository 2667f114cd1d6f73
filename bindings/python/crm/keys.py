"""How calls name the records that they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar, Union

if TYPE_CHECKING:
    from ._core import Record, Registered

R = TypeVar("R", bound="Record")
T = TypeVar("T")


class Key(int, Generic[R]):
    """The id of a record, which knows the record's kind. It is an int, and can stand wherever an id does."""

    kind: type[R]

    def __new__(cls, value: int, kind: type[R]) -> Key[R]:
        key = super().__new__(cls, value)
        key.kind = kind
        return key

    def __getnewargs__(self) -> tuple[Any, ...]:
        return int(self), self.kind

    def __repr__(self) -> str:
        return f"Key({int(self)}, {self.kind.__name__})"

    def __str__(self) -> str:
        return str(int(self))


if TYPE_CHECKING:
    Ref: TypeAlias = Union[R, Key[R], Registered, int, str]
    """What names a record: itself, its key or id, what registered it, or its code (its number, of a subject or a case)."""
