"""The workload's facts as crm's records, and back: as mapping.hpp, which tells where the two differ."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any, TypeAlias

import crm

Row: TypeAlias = dict[str, Any]
"""A row of the workload by column; None for NULL."""
Answer: TypeAlias = tuple[Any, ...]
"""Fields of records, as Python has them."""

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
MICROSECOND = timedelta(microseconds=1)
CATEGORIES = (None, *crm.MoneyCategory)
"""By the workload's number, which begins at 1."""
TIMELINE_KINDS = (crm.TimelineKind.contact, crm.TimelineKind.note, crm.TimelineKind.task_created, crm.TimelineKind.document)
PRIORITIES = (crm.Priority.low, crm.Priority.low, crm.Priority.normal, crm.Priority.high, crm.Priority.high)
MONEY_UNIT = Decimal("0.0001")


def instant(micros: int) -> datetime:
    return EPOCH + timedelta(0, 0, micros)


def micros(at: datetime) -> int:
    return (at - EPOCH) // MICROSECOND


def midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=timezone.utc)


def money(amount: int, currency: str) -> crm.Money:
    return crm.Money(amount * MONEY_UNIT, currency)


# ---- To crm ----------------------------------------------------------------------------------------------------------


def set_human_name(party: crm.Party, name: str) -> None:
    """The workload writes it with the family name first."""
    party.name = name
    party.family_name, _, party.given_name = name.partition(" ")


def party(row: Row, person: Row | None) -> crm.Party:
    made = crm.Party(id=row["id"], name=row["name"])
    if row["kind"] == 1:
        set_human_name(made, row["name"])
    if not row["city"] and not row["street"]:
        made.citizenship = row["country"]  # no address that could tell it
    if person:
        made.birth_date, made.language = instant(person["birthday"]).date(), person["language"]
    return made


def number(row: Row) -> crm.Identifier:
    return crm.Identifier(party_id=row["id"], kind="nip", value=row["tax_id"])


def contact_points(row: Row) -> Iterator[crm.ContactPoint]:
    for kind in ("email", "phone"):
        if row[kind]:
            yield crm.ContactPoint(party_id=row["id"], kind=kind, value=row[kind])


def address(row: Row) -> crm.Address:
    return crm.Address(
        party_id=row["id"], kind="registered", street=row["street"] or "", postal_code=row["postcode"] or "", city=row["city"] or "",
        country=row["country"], is_default=True,
    )  # fmt: skip


def subject(row: Row) -> crm.Subject:
    return crm.Subject(
        id=row["id"], revision=crm.Revision(created_at=instant(row["created_at"])), number=row["code"],
        kind="natural" if row["kind"] == 1 else "legal", party_id=row["party_id"], keeper_id=row["keeper_id"],
    )  # fmt: skip


def person(row: Row) -> crm.Person:
    birthday = instant(row["birthday"])
    return crm.Person(
        id=row["id"], revision=crm.Revision(created_at=instant(row["created_at"])), subject_id=row["subject_id"], party_id=row["party_id"],
        position=row["position"] or "", department=row["department"] or "", source=str((birthday - midnight(birthday)) // MICROSECOND),
    )  # fmt: skip


def phase(row: Row, scheme: crm.Scheme) -> crm.Phase:
    return crm.Phase(
        id=row["id"], scheme=scheme, code=f"p{row['id']}", name=row["name"], stage="potential" if row["stage"] == 0 else "active",
        ordinal=10 * row["stage"] + row["ordinal"], probability=row["probability"],
    )  # fmt: skip


def case(row: Row, type_id: int) -> crm.Case:
    return crm.Case(
        id=row["id"], number=row["number"], title=row["title"], type_id=type_id, phase_id=row["phase_id"], keeper_id=row["keeper_id"],
        subject_id=row["subject_id"], expected=money(row["value"], row["currency"]), probability=row["probability"],
        expected_close_on=instant(row["expected_close"]).date(), opened_at=instant(row["opened_at"]),
    )  # fmt: skip


def contact(row: Row) -> crm.NewContact:
    made = crm.Contact(
        id=row["id"], kind_id=row["kind"] + 1, subject_id=row["subject_id"], person_id=row["person_id"], at=instant(row["at"]),
        direction="outgoing" if row["direction"] == 1 else "incoming", summary=row["summary"], body=row["body"],
    )  # fmt: skip
    return crm.NewContact(made, (row["operator_id"],), (row["case_id"],) if row["case_id"] else ())


def note(row: Row) -> crm.Note:
    return crm.Note(
        id=row["id"], subject_id=row["subject_id"], person_id=row["person_id"], case_id=row["case_id"], author_id=row["operator_id"],
        written_at=instant(row["at"]), title=row["title"], body=row["text"],
    )  # fmt: skip


def task(row: Row) -> crm.Task:
    return crm.Task(
        id=row["id"], revision=crm.Revision(created_at=instant(row["at"])), title=row["title"], responsible_id=row["operator_id"],
        status="done" if row["done"] == 1 else "open", priority=PRIORITIES[row["priority"]], subject_id=row["subject_id"],
        case_id=row["case_id"], due_at=instant(row["due"]), description=f"priority {row['priority']}",
    )  # fmt: skip


def document(row: Row) -> crm.Document:
    return crm.Document(
        id=row["id"], revision=crm.Revision(created_by=row["operator_id"]), title=row["title"], received_at=instant(row["at"]),
        media_type=row["mime"], reference=f"sha256:{row['sha256']}?size={row['size']}",
    )  # fmt: skip


def document_links(row: Row) -> Iterator[crm.DocumentLink]:
    yield crm.DocumentLink(document_id=row["id"], subject_id=row["subject_id"])
    if row["case_id"]:
        yield crm.DocumentLink(document_id=row["id"], case_id=row["case_id"])


def plan_line(row: Row) -> crm.PlanLine:
    return crm.PlanLine(
        id=row["id"], case_id=row["case_id"], side="cost", category=CATEGORIES[row["category"]],
        planned=money(row["amount"], row["currency"]),
    )  # fmt: skip


def trade_document(row: Row) -> crm.TradeDocument:
    return crm.TradeDocument(
        id=row["id"], kind_id=row["kind"] + 1, reference=row["ref"], case_id=row["case_id"], category=CATEGORIES[row["category"]],
        issued_on=instant(row["date"]).date(), net=money(row["net"], row["currency"]),
    )  # fmt: skip


# ---- And back: every field as an object of Python's ------------------------------------------------------------------


def party_fields(card: crm.PartyCard) -> Answer:
    party = card.party
    tax_id = email = phone = street = postcode = city = ""
    country = party.citizenship
    for identifier in card.identifiers:
        if identifier.kind == "nip":
            tax_id = identifier.value
    for point in card.contact_points:
        if point.kind == "email":
            email = point.value
        else:
            phone = point.value
    for address in card.addresses:
        street, postcode, city, country = address.street, address.postal_code, address.city, address.country
    is_human = bool(party.given_name or party.family_name)
    return party.id, int(is_human), party.name, tax_id, email, phone, street, postcode, city, country, party.revision.version


def subject_fields(card: crm.SubjectCard) -> Answer:
    subject = card.subject
    revision = subject.revision
    return subject.id, int(subject.kind == "natural"), subject.number, subject.keeper_id, revision.created_at, revision.version


def person_fields(card: crm.PersonCard) -> Answer:
    person, party = card.person, card.party.party
    points: dict[str, str] = {point.kind: point.value for point in card.party.contact_points}
    return (
        person.id, person.position, person.department, party.birth_date, person.source, party.language, party.name,
        points.get("email", ""), points.get("phone", ""),
    )  # fmt: skip


# ---- As the checksum has them ----------------------------------------------------------------------------------------


def subject_row(fields: Answer) -> Answer:
    *first, created_at, version = fields
    return *first, micros(created_at), version


def person_row(fields: Answer) -> Answer:
    id, position, department, day, rest, *others = fields
    return id, position, department, micros(midnight(day)) + int(rest), *others


def with_separator(row: Answer) -> Answer:
    """crm takes the blanks at the ends of lines away; that of a signature's separator (RFC 3676) is in the checksum."""
    *others, body = row
    return *others, re.sub(r"\n--(?=\n)", "\n-- ", body)


def plain(field: Any) -> Any:
    """A field of a list."""
    if isinstance(field, datetime):
        return micros(field)
    if isinstance(field, crm.TimelineKind):
        return TIMELINE_KINDS.index(field)
    if isinstance(field, crm.MoneyCategory):
        return CATEGORIES.index(field)
    if isinstance(field, Decimal):
        return int(field / MONEY_UNIT)
    return field


def plain_rows(rows: Iterable[Answer]) -> list[Answer]:
    return [tuple(map(plain, row)) for row in rows]
