"""Many records at once, as an import of a host has them."""

import sys
import threading
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import crm
import pytest
from conftest import MONDAY
from crm import NewContact, where


def call(subject: crm.Registered, **fields: Any) -> crm.Contact:
    usual: dict[str, Any] = {"kind": "phone", "subject": subject, "summary": "Asked for an offer"}
    return crm.Contact(**usual | fields)


@pytest.fixture
def firm(work: crm.Work) -> crm.Registered:
    return work.add_legal(name="Dachmar")


def employees_of(work: crm.Work, contact: crm.Contact) -> list[int | None]:
    return [taking_part.operator_id for taking_part in work.find(crm.Participant, where.contact_id == contact)]


def test_contacts_are_stored_with_who_took_part_in_them_and_their_cases(work: crm.Work, firm: crm.Registered) -> None:
    sale = work.add(crm.Case(type="sale", title="Roof", number="S/1", keeper="anna"))
    other = work.add(crm.Case(type="sale", title="Wall", number="S/2", keeper="anna"))
    first, second, third = call(firm), call(firm, summary="Came back"), call(firm)
    jan = work.get(crm.Operator, work.operator_id("jan"))

    def given() -> Iterator[crm.Contact | NewContact]:
        yield NewContact(first, [jan, "anna", "jan"], [sale, "S/2"])
        yield NewContact(second, cases=(other.id,))
        yield third

    added = work.add_contacts(given())
    assert [contact is same for contact, same in zip(added, (first, second, third))] == [True] * 3
    assert all(contact.id and contact.revision.version == 1 for contact in added) and first.kind_id == work.contact_kind("phone")
    assert work.get(crm.Contact, second.id) == second
    assert employees_of(work, first) == [jan.id, work.who]
    assert employees_of(work, second) == employees_of(work, third) == [work.who]
    in_cases = {case.number: [entry.id for entry in work.timeline(case=case, kinds=["contact"])] for case in (sale, other)}
    assert in_cases == {"S/1": [first.id], "S/2": [second.id, first.id]}
    assert work.add_contacts([]) == []


def test_contacts_of_another_system_keep_their_ids_and_who_added_them(work: crm.Work, firm: crm.Registered) -> None:
    before = MONDAY - timedelta(days=365)
    old = crm.Revision(created_at=before, created_by=work.operator_id("jan"))
    kept, new = work.add_contacts([call(firm, id=70_001, revision=old), call(firm)])
    assert (kept.id, kept.revision.created_at, kept.revision.created_by) == (70_001, before, work.operator_id("jan"))
    assert new.id > 70_001 and new.revision.created_at == MONDAY
    with pytest.raises(crm.Conflict), work.attempt():
        work.add_contacts([call(firm, id=70_001)])


def test_contacts_are_stored_all_or_none(work: crm.Work, firm: crm.Registered) -> None:
    sound, broken = call(firm), crm.Contact(subject=firm)
    with pytest.raises(crm.ValidationError) as refused:
        work.add_contacts([sound, broken])
    assert {violation.position for violation in refused.value.violations} == {1}
    assert work.count(crm.Contact) == 0 and sound.id == 0 and repr(sound).startswith("Contact(subject_id=")
    with pytest.raises(crm.NotFound, match="nobody"):
        work.add_contacts([NewContact(sound, ["nobody"])])
    with pytest.raises(crm.NotFound, match="S/99"):
        work.add_contacts([NewContact(sound, cases=["S/99"])])
    assert work.count(crm.Contact) == 0


def test_what_is_no_contact_is_a_type_error(work: crm.Work, firm: crm.Registered) -> None:
    for wrong, named in (
        (crm.Note(), "contact takes Contact"),
        ((call(firm), ["jan"]), "contact takes Contact"),
        (NewContact(call(firm), "jan"), "employees takes"),
        (NewContact(call(firm), [firm]), "employees takes"),
        (NewContact(call(firm), cases=["S/1", 1.5]), "cases takes"),  # type: ignore[list-item]
    ):
        with pytest.raises(TypeError, match=named):
            work.add_contacts([wrong])  # type: ignore[list-item]
    with pytest.raises(TypeError, match="contacts takes"):
        work.add_contacts(call(firm))  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="employees takes"):
        work.add_contact(call(firm), "jan")


def test_other_threads_go_on_while_contacts_are_stored(work: crm.Work, firm: crm.Registered) -> None:
    contacts = [call(firm, summary=str(n)) for n in range(2000)]
    turns, is_over = 0, threading.Event()

    def go_on() -> None:
        nonlocal turns
        while not is_over.wait(0.0001):
            turns += 1

    usual = sys.getswitchinterval()
    sys.setswitchinterval(60)  # nobody is made to let go of the GIL
    try:
        other = threading.Thread(target=go_on)
        other.start()
        while turns == 0:
            time.sleep(0.001)
        before = turns
        work.add_contacts(contacts)
        assert turns > before + 20  # a hundred and more; a few are what a call allows that lets go of it for a moment alone
    finally:
        is_over.set()
        sys.setswitchinterval(usual)
        other.join()


def test_a_code_is_looked_up_once_in_a_call(tmp_path: Path) -> None:
    heard: list[str] = []

    def hear(sql: str, seconds: float) -> None:
        heard.append(sql)

    with crm.open(tmp_path / "sales.db", create=True, starter="sales-en", slow_statement=hear) as database, database.work("anna") as work:
        firm = work.add_legal(name="Dachmar")
        heard.clear()
        work.add_contacts(NewContact(call(firm, summary=str(n)), ["anna"]) for n in range(50))
        by_code = [sql for sql in heard if sql.startswith("select") and "code" in sql.partition("where")[2]]
        assert len([sql for sql in by_code if "from crm_operator" in sql]) == 1
        assert len([sql for sql in by_code if "from crm_contact_kind" in sql]) == 1
        heard.clear()
        work.add(crm.Case(type="sale", phase=phase, title=str(n), keeper="anna") for n in range(25) for phase in ("inquiry", "offer-sent"))
        phases = {case.phase_id for case in work.find(crm.Case)}
        assert phases == {work.phase("sale", "inquiry"), work.phase("sale", "offer-sent")}


def test_fields_are_named_by_any_equal_text(work: crm.Work, firm: crm.Registered) -> None:
    title, subject, subject_id = ("".join(parts) for parts in ("ti tle".split(), "sub ject".split(), "subject _id".split()))  # made here
    by_record: dict[str, Any] = {title: "Paid late", subject: firm}
    by_id: dict[str, Any] = {title: "Paid late", subject_id: firm.subject}
    assert crm.Note(**by_record) == crm.Note(**by_id) == crm.Note(title="Paid late", subject=firm) != crm.Note()
    with pytest.raises(TypeError, match="no field 'titel'"):
        crm.Note(titel="Paid late")  # type: ignore[call-arg]
    with pytest.raises(ValueError, match="not added yet"):
        crm.Note(subject=0)
    assert crm.FunnelRow(phase="inquiry", phase_id=3).phase == "inquiry"


def test_a_value_takes_no_code_that_nobody_could_look_up() -> None:
    assert crm.Revision(created_by=7).created_by == 7
    with pytest.raises(ValueError, match="created_by"):
        crm.Revision(created_by="jan")
