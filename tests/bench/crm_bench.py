"""crm for Python as a runner of the workload in ../shared/bench: WORKLOAD.md there says what each operation is.

    PYTHONPATH=PACKAGE:WORKLOAD python3 crm_bench.py DATA_DIR DATABASE OP[,OP…]

PACKAGE is the folder of the package crm, WORKLOAD that of workload.py; DATABASE is the path of an SQLite database. The same
facts as those of crm_bench.cpp, by the same calls, but for U1: Python's sqlite3 hands its transaction to nobody, so that the host's
row has a commit of its own after crm's.
"""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice

import crm
import mapping
import workload
from mapping import Answer, Row

OPERATORS = 40
CONTACT_MEDIA = ("phone", "meeting", "email", "letter", "fax", "chat", "visit", "other")
TRADE_COUNTS = ("cost", "cost", "neither", "neither")
IN_TRANSACTION = 10_000
MESSAGES_IN_TRANSACTION = 1000
OF_HOST = """create table host_customer (
    id bigint not null primary key, subject_id bigint not null unique references crm_subject (id),
    name varchar(250) not null, street varchar(200), postcode varchar(20), city varchar(100), tax_id varchar(20))"""

CONTACTS_OF_MAIL = """select m.message_id, c.subject_id, coalesce(c.person_id, 0),
    (select p.operator_id from crm_participant p where p.contact_id = c.id and p.operator_id is not null),
    c.direction - 1, c.at, r.message_id, c.summary, c.body from crm_message m join crm_contact c on c.id = m.contact_id
    join crm_message r on r.contact_id = coalesce(c.thread_id, c.id) order by m.message_id"""
ATTACHMENTS = """select m.message_id, d.title, d.media_type, b.size, b.sha256 from crm_document d join crm_content b on b.id = d.content_id
    join crm_document_link l on l.document_id = d.id join crm_message m on m.contact_id = l.contact_id order by m.message_id, d.title"""
WAITING_MAIL = """select message_id, other_side, sent_at, subject_line, text from crm_message where contact_id is null
    order by message_id"""
CONTENTS = """select count(distinct d.content_id) from crm_document d join crm_document_link l on l.document_id = d.id
    where l.contact_id is not null"""
ATTACHMENTS_THAT_WAIT = """select count(*) from crm_document d where d.content_id is not null and not exists
    (select 1 from crm_document_link l where l.document_id = d.id and l.contact_id is not null)"""


def add_case_type(work: crm.Work, scheme: crm.Scheme) -> int:
    work.add(crm.Phase(scheme=scheme, code="closed", name="Zamknięta", stage="closed", ordinal=99))
    case_type = work.add(crm.CaseType(code="bench", name="Sprawa", scheme=scheme))
    work.add(crm.AdmittedKind(type=case_type, kind=i + 1) for i in range(len(TRADE_COUNTS)))
    return case_type.id


def add_parties(work: crm.Work, rows: list[Row], of_party: dict[int, Row]) -> None:
    work.add_with_ids(mapping.party(row, of_party.get(row["id"])) for row in rows)
    work.add(mapping.number(row) for row in rows if row["tax_id"])
    work.add(mapping.address(row) for row in rows if row["city"] or row["street"])
    work.add(chain.from_iterable(map(mapping.contact_points, rows)))


class Crm(workload.Store):
    def open(self, db: str, create: bool) -> None:
        if create:
            for end in ("", "-wal", "-shm"):
                if os.path.exists(db + end):
                    os.remove(db + end)
        self.database = crm.open(f"sqlite:{db}", create=create)
        self.path = db
        self.host_connection: sqlite3.Connection | None = None
        if create:
            self.add_dictionaries()

    def close(self) -> None:
        if self.host_connection:
            self.host_connection.close()
        self.database.close()

    @property
    def host(self) -> sqlite3.Connection:
        """The host beside crm: its connection to the same database, where it has a table of its own."""
        if not self.host_connection:
            connection = self.host_connection = sqlite3.connect(self.path, isolation_level=None)
            for setting in ("journal_mode = wal", "synchronous = full", "foreign_keys = on", "cache_size = -65536"):
                connection.execute(f"pragma {setting}")
        return self.host_connection

    # ---- W1 --------------------------------------------------------------------------------------------------------

    def load(self, tables: dict[str, list[Row]]) -> None:
        self.work: crm.Work | None = None
        self.pending = 0  # records in it
        of_party = {person["party_id"]: person for person in tables["person"]}
        for work, parties in self.batches(tables["party"]):
            add_parties(work, parties, of_party)
        self.add_all(tables["subject"], mapping.subject)
        self.add_all(tables["person"], mapping.person)
        self.end_batch()
        self.add_host_customers(tables["host_customer"])
        self.add_all(tables["phase"], lambda row: mapping.phase(row, self.scheme))
        type_id = add_case_type(self.working(), self.scheme)
        self.add_all(tables["crm_case"], lambda row: mapping.case(row, type_id))
        for work, contacts in self.batches(tables["contact"]):
            work.add_contacts(map(mapping.contact, contacts))
        self.add_all(tables["note"], mapping.note)
        self.add_all(tables["task"], mapping.task)
        for work, documents in self.batches(tables["document"]):
            work.add_with_ids(map(mapping.document, documents))
            work.add(chain.from_iterable(map(mapping.document_links, documents)))
        self.add_all(tables["plan_line"], mapping.plan_line)
        self.add_all(tables["trade_document"], mapping.trade_document)
        self.end_batch()

    def add_dictionaries(self) -> None:
        with self.database.work("handlowiec1") as work:  # who is registered as the first
            first = work.get(crm.Operator, 1)
            first.name, first.email = first.code, f"{first.code}@nasza.example"
            work.save(first)
            logins = {id: f"handlowiec{id}" for id in range(2, OPERATORS + 1)}
            work.add_with_ids(crm.Operator(id=id, code=login, name=login, email=f"{login}@nasza.example") for id, login in logins.items())
            work.add_with_ids(
                crm.ContactKind(id=i + 1, code=f"k{i}", name=f"Rodzaj {i}", medium=medium) for i, medium in enumerate(CONTACT_MEDIA)
            )
            work.add_with_ids(
                crm.TradeKind(id=i + 1, code=f"t{i}", name=f"Dokument {i}", counts_as=counts) for i, counts in enumerate(TRADE_COUNTS)
            )
            self.scheme = work.add(crm.Scheme(code="bench", name="Schemat"))
        self.host.execute(OF_HOST)

    def add_host_customers(self, rows: list[Row]) -> None:
        for first in range(0, len(rows), IN_TRANSACTION):
            self.host.execute("begin immediate")
            self.host.executemany(
                "insert into host_customer values (:id, :subject_id, :name, :street, :postcode, :city, :tax_id)",
                rows[first : first + IN_TRANSACTION],
            )
            self.host.execute("commit")

    def add_all(self, rows: list[Row], record: Callable[[Row], crm.Record]) -> None:
        for work, some in self.batches(rows):
            work.add_with_ids(map(record, some))

    def working(self) -> crm.Work:
        if not self.work:
            self.work = self.database.work(workload.OPERATOR, cause="import")
        return self.work

    def batches(self, rows: list[Row]) -> Iterator[tuple[crm.Work, list[Row]]]:
        """Hands the rows out some at a time, so that a transaction has as many as the workload says."""
        first = 0
        while first < len(rows):
            some = rows[first : first + IN_TRANSACTION - self.pending]
            yield self.working(), some
            first += len(some)
            self.pending += len(some)
            if self.pending == IN_TRANSACTION:
                self.end_batch()

    def end_batch(self) -> None:
        if self.work:
            self.work.commit()
        self.work, self.pending = None, 0

    def rows_of(self, table: str) -> int:
        if table == "history":  # a party's address is a part of its row there
            records = ", ".join(repr(name.removeprefix("crm_")) for name in workload.ENTITY)
            return self.number(
                f"select count(*) from crm_history h where h.record in ({records}) or (h.record = 'address' and h.action = 2 and not exists"
                " (select 1 from crm_history p where p.operation_id = h.operation_id and p.record = 'party'))"
            )
        if table == "phase":  # the one that closes is ours
            return self.number("select count(*) from crm_phase where code <> 'closed'")
        return self.number(f"select count(*) from {table if table in ('host_customer', 'crm_case') else f'crm_{table}'}")

    def number(self, sql: str) -> int:
        (number,) = self.host.execute(sql).fetchone()
        return int(number)

    # ---- Reading ---------------------------------------------------------------------------------------------------

    def view(self) -> crm.View:
        """A state of the database for one question."""
        return self.database.view(workload.OPERATOR)

    def subject(self, id: int) -> tuple[Answer, Answer, list[Answer]]:
        with self.view() as view:
            card = view.card(id)
        return mapping.subject_fields(card), mapping.party_fields(card.party), [mapping.person_fields(person) for person in card.persons]

    def rows_subject(self, answer: tuple[Answer, Answer, list[Answer]]) -> Iterator[Answer]:
        subject, party, persons = answer
        yield mapping.subject_row(subject)
        yield party
        yield from map(mapping.person_row, persons)

    def by_tax_id(self, tax_id: str) -> tuple[Answer, Answer] | None:
        with self.view() as view:
            found = view.subjects_with_number("nip", tax_id)
        return (mapping.subject_fields(found[0]), mapping.party_fields(found[0].party)) if found else None

    def rows_by_tax_id(self, answer: tuple[Answer, Answer] | None) -> Iterable[Answer]:
        return self.rows_subject((*answer, [])) if answer else [("-",)]

    def prefix(self, typed: str, limit: int) -> list[Answer]:
        with self.view() as view:
            return [(int(hit.party), int(hit.is_human), hit.name, hit.city) for hit in view.search_parties(typed, limit)]

    def timeline(self, subject: int, case: int, after: Answer, limit: int) -> list[Answer]:
        at, kind, id = after
        last = None if after == workload.NEWEST else crm.TimelineEntry(at=at, kind=kind, id=id)
        with self.view() as view:
            entries = view.timeline(subject=subject, case=case, after=last, limit=limit, kinds=mapping.TIMELINE_KINDS)
        return [(entry.at, entry.kind, entry.id, entry.operator_id, entry.title) for entry in entries]

    def funnel(self) -> list[Answer]:
        with self.view() as view:
            rows = [row for row in view.funnel(with_internal=True) if row.count]
        fields = [(row.phase_id, row.sum.currency, row.count, row.sum.amount, row.weighted.amount) for row in rows]
        return sorted(fields)

    def plan_actual(self, case: int) -> list[Answer]:
        with self.view() as view:
            rows = view.plan_against_actual(case)
        return [(row.category, row.planned.amount, row.actual.amount) for row in rows if row.side == "cost" and row.category]

    def overruns(self, limit: int) -> list[Answer]:
        with self.view() as view:
            return [(row.case_id, row.planned.amount, row.actual.amount) for row in view.overruns(limit)]

    def rows_list(self, answer: list[Answer]) -> list[Answer]:
        return [(len(answer),), *mapping.plain_rows(answer)]

    # ---- W2 --------------------------------------------------------------------------------------------------------

    def add_contact(self, row: Row) -> None:
        self.database.transact(workload.OPERATOR, lambda work: work.add_contacts([mapping.contact(row)]))

    def row_contact(self, id: int) -> Answer:
        with self.view() as view:
            contact = view.get(crm.Contact, id)
            taking_part = view.find(crm.Participant, crm.where.contact_id == id).one()
            linked = view.find(crm.ContactCase, crm.where.contact_id == id).first()
        return (
            contact.id, contact.subject_id, contact.person_id or 0, linked.case_id if linked else 0, taking_part.operator_id,
            contact.kind_id - 1, int(contact.direction == "outgoing"), mapping.micros(contact.at), contact.summary, contact.body,
            contact.revision.version,
        )  # fmt: skip

    # ---- U1 --------------------------------------------------------------------------------------------------------

    def change_shared(self, change: Row) -> None:
        with self.database.work(workload.OPERATOR) as work:
            party = work.get(crm.Party, work.get(crm.Subject, change["subject_id"]).party_id)
            mapping.set_human_name(party, change["name"])
            work.save(party)
            address = work.find(crm.Address, crm.where.party_id == party, limit=1).one()
            address.street, address.postal_code, address.city = change["street"], change["postcode"], change["city"]
            work.save(address)
        self.host.execute(
            "update host_customer set name = :name, street = :street, postcode = :postcode, city = :city where subject_id = :subject_id",
            change,
        )

    def rows_shared(self, id: int) -> Iterator[Answer]:
        _, party, _ = self.subject(id)
        changes = self.number(
            f"select count(distinct operation_id) from crm_history where action = 2 and ((record = 'party' and record_id = {party[0]})"
            f" or (record = 'address' and record_id in (select id from crm_address where party_id = {party[0]})))"
        )
        yield *party[:-1], 1 + changes
        host = self.host.execute("select id, name, street, postcode, city from host_customer where subject_id = ?", (id,)).fetchone()
        yield *(host or (0, "", "", "", "")), changes

    # ---- M1 --------------------------------------------------------------------------------------------------------

    def import_mail(self, mbox: str) -> int:
        messages = crm.iter_mail(mbox)
        count = 0
        while some := list(islice(messages, MESSAGES_IN_TRANSACTION)):
            with self.database.work(workload.OPERATOR, cause="mail") as work:
                for message in some:
                    work.import_message(message.raw, our_domains=["nasza.example"], keep_raw=False)
            count += len(some)
        return count

    def rows_mail(self) -> Iterator[Answer]:
        yield from map(mapping.with_separator, self.host.execute(CONTACTS_OF_MAIL))
        yield from self.host.execute(ATTACHMENTS)
        yield from map(mapping.with_separator, self.host.execute(WAITING_MAIL))
        # Of messages that wait, crm keeps the attachments too.
        yield self.number(CONTENTS), self.rows_of("history") - self.number(ATTACHMENTS_THAT_WAIT)


def perform(kind: type[Crm], op: str, data: str, db: str) -> tuple[workload.Clock, int, Iterable[Answer]]:
    """The workload's, and M1, which it leaves to runners in C++."""
    if op != "M1":
        return workload_performs(kind, op, data, db)
    store = kind(data)
    store.open(db, False)
    clock = workload.Clock()
    with clock:
        count = store.import_mail(os.path.join(data, "mail.mbox"))
    return clock, count, store.rows_mail()


if __name__ == "__main__":
    workload_performs, workload.perform = workload.perform, perform
    workload.run(Crm)
