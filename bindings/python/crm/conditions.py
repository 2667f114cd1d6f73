"""Conditions as expressions of Python.

>>> (where.stage == "active") & (where.expected_close_on < today() + days(7))
Condition('stage = active and expected_close_on < today + 7 days')
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, TypeAlias, Union

from . import _core
from ._core import Condition

if TYPE_CHECKING:
    from ._core import Record

Unit: TypeAlias = Literal["minutes", "hours", "days", "weeks", "months", "years"]


@dataclass(frozen=True)
class Span:
    """A length of time, by the calendar where it is days or longer."""

    count: int
    unit: Unit

    def __neg__(self) -> Span:
        return replace(self, count=-self.count)


@dataclass(frozen=True)
class Relative:
    """A moment told from the one when the condition is asked."""

    anchor: Literal["now", "today"]
    count: int = 0
    unit: Unit = "days"

    def __add__(self, by: Span | timedelta) -> Relative:
        if self.count:
            raise _core.InvalidArgument("A condition counts from now or today once: add up the spans first.")
        span = by if isinstance(by, Span) else _span_of(by)
        if self.anchor == "today" and span.unit in ("minutes", "hours"):
            raise _core.InvalidArgument("From today, conditions count days and longer: use now().")
        return replace(self, count=span.count, unit=span.unit)

    def __sub__(self, by: Span | timedelta) -> Relative:
        return self + -by


Comparable: TypeAlias = Union[str, int, bool, Decimal, datetime, date, Relative, "Record"]
"""What a field can be compared with. A text stands for a moment, a day or an enumerator where the field is one."""


def _span_of(by: timedelta) -> Span:
    minutes, rest = divmod(by, timedelta(minutes=1))
    if rest:
        raise _core.InvalidArgument("Conditions count whole minutes.")
    return Span(minutes // 1440, "days") if minutes % 1440 == 0 else Span(minutes, "minutes")


def now() -> Relative:
    """The moment when the condition is asked."""
    return Relative("now")


def today() -> Relative:
    """The day when the condition is asked, in the database's zone; compared with a moment, its start."""
    return Relative("today")


def minutes(count: int) -> Span:
    """So many minutes."""
    return Span(count, "minutes")


def hours(count: int) -> Span:
    """So many hours."""
    return Span(count, "hours")


def days(count: int) -> Span:
    """So many days."""
    return Span(count, "days")


def weeks(count: int) -> Span:
    """So many weeks."""
    return Span(count, "weeks")


def months(count: int) -> Span:
    """So many months of the calendar."""
    return Span(count, "months")


def years(count: int) -> Span:
    """So many years of the calendar."""
    return Span(count, "years")


class Field:
    """A field in a condition: compare it, or ask whether it has a value."""

    __slots__ = ("_name",)
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, part: str) -> Field:
        """A part of money: ``where.expected.amount``, ``where.expected.currency``."""
        if part not in ("amount", "currency"):
            raise AttributeError(f"{self._name!r} has no part {part!r}: money has amount and currency.")
        return Field(f"{self._name}.{part}")

    def __eq__(self, value: Comparable | None) -> Condition:  # type: ignore[override]
        return self.is_null() if value is None else _core.compare(self._name, "=", value)

    def __ne__(self, value: Comparable | None) -> Condition:  # type: ignore[override]
        return self.is_not_null() if value is None else _core.compare(self._name, "!=", value)

    def __lt__(self, value: Comparable) -> Condition:
        return _core.compare(self._name, "<", value)

    def __le__(self, value: Comparable) -> Condition:
        return _core.compare(self._name, "<=", value)

    def __gt__(self, value: Comparable) -> Condition:
        return _core.compare(self._name, ">", value)

    def __ge__(self, value: Comparable) -> Condition:
        return _core.compare(self._name, ">=", value)

    def contains(self, part: str) -> Condition:
        """The text has this part, byte by byte."""
        return _core.compare(self._name, "contains", part)

    def starts_with(self, part: str) -> Condition:
        """The text begins so, byte by byte."""
        return _core.compare(self._name, "starts_with", part)

    def is_in(self, values: Iterable[Comparable]) -> Condition:
        """Equal to one of the values."""
        return _core.is_in(self._name, values)

    def is_null(self) -> Condition:
        """It has no value."""
        return _core.is_null(self._name)

    def is_not_null(self) -> Condition:
        """It has a value."""
        return ~self.is_null()

    def __repr__(self) -> str:
        return f"field({self._name!r})"


class _Where:
    """Every field, by attribute: ``where.stage``."""

    __slots__ = ()

    def __getattr__(self, name: str) -> Field:
        if name.startswith("_"):
            raise AttributeError(name)
        return Field(name)

    def __repr__(self) -> str:
        return "where"


where = _Where()
"""Every field, by attribute: ``where.stage == "active"``, ``where.expected.amount >= Decimal(1000)``."""


def field(name: str) -> Field:
    """The field of that name: ``stage``, ``created_at``, ``expected.amount``."""
    return Field(name)
