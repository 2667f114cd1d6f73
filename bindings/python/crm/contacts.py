"""Contacts that come many at once: what ``add_contacts`` takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ._core import Case, Contact, Operator
    from .keys import Ref


class NewContact(NamedTuple):
    """A contact with who took part in it, and the cases that it is linked with."""

    contact: Contact
    """One of another system may keep its id, and who added it when."""
    employees: Iterable[Ref[Operator]] = ()
    """Of ours, who took part; none: the operator who works."""
    cases: Iterable[Ref[Case]] = ()
