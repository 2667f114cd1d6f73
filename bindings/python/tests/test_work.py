"""Databases, works and views as a programmer of Python meets them, on every store."""

import gc
import threading
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import Any

import crm
import pytest
from conftest import MONDAY, SERVERS, Clock
from crm import where


def sale(work: crm.Work, **fields: Any) -> crm.Case:
    """A case that is stored."""
    return work.add(crm.Case(**{"type": "sale", "title": "Roof", "keeper": "anna"} | fields))


def firm(work: crm.Work, name: str = "Dachmar", **fields: Any) -> crm.Registered:
    return work.add_legal(name=name, **fields)


# ---- Adding and reading -----------------------------------------------------------------------------------------------


def test_a_case_comes_back_as_it_was_added(work: crm.Work) -> None:
    subject = firm(work)
    case = sale(work, number="S/1", subject=subject, expected=crm.Money("12500.00", "PLN"), expected_close_on=date(2026, 12, 31))
    assert case.id != 0 and case.type_id == work.case_type("sale") and case.keeper_id == work.who
    assert (case.revision.version, case.revision.created_by, case.revision.created_at) == (1, work.who, MONDAY)
    assert (case.stage, case.opened_at, case.subject_id) == (crm.Stage.potential, MONDAY, subject.subject)
    assert work.get(crm.Case, case.id) == case == work.find_by_code(crm.Case, "S/1") == work.look_up(crm.Case, case.id)
    assert work.look_up(crm.Case, 99999) is None


def test_what_there_is_not_is_a_lookup_error(work: crm.Work) -> None:
    for missing in (
        lambda: work.get(crm.Case, 99999),
        lambda: work.case_type("nothing"),
        lambda: work.find_by_code(crm.Subject, "K999"),
        lambda: sale(work, keeper="nobody"),
        lambda: work.phase("sale", "nothing"),
        lambda: work.enter_phase("S/99", "order"),
    ):
        with pytest.raises(crm.NotFound):
            missing()
    with pytest.raises(crm.InvalidArgument, match="No code"):
        work.find_by_code(crm.Note, "x")


def test_a_phase_is_named_by_its_code_in_the_type_of_the_case(work: crm.Work) -> None:
    case = sale(work, phase="offer-sent")
    assert case.phase_id == work.phase("sale", "offer-sent") and case.stage == "active"


def test_a_failed_call_leaves_its_record_as_it_was(work: crm.Work) -> None:
    case = crm.Case(type="sale", title=" ", keeper="anna", probability=101)
    with pytest.raises(crm.ValidationError) as refused:
        work.add(case)
    assert set(refused.value.codes) == {"case.title.required", "case.probability.range"}
    assert {(broken.record, broken.field) for broken in refused.value.violations} == {("case", "title"), ("case", "probability")}
    assert repr(case) == "Case(title=' ', probability=101, type='sale', keeper='anna')"
    assert isinstance(refused.value, ValueError)


def test_many_are_added_at_once_or_none(work: crm.Work) -> None:
    cases = work.add(crm.Case(type="sale", title=f"Roof {n}", keeper="anna") for n in range(120))
    assert len(cases) == 120 and work.count(crm.Case) == 120
    with pytest.raises(crm.ValidationError) as refused:
        work.add([crm.Case(type="sale", title="x", keeper="anna"), crm.Case(type="sale", keeper="anna")])
    assert [broken.position for broken in refused.value.violations] == [1]
    assert work.count(crm.Case) == 120 and work.add([]) == []
    with pytest.raises(TypeError, match="one kind"):
        work.add([crm.Case(), crm.Note()])


def test_what_is_no_record_is_a_type_error(work: crm.Work) -> None:
    for call in (work.add, work.save, lambda wrong: work.get(type(wrong), 1), lambda wrong: work.count(type(wrong))):
        with pytest.raises(TypeError, match="not a record"):
            call("S/1")  # type: ignore[operator]


def test_a_person_brings_their_names(work: crm.Work) -> None:
    subject = firm(work)
    person = work.add(
        crm.Person(subject=subject, given_name="Sylwia", family_name="Bulanda", email="s@hanys.example", position="buyer",
                   decision_role="evaluator", salutation="Szanowna Pani", source="fair")
    )  # fmt: skip
    party = work.get(crm.Party, person.party_id)
    assert (party.name, person.position, person.salutation, person.source) == ("Sylwia Bulanda", "buyer", "Szanowna Pani", "fair")
    assert work.find(crm.ContactPoint, where.party_id == party).one().value == "s@hanys.example"
    assert repr(person).startswith(f"Person(id={person.id}")


def test_persons_are_registered_all_or_none(work: crm.Work) -> None:
    jan = work.add_natural(given_name="Jan", family_name="Kowalski")
    two = [crm.Person(subject=subject, given_name="Ewa", family_name="Nowak") for subject in (firm(work), jan)]
    before = work.count(crm.Party)
    with pytest.raises(crm.ValidationError) as refused:
        work.add(two)
    assert {broken.position for broken in refused.value.violations} == {1}
    assert "person.natural.single" in refused.value.codes
    assert work.count(crm.Party) == before and two[0].id == 0


def test_subject_and_person_of_a_private_person_share_their_data(work: crm.Work) -> None:
    jan = work.add_natural(given_name="Jan", family_name="Kowalski", pesel="44051401359", keeper="jan", birth_date=date(1944, 5, 14))
    assert jan.person is not None and work.get(crm.Person, jan.person).party_id == jan.party == work.get(crm.Subject, jan.subject).party_id
    assert work.add_natural(given_name="Ewa", family_name="Nowak", with_person=False).person is None
    with pytest.raises(crm.ValidationError):
        work.add_natural(given_name="Adam", family_name="Nowak", nip="1234567890")


def test_changing_the_kind_lists_what_stands_in_its_way(work: crm.Work) -> None:
    jan = work.add_natural(given_name="Jan", family_name="Kowalski")
    work.change_kind(jan, "legal")
    assert work.get(crm.Subject, jan.subject).kind == "legal"
    for name in ("Ewa", "Adam"):
        work.add_person(subject=jan, given_name=name, family_name="Nowak")
    with pytest.raises(crm.ValidationError):
        work.change_kind(jan, crm.SubjectKind.natural)


def test_numbers_contact_points_and_bases_are_added_by_what_has_a_party(work: crm.Work) -> None:
    subject = firm(work)
    work.add_number(subject, "nip", "526-025-02-74")
    work.add_contact_point(work.get(crm.Subject, subject.subject), "web", "https://dachmar.example")
    work.add(crm.Base(code="vip", name="VIP"))
    work.put_into("vip", subject, "bought twice")
    assert work.find(crm.Identifier).one().value == "5260250274"
    assert work.count(crm.Subject, crm.in_base("vip")) == 1
    work.take_out_of("vip", subject)
    assert work.count(crm.Subject, crm.in_base("vip")) == 0


# ---- Changing ---------------------------------------------------------------------------------------------------------


def test_changes_of_two_are_merged_or_told_apart(work: crm.Work) -> None:
    mine = sale(work)
    theirs = work.get(crm.Case, mine.id)
    theirs.title = "Roof of hall 4"
    work.save(theirs)
    mine.source = "fair"
    assert work.save(mine).title == "Roof of hall 4"

    theirs.source = "web"
    with pytest.raises(crm.Conflict, match="source") as conflict:
        work.save(theirs)
    assert conflict.value.clashes == [crm.Clash("source", original="", yours="web", theirs="fair")]
    assert theirs.source == "web"


def test_put_away_and_taken_back_and_removed(work: crm.Work) -> None:
    subject = firm(work)
    note = work.add(crm.Note(subject=subject, body="Paid late."))
    work.archive(note)
    assert work.count(crm.Note) == 0 and work.count(crm.Note, with_archived=True) == 1
    work.restore(crm.Note, note.id)
    assert work.count(crm.Note) == 1
    with pytest.raises(crm.ValidationError) as refused:
        work.remove(subject.subject)
    assert refused.value.codes == ["subject.removed.referred"]
    work.remove(note)
    assert work.look_up(crm.Note, note.id) is None
    with pytest.raises(TypeError):
        work.remove(note.id)


def test_a_record_is_read_again(work: crm.Work) -> None:
    case = sale(work)
    work.enter_phase(case, "offer-sent")
    assert case.stage == "potential" and work.refresh(case) is case and case.stage == "active"


def test_history_tells_who_changed_what(work: crm.Work) -> None:
    case = sale(work)
    case.title = "Roof of hall 4"
    work.save(case)
    changed, added = work.history(case)
    assert (changed.action, changed.version, changed.fields) == (crm.Action.changed, 2, {"title": ["Roof", "Roof of hall 4"]})
    assert (added.action, added.fields, added.record, added.record_id) == (crm.Action.added, {}, "case", case.id)
    assert work.history(crm.Case, case.id) == [changed, added]


# ---- Cases ------------------------------------------------------------------------------------------------------------


def test_a_case_lives(work: crm.Work, clock: Clock) -> None:
    case = sale(work, number="S/1")
    clock.turn(days=1)
    work.enter_phase("S/1", "offer-sent")
    work.close(case, "lost", "too dear")
    assert work.refresh(case).outcome is crm.CaseOutcome.lost and case.closed_at == clock.at
    with pytest.raises(crm.ValidationError):
        work.enter_phase(case, "order")
    work.reopen(case, "second thoughts", phase="negotiation")
    assert work.refresh(case).outcome is None
    work.hand_over(case, "jan")
    assert work.hand_over_all("jan", "anna") == 1
    with pytest.raises(crm.ValidationError):
        work.close(case, "lost")
    with pytest.raises(ValueError, match="wonn"):
        work.close(case, "wonn")
    assert [entry.title for entry in work.timeline(case=case) if entry.kind == "phase_change"] == [
        "negotiation", "closed", "offer-sent", "inquiry"
    ]  # fmt: skip


def test_a_phase_in_use_is_removed_with_its_cases_moved(work: crm.Work) -> None:
    case = sale(work, phase="negotiation")
    negotiation = work.phase("sale", "negotiation")
    with pytest.raises(crm.ValidationError) as refused:
        work.remove_phase(negotiation)
    assert refused.value.codes == ["phase.removed.used"]
    work.remove_phase(negotiation, work.phase("sale", "order"))
    assert work.refresh(case).phase_id == work.phase("sale", "order")
    with pytest.raises(crm.InvalidArgument):
        work.remove_phase("order")


def test_the_funnel_counts_and_shows_itself(work: crm.Work, clock: Clock, tmp_path: Path) -> None:
    for amount in ("1000", "500.50"):
        sale(work, subject=firm(work), expected=crm.Money(amount, "PLN"))
    clock.turn(days=1)
    sale(work, subject=firm(work), keeper="jan")
    funnel = work.funnel(type="sale")
    assert isinstance(funnel, list) and sum(row.count for row in funnel) == 3
    row = next(row for row in funnel if row.count == 2)
    assert (row.phase, row.stage, row.sum) == ("inquiry", "potential", crm.Money("1500.50", "PLN"))
    assert sum(row.count for row in work.funnel(type="sale", as_of=MONDAY)) == 2
    assert sum(row.count for row in work.funnel(type=work.case_type("sale"), keeper="jan")) == 1
    assert "1 500.50 PLN" in repr(funnel) and "<td>1 500.50 PLN</td>" in funnel._repr_html_()
    with pytest.raises(crm.NotFound):
        work.funnel(type="nothing")
    pytest.importorskip("matplotlib")
    assert funnel.to_svg(tmp_path / "funnel.svg").startswith("<?xml")
    funnel.to_png(tmp_path / "funnel.png")
    assert (tmp_path / "funnel.png").read_bytes().startswith(b"\x89PNG")
    assert set(funnel._repr_mimebundle_()) == {"image/svg+xml", "text/plain"}


def test_plan_and_actual_are_compared_and_show_themselves(work: crm.Work) -> None:
    roof, wall = sale(work, number="S/1"), sale(work, title="Wall")
    for case, planned in ((roof, "1000"), (wall, "2000")):
        work.add(crm.PlanLine(case=case, side="cost", category="material", planned=crm.Money(planned, "PLN"), planned_on=date(2026, 12, 1)))
    invoice = work.add(crm.TradeDocument(kind="purchase-invoice", reference="FZ/1", case=roof, category="material", net=crm.Money("1125", "PLN")))
    work.add(crm.TradeDocument(kind="purchase-invoice", reference="FZ/2", case=roof, category="labour", net=crm.Money("10", "PLN")))
    assert work.get(crm.TradeDocument, invoice.id).kind_id == work.trade_kind("purchase-invoice")

    plan = work.plan_against_actual(roof)
    assert isinstance(plan, list) and [(row.side, row.category) for row in plan] == [("cost", "labour"), ("cost", "material"), ("cost", None)]
    assert plan[1].difference == crm.Money("125", "PLN") and plan[1].basis_points == 11_250
    assert (plan[0].basis_points, plan[2].actual) == (None, crm.Money("1135", "PLN"))
    assert "1 125.00 PLN  125.00 PLN  112.50 %" in repr(plan) and "<td>112.50 %</td>" in plan._repr_html_()
    assert work.plan_against_actual("S/1") == plan

    overruns = work.overruns()
    assert [row.case for row in overruns] == [roof.id, wall.id] and overruns[0].number == "S/1"
    assert overruns[1].difference == crm.Money("-2000", "PLN")
    assert "113.50 %" in repr(overruns) and "<td>S/1</td>" in overruns._repr_html_()
    assert len(work.overruns(limit=1)) == 1 and work.overruns(side="revenue") == []
    with pytest.raises(ValueError, match="loss"):
        work.overruns(side="loss")
    with pytest.raises(crm.ValidationError) as refused:
        work.add(crm.TradeDocument(kind=work.add(crm.TradeKind(code="toll", name="Toll")), reference="1", case=roof, net=crm.Money("1", "PLN")))
    assert refused.value.codes == ["trade_document.kind.admitted"]


# ---- What belongs together --------------------------------------------------------------------------------------------


def test_contacts_documents_and_tasks_are_linked(work: crm.Work, clock: Clock) -> None:
    subject, case = firm(work), sale(work)
    contact = work.add_contact(crm.Contact(kind="phone", subject=subject, summary="Asked for an offer"), ["jan"])
    assert contact.id and contact.kind_id == work.contact_kind("phone") and contact.at == MONDAY
    work.link(contact, case)
    work.add_participant(contact, "anna")
    letter = work.add(crm.Document(title="Offer", file_name="offer.pdf", content_id=work.keep(b"%PDF")))
    for other in (subject.subject, case, contact):
        work.link(letter, other)
    task = work.add(crm.Task(title="Call back", responsible="jan", case=case, contact=contact))
    work.complete(task, "reached", MONDAY + timedelta(hours=1))
    assert {entry.kind for entry in work.timeline(case=case)} == {"contact", "document", "task_created", "task_done", "phase_change"}
    work.unlink(contact, case)
    assert "contact" not in {entry.kind for entry in work.timeline(case=case)}
    with pytest.raises(crm.InvalidArgument):
        work.link(contact, subject.subject)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        work.link(contact.id, case)  # type: ignore[arg-type]


def test_a_timeline_goes_on_after_an_entry(work: crm.Work, clock: Clock) -> None:
    subject = firm(work)
    for n in range(5):
        clock.turn(minutes=1)
        work.add(crm.Note(subject=subject, title=f"Note {n}", body="…"))
    first = work.timeline(subject=subject, limit=2)
    assert [entry.title for entry in first] == ["Note 4", "Note 3"]
    assert [entry.title for entry in work.timeline(subject=subject, limit=2, after=first[-1])] == ["Note 2", "Note 1"]
    assert first[0].case_id is None and first[0].operator_id == work.who
    assert repr(first).splitlines()[2].startswith("2026-11-23 08:35Z  note  Note 4") and "<table>" in first._repr_html_()
    with pytest.raises(crm.InvalidArgument):
        work.timeline()


# ---- Finding ----------------------------------------------------------------------------------------------------------


def test_records_are_found_by_condition_in_an_order(work: crm.Work) -> None:
    for number, title in enumerate(["B", "a", "C"]):
        sale(work, title=title, expected=crm.Money(number, "PLN"), subject=firm(work, name=f"Firm {title}"))
    assert [case.title for case in work.find(crm.Case, order="-title")] == ["a", "C", "B"]
    assert [case.title for case in work.find(crm.Case, where.expected.amount >= Decimal(1), order=["title"])] == ["C", "a"]
    assert work.find(crm.Case, "title = 'B' and stage = potential").one().title == "B"
    by_name = crm.exists("subject", crm.exists("party", where.name == "Firm C"))
    assert [case.title for case in work.find(crm.Case, by_name)] == ["C"]
    assert work.find(crm.Case, where.title == "D").first() is None
    for wrong in (lambda: list(work.find(crm.Case, "colour = 'red'")), lambda: list(work.find(crm.Case, order="colour"))):
        with pytest.raises(crm.InvalidArgument, match="colour"):
            wrong()


def test_pages_follow_one_another(work: crm.Work) -> None:
    work.add(crm.Case(type="sale", title=f"{n:03}", keeper="anna") for n in range(450))
    found = work.find(crm.Case, order="title")
    assert [case.title for case in found] == [f"{n:03}" for n in range(450)] == [case.title for case in found]
    assert [case.title for case in work.find(crm.Case, order="title", limit=3)] == ["000", "001", "002"]
    first = found.page(2)
    assert [case.title for case in found.page(2, first.next)] == ["002", "003"] and len(first) == 2
    assert found.count() == 450
    with pytest.raises(crm.InvalidArgument, match="more than one"):
        found.one()
    with pytest.raises(crm.NotFound):
        work.find(crm.Case, where.title == "x").one()
    with pytest.raises(crm.InvalidArgument):
        found.page(2, "no cursor")


# ---- The transaction --------------------------------------------------------------------------------------------------


def test_leaving_the_block_commits_and_an_exception_rolls_back(database: crm.Database) -> None:
    with database.work("anna") as work:
        kept = sale(work)
    with pytest.raises(KeyError), database.work("anna") as work:
        sale(work)
        raise KeyError
    with database.view("anna") as view:
        assert list(view.find(crm.Case)) == [kept]


def test_a_block_may_end_its_work_itself(database: crm.Database) -> None:
    with database.work("anna") as work:
        sale(work)
        work.rollback()
    with database.work("anna") as work:
        sale(work)
        work.commit()
        with pytest.raises(crm.InvalidArgument, match="ended"):
            work.count(crm.Case)
    with database.view("anna") as view:
        assert view.count(crm.Case) == 1


def test_an_attempt_that_fails_is_undone_and_the_work_goes_on(database: crm.Database) -> None:
    with database.work("anna") as work:
        kept = sale(work)
        with pytest.raises(KeyError), work.attempt():
            sale(work)
            with work.attempt():
                sale(work)
            raise KeyError
        with work.attempt():
            also_kept = sale(work)
        with pytest.raises(KeyError):
            work.try_out(lambda: (sale(work), {}["missing"]))
        assert work.try_out(lambda: 7) == 7
    with database.view("anna") as view:
        assert list(view.find(crm.Case, order="id")) == [kept, also_kept]


def test_an_attempt_ends_once(work: crm.Work) -> None:
    attempt = work.attempt()
    with attempt:
        pass
    with pytest.raises(crm.InvalidArgument, match="once"):
        attempt.__enter__()
    work.attempt()  # one that is never entered
    left = work.attempt()
    left.__enter__()
    sale(work)
    del left
    gc.collect()
    assert work.count(crm.Case) == 0


def test_a_work_does_not_end_within_an_attempt(work: crm.Work, database: crm.Database) -> None:
    with work.attempt():
        for end in (work.commit, work.rollback):
            with pytest.raises(crm.InvalidArgument, match="attempt"):
                end()
    with pytest.raises(crm.InvalidArgument, match="attempt"):
        work.try_out(work.commit)
    sale(work)


def test_attempts_are_left_in_the_order_of_blocks(work: crm.Work) -> None:
    outer, inner = work.attempt(), work.attempt()
    outer.__enter__()
    inner.__enter__()
    with pytest.raises(crm.InvalidArgument, match="leave that one first"):
        outer.__exit__(None, None, None)
    inner.__exit__(None, None, None)
    outer.__exit__(None, None, None)
    sale(work)


def test_an_attempt_that_is_left_open_ends_with_its_transact(database: crm.Database) -> None:
    left: list[crm.Attempt] = []

    def change(work: crm.Work) -> None:
        sale(work)
        left.append(work.attempt())
        left[0].__enter__()
        sale(work)

    database.transact("anna", change)
    with pytest.raises(crm.InvalidArgument):
        left[0].__exit__(None, None, None)
    assert database.view("anna").count(crm.Case) == 1


def test_transact_commits_and_returns_what_the_function_did(database: crm.Database) -> None:
    kept: list[crm.Work] = []

    def change(work: crm.Work) -> str:
        kept.append(work)
        with pytest.raises(crm.InvalidArgument, match="transact"):
            work.commit()
        return sale(work).title

    assert database.transact("anna", change) == "Roof"
    with pytest.raises(crm.InvalidArgument, match="ended"):
        kept[0].count(crm.Case)
    with pytest.raises(KeyError):
        database.transact("anna", lambda work: (sale(work), {}["missing"]))
    assert database.view("anna").count(crm.Case) == 1


def test_transact_tries_again_while_the_database_is_busy(database: crm.Database) -> None:
    tries = []

    def change(work: crm.Work) -> int:
        tries.append(1)
        if len(tries) < 3:
            raise crm.Busy("not yet")
        return len(tries)

    assert database.transact("anna", change) == 3

    def never(work: crm.Work) -> None:
        raise crm.Busy("never")

    with pytest.raises(crm.Busy, match="never"):
        database.transact("anna", never)


def test_two_who_change_the_same_are_busy(database: crm.Database) -> None:
    case = database.transact("anna", sale)
    with database.work("anna") as mine:
        case.title = "Hall"
        mine.save(case)
        with pytest.raises(crm.Busy) as busy, database.work("jan") as theirs:
            other = theirs.get(crm.Case, case.id)
            other.title = "Wall"
            theirs.save(other)
        assert isinstance(busy.value, TimeoutError)
    assert database.view("anna").get(crm.Case, case.id).title == "Hall"


def test_two_works_go_on_at_once_where_a_server_has_the_records(database: crm.Database, uri: str) -> None:
    with database.work("anna") as mine:
        firm(mine)
        if uri.partition(":")[0] in SERVERS:
            with database.work("jan") as theirs:
                firm(theirs)
                assert theirs.count(crm.Subject) == 1  # what the other one has not committed is not seen
        else:
            with pytest.raises(crm.Busy):
                database.work("jan")
    assert database.view("anna").count(crm.Subject) == (2 if uri.partition(":")[0] in SERVERS else 1)


def test_a_view_keeps_its_state_and_ends(database: crm.Database, uri: str) -> None:
    with database.view("anna") as view:
        assert view.count(crm.Case) == 0
        if uri != "memory:":  # where readers and the writer take turns
            with database.work("jan") as work:
                sale(work)
        assert view.count(crm.Case) == 0 and view.who == database.operator_id("anna")
    with pytest.raises(crm.InvalidArgument, match="ended"):
        view.count(crm.Case)
    view.close()


def test_no_work_begins_after_closing_and_those_that_have_begun_go_on(database: crm.Database) -> None:
    work = database.work("anna")
    database.close()
    database.close()
    assert database.closed and repr(database).endswith("closed>")
    for begin in (database.work, database.view, database.operator_id):
        with pytest.raises(crm.InvalidArgument, match="closed"):
            begin("anna")
    del database
    gc.collect()
    sale(work)
    work.commit()


def test_what_is_found_keeps_what_it_is_read_from(database: crm.Database) -> None:
    with database.work("anna") as work:
        work.add(crm.Case(type="sale", title=str(n), keeper="anna") for n in range(300))
    found = iter(database.view("anna").find(crm.Case))
    gc.collect()
    assert sum(1 for _ in found) == 300


def test_threads_may_share_a_work(work: crm.Work) -> None:
    def add(first: int) -> None:
        for n in range(first, first + 25):
            sale(work, number=str(n))

    threads = [threading.Thread(target=add, args=(first,)) for first in range(0, 100, 25)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert work.count(crm.Case) == 100


def test_threads_write_one_after_the_other(database: crm.Database) -> None:
    def add(name: str) -> None:
        for _ in range(10):
            database.transact(name, sale)

    threads = [threading.Thread(target=add, args=(name,)) for name in ("anna", "jan")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert database.view("anna").count(crm.Case) == 20


# ---- Opening ----------------------------------------------------------------------------------------------------------


def test_operators_are_registered_unless_the_host_says_no(tmp_path: Path) -> None:
    with crm.open(tmp_path / "a.db", create=True) as database:
        assert database.operator_id("anna") == database.operator_id("anna")
        assert database.operator_id("anna").kind is crm.Operator
    with crm.open(tmp_path / "a.db", register_operators=False) as database:
        with pytest.raises(crm.NotFound):
            database.work("nobody")
        with pytest.raises(TypeError):
            database.work(1.5)  # type: ignore[arg-type]


def test_what_cannot_be_opened_says_so(tmp_path: Path) -> None:
    with pytest.raises(crm.NotFound):
        crm.open(tmp_path / "nothing.db")
    (tmp_path / "text.db").write_text("no database, " * 1000)
    with pytest.raises(crm.Error):
        crm.open(tmp_path / "text.db", create=True)
    with pytest.raises(crm.InvalidArgument, match="starter"):
        crm.open("memory:", create=True, starter="nothing")
    with pytest.raises(crm.InvalidArgument):
        crm.open("memory:", create=True, patience=-1)
    with pytest.raises(ValueError, match="NumberKind"):
        crm.open("memory:", create=True, unique_numbers=["nothing"])


def test_a_number_is_unique_where_the_host_says_so() -> None:
    with crm.open("memory:", create=True, unique_numbers=["nip"]) as database, database.work("anna") as work:
        firm(work, nip="5260250274")
        with pytest.raises((crm.ValidationError, crm.Conflict)):
            firm(work, nip="526-025-02-74")
        work.rollback()


def test_a_clock_that_fails_is_told_and_harms_nothing(database: crm.Database) -> None:
    def broken() -> datetime:
        raise ZeroDivisionError

    with crm.open("memory:", create=True, starter="sales-en") as fine:
        fine.operator_id("anna")
    with pytest.raises(ZeroDivisionError):
        crm.open("memory:", create=True, starter="sales-en", clock=broken)
    with pytest.raises(ValueError, match="time zone"):
        crm.open("memory:", create=True, starter="sales-en", clock=lambda: datetime(2026, 1, 1))
    with pytest.raises(TypeError, match="clock"):
        crm.open("memory:", create=True, starter="sales-en", clock=lambda: 1)  # type: ignore[arg-type,return-value]


def test_days_of_conditions_are_those_of_the_zone(clock: Clock) -> None:
    clock.at = datetime(2026, 11, 22, 23, 30, tzinfo=timezone.utc)  # Monday in Warsaw, Sunday in UTC
    for zone, found in (("Europe/Warsaw", 1), (None, 0)):
        with crm.open("memory:", create=True, starter="sales-en", clock=clock, zone=zone) as database, database.work("anna") as work:
            sale(work, expected_close_on=date(2026, 11, 23))
            assert work.count(crm.Case, where.expected_close_on == crm.today()) == found
