"""Who somebody is, at a glance: what ``card``, ``subjects_with_number`` and ``search_parties`` answer with."""

from __future__ import annotations

from dataclasses import dataclass

from ._core import Address, ContactPoint, Identifier, Party, Person, Subject
from .keys import Key


@dataclass(slots=True)
class PartyCard:
    """A party with what is in use of it, each by id."""

    party: Party
    identifiers: list[Identifier]
    addresses: list[Address]
    contact_points: list[ContactPoint]


@dataclass(slots=True)
class PersonCard:
    """A person; that of a natural subject has the party of the subject."""

    person: Person
    party: PartyCard


@dataclass(slots=True)
class SubjectCard:
    """A subject with its party, and its persons in use, by id."""

    subject: Subject
    party: PartyCard
    persons: list[PersonCard]


@dataclass(slots=True)
class PartyHit:
    """A party whose name begins as somebody typed, with what tells it from its namesakes, and what to open."""

    party: Key[Party]
    name: str
    is_human: bool
    """It has a given or a family name."""
    city: str
    """Of its default address; empty: none."""
    subject: Key[Subject] | None
    person: Key[Person] | None
