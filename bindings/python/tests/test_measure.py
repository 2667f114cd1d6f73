"""The program that is the measure of the API, as it is given."""

from pathlib import Path

import crm
import pytest

OFFER = b"""From: Jan Kowalski <jan@example.pl>
To: anna@ours.example
Subject: An offer, please
Message-ID: <offer-1@example.pl>
Date: Mon, 23 Nov 2026 09:00:00 +0100

Please send an offer.
"""


def test_the_ten_lines_run_as_they_are_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    Path("offer.eml").write_bytes(OFFER)

    with crm.open("sales.db", create=True, starter="sales-pl") as db:
        with db.work("anna") as work:                 # leaving the block commits; an exception rolls back
            jan = work.add_natural(given_name="Jan", family_name="Kowalski")
            mail = work.import_message("offer.eml")
            sale = work.add(crm.Case(type="sale", title="Offer", subject=jan, expected=crm.Money("12500.00", "PLN")))
            if mail.contact: work.link(mail.contact, sale)
            work.enter_phase(sale, "offer-sent")
        print(db.view("anna").funnel(type="sale"))    # a table in a terminal, a picture in a notebook

    assert "12 500.00 PLN" in capsys.readouterr().out


def test_a_natural_subject_has_one_person(work: crm.Work) -> None:
    jan = work.add_natural(given_name="Jan", family_name="Kowalski")
    with pytest.raises(crm.ValidationError) as refused:
        work.add(crm.Person(subject=jan, given_name="Adam", family_name="Kowalski"))
    assert refused.value.codes == ["person.natural.single"]


def test_a_known_sender_gives_a_contact_to_link(work: crm.Work) -> None:
    jan = work.add_natural(given_name="Jan", family_name="Kowalski", email="jan@example.pl")
    mail = work.import_message(OFFER, mailbox_of="anna", our_domains=["ours.example"])
    assert (mail.result, mail.subject, mail.contact) == (crm.MailResult.imported, jan.subject, mail.contact_id)
    assert mail.contact is not None and mail.contact.kind is crm.Contact
    sale = work.add(crm.Case(type="sale", title="Offer", subject=jan, keeper="anna"))
    work.link(mail.contact, sale)
    assert [entry.kind for entry in work.timeline(case=sale)] == ["phase_change", "contact"]
    assert work.import_message(OFFER, mailbox_of="anna").result is crm.MailResult.duplicate
