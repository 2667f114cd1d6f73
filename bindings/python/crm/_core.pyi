"""Made by make_stub.py from the built module."""

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

class InvalidArgument(Error, ValueError):
    """A bug in the calling program."""

from .errors import ValidationError as ValidationError

class NotFound(Error, LookupError):
    """There is no such record."""

from .errors import Conflict as Conflict

class Denied(Error, PermissionError):
    """The operator may not do this."""

class Busy(Error, TimeoutError):
    """Nothing was done; the same work may succeed later."""

class Unavailable(Error, ConnectionError):
    """The storage cannot be reached."""

class CommitUnknown(Error):
    """The storage was lost during commit: look before you try again."""

class TransactionLost(Error):
    """The storage gave the transaction up: begin again."""

class ReadOnly(Error):
    """The storage takes no changes."""

class StorageFull(Error):
    """The storage has no room left."""

class Corrupt(Error):
    """The storage holds what crm could not have written."""

class SchemaMismatch(Error):
    """The tables are not those of this version of crm."""

class Unsupported(Error, NotImplementedError):
    """This version of crm, or this storage, cannot do it."""

class Cancelled(Error):
    """The host gave it up."""

class HostRefused(Error):
    """A callback of the host refused."""

class OutOfRange(Error, OverflowError):
    """A number or a date has no room in its type."""

class OutOfMemory(Error, MemoryError):
    """There is not enough memory."""

class Internal(Error):
    """A bug in crm."""

class Action(enum.StrEnum):
    """What an operation did to a record."""
    added = 'added'
    changed = 'changed'
    removed = 'removed'

class AddressKind(enum.StrEnum):
    """What an address is used for."""
    registered = 'registered'
    correspondence = 'correspondence'
    delivery = 'delivery'
    branch = 'branch'
    invoice = 'invoice'
    residence = 'residence'

class CaseOutcome(enum.StrEnum):
    """How a case ended."""
    won = 'won'
    lost = 'lost'
    done = 'done'
    abandoned = 'abandoned'

class ContactPointKind(enum.StrEnum):
    """What a contact point is."""
    phone = 'phone'
    email = 'email'
    fax = 'fax'
    web = 'web'
    messenger = 'messenger'
    other = 'other'

class ContactStatus(enum.StrEnum):
    """What became of a contact."""
    planned = 'planned'
    held = 'held'
    not_held = 'not_held'
    cancelled = 'cancelled'

class CountsAs(enum.StrEnum):
    """What the amounts of a trade document are to its case."""
    neither = 'neither'
    cost = 'cost'
    revenue = 'revenue'

class DatabaseRole(enum.StrEnum):
    """What a user of the database itself may do."""
    reader = 'reader'
    writer = 'writer'
    owner = 'owner'

class DecisionRole(enum.StrEnum):
    """Part that a person plays when a firm decides."""
    decision_maker = 'decision_maker'
    evaluator = 'evaluator'
    influencer = 'influencer'
    user = 'user'
    blocker = 'blocker'
    other = 'other'

class Direction(enum.StrEnum):
    """Which way the information flowed."""
    incoming = 'incoming'
    outgoing = 'outgoing'
    internal = 'internal'

class DocumentStatus(enum.StrEnum):
    """How far a document is."""
    draft = 'draft'
    active = 'active'
    cancelled = 'cancelled'

class MailResult(enum.StrEnum):
    """What became of a message that was imported."""
    imported = 'imported'
    unmatched = 'unmatched'
    to_review = 'to_review'
    ignored = 'ignored'
    duplicate = 'duplicate'
    failed = 'failed'

class Medium(enum.StrEnum):
    """The medium that a kind of contact goes by."""
    phone = 'phone'
    email = 'email'
    fax = 'fax'
    meeting = 'meeting'
    letter = 'letter'
    chat = 'chat'
    visit = 'visit'
    other = 'other'

class MessageState(enum.StrEnum):
    """What a stored message waits for."""
    imported = 'imported'
    unmatched = 'unmatched'
    to_review = 'to_review'
    ignored = 'ignored'

class MoneyCategory(enum.StrEnum):
    """What money is for."""
    labour = 'labour'
    material = 'material'
    goods = 'goods'
    external_service = 'external_service'
    other = 'other'

class MoneySide(enum.StrEnum):
    """Whether money goes out or comes in."""
    cost = 'cost'
    revenue = 'revenue'

class NumberKind(enum.StrEnum):
    """Which tax, register or bank number it is."""
    nip = 'nip'
    regon = 'regon'
    pesel = 'pesel'
    krs = 'krs'
    vat = 'vat'
    iban = 'iban'
    lei = 'lei'

class ParticipantRole(enum.StrEnum):
    """The part that a participant took."""
    attended = 'attended'
    sender = 'sender'
    recipient = 'recipient'
    copied = 'copied'

class Priority(enum.StrEnum):
    """How urgent something is."""
    low = 'low'
    normal = 'normal'
    high = 'high'

class Stage(enum.StrEnum):
    """The part of its life that a case is in."""
    potential = 'potential'
    active = 'active'
    closed = 'closed'

class SubjectKind(enum.StrEnum):
    """Legal, or natural: one private person."""
    natural = 'natural'
    legal = 'legal'

class SubjectStatus(enum.StrEnum):
    """How far a relation has come."""
    prospect = 'prospect'
    active = 'active'
    inactive = 'inactive'
    blocked = 'blocked'

class TaskStatus(enum.StrEnum):
    """How far a task is."""
    open = 'open'
    in_progress = 'in_progress'
    waiting = 'waiting'
    done = 'done'
    cancelled = 'cancelled'

class TimelineKind(enum.StrEnum):
    """What an entry of a timeline is about."""
    contact = 'contact'
    note = 'note'
    task_created = 'task_created'
    task_done = 'task_done'
    document = 'document'
    phase_change = 'phase_change'

class TradeDocumentStatus(enum.StrEnum):
    """How far a trade document is."""
    draft = 'draft'
    confirmed = 'confirmed'
    posted = 'posted'
    cancelled = 'cancelled'

class Money:
    """An exact amount of one currency, to 1/10000 of its unit. It never changes. Amounts of two currencies are equal to nothing of each other, and neither add up nor compare: ValidationError ``money.currency``."""
    def __init__(self, amount: decimal.Decimal | str | int, currency: str) -> None:
        """An amount, such as ``Money("12500.00", "PLN")``. Raises TypeError for a float, which is not exact; ValidationError ``money.amount``, ``currency.code``."""
    @staticmethod
    def parse(text: str) -> Money:
        """Read ``12500.00 PLN`` exactly. Raises ValidationError."""
    @property
    def amount(self) -> decimal.Decimal:
        """In units of the currency."""
    @property
    def currency(self) -> str:
        """ISO 4217 code."""
    def __repr__(self) -> str: ...
    def __str__(self) -> str: ...
    def __hash__(self) -> int: ...
    def __bool__(self) -> bool: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __add__(self, arg0: Money) -> Money: ...
    def __radd__(self, arg0: int) -> Money:
        """What sum() begins with."""
    def __sub__(self, arg0: Money) -> Money: ...
    def __neg__(self) -> Money: ...
    def __abs__(self) -> Money: ...
    def __mul__(self, arg0: int) -> Money:
        """A whole number of times."""
    def __rmul__(self, arg0: int) -> Money: ...
    def __lt__(self, arg0: Money) -> bool: ...
    def __le__(self, arg0: Money) -> bool: ...
    def __gt__(self, arg0: Money) -> bool: ...
    def __ge__(self, arg0: Money) -> bool: ...
    def per_cent(self, share: int) -> Money:
        """A share of it, from 0 to 100, rounded half away from zero to the smallest unit of the currency. Raises OutOfRange."""
    def __reduce__(self) -> tuple[typing.Any, ...]: ...

class Revision:
    """How a record came to be what it is."""
    def __init__(self, *, version: int = ..., created_at: datetime.datetime = ..., created_by: Ref[Operator] = ..., changed_at: datetime.datetime = ..., changed_by: Ref[Operator] = ..., archived_at: datetime.datetime | None = ...) -> None: ...
    @property
    def version(self) -> int:
        """Grows by one with each save; 0 until the record is added."""
    @property
    def created_at(self) -> datetime.datetime:
        """When it was added (UTC)."""
    @property
    def created_by(self) -> int:
        """The operator who added it."""
    @property
    def changed_at(self) -> datetime.datetime:
        """When it was last saved (UTC)."""
    @property
    def changed_by(self) -> int:
        """The operator who last saved it."""
    @property
    def archived_at(self) -> datetime.datetime | None:
        """When it was put away (UTC): kept, but left out of lists; none while it is in use."""
    def __repr__(self) -> str: ...
    def as_dict(self) -> dict[str, typing.Any]:
        """The fields by name, in their order."""
    def __reduce__(self) -> tuple[typing.Any, ...]: ...
    def __eq__(self, other: object, /) -> bool: ...
    __hash__: typing.ClassVar[None]  # type: ignore[assignment]

class Record:
    """What is stored: the base of all records. Two are equal when all their fields are."""
    @property
    def id(self) -> int:
        """Key; 0 until the record is added."""
    def __repr__(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    __hash__: typing.ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Self: ...
    def __deepcopy__(self, memo: object) -> Self: ...
    def __replace__(self, **changes: typing.Any) -> Self: ...
    def __reduce__(self) -> tuple[typing.Any, ...]: ...
    def as_dict(self) -> dict[str, typing.Any]:
        """The fields by name, in their order, as objects of Python."""

def _make_again(kind: object, keywords: dict[str, typing.Any]) -> object:
    """Make a record of its keywords, for pickle."""

class Operator(Record):
    """An employee of ours. One without a login is allowed: someone who takes part in contacts only."""
    def __init__(self, *, id: int = ..., revision: Revision = ..., code: str = ..., name: str = ..., email: str = ..., is_active: bool = ...) -> None: ...
    @property
    def id(self) -> int:
        """Key; 0 until the record is added."""
    @id.setter
    def id(self, value: int) -> None: ...
    @property
    def revision(self) -> Revision:
        """Version, and who changed it when."""
    @revision.setter
    def revision(self, value: Revision) -> None: ...
    @property
    def code(self) -> str:
        """Login, unique; empty for someone who does not log in."""
    @code.setter
    def code(self, value: str) -> None: ...
    @property
    def name(self) -> str:
        """Name for people."""
    @name.setter
    def name(self, value: str) -> None: ...
    @property
    def email(self) -> str:
        """Our own address, by which outgoing mail is told; lower case."""
    @email.setter
    def email(self, value: str) -> None: ...
    @property
    def is_active(self) -> bool:
        """False for someone who has left: nothing new is given to them."""
    @is_active.setter
    def is_active(self, value: bool) -> None: ...

class Operation(Record):
    """One committed piece of work by one operator: what history and the feed count in."""
    def __init__(self, *, id: int = ..., operator_id: int | None = ..., operator: Ref[Operator] | None = ..., at: datetime.datetime = ..., cause: str = ..., stamp: int = ..., key: str = ...) -> None: ...
    @property
    def id(self) -> int:
        """Key; 0 until the record is added."""
    @id.setter
    def id(self, value: int) -> None: ...
    @property
    def operator_id(self) -> int | None:
        """Who did it; none: the library itself, as when it starts a new database."""
    @operator_id.setter
    def operator_id(self, value: int | None) -> None: ...
    @property
    def at(self) -> datetime.datetime:
        """When it was begun (UTC)."""
    @at.setter
    def at(self, value: datetime.datetime) -> None: ...
    @property
    def cause(self) -> str:
        """What made it: work, import, or what the host says."""
    @cause.setter
    def cause(self, value: str) -> None: ...
    @property
    def stamp(self) -> int:
        """Orders operations so that no effect comes before its cause."""
    @stamp.setter
    def stamp(self, value: int) -> None: ...
    @property
    def key(self) -> str:
        """Unique key of the host's, by which a commit whose answer was lost is looked up; empty: none."""
    @key.setter
    def key(self, value: str) -> None: ...

class Content(Record):
    """The bytes of documents and messages, kept once whatever refers to them."""
    def __init__(self, *, id: int = ..., revision: Revision = ..., sha256: str = ..., size: int = ..., bytes: bytes = ...) -> None: ...
    @property
    def id(self) -> int:
        """Key; 0 until the record is added."""
    @id.setter
    def id(self, value: int) -> None: ...
    @property
    def revision(self) -> Revision:
        """Version, and who changed it when."""
    @revision.setter
    def revision(self, value: Revision) -> None: ...
    @property
    def sha256(self) -> str:
        """SHA-256 of the bytes, in lower-case hexadecimal digits; unique."""
    @sha256.setter
    def sha256(self, value: str) -> None: ...
    @property
    def size(self) -> int:
        """How many bytes."""
    @size.setter
    def size(self, value: int) -> None: ...
    @property
    def bytes(self) -> bytes:
        """The bytes themselves."""
    @bytes.setter
    def bytes(self, value: bytes) -> None: ...

class Party(Record):
    """The data that registers share: names here, and numbers, addresses and contact points that refer to it."""
    def __init__(self, *, id: int = ..., revision: Revision = ..., name: str = ..., short_name: str = ..., given_name: str = ..., middle_names: str = ..., family_name: str = ..., title: str = ..., birth_date: datetime.date | None = ..., citizenship: str = ..., language: str = ..., name_key: str = ...) -> None: ...
    @property
    def id(self) -> int:
        """Key; 0 until the record is added."""
    @id.setter
    def id(self, value: int) -> None: ...
    @property
    def revision(self) -> Revision:
        """Version, and who changed it when."""
    @revision.setter
    def revision(self, value: Revision) -> None: ...
    @property
    def name(self) -> str:
        """Full name: of a firm, or given and family name of a natural person."""
    @name.setter
    def name(self, value: str) -> None: ...
    @property
    def short_name(self) -> str:
        """Short name, as in lists."""
    @short_name.setter
    def short_name(self, value: str) -> None: ...
    @property
    def given_name(self) -> str:
        """Given name of a natural person."""
    @given_name.setter
    def given_name(self, value: str) -> None: ...
    @property
    def middle_names(self) -> str:
        """Middle names of a natural person."""
    @middle_names.setter
    def middle_names(self, value: str) -> None: ...
    @property
    def family_name(self) -> str:
        """Family name of a natural person."""
    @family_name.setter
    def family_name(self, value: str) -> None: ...
    @property
    def title(self) -> str:
        """Academic or professional title, before the name."""
    @title.setter
    def title(self, value: str) -> None: ...
    @property
    def birth_date(self) -> datetime.date | None:
        """Day of birth of a natural person."""
    @birth_date.setter
    def birth_date(self, value: datetime.date | None) -> None: ...
    @property
    def citizenship(self) -> str:
        """ISO 3166 code of a country."""
    @citizenship.setter
    def citizenship(self, value: str) -> None: ...
    @property
    def language(self) -> str:
        """Language tag (BCP 47) to write in, such as pl."""
    @language.setter
    def language(self, value: str) -> None: ...
    @property
    def name_key(self) -> str:
        """Search key of the names: folded case, no diacritics."""
    @name_key.setter
    def name_key(self, value: str) -> None: ...

class ContactPoint(Record):
    """One phone number, e-mail address, web page… of a party."""
    def __init__(self, *, id: int = ..., revision: Revision = ..., party_id: int = ..., party: Ref[Party] = ..., kind: ContactPointKind | str = ..., value: str = ..., value_key: str = ..., domain: str = ..., label: str = ..., is_primary: bool = ..., is_private: bool = ..., do_not_use: bool = ...) -> None: ...
    @property
    def id(self) -> int:
        """Key; 0 until the record is added."""
    @id.setter
    def id(self, value: int) -> None: ...
    @property
    def revision(self) -> Revision:
        """Version, and who changed it when."""
    @revision.setter
    def revision(self, value: Revision) -> None: ...
    @property
    def party_id(self) -> int:
        """Whose it is."""
    @party_id.setter
    def party_id(self, value: int) -> None: ...
    @property
    def kind(self) -> ContactPointKind:
        """What it is."""
    @kind.setter
    def kind(self, value: ContactPointKind | str) -> None: ...
    @property
    def value(self) -> str:
        """As people write it."""
    @value.setter
    def value(self, value: str) -> None: ...
    @property
    def value_key(self) -> str:
        """For comparing: an address in lower case, a number as + and digits."""
    @value_key.setter
    def value_key(self, value: str) -> None: ...
    @property
    def domain(self) -> str:
        """Of an address or a web page: the domain, in lower case and without www."""
    @domain.setter
    def domain(self, value: str) -> None: ...
    @property
    def label(self) -> str:
        """What it is for, such as office."""
    @label.setter
    def label(self, value: str) -> None: ...
    @property
    def is_primary(self) -> bool:
        """The one of its kind to use first; a party has at most one of each kind."""
    @is_primary.setter
    def is_primary(self, value: bool) -> None: ...
    @property
    def is_private(self) -> bool:
        """Belongs to the person rather than to the business."""
    @is_private.setter
    def is_private(self, value: bool) -> None: ...
    @property
    def do_not_use(self) -> bool:
        """Kept, but nobody writes or calls there."""
    @do_not_use.setter
    def do_not_use(self, value: bool) -> None: ...

class Address(Record):
    """A postal address of a party."""
    def __init__(self, *, id: int = ..., revision: Revision = ..., party_id: int = ..., party: Ref[Party] = ..., kind: AddressKind | str = ..., street: str = ..., building: str = ..., flat: str = ..., postal_code: str = ..., city: str = ..., region: str = ..., country: str = ..., is_default: bool = ...) -> None: ...
    @property
    def id(self) -> int:
        """Key; 0 until the record is added."""
    @id.setter
    def id(self, value: int) -> None: ...
    @property
    def revision(self) -> Revision:
        """Version, and who changed it when."""
    @revision.setter
    def revision(self, value: Revision) -> None: ...
    @property
    def party_id(self) -> int:
        """Whose it is."""
    @party_id.setter
    def party_id(self, value: int) -> None: ...
    @property
    def kind(self) -> AddressKind:
        """What it is used for."""
    @kind.setter
    def kind(self, value: AddressKind | str) -> None: ...
    @property
    def street(self) -> str:
        """Street, or village without streets."""
    @street.setter
    def street(self, value: str) -> None: ...
    @property
    def building(self) -> str:
        """Number of the building."""
    @building.setter
    def building(self, value: str) -> None: ...
    @property
    def flat(self) -> str:
        """Number of the flat."""
    @flat.setter
    def flat(self, value: str) -> None: ...
    @property
    def postal_code(self) -> str:
        """Postal code."""
    @postal_code.setter
    def postal_code(self, value: str) -> None: ...
    @property
    def city(self) -> str:
        """City."""
    @city.setter
    def city(self, value: str) -> None: ...
    @property
    def region(self) -> str:
        """Voivodeship, state or province."""
    @region.setter
    def region(self, value: str) -> None: ...
    @property
    def country(self) -> str:
        """ISO 3166 code of a country, such as PL."""
    @country.setter
    def country(self, value: str) -> None: ...
    @property
    def is_default(self) -> bool:
        """The one of its kind to use first; a party has at most one of each kind."""
    @is_default.setter
    def is_default(self, value: bool) -> None: ...

class Identifier(Record):
    """A tax, register or bank number of a party, in canonical form."""
    def __init__(self, *, id: int = ..., revision: Revision = ..., party_id: int = ..., party: Ref[Party] = ..., kind: NumberKind | str = ..., value: str = ..., since: datetime.date | None = ..., until: datetime.date | None = ...) -> None: ...
    @property
    def id(self) -> int:
        """Key; 0 until the record is added."""
    @id.setter
    def id(self, value: int) -> None: ...
    @property
    def revision(self) -> Revision:
        """Version, and who changed it when."""
    @revision.setter
    def revision(self, value: Revision) -> None: ...
    @property
    def party_id(self) -> int:
        """Whose it is."""
    @party_id.setter
    def party_id(self, value: int) -> None: ...
    @property
    def kind(self) -> NumberKind:
        """Which number."""
    @kind.setter
    def kind(self, value: NumberKind | str) -> None: ...
    @property
    def value(self) -> str:
        """The number: checked, and brought to its canonical form when it is stored."""
    @value.setter
    def value(self, value: str) -> None: ...
    @property
    def since(self) -> datetime.date | None:
        """First day that it is valid."""
    @since.setter
    def since(self, value: datetime.date | None) -> None: ...
    @property
    def until(self) -> datetime.date | None:
        """Last day that it is valid."""
    @until.setter
    def until(self, value: datetime.date | None) -> None: ...

class Subject(Record):
    """A counterparty from the company's surroundings; legal or natural."""
    def __init__(self, *, id: int = ..., revision: Revision = ..., number: str = ..., kind: SubjectKind | str = ..., party_id: int = ..., party: Ref[Party] = ..., status: SubjectStatus | str = ..., keeper_id: int | None = ..., keeper: Ref[Operator] | None = ..., source: str = ..., industry: str = ..., parent_id: int | None = ..., parent: Ref[Subject] | None = ..., is_own: bool = ...) -> None: ...
    @property
    def id(self) -> int:
        """Key; 0 until the record is added."""
    @id.setter
    def id(self, value: int) -> None: ...
    @property
    def revision(self) -> Revision:
        """Version, and who changed it when."""
    @revision.setter
    def revision(self, value: Revision) -> None: ...
    @property
    def number(self) -> str:
        """Unique number from the host's own series; empty: none."""
    @number.setter
    def number(self, value: str) -> None: ...
    @property
    def kind(self) -> SubjectKind:
        """Legal or natural; changed by change_kind() alone."""
    @kind.setter
    def kind(self, value: SubjectKind | str) -> None: ...
    @property
    def party_id(self) -> int:
        """Names, numbers, addresses and contact points."""
    @party_id.setter
    def party_id(self, value: int) -> None: ...
    @property
    def status(self) -> SubjectStatus:
        """How far the relation has come."""
    @status.setter
    def status(self, value: SubjectStatus | str) -> None: ...
    @property
    def keeper_id(self) -> int | None:
        """The operator who looks after the subject."""
    @keeper_id.setter
    def keeper_id(self, value: int | None) -> None: ...
    @property
    def source(self) -> str:
        """Where the subject came from."""
    @source.setter
    def source(self, value: str) -> None: ...
    @property
    def industry(self) -> str:
        """Branch of business."""
    @industry.setter
    def industry(self, value: str) -> None: ...
    @property
    def parent_id(self) -> int | None:
        """The firm that it belongs to."""
    @parent_id.setter
    def parent_id(self, value: int | None) -> None: ...
    @property
    def is_own(self) -> bool:
        """Our own firm, for internal cases."""
    @is_own.setter
    def is_own(self, value: bool) -> None: ...

class Person(Record):
    """Someone we keep in touch with, always tied to one subject."""
    def __init__(self, *, id: int = ..., revision: Revision = ..., subject_id: int = ..., subject: Ref[Subject] = ..., subject_kind: SubjectKind | str = ..., party_id: int = ..., party: Ref[Party] = ..., salutation: str = ..., position: str = ..., department: str = ..., decision_role: DecisionRole | str | None = ..., superior_id: int | None = ..., superior: Ref[Person] | None = ..., active_since: datetime.date | None = ..., active_until: datetime.date | None = ..., source: str = ..., given_name: str = ..., middle_names: str = ..., family_name: str = ..., title: str = ..., email: str = ..., phone: str = ...) -> None: ...
    @property
    def id(self) -> int:
        """Key; 0 until the record is added."""
    @id.setter
    def id(self, value: int) -> None: ...
    @property
    def revision(self) -> Revision:
        """Version, and who changed it when."""
    @revision.setter
    def revision(self, value: Revision) -> None: ...
    @property
    def subject_id(self) -> int:
        """The subject that the person belongs to."""
    @subject_id.setter
    def subject_id(self, value: int) -> None: ...
    @property
    def subject_kind(self) -> SubjectKind:
        """Kind of that subject, by which the schema holds a natural one to one person."""
    @subject_kind.setter
    def subject_kind(self, value: SubjectKind | str) -> None: ...
    @property
    def party_id(self) -> int:
        """Names, numbers, addresses and contact points; of a natural subject: the same party."""
    @party_id.setter
    def party_id(self, value: int) -> None: ...
    @property
    def salutation(self) -> str:
        """How letters begin."""
    @salutation.setter
    def salutation(self, value: str) -> None: ...
    @property
    def position(self) -> str:
        """Position in the firm."""
    @position.setter
    def position(self, value: str) -> None: ...
    @property
    def department(self) -> str:
        """Department of the firm."""
    @department.setter
    def department(self, value: str) -> None: ...
    @property
    def decision_role(self) -> DecisionRole | None:
        """Part that the person plays when the firm decides."""
    @decision_role.setter
    def decision_role(self, value: DecisionRole | str | None) -> None: ...
    @property
    def superior_id(self) -> int | None:
        """The person's superior."""
    @superior_id.setter
    def superior_id(self, value: int | None) -> None: ...
    @property
    def active_since(self) -> datetime.date | None:
        """First day with the subject."""
    @active_since.setter
    def active_since(self, value: datetime.date | None) -> None: ...
    @property
    def active_until(self) -> datetime.date | None:
        """Last day with the subject; none: still there."""
    @active_until.setter
    def active_until(self, value: datetime.date | None) -> None: ...
    @property
    def source(self) -> str:
        """Where the person came from."""
    @source.setter
    def source(self, value: str) -> None: ...

class Base(Record):
    """A named group of subjects, defined by the user, by any criterion; a subject can be in many."""
    def __init__(self, *, id: int = ..., revision: Revision = ..., code: str = ..., name: str = ..., parent_id: int | None = ..., parent: Ref[Base] | None = ..., criterion: str = ..., description: str = ...) -> None: ...
    @property
    def id(self) -> int:
        """Key; 0 until the record is added."""
    @id.setter
    def id(self, value: int) -> None: ...
    @property
    def revision(self) -> Revision:
        """Version, and who changed it when."""
    @revision.setter
    def revision(self, value: Revision) -> None: ...
    @property
    def code(self) -> str:
        """Unique name for programs."""
    @code.setter
    def code(self, value: str) -> None: ...
    @property
    def name(self) -> str:
        """Name for people."""
    @name.setter
    def name(self, value: str) -> None: ...
    @property
    def parent_id(self) -> int | None:
        """The base that it is shown under."""
    @parent_id.setter
    def parent_id(self, value: int | None) -> None: ...
    @property
    def criterion(self) -> str:
        """A condition on subjects in text form; empty: members are chosen by hand."""
    @criterion.setter
    def criterion(self, value: str) -> None: ...
    @property
    def description(self) -> str:
        """What it is for."""
    @description.setter
    def description(self, value: str) -> None: ...

class BaseMember(Record):
    """A subject in a base, chosen by hand, or kept out of one by criterion."""
    def __init__(self, *, id: int = ..., revision: Revision = ..., base_id: int = ..., base: Ref[Base] = ..., subject_id: int = ..., subject: Ref[Subject] = ..., is_excluded: bool = ..., reason: str = ...) -> None: ...
    @property
    def id(self) -> int:
        """Key; 0 until the record is added."""
    @id.setter
    def id(self, value: int) -> None: ...
    @property
    def revision(self) -> Revision:
        """Version, and who changed it when."""
    @revision.setter
    def revision(self, value: Revision) -> None: ...
    @property
    def base_id(self) -> int:
        """The base."""
    @base_id.setter
    def base_id(self, value: int) -> None: ...
    @property
    def subject_id(self) -> int:
        """The subject."""
    @subject_id.setter
    def subject_id(self, value: int) -> None: ...
    @property
    def is_excluded(self) -> bool:
        """Keeps the subject out of a base that its criterion would put it in."""
    @is_excluded.setter
    def is_excluded(self, value: bool) -> None: ...
    @property
    def reason(self) -> str:
        """Why."""
    @reason.setter
    def reason(self, value: str) -> None: ...

class ContactKind(Record):
    """A kind of contact that users define."""
    def __init__(self, *, id: int = ..., revision: Revision = ..., code: str = ..., name: str = ..., medium: Medium | str = ...) -> None: ...
    @property
    def id(self) -> int:
        """Key; 0 until the record is added."""
    @id.setter
    def id(self, value: int) -> None: ...
    @property
    def revision(self) -> Revision:
        """Version, and who changed it when."""
    @revision.setter
    def revision(self, value: Revision) -> None: ...
    @property
    def code(self) -> str:
        """Unique name for programs."""
    @code.setter
    def code(self, value: str) -> None: ...
    @property
    def name(self) -> str:
        """Name for people."""
    @name.setter
    def name(self, value: str) -> None: ...
    @property
    def medium(self) -> Medium:
        """The medium that it goes by."""
    @medium.setter
    def medium(self, value: Medium | str) -> None: ...

class Scheme(Record):
    """An ordered set of phases in the three stages, used by case types."""
    def __init__(self, *, id: int = ..., revision: Revision = ..., code: str = ..., name: str = ...) -> None: ...
    @property
    def id(self) -> int:
        """Key; 0 until the record is added."""
    @id.setter
    def id(self, value: int) -> None: ...
    @property
    def revision(self) -> Revision:
        """Version, and who changed it when."""
    @revision.setter
    def revision(self, value: Revision) -> None: ...
    @property
    def code(self) -> str:
        """Unique name for programs."""
    @code.setter
    def code(self, value: str) -> None: ...
    @property
    def name(self) -> str:
        """Name for people."""
    @name.setter
    def name(self, value: str) -> None: ...

class Phase(Record):
    """A step that users define inside a stage, in an order."""
    def __init__(self, *, id: int = ..., revision: Revision = ..., scheme_id: int = ..., scheme: Ref[Scheme] = ..., code: str = ..., name: str = ..., stage: Stage | str = ..., ordinal: int = ..., probability: int = ...) -> None: ...
    @property
    def id(self) -> int:
        """Key; 0 until the record is added."""
    @id.setter
    def id(self, value: int) -> None: ...
    @property
    def revision(self) -> Revision:
        """Version, and who changed it when."""
    @revision.setter
    def revision(self, value: Revision) -> None: ...
    @property
    def scheme_id(self) -> int:
        """The scheme that it belongs to."""
    @scheme_id.setter
    def scheme_id(self, value: int) -> None: ...
    @property
    def code(self) -> str:
        """Name for programs, unique in its scheme."""
    @code.setter
    def code(self, value: str) -> None: ...
    @property
    def name(self) -> str:
        """Name for people."""
    @name.setter
    def name(self, value: str) -> None: ...
    @property
    def stage(self) -> Stage:
        """The stage that it is a step of."""
    @stage.setter
    def stage(self, value: Stage | str) -> None: ...
    @property
    def ordinal(self) -> int:
        """Its place among the phases of the scheme: the lowest of a stage comes first."""
    @ordinal.setter
    def ordinal(self, value: int) -> None: ...
    @property
    def probability(self) -> int:
        """Probability of winning, per cent, of cases that give none."""
    @probability.setter
    def probability(self, value: int) -> None: ...

class CaseType(Record):
    """What kind of case: its scheme of phases."""
    def __init__(self, *, id: int = ..., revision: Revision = ..., code: str = ..., name: str = ..., scheme_id: int = ..., scheme: Ref[Scheme] = ...) -> None: ...
    @property
    def id(self) -> int:
        """Key; 0 until the record is added."""
    @id.setter
    def id(self, value: int) -> None: ...
    @property
    def revision(self) -> Revision:
        """Version, and who changed it when."""
    @revision.setter
    def revision(self, value: Revision) -> None: ...
    @property
    def code(self) -> str:
        """Unique name for programs."""
    @code.setter
    def code(self, value: str) -> None: ...
    @property
    def name(self) -> str:
        """Name for people."""
    @name.setter
    def name(self, value: str) -> None: ...
    @property
    def scheme_id(self) -> int:
        """The phases that its cases go through."""
    @scheme_id.setter
    def scheme_id(self, value: int) -> None: ...

class Case(Record):
    """What contacts, tasks, documents and notes are grouped by."""
    def __init__(self, *, id: int = ..., revision: Revision = ..., number: str = ..., title: str = ..., type_id: int = ..., type: Ref[CaseType] = ..., phase_id: int = ..., phase: Ref[Phase] = ..., stage: Stage | str = ..., keeper_id: int = ..., keeper: Ref[Operator] = ..., subject_id: int | None = ..., subject: Ref[Subject] | None = ..., person_id: int | None = ..., person: Ref[Person] | None = ..., parent_id: int | None = ..., parent: Ref[Case] | None = ..., expected: Money | None = ..., probability: int | None = ..., expected_close_on: datetime.date | None = ..., opened_at: datetime.datetime = ..., closed_at: datetime.datetime | None = ..., outcome: CaseOutcome | str | None = ..., reason: str = ..., source: str = ..., description: str = ...) -> None: ...
    @property
    def id(self) -> int:
        """Key; 0 until the record is added."""
    @id.setter
    def id(self, value: int) -> None: ...
    @property
    def revision(self) -> Revision:
        """Version, and who changed it when."""
    @revision.setter
    def revision(self, value: Revision) -> None: ...
    @property
    def number(self) -> str:
        """Unique number from the host's own series; empty: none."""
    @number.setter
    def number(self, value: str) -> None: ...
    @property
    def title(self) -> str:
        """What it is about, in one line."""
    @title.setter
    def title(self, value: str) -> None: ...
    @property
    def type_id(self) -> int:
        """What kind of case."""
    @type_id.setter
    def type_id(self, value: int) -> None: ...
    @property
    def phase_id(self) -> int:
        """The phase it is in, which gives its stage; none given: the first phase of the type."""
    @phase_id.setter
    def phase_id(self, value: int) -> None: ...
    @property
    def stage(self) -> Stage:
        """The stage of its phase."""
    @stage.setter
    def stage(self, value: Stage | str) -> None: ...
    @property
    def keeper_id(self) -> int:
        """The operator who looks after the case; not given: the one who works."""
    @keeper_id.setter
    def keeper_id(self, value: int) -> None: ...
    @property
    def subject_id(self) -> int | None:
        """The counterparty; none for an internal case."""
    @subject_id.setter
    def subject_id(self, value: int | None) -> None: ...
    @property
    def person_id(self) -> int | None:
        """The person of the subject that the case is with."""
    @person_id.setter
    def person_id(self, value: int | None) -> None: ...
    @property
    def parent_id(self) -> int | None:
        """The case that it is a part of."""
    @parent_id.setter
    def parent_id(self, value: int | None) -> None: ...
    @property
    def expected(self) -> Money | None:
        """Expected value, net of tax."""
    @expected.setter
    def expected(self, value: Money | None) -> None: ...
    @property
    def probability(self) -> int | None:
        """Probability of winning, per cent; none for that of the phase."""
    @probability.setter
    def probability(self, value: int | None) -> None: ...
    @property
    def expected_close_on(self) -> datetime.date | None:
        """The day when it is expected to be closed."""
    @expected_close_on.setter
    def expected_close_on(self, value: datetime.date | None) -> None: ...
    @property
    def opened_at(self) -> datetime.datetime:
        """When it was opened (UTC); not given: now."""
    @opened_at.setter
    def opened_at(self, value: datetime.datetime) -> None: ...
    @property
    def closed_at(self) -> datetime.datetime | None:
        """When it was closed (UTC); none while it is open."""
    @closed_at.setter
    def closed_at(self, value: datetime.datetime | None) -> None: ...
    @property
    def outcome(self) -> CaseOutcome | None:
        """How it ended; none while it is open."""
    @outcome.setter
    def outcome(self, value: CaseOutcome | str | None) -> None: ...
    @property
    def reason(self) -> str:
        """Why it was lost, or reopened."""
    @reason.setter
    def reason(self, value: str) -> None: ...
    @property
    def source(self) -> str:
        """Where it came from."""
    @source.setter
    def source(self, value: str) -> None: ...
    @property
    def description(self) -> str:
        """What it is about, at length."""
    @description.setter
    def description(self, value: str) -> None: ...

class CaseState(Record):
    """What a case was from a moment on: one row for each change of what the funnel reads, only ever appended."""
    def __init__(self, *, id: int = ..., case_id: int = ..., case: Ref[Case] = ..., seq: int = ..., valid_at: datetime.datetime = ..., recorded_at: datetime.datetime = ..., operation_id: int = ..., operator_id: int | None = ..., operator: Ref[Operator] | None = ..., type_id: int = ..., type: Ref[CaseType] = ..., phase_id: int = ..., phase: Ref[Phase] = ..., stage: Stage | str = ..., previous_phase_id: int | None = ..., previous_phase: Ref[Phase] | None = ..., entered: bool = ..., subject_id: int | None = ..., subject: Ref[Subject] | None = ..., keeper_id: int = ..., keeper: Ref[Operator] = ..., expected: Money | None = ..., probability: int = ..., outcome: CaseOutcome | str | None = ...) -> None: ...
    @property
    def id(self) -> int:
        """Key; 0 until the record is added."""
    @id.setter
    def id(self, value: int) -> None: ...
    @property
    def case_id(self) -> int:
        """The case."""
    @case_id.setter
    def case_id(self, value: int) -> None: ...
    @property
    def seq(self) -> int:
        """Counts the states of the case, from 1."""
    @seq.setter
    def seq(self, value: int) -> None: ...
    @property
    def valid_at(self) -> datetime.datetime:
        """From when it was so (UTC); until the next one's."""
    @valid_at.setter
    def valid_at(self, value: datetime.datetime) -> None: ...
    @property
    def recorded_at(self) -> datetime.datetime:
        """When it was written down (UTC)."""
    @recorded_at.setter
    def recorded_at(self, value: datetime.datetime) -> None: ...
    @property
    def operation_id(self) -> int:
        """The operation that wrote it."""
    @operation_id.setter
    def operation_id(self, value: int) -> None: ...
    @property
    def operator_id(self) -> int | None:
        """Who changed it; none: the library itself."""
    @operator_id.setter
    def operator_id(self, value: int | None) -> None: ...
    @property
    def type_id(self) -> int:
        """The type of the case."""
    @type_id.setter
    def type_id(self, value: int) -> None: ...
    @property
    def phase_id(self) -> int:
        """The phase."""
    @phase_id.setter
    def phase_id(self, value: int) -> None: ...
    @property
    def stage(self) -> Stage:
        """The stage of that phase."""
    @stage.setter
    def stage(self, value: Stage | str) -> None: ...
    @property
    def previous_phase_id(self) -> int | None:
        """The phase before, where this state began a visit of another one; none for the first state."""
    @previous_phase_id.setter
    def previous_phase_id(self, value: int | None) -> None: ...
    @property
    def entered(self) -> bool:
        """True where the case entered its phase with this state."""
    @entered.setter
    def entered(self, value: bool) -> None: ...
    @property
    def subject_id(self) -> int | None:
        """The counterparty."""
    @subject_id.setter
    def subject_id(self, value: int | None) -> None: ...
    @property
    def keeper_id(self) -> int:
        """The keeper."""
    @keeper_id.setter
    def keeper_id(self, value: int) -> None: ...
    @property
    def expected(self) -> Money | None:
        """Expected value."""
    @expected.setter
    def expected(self, value: Money | None) -> None: ...
    @property
    def probability(self) -> int:
        """Probability that counts, per cent: the case's own, or its phase's."""
    @probability.setter
    def probability(self, value: int) -> None: ...
    @property
    def outcome(self) -> CaseOutcome | None:
        """How it ended."""
    @outcome.setter
    def outcome(self, value: CaseOutcome | str | None) -> None: ...

class Contact(Record):
    """An event: information flowed between a subject and an employee of ours."""
    def __init__(self, *, id: int = ..., revision: Revision = ..., kind_id: int = ..., kind: Ref[ContactKind] = ..., subject_id: int | None = ..., subject: Ref[Subject] | None = ..., person_id: int | None = ..., person: Ref[Person] | None = ..., at: datetime.datetime = ..., ended_at: datetime.datetime | None = ..., direction: Direction | str = ..., status: ContactStatus | str = ..., is_automatic: bool = ..., summary: str = ..., body: str = ..., place: str = ..., thread_id: int | None = ..., thread: Ref[Contact] | None = ..., evaluation: int | None = ...) -> None: ...
    @property
    def id(self) -> int:
        """Key; 0 until the record is added."""
    @id.setter
    def id(self, value: int) -> None: ...
    @property
    def revision(self) -> Revision:
        """Version, and who changed it when."""
    @revision.setter
    def revision(self, value: Revision) -> None: ...
    @property
    def kind_id(self) -> int:
        """What kind of contact."""
    @kind_id.setter
    def kind_id(self, value: int) -> None: ...
    @property
    def subject_id(self) -> int | None:
        """The subject, as of the event: it stays when the person moves on."""
    @subject_id.setter
    def subject_id(self, value: int | None) -> None: ...
    @property
    def person_id(self) -> int | None:
        """The person."""
    @person_id.setter
    def person_id(self, value: int | None) -> None: ...
    @property
    def at(self) -> datetime.datetime:
        """When it took place (UTC); not given: now."""
    @at.setter
    def at(self, value: datetime.datetime) -> None: ...
    @property
    def ended_at(self) -> datetime.datetime | None:
        """When it ended (UTC)."""
    @ended_at.setter
    def ended_at(self, value: datetime.datetime | None) -> None: ...
    @property
    def direction(self) -> Direction:
        """Which way the information flowed."""
    @direction.setter
    def direction(self, value: Direction | str) -> None: ...
    @property
    def status(self) -> ContactStatus:
        """Planned, held, or what became of the plan."""
    @status.setter
    def status(self, value: ContactStatus | str) -> None: ...
    @property
    def is_automatic(self) -> bool:
        """Sent by a machine: an absence note, a report, a mailing list."""
    @is_automatic.setter
    def is_automatic(self, value: bool) -> None: ...
    @property
    def summary(self) -> str:
        """One line."""
    @summary.setter
    def summary(self, value: str) -> None: ...
    @property
    def body(self) -> str:
        """What was said."""
    @body.setter
    def body(self, value: str) -> None: ...
    @property
    def place(self) -> str:
        """Where."""
    @place.setter
    def place(self, value: str) -> None: ...
    @property
    def thread_id(self) -> int | None:
        """The first contact of the thread that it belongs to; none: it begins one."""
    @thread_id.setter
    def thread_id(self, value: int | None) -> None: ...
    @property
    def evaluation(self) -> int | None:
        """How it went, from -2 to 2."""
    @evaluation.setter
    def evaluation(self, value: int | None) -> None: ...

class Participant(Record):
    """Someone who took part in a contact: an employee of ours, a person, or just an address."""
    def __init__(self, *, id: int = ..., revision: Revision = ..., contact_id: int = ..., contact: Ref[Contact] = ..., operator_id: int | None = ..., operator: Ref[Operator] | None = ..., person_id: int | None = ..., person: Ref[Person] | None = ..., address: str = ..., role: ParticipantRole | str = ...) -> None: ...
    @property
    def id(self) -> int:
        """Key; 0 until the record is added."""
    @id.setter
    def id(self, value: int) -> None: ...
    @property
    def revision(self) -> Revision:
        """Version, and who changed it when."""
    @revision.setter
    def revision(self, value: Revision) -> None: ...
    @property
    def contact_id(self) -> int:
        """The contact."""
    @contact_id.setter
    def contact_id(self, value: int) -> None: ...
    @property
    def operator_id(self) -> int | None:
        """An employee of ours."""
    @operator_id.setter
    def operator_id(self, value: int | None) -> None: ...
    @property
    def person_id(self) -> int | None:
        """A person of a subject."""
    @person_id.setter
    def person_id(self, value: int | None) -> None: ...
    @property
    def address(self) -> str:
        """An address that belongs to nobody known."""
    @address.setter
    def address(self, value: str) -> None: ...
    @property
    def role(self) -> ParticipantRole:
        """The part that they took."""
    @role.setter
    def role(self, value: ParticipantRole | str) -> None: ...

class ContactCase(Record):
    """A contact that is linked with a case."""
    def __init__(self, *, id: int = ..., revision: Revision = ..., contact_id: int = ..., contact: Ref[Contact] = ..., case_id: int = ..., case: Ref[Case] = ...) -> None: ...
    @property
    def id(self) -> int:
        """Key; 0 until the record is added."""
    @id.setter
    def id(self, value: int) -> None: ...
    @property
    def revision(self) -> Revision:
        """Version, and who changed it when."""
    @revision.setter
    def revision(self, value: Revision) -> None: ...
    @property
    def contact_id(self) -> int:
        """The contact."""
    @contact_id.setter
    def contact_id(self, value: int) -> None: ...
    @property
    def case_id(self) -> int:
        """The case."""
    @case_id.setter
    def case_id(self, value: int) -> None: ...

class Message(Record):
    """An e-mail as it came in: imported, unmatched, to be reviewed, ignored; one that is matched has its contact."""
    def __init__(self, *, id: int = ..., revision: Revision = ..., key: str = ..., is_synthetic: bool = ..., message_id: str = ..., state: MessageState | str = ..., contact_id: int | None = ..., contact: Ref[Contact] | None = ..., direction: Direction | str = ..., is_automatic: bool = ..., sent_at: datetime.datetime | None = ..., sender: str = ..., sender_name: str = ..., other_side: str = ..., recipients: str = ..., subject_line: str = ..., headers: str = ..., text: str = ..., in_reply_to: str = ..., references_to: str = ..., raw_id: int | None = ..., raw: Ref[Content] | None = ..., explanation: str = ...) -> None: ...
    @property
    def id(self) -> int:
        """Key; 0 until the record is added."""
    @id.setter
    def id(self, value: int) -> None: ...
    @property
    def revision(self) -> Revision:
        """Version, and who changed it when."""
    @revision.setter
    def revision(self, value: Revision) -> None: ...
    @property
    def key(self) -> str:
        """What it is known by: SHA-256 of its Message-ID, or of its content where it has none; unique."""
    @key.setter
    def key(self, value: str) -> None: ...
    @property
    def is_synthetic(self) -> bool:
        """The key was made of the content, because there was no Message-ID."""
    @is_synthetic.setter
    def is_synthetic(self, value: bool) -> None: ...
    @property
    def message_id(self) -> str:
        """Message-ID without brackets, its case kept."""
    @message_id.setter
    def message_id(self, value: str) -> None: ...
    @property
    def state(self) -> MessageState:
        """What became of it."""
    @state.setter
    def state(self, value: MessageState | str) -> None: ...
    @property
    def contact_id(self) -> int | None:
        """Its contact, once it is matched."""
    @contact_id.setter
    def contact_id(self, value: int | None) -> None: ...
    @property
    def direction(self) -> Direction:
        """Which way it went."""
    @direction.setter
    def direction(self, value: Direction | str) -> None: ...
    @property
    def is_automatic(self) -> bool:
        """Sent by a machine."""
    @is_automatic.setter
    def is_automatic(self, value: bool) -> None: ...
    @property
    def sent_at(self) -> datetime.datetime | None:
        """Date of the header (UTC)."""
    @sent_at.setter
    def sent_at(self, value: datetime.datetime | None) -> None: ...
    @property
    def sender(self) -> str:
        """Address that it is from, in lower case."""
    @sender.setter
    def sender(self, value: str) -> None: ...
    @property
    def sender_name(self) -> str:
        """Name beside that address."""
    @sender_name.setter
    def sender_name(self, value: str) -> None: ...
    @property
    def other_side(self) -> str:
        """Address that decides whom it concerns: of the sender, or of the first recipient of an outgoing one."""
    @other_side.setter
    def other_side(self, value: str) -> None: ...
    @property
    def recipients(self) -> str:
        """Addresses that it went to, in lower case, a blank between."""
    @recipients.setter
    def recipients(self, value: str) -> None: ...
    @property
    def subject_line(self) -> str:
        """Subject, decoded."""
    @subject_line.setter
    def subject_line(self, value: str) -> None: ...
    @property
    def headers(self) -> str:
        """The headers, as they came."""
    @headers.setter
    def headers(self, value: str) -> None: ...
    @property
    def text(self) -> str:
        """Plain text."""
    @text.setter
    def text(self, value: str) -> None: ...
    @property
    def in_reply_to(self) -> str:
        """Message-IDs that it answers, a blank between."""
    @in_reply_to.setter
    def in_reply_to(self, value: str) -> None: ...
    @property
    def references_to(self) -> str:
        """Message-IDs of its thread, a blank between."""
    @references_to.setter
    def references_to(self, value: str) -> None: ...
    @property
    def raw_id(self) -> int | None:
        """The message as it came, byte by byte."""
    @raw_id.setter
    def raw_id(self, value: int | None) -> None: ...
    @property
    def explanation(self) -> str:
        """The rule that chose the record, and the candidates rejected, as JSON."""
    @explanation.setter
    def explanation(self, value: str) -> None: ...

class MessageAlias(Record):
    """Another Message-ID that a message is known by: of one that it encloses."""
    def __init__(self, *, id: int = ..., revision: Revision = ..., message_ref: Ref[Message] = ..., key: str = ...) -> None: ...
    @property
    def id(self) -> int:
        """Key; 0 until the record is added."""
    @id.setter
    def id(self, value: int) -> None: ...
    @property
    def revision(self) -> Revision:
        """Version, and who changed it when."""
    @revision.setter
    def revision(self, value: Revision) -> None: ...
    @property
    def message_ref(self) -> int:
        """The message."""
    @message_ref.setter
    def message_ref(self, value: int) -> None: ...
    @property
    def key(self) -> str:
        """SHA-256 of the other Message-ID."""
    @key.setter
    def key(self, value: str) -> None: ...

class MessageCopy(Record):
    """Where a message was found: each mailbox and folder that holds it."""
    def __init__(self, *, id: int = ..., revision: Revision = ..., message_ref: Ref[Message] = ..., mailbox: str = ..., folder: str = ..., owner_id: int | None = ..., owner: Ref[Operator] | None = ..., seen_at: datetime.datetime = ..., differs_id: int | None = ..., differs: Ref[Content] | None = ...) -> None: ...
    @property
    def id(self) -> int:
        """Key; 0 until the record is added."""
    @id.setter
    def id(self, value: int) -> None: ...
    @property
    def revision(self) -> Revision:
        """Version, and who changed it when."""
    @revision.setter
    def revision(self, value: Revision) -> None: ...
    @property
    def message_ref(self) -> int:
        """The message."""
    @message_ref.setter
    def message_ref(self, value: int) -> None: ...
    @property
    def mailbox(self) -> str:
        """The mailbox."""
    @mailbox.setter
    def mailbox(self, value: str) -> None: ...
    @property
    def folder(self) -> str:
        """The folder in it."""
    @folder.setter
    def folder(self, value: str) -> None: ...
    @property
    def owner_id(self) -> int | None:
        """Whose mailbox it is."""
    @owner_id.setter
    def owner_id(self, value: int | None) -> None: ...
    @property
    def seen_at(self) -> datetime.datetime:
        """When it was imported from there (UTC)."""
    @seen_at.setter
    def seen_at(self, value: datetime.datetime) -> None: ...
    @property
    def differs_id(self) -> int | None:
        """Its bytes, where they differ from those of the first copy."""
    @differs_id.setter
    def differs_id(self, value: int | None) -> None: ...

class Task(Record):
    """Something to do, by someone, until some day."""
    def __init__(self, *, id: int = ..., revision: Revision = ..., title: str = ..., responsible_id: int = ..., responsible: Ref[Operator] = ..., status: TaskStatus | str = ..., priority: Priority | str = ..., subject_id: int | None = ..., subject: Ref[Subject] | None = ..., person_id: int | None = ..., person: Ref[Person] | None = ..., case_id: int | None = ..., case: Ref[Case] | None = ..., contact_id: int | None = ..., contact: Ref[Contact] | None = ..., due_at: datetime.datetime | None = ..., done_at: datetime.datetime | None = ..., done_by: Ref[Operator] | None = ..., result: str = ..., description: str = ...) -> None: ...
    @property
    def id(self) -> int:
        """Key; 0 until the record is added."""
    @id.setter
    def id(self, value: int) -> None: ...
    @property
    def revision(self) -> Revision:
        """Version, and who changed it when."""
    @revision.setter
    def revision(self, value: Revision) -> None: ...
    @property
    def title(self) -> str:
        """What to do, in one line."""
    @title.setter
    def title(self, value: str) -> None: ...
    @property
    def responsible_id(self) -> int:
        """Who has to do it."""
    @responsible_id.setter
    def responsible_id(self, value: int) -> None: ...
    @property
    def status(self) -> TaskStatus:
        """How far it is."""
    @status.setter
    def status(self, value: TaskStatus | str) -> None: ...
    @property
    def priority(self) -> Priority:
        """How urgent it is."""
    @priority.setter
    def priority(self, value: Priority | str) -> None: ...
    @property
    def subject_id(self) -> int | None:
        """The subject that it concerns."""
    @subject_id.setter
    def subject_id(self, value: int | None) -> None: ...
    @property
    def person_id(self) -> int | None:
        """The person that it concerns."""
    @person_id.setter
    def person_id(self, value: int | None) -> None: ...
    @property
    def case_id(self) -> int | None:
        """The case that it belongs to."""
    @case_id.setter
    def case_id(self, value: int | None) -> None: ...
    @property
    def contact_id(self) -> int | None:
        """The contact that it came from."""
    @contact_id.setter
    def contact_id(self, value: int | None) -> None: ...
    @property
    def due_at(self) -> datetime.datetime | None:
        """Until when (UTC)."""
    @due_at.setter
    def due_at(self, value: datetime.datetime | None) -> None: ...
    @property
    def done_at(self) -> datetime.datetime | None:
        """When it was done (UTC)."""
    @done_at.setter
    def done_at(self, value: datetime.datetime | None) -> None: ...
    @property
    def done_by(self) -> int | None:
        """Who did it."""
    @done_by.setter
    def done_by(self, value: int | None) -> None: ...
    @property
    def result(self) -> str:
        """What came of it."""
    @result.setter
    def result(self, value: str) -> None: ...
    @property
    def description(self) -> str:
        """What to do, at length."""
    @description.setter
    def description(self, value: str) -> None: ...

class Note(Record):
    """Any information attached to the records."""
    def __init__(self, *, id: int = ..., revision: Revision = ..., subject_id: int | None = ..., subject: Ref[Subject] | None = ..., person_id: int | None = ..., person: Ref[Person] | None = ..., contact_id: int | None = ..., contact: Ref[Contact] | None = ..., task_id: int | None = ..., task: Ref[Task] | None = ..., case_id: int | None = ..., case: Ref[Case] | None = ..., author_id: int | None = ..., author: Ref[Operator] | None = ..., written_at: datetime.datetime = ..., title: str = ..., body: str = ..., is_private: bool = ..., is_pinned: bool = ...) -> None: ...
    @property
    def id(self) -> int:
        """Key; 0 until the record is added."""
    @id.setter
    def id(self, value: int) -> None: ...
    @property
    def revision(self) -> Revision:
        """Version, and who changed it when."""
    @revision.setter
    def revision(self, value: Revision) -> None: ...
    @property
    def subject_id(self) -> int | None:
        """The subject that it is about."""
    @subject_id.setter
    def subject_id(self, value: int | None) -> None: ...
    @property
    def person_id(self) -> int | None:
        """The person that it is about."""
    @person_id.setter
    def person_id(self, value: int | None) -> None: ...
    @property
    def contact_id(self) -> int | None:
        """The contact that it belongs to."""
    @contact_id.setter
    def contact_id(self, value: int | None) -> None: ...
    @property
    def task_id(self) -> int | None:
        """The task that it belongs to."""
    @task_id.setter
    def task_id(self, value: int | None) -> None: ...
    @property
    def case_id(self) -> int | None:
        """The case that it belongs to."""
    @case_id.setter
    def case_id(self, value: int | None) -> None: ...
    @property
    def author_id(self) -> int | None:
        """Who wrote it; not given: the operator who works."""
    @author_id.setter
    def author_id(self, value: int | None) -> None: ...
    @property
    def written_at(self) -> datetime.datetime:
        """When it was written (UTC); not given: now."""
    @written_at.setter
    def written_at(self, value: datetime.datetime) -> None: ...
    @property
    def title(self) -> str:
        """One line."""
    @title.setter
    def title(self, value: str) -> None: ...
    @property
    def body(self) -> str:
        """The text."""
    @body.setter
    def body(self, value: str) -> None: ...
    @property
    def is_private(self) -> bool:
        """Shown to its author alone."""
    @is_private.setter
    def is_private(self, value: bool) -> None: ...
    @property
    def is_pinned(self) -> bool:
        """Shown before the others."""
    @is_pinned.setter
    def is_pinned(self, value: bool) -> None: ...

class Document(Record):
    """A file or a reference to one."""
    def __init__(self, *, id: int = ..., revision: Revision = ..., number: str = ..., title: str = ..., kind: str = ..., status: DocumentStatus | str = ..., direction: Direction | str = ..., received_at: datetime.datetime | None = ..., issued_on: datetime.date | None = ..., valid_since: datetime.date | None = ..., valid_until: datetime.date | None = ..., file_name: str = ..., media_type: str = ..., content_id: int | None = ..., content: Ref[Content] | None = ..., reference: str = ...) -> None: ...
    @property
    def id(self) -> int:
        """Key; 0 until the record is added."""
    @id.setter
    def id(self, value: int) -> None: ...
    @property
    def revision(self) -> Revision:
        """Version, and who changed it when."""
    @revision.setter
    def revision(self, value: Revision) -> None: ...
    @property
    def number(self) -> str:
        """Number that stands on it."""
    @number.setter
    def number(self, value: str) -> None: ...
    @property
    def title(self) -> str:
        """What it is, in one line."""
    @title.setter
    def title(self, value: str) -> None: ...
    @property
    def kind(self) -> str:
        """What kind of document."""
    @kind.setter
    def kind(self, value: str) -> None: ...
    @property
    def status(self) -> DocumentStatus:
        """Draft, active or cancelled."""
    @status.setter
    def status(self, value: DocumentStatus | str) -> None: ...
    @property
    def direction(self) -> Direction:
        """Which way it went."""
    @direction.setter
    def direction(self, value: Direction | str) -> None: ...
    @property
    def received_at(self) -> datetime.datetime | None:
        """When we received it (UTC)."""
    @received_at.setter
    def received_at(self, value: datetime.datetime | None) -> None: ...
    @property
    def issued_on(self) -> datetime.date | None:
        """The day it was issued."""
    @issued_on.setter
    def issued_on(self, value: datetime.date | None) -> None: ...
    @property
    def valid_since(self) -> datetime.date | None:
        """First day that it is valid."""
    @valid_since.setter
    def valid_since(self, value: datetime.date | None) -> None: ...
    @property
    def valid_until(self) -> datetime.date | None:
        """Last day that it is valid."""
    @valid_until.setter
    def valid_until(self, value: datetime.date | None) -> None: ...
    @property
    def file_name(self) -> str:
        """Name of the file, without a folder."""
    @file_name.setter
    def file_name(self, value: str) -> None: ...
    @property
    def media_type(self) -> str:
        """Media type (RFC 6838), such as application/pdf."""
    @media_type.setter
    def media_type(self, value: str) -> None: ...
    @property
    def content_id(self) -> int | None:
        """The bytes, when they are kept here."""
    @content_id.setter
    def content_id(self, value: int | None) -> None: ...
    @property
    def reference(self) -> str:
        """Where it is, when it is kept elsewhere."""
    @reference.setter
    def reference(self, value: str) -> None: ...

class DocumentLink(Record):
    """A document that is linked with one other record."""
    def __init__(self, *, id: int = ..., revision: Revision = ..., document_id: int = ..., document: Ref[Document] = ..., subject_id: int | None = ..., subject: Ref[Subject] | None = ..., person_id: int | None = ..., person: Ref[Person] | None = ..., case_id: int | None = ..., case: Ref[Case] | None = ..., contact_id: int | None = ..., contact: Ref[Contact] | None = ..., task_id: int | None = ..., task: Ref[Task] | None = ..., note_id: int | None = ..., note: Ref[Note] | None = ..., message_ref: Ref[Message] | None = ...) -> None: ...
    @property
    def id(self) -> int:
        """Key; 0 until the record is added."""
    @id.setter
    def id(self, value: int) -> None: ...
    @property
    def revision(self) -> Revision:
        """Version, and who changed it when."""
    @revision.setter
    def revision(self, value: Revision) -> None: ...
    @property
    def document_id(self) -> int:
        """The document."""
    @document_id.setter
    def document_id(self, value: int) -> None: ...
    @property
    def subject_id(self) -> int | None:
        """The subject."""
    @subject_id.setter
    def subject_id(self, value: int | None) -> None: ...
    @property
    def person_id(self) -> int | None:
        """The person."""
    @person_id.setter
    def person_id(self, value: int | None) -> None: ...
    @property
    def case_id(self) -> int | None:
        """The case."""
    @case_id.setter
    def case_id(self, value: int | None) -> None: ...
    @property
    def contact_id(self) -> int | None:
        """The contact."""
    @contact_id.setter
    def contact_id(self, value: int | None) -> None: ...
    @property
    def task_id(self) -> int | None:
        """The task."""
    @task_id.setter
    def task_id(self, value: int | None) -> None: ...
    @property
    def note_id(self) -> int | None:
        """The note."""
    @note_id.setter
    def note_id(self, value: int | None) -> None: ...
    @property
    def message_ref(self) -> int | None:
        """The message that it came with."""
    @message_ref.setter
    def message_ref(self, value: int | None) -> None: ...

class TradeKind(Record):
    """A kind of trade document: the host's dictionary."""
    def __init__(self, *, id: int = ..., revision: Revision = ..., code: str = ..., name: str = ..., counts_as: CountsAs | str = ..., is_reversal: bool = ...) -> None: ...
    @property
    def id(self) -> int:
        """Key; 0 until the record is added."""
    @id.setter
    def id(self, value: int) -> None: ...
    @property
    def revision(self) -> Revision:
        """Version, and who changed it when."""
    @revision.setter
    def revision(self, value: Revision) -> None: ...
    @property
    def code(self) -> str:
        """Unique name for programs."""
    @code.setter
    def code(self, value: str) -> None: ...
    @property
    def name(self) -> str:
        """Name for people."""
    @name.setter
    def name(self, value: str) -> None: ...
    @property
    def counts_as(self) -> CountsAs:
        """Whether its amounts are actual cost, actual revenue, or neither: a goods receipt and its invoice are not both cost."""
    @counts_as.setter
    def counts_as(self, value: CountsAs | str) -> None: ...
    @property
    def is_reversal(self) -> bool:
        """True where its amounts are taken away: returns, credit notes."""
    @is_reversal.setter
    def is_reversal(self, value: bool) -> None: ...

class AdmittedKind(Record):
    """A kind of trade document that cases of a type may be linked with."""
    def __init__(self, *, id: int = ..., revision: Revision = ..., type_id: int = ..., type: Ref[CaseType] = ..., kind_id: int = ..., kind: Ref[TradeKind] = ...) -> None: ...
    @property
    def id(self) -> int:
        """Key; 0 until the record is added."""
    @id.setter
    def id(self, value: int) -> None: ...
    @property
    def revision(self) -> Revision:
        """Version, and who changed it when."""
    @revision.setter
    def revision(self, value: Revision) -> None: ...
    @property
    def type_id(self) -> int:
        """The case type that admits it."""
    @type_id.setter
    def type_id(self, value: int) -> None: ...
    @property
    def kind_id(self) -> int:
        """The kind of trade document."""
    @kind_id.setter
    def kind_id(self, value: int) -> None: ...

class PlanLine(Record):
    """A planned cost or revenue of a case."""
    def __init__(self, *, id: int = ..., revision: Revision = ..., case_id: int = ..., case: Ref[Case] = ..., side: MoneySide | str = ..., category: MoneyCategory | str = ..., planned: Money = ..., planned_on: datetime.date | None = ..., description: str = ...) -> None: ...
    @property
    def id(self) -> int:
        """Key; 0 until the record is added."""
    @id.setter
    def id(self, value: int) -> None: ...
    @property
    def revision(self) -> Revision:
        """Version, and who changed it when."""
    @revision.setter
    def revision(self, value: Revision) -> None: ...
    @property
    def case_id(self) -> int:
        """The case whose plan it belongs to."""
    @case_id.setter
    def case_id(self, value: int) -> None: ...
    @property
    def side(self) -> MoneySide:
        """Cost or revenue."""
    @side.setter
    def side(self, value: MoneySide | str) -> None: ...
    @property
    def category(self) -> MoneyCategory:
        """What the money is for."""
    @category.setter
    def category(self, value: MoneyCategory | str) -> None: ...
    @property
    def planned(self) -> Money:
        """Planned value, net of tax."""
    @planned.setter
    def planned(self, value: Money) -> None: ...
    @property
    def planned_on(self) -> datetime.date | None:
        """The day that it is planned for."""
    @planned_on.setter
    def planned_on(self, value: datetime.date | None) -> None: ...
    @property
    def description(self) -> str:
        """What is planned."""
    @description.setter
    def description(self, value: str) -> None: ...

class TradeDocument(Record):
    """A document of the host's (an offer, an order, an invoice…), known here by reference, kind, date and amount."""
    def __init__(self, *, id: int = ..., revision: Revision = ..., kind_id: int = ..., kind: Ref[TradeKind] = ..., reference: str = ..., host_key: str = ..., case_id: int | None = ..., case: Ref[Case] | None = ..., category: MoneyCategory | str = ..., issued_on: datetime.date | None = ..., net: Money = ..., status: TradeDocumentStatus | str = ...) -> None: ...
    @property
    def id(self) -> int:
        """Key; 0 until the record is added."""
    @id.setter
    def id(self, value: int) -> None: ...
    @property
    def revision(self) -> Revision:
        """Version, and who changed it when."""
    @revision.setter
    def revision(self, value: Revision) -> None: ...
    @property
    def kind_id(self) -> int:
        """What kind of document."""
    @kind_id.setter
    def kind_id(self, value: int) -> None: ...
    @property
    def reference(self) -> str:
        """The number that the host gave it, unique in its kind."""
    @reference.setter
    def reference(self, value: str) -> None: ...
    @property
    def host_key(self) -> str:
        """What the host finds it by; empty: nothing."""
    @host_key.setter
    def host_key(self, value: str) -> None: ...
    @property
    def case_id(self) -> int | None:
        """The case that it is linked with."""
    @case_id.setter
    def case_id(self, value: int | None) -> None: ...
    @property
    def category(self) -> MoneyCategory:
        """What the money is for."""
    @category.setter
    def category(self, value: MoneyCategory | str) -> None: ...
    @property
    def issued_on(self) -> datetime.date | None:
        """The day it was issued."""
    @issued_on.setter
    def issued_on(self, value: datetime.date | None) -> None: ...
    @property
    def net(self) -> Money:
        """Its value, net of tax; of a reversal what is taken away."""
    @net.setter
    def net(self, value: Money) -> None: ...
    @property
    def status(self) -> TradeDocumentStatus:
        """How far it is: a draft and a cancelled one do not count."""
    @status.setter
    def status(self, value: TradeDocumentStatus | str) -> None: ...

class Registered:
    """What was made of a new subject or person."""
    def __init__(self, *, subject_id: int = ..., subject: Ref[Subject] = ..., party_id: int = ..., party: Ref[Party] = ..., person_id: int | None = ..., person: Ref[Person] | None = ...) -> None: ...
    @property
    def subject_id(self) -> Key[Subject]:
        """The subject."""
    @property
    def party_id(self) -> Key[Party]:
        """The party that it shares."""
    @property
    def person_id(self) -> Key[Person] | None:
        """The person that was made; None when there was none to make."""
    def __repr__(self) -> str: ...
    def as_dict(self) -> dict[str, typing.Any]:
        """The fields by name, in their order."""
    def __reduce__(self) -> tuple[typing.Any, ...]: ...
    @property
    def subject(self) -> Key[Subject]:
        """The subject."""
    @property
    def party(self) -> Key[Party]:
        """The party that it shares."""
    @property
    def person(self) -> Key[Person] | None:
        """The person that was made; None when there was none to make."""

class MailCandidate:
    """A record that a message could have been matched with, and why it was not."""
    def __init__(self, *, record: str = ..., id: int = ..., why_not: str = ...) -> None: ...
    @property
    def record(self) -> str:
        """``subject`` or ``person``."""
    @property
    def id(self) -> int:
        """Its id."""
    @property
    def why_not(self) -> str:
        """Why it was not chosen."""
    def __repr__(self) -> str: ...
    def as_dict(self) -> dict[str, typing.Any]:
        """The fields by name, in their order."""
    def __reduce__(self) -> tuple[typing.Any, ...]: ...

class ImportedMail:
    """What became of a message."""
    def __init__(self, *, result: MailResult | str = ..., message_id: int | None = ..., message: Ref[Message] | None = ..., contact_id: int | None = ..., contact: Ref[Contact] | None = ..., subject_id: int | None = ..., subject: Ref[Subject] | None = ..., person_id: int | None = ..., person: Ref[Person] | None = ..., case_id: int | None = ..., case: Ref[Case] | None = ..., documents: collections.abc.Iterable[int] = ..., rule: str = ..., case_rule: str = ..., rejected: collections.abc.Iterable[MailCandidate] = ..., warnings: collections.abc.Iterable[str] = ..., case_was_closed: bool = ...) -> None: ...
    @property
    def result(self) -> MailResult:
        """What became of it."""
    @property
    def message_id(self) -> Key[Message] | None:
        """The stored message."""
    @property
    def contact_id(self) -> Key[Contact] | None:
        """Its contact, once it is matched."""
    @property
    def subject_id(self) -> Key[Subject] | None:
        """The subject that it was matched with."""
    @property
    def person_id(self) -> Key[Person] | None:
        """The person that it was matched with."""
    @property
    def case_id(self) -> Key[Case] | None:
        """The case that it was linked with."""
    @property
    def documents(self) -> list[Key[Document]]:
        """The documents made of its attachments."""
    @property
    def rule(self) -> str:
        """What matched it: ``person.address``, ``subject.address``, ``subject.domain``, ``thread``…"""
    @property
    def case_rule(self) -> str:
        """What chose the case: ``thread``, ``subject.open``; empty: none."""
    @property
    def rejected(self) -> list[MailCandidate]:
        """The records that it could have been matched with, and why it was not."""
    @property
    def warnings(self) -> list[str]:
        """Sentences: an attachment left out, a closed case, a copy that differs."""
    @property
    def case_was_closed(self) -> bool:
        """Its case was closed when it came."""
    def __repr__(self) -> str: ...
    def as_dict(self) -> dict[str, typing.Any]:
        """The fields by name, in their order."""
    def __reduce__(self) -> tuple[typing.Any, ...]: ...
    @property
    def message(self) -> Key[Message] | None:
        """The stored message."""
    @property
    def contact(self) -> Key[Contact] | None:
        """Its contact, once it is matched."""
    @property
    def subject(self) -> Key[Subject] | None:
        """The subject that it was matched with."""
    @property
    def person(self) -> Key[Person] | None:
        """The person that it was matched with."""
    @property
    def case(self) -> Key[Case] | None:
        """The case that it was linked with."""

class FunnelRow:
    """Cases of one phase with amounts in one currency."""
    def __init__(self, *, phase: str = ..., name: str = ..., stage: Stage | str = ..., ordinal: int = ..., phase_id: int = ..., count: int = ..., sum: Money = ..., weighted: Money = ...) -> None: ...
    @property
    def phase(self) -> str:
        """Code of the phase."""
    @property
    def name(self) -> str:
        """Name of the phase, for people."""
    @property
    def stage(self) -> Stage:
        """Stage of the phase."""
    @property
    def ordinal(self) -> int:
        """Place of the phase in its scheme."""
    @property
    def phase_id(self) -> int:
        """The phase."""
    @property
    def count(self) -> int:
        """How many cases."""
    @property
    def sum(self) -> Money:
        """Sum of the expected values; zero XXX for the cases that carry no money."""
    @property
    def weighted(self) -> Money:
        """Sum of the expected values by probability, each rounded to the digits of its currency."""
    def __repr__(self) -> str: ...
    def as_dict(self) -> dict[str, typing.Any]:
        """The fields by name, in their order."""
    def __reduce__(self) -> tuple[typing.Any, ...]: ...
    def __eq__(self, other: object, /) -> bool: ...
    __hash__: typing.ClassVar[None]  # type: ignore[assignment]

class PlanRow:
    """Plan and actual of a case in one currency, on one side, of one category or of all."""
    def __init__(self, *, side: MoneySide | str = ..., category: MoneyCategory | str | None = ..., planned: Money = ..., actual: Money = ..., difference: Money = ..., basis_points: int | None = ...) -> None: ...
    @property
    def side(self) -> MoneySide:
        """Cost or revenue."""
    @property
    def category(self) -> MoneyCategory | None:
        """What the money is for; None: the total of the side in this currency."""
    @property
    def planned(self) -> Money:
        """Sum of the plan lines in use."""
    @property
    def actual(self) -> Money:
        """Sum of the trade documents that are confirmed or posted, as far as their kind counts; those of a reversal are taken away."""
    @property
    def difference(self) -> Money:
        """Actual less planned."""
    @property
    def basis_points(self) -> int | None:
        """Actual as a share of the plan in 1/100 of a per cent, rounded half away from zero: 10 000 is just as planned; None where nothing was planned."""
    def __repr__(self) -> str: ...
    def as_dict(self) -> dict[str, typing.Any]:
        """The fields by name, in their order."""
    def __reduce__(self) -> tuple[typing.Any, ...]: ...
    def __eq__(self, other: object, /) -> bool: ...
    __hash__: typing.ClassVar[None]  # type: ignore[assignment]

class Overrun:
    """Plan and actual of a case in one currency, on the side that was asked for."""
    def __init__(self, *, case_id: int = ..., case: Ref[Case] = ..., number: str = ..., title: str = ..., planned: Money = ..., actual: Money = ..., difference: Money = ..., basis_points: int | None = ...) -> None: ...
    @property
    def case_id(self) -> Key[Case]:
        """The case."""
    @property
    def number(self) -> str:
        """Its number."""
    @property
    def title(self) -> str:
        """What it is about."""
    @property
    def planned(self) -> Money:
        """Sum of its plan lines in use."""
    @property
    def actual(self) -> Money:
        """Sum of its trade documents, as in PlanRow."""
    @property
    def difference(self) -> Money:
        """Actual less planned."""
    @property
    def basis_points(self) -> int | None:
        """Actual as a share of the plan, as in PlanRow."""
    def __repr__(self) -> str: ...
    def as_dict(self) -> dict[str, typing.Any]:
        """The fields by name, in their order."""
    def __reduce__(self) -> tuple[typing.Any, ...]: ...
    def __eq__(self, other: object, /) -> bool: ...
    __hash__: typing.ClassVar[None]  # type: ignore[assignment]
    @property
    def case(self) -> Key[Case]:
        """The case."""

class TimelineEntry:
    """One thing that happened, at its own moment."""
    def __init__(self, *, kind: TimelineKind | str = ..., at: datetime.datetime = ..., id: int = ..., operator_id: int = ..., operator: Ref[Operator] = ..., case_id: int = ..., title: str = ..., detail: str = ...) -> None: ...
    @property
    def kind(self) -> TimelineKind:
        """What it is about."""
    @property
    def at(self) -> datetime.datetime:
        """When (UTC): a contact took place, a note was written, a task was created or done, a document came."""
    @property
    def id(self) -> int:
        """Id of the contact, note, task or document; of the case state of a phase change."""
    @property
    def operator_id(self) -> int | None:
        """Who entered it; of a task: who is responsible, or did it; None: unknown."""
    @property
    def case_id(self) -> int | None:
        """The case of a phase change, and of a note or task that belongs to one; else None."""
    @property
    def title(self) -> str:
        """Summary, title, or the code of the phase that was entered."""
    @property
    def detail(self) -> str:
        """Code of the kind of a contact; code of the phase that was left."""
    def __repr__(self) -> str: ...
    def as_dict(self) -> dict[str, typing.Any]:
        """The fields by name, in their order."""
    def __reduce__(self) -> tuple[typing.Any, ...]: ...
    def __eq__(self, other: object, /) -> bool: ...
    __hash__: typing.ClassVar[None]  # type: ignore[assignment]

class Change:
    """What an operation did to one record."""
    def __init__(self, *, operation_id: int = ..., operation: Ref[Operation] = ..., position: int = ..., record: str = ..., record_id: int = ..., version: int = ..., action: Action | str = ..., fields: str = ...) -> None: ...
    @property
    def operation_id(self) -> int:
        """The operation."""
    @property
    def position(self) -> int:
        """Place in the operation, from 0."""
    @property
    def record(self) -> str:
        """Which kind of record, such as ``case``."""
    @property
    def record_id(self) -> int:
        """Id of the record."""
    @property
    def version(self) -> int:
        """The version that it got; 0 of a record without versions."""
    @property
    def action(self) -> Action:
        """Whether it was added, changed or removed."""
    @property
    def fields(self) -> dict[str, typing.Any]:
        """Old and new value by column, of a change; old values of a removed record; empty of an added one."""
    def __repr__(self) -> str: ...
    def as_dict(self) -> dict[str, typing.Any]:
        """The fields by name, in their order."""
    def __reduce__(self) -> tuple[typing.Any, ...]: ...
    def __eq__(self, other: object, /) -> bool: ...
    __hash__: typing.ClassVar[None]  # type: ignore[assignment]

class Stats:
    """Numbers of one database since it was opened. Those of connections are of this moment."""
    def __init__(self, *, pool_most: int = ..., pool_open: int = ..., pool_in_use: int = ..., pool_waiting: int = ..., connects: int = ..., commits: int = ..., retries: int = ..., locked: int = ..., deadlocks: int = ..., serializations: int = ..., losses: int = ..., statements_kept: int = ..., statements_slow: int = ..., feed_unnumbered: int = ..., feed_last: int = ...) -> None: ...
    @property
    def pool_most(self) -> int:
        """Greatest number of connections; 0: the store has none."""
    @property
    def pool_open(self) -> int:
        """Connections that are open."""
    @property
    def pool_in_use(self) -> int:
        """Connections that works and views have."""
    @property
    def pool_waiting(self) -> int:
        """Threads that wait for a connection."""
    @property
    def connects(self) -> int:
        """How often it connected."""
    @property
    def commits(self) -> int:
        """Transactions that were committed."""
    @property
    def retries(self) -> int:
        """Turns that transact() ran again, whatever the cause."""
    @property
    def locked(self) -> int:
        """Failures because someone else held a lock for longer than this one was patient."""
    @property
    def deadlocks(self) -> int:
        """Failures because two waited for each other."""
    @property
    def serializations(self) -> int:
        """Failures because somebody changed what this one had read."""
    @property
    def losses(self) -> int:
        """Connections that were lost."""
    @property
    def statements_kept(self) -> int:
        """Statements that are prepared, and ready to be run again."""
    @property
    def statements_slow(self) -> int:
        """Statements that ``slow_statement`` of open() was told of."""
    @property
    def feed_unnumbered(self) -> int:
        """Operations that have no place in the feed yet: they get one when it is read."""
    @property
    def feed_last(self) -> int:
        """Position of the last operation that has one; -1: neither is known, for no connection is free, or the database is away."""
    def __repr__(self) -> str: ...
    def as_dict(self) -> dict[str, typing.Any]:
        """The fields by name, in their order."""
    def __reduce__(self) -> tuple[typing.Any, ...]: ...
    def _repr_html_(self) -> str: ...

class MailAddress:
    """One mailbox of an address header."""
    def __init__(self, *, name: str = ..., address: str = ...) -> None: ...
    @property
    def name(self) -> str:
        """Decoded; empty where the message gave none."""
    @property
    def address(self) -> str:
        """ASCII letters in lower case."""
    def __repr__(self) -> str: ...
    def as_dict(self) -> dict[str, typing.Any]:
        """The fields by name, in their order."""
    def __reduce__(self) -> tuple[typing.Any, ...]: ...
    def __eq__(self, other: object, /) -> bool: ...
    __hash__: typing.ClassVar[None]  # type: ignore[assignment]

class MailAttachment:
    """A part of a message that is neither its text nor its HTML."""
    def __init__(self, *, file_name: str = ..., media_type: str = ..., content: bytes = ..., sha256: str = ..., is_inline: bool = ..., content_id: str = ..., enclosed_message_id: str = ...) -> None: ...
    @property
    def file_name(self) -> str:
        """As the sender wrote it: make it safe before it names a file."""
    @property
    def media_type(self) -> str:
        """Such as ``application/pdf``, in lower case."""
    @property
    def content(self) -> bytes:
        """Decoded bytes."""
    @property
    def sha256(self) -> str:
        """SHA-256 of the content, in hexadecimal."""
    @property
    def is_inline(self) -> bool:
        """Shown within the HTML: not a document of its own."""
    @property
    def content_id(self) -> str:
        """What the HTML calls it, without brackets."""
    @property
    def enclosed_message_id(self) -> str:
        """Message-ID of an enclosed message, without brackets."""
    def __repr__(self) -> str: ...
    def as_dict(self) -> dict[str, typing.Any]:
        """The fields by name, in their order."""
    def __reduce__(self) -> tuple[typing.Any, ...]: ...

class MailMessage:
    """What an e-mail is understood to be."""
    def __init__(self, *, message_id: str = ..., sent_at: datetime.datetime | None = ..., from_: collections.abc.Iterable[MailAddress] = ..., sender: collections.abc.Iterable[MailAddress] = ..., reply_to: collections.abc.Iterable[MailAddress] = ..., to: collections.abc.Iterable[MailAddress] = ..., cc: collections.abc.Iterable[MailAddress] = ..., subject: str = ..., in_reply_to: collections.abc.Iterable[str] = ..., references: collections.abc.Iterable[str] = ..., text: str = ..., html: str = ..., has_html: bool = ..., attachments: collections.abc.Iterable[MailAttachment] = ..., auto_submitted: str = ..., precedence: str = ..., is_automatic: bool = ..., is_report: bool = ..., headers: str = ..., defects: collections.abc.Iterable[str] = ...) -> None: ...
    @property
    def message_id(self) -> str:
        """Without brackets, its case kept; empty: none."""
    @property
    def sent_at(self) -> datetime.datetime | None:
        """Date of the header (UTC); None: no date, or one that names no moment."""
    @property
    def from_(self) -> list[MailAddress]:
        """Whom it is from."""
    @property
    def sender(self) -> list[MailAddress]:
        """Who sent it for them."""
    @property
    def reply_to(self) -> list[MailAddress]:
        """Where answers go."""
    @property
    def to(self) -> list[MailAddress]:
        """Whom it is to."""
    @property
    def cc(self) -> list[MailAddress]:
        """Who has a copy."""
    @property
    def subject(self) -> str:
        """Decoded, one line."""
    @property
    def in_reply_to(self) -> list[str]:
        """Message-IDs that it answers, without brackets."""
    @property
    def references(self) -> list[str]:
        """Message-IDs of its thread, oldest first, without brackets."""
    @property
    def text(self) -> str:
        """Plain text."""
    @property
    def html(self) -> str:
        """HTML as it came: not made safe."""
    @property
    def has_html(self) -> bool:
        """It has HTML."""
    @property
    def attachments(self) -> list[MailAttachment]:
        """The other parts."""
    @property
    def auto_submitted(self) -> str:
        """RFC 3834 keyword in lower case; empty: no such header."""
    @property
    def precedence(self) -> str:
        """In lower case."""
    @property
    def is_automatic(self) -> bool:
        """No person wrote it: auto-reply, bulk, list, junk or report."""
    @property
    def is_report(self) -> bool:
        """A bounce or a receipt (RFC 6522)."""
    @property
    def headers(self) -> str:
        """As they came, with what is no UTF-8 replaced."""
    @property
    def defects(self) -> list[str]:
        """Codes of what was wrong with it, each once."""
    def __repr__(self) -> str: ...
    def as_dict(self) -> dict[str, typing.Any]:
        """The fields by name, in their order."""
    def __reduce__(self) -> tuple[typing.Any, ...]: ...

class MailSource:
    """Where a message was found."""
    def __init__(self, *, file: str = ..., index: int | None = ..., folder: str = ..., seen: bool = ..., is_cut: bool = ...) -> None: ...
    @property
    def file(self) -> str:
        """Relative to the folder that was walked, or the file's name."""
    @property
    def index(self) -> int | None:
        """Position in an mbox, from 0."""
    @property
    def folder(self) -> str:
        """``Sent`` of a Maildir or an mbox within what was walked; empty: its top."""
    @property
    def seen(self) -> bool:
        """Somebody had read it."""
    @property
    def is_cut(self) -> bool:
        """Too long: the rest is left out."""
    def __repr__(self) -> str: ...
    def as_dict(self) -> dict[str, typing.Any]:
        """The fields by name, in their order."""
    def __reduce__(self) -> tuple[typing.Any, ...]: ...

class Finding:
    """Something that crm would not have stored."""
    def __init__(self, *, record: str = ..., id: int = ..., code: str = ..., message: str = ...) -> None: ...
    @property
    def record(self) -> str:
        """Which kind of record, such as ``case``; empty: of the database itself."""
    @property
    def id(self) -> int:
        """Id of the record, or of the operation of a row of the history; 0: of none."""
    @property
    def code(self) -> str:
        """Stable: that of the rule, or of what is looked for here."""
    @property
    def message(self) -> str:
        """A sentence that says what is wrong, without values."""
    def __repr__(self) -> str: ...
    def as_dict(self) -> dict[str, typing.Any]:
        """The fields by name, in their order."""
    def __reduce__(self) -> tuple[typing.Any, ...]: ...
    def __eq__(self, other: object, /) -> bool: ...
    __hash__: typing.ClassVar[None]  # type: ignore[assignment]

class Findings:
    """What a look at everything that is stored found."""
    def __init__(self, *, found: collections.abc.Iterable[Finding] = ..., records: int = ..., all: bool = ...) -> None: ...
    @property
    def found(self) -> list[Finding]:
        """By record and id."""
    @property
    def records(self) -> int:
        """How many records were looked at."""
    @property
    def all(self) -> bool:
        """Whether these are all: False when there were more than were asked for, or the database is damaged."""
    def __repr__(self) -> str: ...
    def as_dict(self) -> dict[str, typing.Any]:
        """The fields by name, in their order."""
    def __reduce__(self) -> tuple[typing.Any, ...]: ...

class CopiedPart:
    """What came of one table of a copy, or of its feed."""
    def __init__(self, *, name: str = ..., rows: int = ..., added: int = ..., checksum: str = ...) -> None: ...
    @property
    def name(self) -> str:
        """Such as ``contact``; ``operation``, ``history``, ``feed``."""
    @property
    def rows(self) -> int:
        """How many there are on both sides."""
    @property
    def added(self) -> int:
        """How many of them by this call; the others were there from one that was broken off."""
    @property
    def checksum(self) -> str:
        """SHA-256 over all cells of all rows by key, the same on both sides."""
    def __repr__(self) -> str: ...
    def as_dict(self) -> dict[str, typing.Any]:
        """The fields by name, in their order."""
    def __reduce__(self) -> tuple[typing.Any, ...]: ...

class Condition:
    """A question that is true or false of a record. Build it with crm.where, combine it with ``&``, ``|`` and ``~``, or write it as text. Without arguments it is true of every record."""
    def __init__(self) -> None: ...
    def __and__(self, arg0: Condition) -> Condition: ...
    def __or__(self, arg0: Condition) -> Condition: ...
    def __invert__(self) -> Condition: ...
    def __bool__(self) -> bool: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __str__(self) -> str: ...
    def __repr__(self) -> str: ...
    def __reduce__(self) -> tuple[typing.Any, ...]: ...
    def to_text(self) -> str:
        """The text form, which parse_condition() reads."""
    def to_json(self) -> str:
        """The JSON form, which parse_condition_json() reads."""

def compare(field: str, comparison: str, value: Comparable) -> Condition:
    """A field compared with a value by ``=``, ``!=``, ``<``, ``<=``, ``>``, ``>=``, ``contains`` or ``starts_with``."""

def is_in(field: str, values: collections.abc.Iterable[Comparable]) -> Condition:
    """The field is equal to one of the values."""

def is_null(field: str) -> Condition:
    """The field has no value."""

def exists(relation: str, condition: Condition | str | None = None) -> Condition:
    """Among the records that ``relation`` leads to (``persons``, ``cases``, ``party``, ``contact_points``…) there is one that the condition is true of."""

def in_base(code: str) -> Condition:
    """The subject is in the base of that code."""

def parse_condition(text: str) -> Condition:
    """Read the text form, such as ``stage = active and expected_close_on < today + 7 days``. Raises InvalidArgument with the column, what was found there, and what was expected."""

def parse_condition_json(json: str) -> Condition:
    """Read the JSON form. Raises InvalidArgument."""

class Reading:
    """What views and works can read. For one thread at a time: others wait."""
    def get(self, kind: type[R], id: int) -> R:
        """The record of this kind with this id. Raises NotFound."""
    def look_up(self, kind: type[R], id: int) -> R | None:
        """The record of this kind with this id, or None."""
    def find_by_code(self, kind: type[R], code: str) -> R:
        """The record with that code, or with that number of a subject or a case. Raises NotFound; InvalidArgument when no code tells records of this kind apart."""
    def refresh(self, record: R) -> R:
        """Read a record again, into the same object, and return it. Raises NotFound."""
    def find(self, kind: type[R], condition: Condition | str | None = None, *, order: str | collections.abc.Iterable[str] = (), limit: int | None = None, with_archived: bool = False) -> Found[R]:
        """The records of a kind that a condition is true of, read as they are iterated over. ``order`` names fields, the most important first, ``-`` before one that descends: ``order=("-created_at", "title")``. Raises InvalidArgument when a name is not one of this record."""
    def page(self, kind: type[R], condition: Condition | str | None = None, *, order: str | collections.abc.Iterable[str] = (), limit: int = 100, after: str = '', with_archived: bool = False) -> Page[R]:
        """One page of the records found; ``after`` is ``next`` of the page before. The cost does not grow with the pages before. Raises InvalidArgument when the condition, the order or the cursor is not one of this record."""
    def count(self, kind: type[R], condition: Condition | str | None = None, *, with_archived: bool = False) -> int:
        """How many records of a kind a condition is true of."""
    def history(self, record: R | Key[R] | type[R], id: int | None = None) -> list[Change]:
        """What happened to a record, newest first: give it, its key, or its kind and id."""
    def case_type(self, code: str) -> Key[CaseType]:
        """The case type of that code. Raises NotFound."""
    def contact_kind(self, code: str) -> Key[ContactKind]:
        """The kind of contact of that code. Raises NotFound."""
    def base(self, code: str) -> Key[Base]:
        """The base of that code. Raises NotFound."""
    def operator_id(self, code: str) -> Key[Operator]:
        """The operator of that code. Raises NotFound."""
    def trade_kind(self, code: str) -> Key[TradeKind]:
        """The kind of trade document of that code. Raises NotFound."""
    def phase(self, type: Ref[CaseType], code: str) -> Key[Phase]:
        """The phase of that code in the scheme of a case type. Raises NotFound."""
    @property
    def who(self) -> Key[Operator]:
        """The operator who reads or works."""
    def card(self, subject: Ref[Subject]) -> SubjectCard:
        """A subject with its party, numbers, addresses, contact points, and its persons with theirs. What was put away is left out, but for the subject itself. Raises NotFound."""
    def subjects_with_number(self, kind: NumberKind | str, value: str) -> list[SubjectCard]:
        """The subjects with that number, in any form that people write it in; without their persons."""
    def search_parties(self, typed: str, limit: int = 20) -> list[PartyHit]:
        """The first parties whose name begins so, by name: ``lodz`` finds ``ŁÓDŹ``. Nothing where no letter or digit is typed."""
    def timeline(self, *, subject: Ref[Subject] | None = None, person: Ref[Person] | None = None, case: Ref[Case] | None = None, limit: int = 50, after: TimelineEntry | None = None, kinds: collections.abc.Iterable[TimelineKind | str] = ()) -> Timeline:
        """Contacts, notes, tasks, documents and phase changes, newest first, of all that is named: of a subject and a case, what belongs to both. ``after`` is the last entry of the page before; ``kinds`` are the kinds of entries wanted, all when there are none. Raises InvalidArgument when nothing is named."""
    def funnel(self, *, type: Ref[CaseType] | None = None, as_of: datetime.datetime | None = None, keeper: Ref[Operator] | None = None, with_internal: bool = False) -> Funnel:
        """Counts and money of cases by phase; ``as_of`` asks for the funnel of a moment in the past. Raises NotFound when no case type has that code; OutOfRange when a sum has no room."""
    def plan_against_actual(self, case: Ref[Case]) -> PlanComparison:
        """What a case costs and brings in against its plan: by currency and side the categories, then their total. Raises OutOfRange when a sum, difference or share has no room."""
    def overruns(self, limit: int = 20, *, side: MoneySide | str = 'cost') -> Overruns:
        """The cases that are furthest above their plan, at most ``limit`` of each currency: the greatest difference first, then by id. Raises OutOfRange when a sum, difference or share has no room."""

class View(Reading):
    """One state of the database, whatever others commit meanwhile. It keeps nobody from writing."""
    def close(self) -> None:
        """End it before its time. Once more does nothing."""
    def __enter__(self) -> Self: ...
    def __exit__(self, *exception: object) -> None: ...

class Work(Reading):
    """Changes of one operator that happen together or not at all. Leaving the block commits; an exception rolls back. A call that raises leaves its arguments as they were."""
    @typing.overload
    def add(self, record: R) -> R:
        """Store a new record, write its id and revision into it, and return it. A person who is given by names gets a party of their own. Raises ValidationError with every broken rule; Conflict when a unique key is taken; NotFound for a code that there is not."""
    @typing.overload
    def add(self, records: collections.abc.Iterable[R]) -> list[R]:
        """Store new records of one kind, all or none, and return them as a list."""
    @typing.overload
    def add_with_ids(self, record: R) -> R:
        """Store a record of another system under the id that it has there; one without an id gets one. From then on nobody is given an id up to it. Raises as add() does; Conflict also when the id is taken."""
    @typing.overload
    def add_with_ids(self, records: collections.abc.Iterable[R]) -> list[R]:
        """The same for records of one kind, all or none, which are returned as a list."""
    def save(self, record: R) -> R:
        """Store a record that was read and changed, merged with what others changed meanwhile, and return it. Raises ValidationError; Conflict with its clashes when somebody changed the same field or group; NotFound."""
    def archive(self, record: Record | Key[typing.Any] | type[Record], id: int | None = None) -> None:
        """Put a record away: it is kept, but left out of lists. Once more does nothing. Raises ValidationError, NotFound."""
    def restore(self, record: Record | Key[typing.Any] | type[Record], id: int | None = None) -> None:
        """Take a record that was put away back into use. Raises ValidationError, NotFound."""
    def remove(self, record: Record | Key[typing.Any] | type[Record], id: int | None = None) -> None:
        """Remove a record that nothing else refers to, with what only belongs to it. Raises ValidationError ``<record>.removed.referred`` with the list of what refers to it; NotFound."""
    def add_natural(self, *, number: str = ..., given_name: str = ..., middle_names: str = ..., family_name: str = ..., title: str = ..., birth_date: datetime.date | None = ..., pesel: str = ..., nip: str = ..., regon: str = ..., email: str = ..., phone: str = ..., keeper_id: int | None = ..., keeper: Ref[Operator] | None = ..., status: SubjectStatus | str = ..., with_person: bool = ...) -> Registered:
        """Register a private person, or a sole trader who is registered as that one person, with party, numbers, contact points, and the person that shares them. Raises ValidationError."""
    def add_legal(self, *, number: str = ..., name: str = ..., short_name: str = ..., nip: str = ..., regon: str = ..., krs: str = ..., vat: str = ..., email: str = ..., phone: str = ..., keeper_id: int | None = ..., keeper: Ref[Operator] | None = ..., status: SubjectStatus | str = ...) -> Registered:
        """Register a legal person, a partnership, or a sole trader as a firm, with party, numbers and contact points. Raises ValidationError."""
    def add_person(self, *, subject_id: int = ..., subject: Ref[Subject] = ..., given_name: str = ..., middle_names: str = ..., family_name: str = ..., title: str = ..., position: str = ..., department: str = ..., decision_role: DecisionRole | str | None = ..., email: str = ..., phone: str = ...) -> Registered:
        """Register someone at a legal subject. Raises ValidationError."""
    def change_kind(self, subject: Ref[Subject], kind: SubjectKind | str) -> None:
        """Make a subject legal, or natural. To legal: the person gets a party of its own. To natural: subject and person get one party again. Raises ValidationError with all that stands in the way."""
    def add_contact_point(self, party: Ref[Party] | Subject | Person, kind: ContactPointKind | str, value: str) -> None:
        """Add a phone number, an e-mail address, a web page… to a party, or to that of a subject or a person."""
    def add_number(self, party: Ref[Party] | Subject | Person, kind: NumberKind | str, value: str) -> None:
        """Add a tax, register or bank number to a party, or to that of a subject or a person. Raises ValidationError."""
    def put_into(self, base: Ref[Base], subject: Ref[Subject], reason: str = '') -> None:
        """Put a subject into a base by hand."""
    def take_out_of(self, base: Ref[Base], subject: Ref[Subject]) -> None:
        """Take a subject out of a base."""
    def enter_phase(self, case: Ref[Case], phase: Ref[Phase], at: datetime.datetime | None = None) -> None:
        """Move an open case to another phase of its scheme, by its code or the phase itself. ``at`` is never before the case's last change; None is now. A record that was read before stays as it was: refresh() reads it again. Raises ValidationError, NotFound."""
    def close(self, case: Ref[Case], outcome: CaseOutcome | str, reason: str = '', at: datetime.datetime | None = None) -> None:
        """Close a case: it enters the first phase of the stage closed. A lost one needs a reason. Raises ValidationError, NotFound."""
    def reopen(self, case: Ref[Case], reason: str, phase: str | None = None, at: datetime.datetime | None = None) -> None:
        """Open a closed case again, in the phase of that code, or in the last one it was open in. Raises ValidationError, NotFound."""
    def hand_over(self, case: Ref[Case], keeper: Ref[Operator]) -> None:
        """Give a case to another keeper."""
    def hand_over_all(self, keeper: Ref[Operator], to: Ref[Operator]) -> int:
        """Hand over every open case of a keeper; returns how many there were."""
    def remove_phase(self, phase: Ref[Phase], move_to: Ref[Phase] | None = None) -> None:
        """Remove a phase, or archive one that the past knows; its cases are moved in the same call. Raises ValidationError ``phase.removed.used`` when cases are in it and no other phase is named."""
    def add_contact(self, contact: Contact, employees: collections.abc.Iterable[Ref[Operator]]) -> Contact:
        """Store a contact with the employees who took part in it, and return it. Raises ValidationError."""
    def add_contacts(self, contacts: collections.abc.Iterable[Contact | NewContact]) -> list[Contact]:
        """Store contacts with who took part in them and their cases, all or none, write their ids and revisions into them, and return them as a list. They are Contacts, of which whoever works takes part, or NewContacts, which name the employees and the cases. One of another system may keep the id that it has there, and who added it when. This is the way for many: codes are looked up once, and the GIL is free while they are stored. Raises ValidationError with every broken rule and the position of its contact; Conflict when an id is taken; NotFound for a code that there is not."""
    def link(self, what: Contact | Document | Key[Contact] | Key[Document], to: Record | Key[typing.Any]) -> None:
        """Link a contact with a case, or a document with a subject, person, case, contact, task or note. They are named by records or keys, which tell their kind. Raises ValidationError, NotFound."""
    def unlink(self, contact: Ref[Contact], case: Ref[Case]) -> None:
        """Undo the link of a contact with a case."""
    def add_participant(self, contact: Ref[Contact], who: Operator | Person | Key[Operator] | Key[Person] | str) -> None:
        """Name an employee, by record, key or code, or a person, who took part in a contact."""
    def complete(self, task: Ref[Task], result: str = '', at: datetime.datetime | None = None) -> None:
        """Mark a task as done, now or at that moment."""
    def keep(self, content: bytes) -> Key[Content]:
        """Keep bytes once, whatever refers to them; returns the key for Document.content_id."""
    def attempt(self) -> Attempt:
        """A savepoint as a ``with`` block. An exception that leaves the block undoes what was done in it, and goes on; the work itself may go on too."""
    def try_out(self, step: collections.abc.Callable[[], T]) -> T:
        """The same for a function without arguments, and faster: returns what it returned. When it raises, what it did is undone."""
    def commit(self) -> None:
        """Make the changes durable and end the work. Raises Conflict, Busy, Unavailable: nothing was stored; CommitUnknown: look before you try again."""
    def rollback(self) -> None:
        """Give the changes up and end the work."""
    def __enter__(self) -> Self: ...
    def __exit__(self, *exception: object) -> None: ...
    def import_message(self, message: bytes | str | os.PathLike[str] | MailMessage, raw: bytes = ..., *, mailbox: str = ..., mailbox_of: Ref[Operator] | None = ..., folder: str = ..., our_domains: collections.abc.Iterable[str] = ..., free_domains: collections.abc.Iterable[str] = ..., ignored_addresses: collections.abc.Iterable[str] = ..., without_plus: bool = ..., create_unknown: bool = ..., keep_raw: bool = ..., largest_attachment: int = ...) -> ImportedMail:
        """Take in an e-mail: its bytes, the path of a file, or a message that was understood before, with the bytes that it came as. ``mailbox_of`` is whose mailbox it was in; None is the operator who works. The same message is never imported twice."""
    def match_message(self, message: Ref[Message], subject: Ref[Subject], person: Ref[Person] | None = None) -> ImportedMail:
        """Match a message that waits with a subject, or with a person of it, by hand. Raises ValidationError, NotFound."""
    def match_waiting(self, *, mailbox: str = ..., mailbox_of: Ref[Operator] | None = ..., folder: str = ..., our_domains: collections.abc.Iterable[str] = ..., free_domains: collections.abc.Iterable[str] = ..., ignored_addresses: collections.abc.Iterable[str] = ..., without_plus: bool = ..., create_unknown: bool = ..., keep_raw: bool = ..., largest_attachment: int = ...) -> list[ImportedMail]:
        """Try again what waits unmatched: senders may have become known. What became of each that no longer waits."""

class Attempt:
    """A part of a work that is undone on its own: leaving its block by an exception undoes what was done in it."""
    def __enter__(self) -> None: ...
    def __exit__(self, *exception: object) -> None: ...

class Database:
    """A database that a host works with, from several threads."""
    @property
    def uri(self) -> str:
        """As it was opened, but for a password: ``postgresql://crm:…@db.example/sales``."""
    @property
    def closed(self) -> bool:
        """Whether close() was called."""
    def view(self, operator: Ref[Operator]) -> View:
        """Begin to read one state of the database. Waits for nobody. Raises NotFound for an operator who may not be registered."""
    def work(self, operator: Ref[Operator], *, cause: str = 'work', key: str = '') -> Work:
        """Begin a work. ``cause`` stands in the history; ``key``, which is unique, is what a commit whose answer was lost is looked up by. Raises Busy when another work has the database for longer than it is patient."""
    def transact(self, operator: Ref[Operator], change: collections.abc.Callable[[Work], T], *, cause: str = 'work', key: str = '') -> T:
        """Call ``change(work)`` and commit; all of it again, up to twenty times, while others stand in its way. A commit whose answer was lost is looked up by its key, which is made here unless it is given: the change takes effect once. Returns what the function returned in the turn that took effect. An exception gives the changes up. Raises Busy when it stays busy; CommitUnknown when the database stays away."""
    def operator_id(self, code: str) -> Key[Operator]:
        """The operator with that login; one who is met for the first time is registered, unless ``register_operators`` is false. Raises NotFound."""
    def check(self, *, most: int = 1000, progress: collections.abc.Callable[[str, int], object] | None = None) -> Findings:
        """Look at everything that is stored: the rules that no constraint holds, and what the database itself can look for. Nothing is changed. At most ``most`` findings. ``progress`` is called with the table and how many of its rows are done."""
    def back_up(self, path: str | os.PathLike[str], *, replace: bool = False, progress: collections.abc.Callable[[int, int], object] | None = None) -> None:
        """Copy an SQLite database as it is at this moment into a file, while others write. ``progress`` is called with pages done and all. Raises InvalidArgument when there is a file already; Unsupported where the database is a server's."""
    def close(self) -> None:
        """Let go of the database, which closes with its last work. Once more does nothing."""
    def __enter__(self) -> Self: ...
    def __exit__(self, *exception: object) -> None: ...
    def __repr__(self) -> str: ...
    def feed(self, after: int = 0, limit: int = 100) -> list[FeedEntry]:
        """Committed operations behind a place, whole, in an order where no effect comes before its cause; at most ``limit``. Whoever goes on from the position of the last one sees every operation once, whoever writes meanwhile. Raises OutOfRange when operations behind ``after`` are not kept any more."""
    def follow(self, after: int = 0) -> collections.abc.Iterator[FeedEntry]:
        """The same for all of them, read a page at a time, until there are no more yet: it does not wait."""
    def forget_history(self, before: datetime.datetime) -> int:
        """Remove operations and their history that were begun before that moment; returns how many they were. The last one stays. What is removed is not known to history, feed and merging any more."""
    def operation(self, key: str) -> Operation | None:
        """What became of a commit whose answer was lost: the operation that was committed with that key, or None."""
    def stats(self) -> Stats:
        """Numbers of this database since it was opened: connections, commits, failures by cause, statements, the feed."""

def open(uri: str | os.PathLike[str], *, create: bool = False, starter: str | None = None, clock: collections.abc.Callable[[], datetime.datetime] | None = None, zone: str | None = None, patience: float = 5.0, unique_numbers: collections.abc.Iterable[NumberKind | str] = (), register_operators: bool = True, slow_statement: collections.abc.Callable[[str, float], object] | None = None, slow_from: float = 0.0) -> Database:
    """Open ``memory:``; ``sqlite:sales.db``, ``sqlite:///srv/sales.db`` or a path; ``postgresql://anna@db.example/sales``; ``mariadb://anna@db.example/sales``.

    ``create`` makes the file and the tables that are not there, and upgrades older ones. ``starter`` is what a new database starts with: ``sales-pl`` or ``sales-en``. ``clock`` is called for the time, and returns an aware datetime. ``zone`` is that of the days in conditions, such as ``Europe/Warsaw``; None is UTC. ``patience`` is how many seconds to wait for who else writes. ``unique_numbers`` are kinds of numbers that only one party of the register may have. ``register_operators`` makes operators of the host's users when they are first named. ``slow_statement`` hears of each statement that takes ``slow_from`` seconds or longer, as ``slow_statement(sql, seconds)``: with placeholders, never with values. What it raises goes to ``sys.unraisablehook``.

    Raises InvalidArgument, Unsupported, NotFound, Unavailable, Busy, Corrupt, SchemaMismatch, ReadOnly, Denied."""

def copy_database(from_: str | os.PathLike[str], to: str | os.PathLike[str], *, progress: collections.abc.Callable[[str, int, int | None, bool], object] | None = None) -> list[CopiedPart]:
    """Copy every record, the history, the operations with their places in the feed, and where ids go on, from one state of a database to another one of any kind, and compare both by counts and checksums. ``to`` holds nothing, or the unfinished copy of the same state: then it goes on. Until it is finished nobody can open ``to``. ``progress`` is called with the table, how many rows are done, of how many, and whether they are being compared. Raises Conflict, Corrupt."""

def dump_database(from_: str | os.PathLike[str], path: str | os.PathLike[str], *, history: bool = True, progress: collections.abc.Callable[[str, int, int | None, bool], object] | None = None) -> int:
    """Write a database as JSON Lines, one record a line, into a new file; return how many rows. ``history`` False leaves out the history and the feed. Raises InvalidArgument when there is a file already."""

def load_database(path: str | os.PathLike[str], to: str | os.PathLike[str], *, progress: collections.abc.Callable[[str, int, int | None, bool], object] | None = None) -> int:
    """Load a dump into a database that holds nothing, all of it or nothing; return how many rows. Raises InvalidArgument and Conflict that name the line, the record and the field."""

def schema_script(uri: str | os.PathLike[str]) -> str:
    """The SQL that opening with ``create`` would run now, for a DBA; only a comment when nothing is to be done."""

def grant_script(uri: str, role: DatabaseRole | str, user: str) -> str:
    """GRANT statements for a user of the database who is there already. Raises Unsupported where a database has no users."""

class _MailFiles:
    """The messages of a file or a folder, one at a time."""
    def __iter__(self) -> Self: ...
    def __next__(self) -> MailFile: ...

def parse_mail(message: bytes | str | os.PathLike[str]) -> MailMessage:
    """Understand an e-mail (RFC 5322, MIME), given as bytes or as the path of a file, as far as it can be understood, whatever the bytes are: ``defects`` tells what was wrong with them. Raises NotFound for a path that there is not, Unsupported in a build without e-mail."""

def iter_mail(path: str | os.PathLike[str]) -> collections.abc.Iterator[MailFile]:
    """The messages of a file (one message, or an mbox) or a folder (Maildirs, and files of either kind at any depth), as pairs of where each was found and its bytes, in an order that does not change. One message is in memory at a time. Raises NotFound when there is nothing at the path, Unavailable when it cannot be read."""

def mail_as_json(message: MailMessage, source: MailSource | None = None) -> str:
    """A message as one line of JSON: bodies of attachments as size and SHA-256."""

def canonical_number(kind: NumberKind | str, text: str) -> str | None:
    """The form in which a tax, register or bank number is stored and compared; None when it is not a valid one of that kind. Raises ValueError for an unknown kind."""

def number_remedy(kind: NumberKind | str) -> str:
    """A sentence that tells a user how such a number looks."""
