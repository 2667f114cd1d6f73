"""Who somebody is, and parties found by what people type."""

import crm
import pytest


@pytest.fixture
def firm(work: crm.Work) -> crm.Registered:
    firm = work.add_legal(name="Żuki Sp. z o.o.", nip="526-025-02-74", email="biuro@zuki.example")
    work.add_person(subject=firm, given_name="Ewa", family_name="Nowak", phone="600 100 200")
    work.add(crm.Address(party=firm.party, kind="registered", city="Łódź"))
    return firm


def test_a_card_has_what_belongs_to_a_subject_and_its_persons(work: crm.Work, firm: crm.Registered) -> None:
    card = work.card(firm.subject)
    assert card.subject.id == firm.subject
    assert card.party.party.name == "Żuki Sp. z o.o."
    assert [number.value for number in card.party.identifiers] == ["5260250274"]
    assert [address.city for address in card.party.addresses] == ["Łódź"]
    assert [person.party.party.given_name for person in card.persons] == ["Ewa"]
    assert card.persons[0].party.contact_points[0].value == "600 100 200"
    with pytest.raises(crm.NotFound):
        work.card(987_654)


def test_a_number_is_found_in_any_form(work: crm.Work, firm: crm.Registered) -> None:
    (found,) = work.subjects_with_number("nip", "PL 526 025 02 74")
    assert found.subject.id == firm.subject
    assert found.persons == []
    assert work.subjects_with_number("regon", "5260250274") == []


def test_parties_are_found_as_people_type(work: crm.Work, firm: crm.Registered) -> None:
    (hit,) = work.search_parties("zuk")
    assert (hit.party, hit.name, hit.is_human, hit.subject, hit.person) == (firm.party, "Żuki Sp. z o.o.", False, firm.subject, None)
    assert work.search_parties("zuk", 0) == []
    assert work.search_parties("x") == []


def test_a_timeline_tells_the_kinds_that_are_wanted(work: crm.Work, firm: crm.Registered) -> None:
    work.add(crm.Note(subject=firm.subject, body="It leaks."))
    work.add(crm.Task(subject=firm.subject, title="Call", responsible="anna"))
    assert [entry.kind for entry in work.timeline(subject=firm.subject, kinds=["note"])] == ["note"]
    assert len(work.timeline(subject=firm.subject)) == 2
