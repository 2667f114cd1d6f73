"""Writes the stub of crm._core from the built module, or checks that it is up to date.

Usage: python3 -P make_stub.py [--check] _core.pyi     (-P: not the crm package beside this file, which has no module)

Everything is read off the module. Functions tell their signatures in the first line of their docstrings, one for each
overload, properties in those of their getters and setters: pybind11 writes them there, and crm's bindings where the
keywords come from a description.
"""

import enum
import inspect
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from crm import _core

HEADER = '''"""Made by make_stub.py from the built module."""

import collections.abc
import datetime
import decimal
import enum
import os
import typing
from typing import Self

from .analysis import Funnel, Overruns, PlanComparison, Timeline
from .cards import PartyHit, SubjectCard
from .conditions import Comparable
from .contacts import NewContact
from .errors import Error
from .feed import FeedEntry
from .finding import Found, MailFile, Page
from .keys import Key, R, Ref, T

__version__: str
'''
OPERATORS = {  # what Python says of these is not what a class accepts, but what object does
    "__eq__": "def __eq__(self, other: object, /) -> bool: ...",
    "__exit__": "def __exit__(self, *exception: object) -> None: ...",
    "__copy__": "def __copy__(self) -> Self: ...",
    "__deepcopy__": "def __deepcopy__(self, memo: object) -> Self: ...",
    "__replace__": "def __replace__(self, **changes: typing.Any) -> Self: ...",
    "__reduce__": "def __reduce__(self) -> tuple[typing.Any, ...]: ...",
    "__bool__": "def __bool__(self) -> bool: ...",
    "__repr__": "def __repr__(self) -> str: ...",
    "__str__": "def __str__(self) -> str: ...",
    "__hash__": "def __hash__(self) -> int: ...",
}
NOT_MEMBERS = {"__annotations__", "__dict__", "__doc__", "__module__", "__weakref__", "_pybind11_conduit_v1_"}
WITH_SELF = re.compile(r"\w+\(self[:,)]")
OVERLOAD = re.compile(r"^\d+\. (.+)$", re.MULTILINE)


def in_our_words(signature: str) -> str:
    """pybind11's signature as the stub writes it."""
    signature = re.sub(r"\(self: [\w.]+", "(self", signature).replace("crm._core.", "")
    signature = re.sub(r"typing\.(SupportsInt|SupportsFloat) \| typing\.SupportsIndex", r"\1", signature)
    signature = re.sub(r"(typing\.)?SupportsInt\b", "int", signature)
    signature = re.sub(r"(typing\.)?SupportsFloat\b", "float", signature)
    return signature.replace("**kwargs)", "**kwargs: typing.Any)")


def indented(text: str, by: str) -> str:
    return "\n".join(by + line if line else "" for line in text.splitlines())


def docstring(text: str, by: str) -> str:
    """A docstring under a definition."""
    return indented('"""' + text.strip() + '"""', by)


def overloads(function: object) -> list[tuple[str, str]]:
    """The signatures of a function, each with what it says about itself."""
    doc = inspect.cleandoc(function.__doc__ or "")
    if "Overloaded function." not in doc:
        signature, _, text = doc.partition("\n")
        return [(signature, text.strip())]
    _, *parts = OVERLOAD.split(doc)
    return list(zip(parts[::2], (text.strip() for text in parts[1::2])))


def definition(function: object, by: str) -> Iterator[str]:
    known = overloads(function)
    for signature, text in known:
        if len(known) > 1:
            yield by + "@typing.overload"
        line = f"{by}def {in_our_words(signature)}:"
        if text:
            yield line + "\n" + docstring(text, by + "    ")
        else:
            yield line + " ..."


def property_lines(name: str, value: property, by: str) -> Iterator[str]:
    getter = in_our_words(overloads(value.fget)[0][0]).removeprefix(name)
    yield f"{by}@property\n{by}def {name}{'(self)' + getter[getter.index(' ->'):]}:"
    yield docstring(value.__doc__ or name, by + "    ")
    if value.fset:
        setter = in_our_words(overloads(value.fset)[0][0])
        yield f"{by}@{name}.setter\n{by}def {name}{setter}: ..."


def member(name: str, value: object, by: str) -> Iterator[str]:
    if name == "__hash__" and value is None:
        yield by + "__hash__: typing.ClassVar[None]  # type: ignore[assignment]"
    elif name in OPERATORS:
        yield by + OPERATORS[name]
    elif isinstance(value, staticmethod):
        yield by + "@staticmethod"
        yield from definition(value.__func__, by)
    elif isinstance(value, property):
        yield from property_lines(name, value, by)
    elif inspect.isroutine(value) and WITH_SELF.match(overloads(value)[0][0]):
        yield from definition(value, by)


def enum_stub(cls: type[enum.Enum]) -> Iterator[str]:
    yield f"class {cls.__name__}(enum.StrEnum):"
    yield docstring(cls.__doc__ or "", "    ")
    for item in cls:
        yield f"    {item.name} = {item.value!r}"


def class_stub(cls: type) -> Iterator[str]:
    bases = [base.__name__ for base in cls.__bases__ if base.__module__ != "pybind11_builtins"]
    if cls.__module__ == "crm.errors":
        yield f"from .errors import {cls.__name__} as {cls.__name__}"
    elif issubclass(cls, enum.Enum):
        yield from enum_stub(cls)
    else:
        yield f"class {cls.__name__}" + (f"({', '.join(bases)})" if bases != ["object"] and bases else "") + ":"
        yield docstring(cls.__doc__ or "", "    ")
        for name, value in vars(cls).items():
            if name not in NOT_MEMBERS:
                yield from member(name, value, "    ")


def stub() -> str:
    parts = [HEADER]
    for name, value in vars(_core).items():
        if inspect.isclass(value) and name != "Error":
            parts.append("\n".join(class_stub(value)) + "\n")
        elif inspect.isroutine(value):
            parts.append("\n".join(definition(value, "")) + "\n")
    return "\n".join(parts)


def main() -> None:
    path = Path(sys.argv[-1])
    if "--check" not in sys.argv:
        path.write_text(stub(), encoding="utf-8")
    elif path.read_text(encoding="utf-8") != stub():
        sys.exit(f"{path.name} is not what the module says: run make_stub.py")


main()
