"""What crm refuses or fails to do."""

from typing import NamedTuple


class Violation(NamedTuple):
    """One broken rule."""

    code: str
    """Stable, starts with the record: ``case.closed.outcome``."""
    field: str
    message: str
    """A sentence that says what to do."""
    position: int
    """Which record of the call, from 0."""

    @property
    def record(self) -> str:
        """The record that the rule is about: ``case``."""
        return self.code.partition(".")[0]


class Error(Exception):
    """Anything that crm refuses or fails to do."""


class ValidationError(Error, ValueError):
    """Rules are broken; ``violations`` has every one of them."""

    violations: list[Violation]

    def __init__(self, message: str, violations: list[Violation]) -> None:
        super().__init__(message, violations)
        self.violations = violations

    def __str__(self) -> str:
        return "\n".join(f"{broken.code}: {broken.message}" for broken in self.violations)

    @property
    def codes(self) -> list[str]:
        """The code of every broken rule, in the order of ``violations``."""
        return [broken.code for broken in self.violations]


class Clash(NamedTuple):
    """A column that two people changed to different values."""

    column: str
    original: int | str | None
    yours: int | str | None
    theirs: int | str | None


class Conflict(Error):
    """Somebody else changed the same fields, which ``clashes`` has, or took the same key."""

    clashes: list[Clash]

    def __init__(self, message: str, clashes: list[Clash]) -> None:
        super().__init__(message, clashes)
        self.clashes = clashes

    def __str__(self) -> str:
        return str(self.args[0])


_ALSO: dict[str, type[Exception]] = {
    "InvalidArgument": ValueError,
    "NotFound": LookupError,
    "Denied": PermissionError,
    "Busy": TimeoutError,
    "Unavailable": ConnectionError,
    "Unsupported": NotImplementedError,
    "OutOfRange": OverflowError,
    "OutOfMemory": MemoryError,
}


def _class_for(name: str, meaning: str) -> type[Error]:
    """The class of an error in the library's list: one from above, or one that has nothing more to say."""
    written: object = globals().get(name)
    if isinstance(written, type) and issubclass(written, Error):
        return written
    bases: tuple[type, ...] = (Error, _ALSO[name]) if name in _ALSO else (Error,)
    return type(name, bases, {"__doc__": meaning, "__module__": "crm"})
