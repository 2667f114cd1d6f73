"""E-mail: understood, walked through, imported."""

import gc
import json
from pathlib import Path

import crm
import pytest

MESSAGE = b"""From: "Zosia" <zosia@nowak.example>
To: anna@ours.example
Subject: =?utf-8?q?Zapytanie_o_dach?=
Message-ID: <1@nowak.example>
Date: Mon, 23 Nov 2026 09:00:00 +0100
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain

Dzien dobry
--b
Content-Type: application/pdf; name=plan.pdf
Content-Disposition: attachment; filename=plan.pdf
Content-Transfer-Encoding: base64

JVBERg==
--b--
"""


def test_a_message_is_understood(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(MESSAGE)
    message = crm.parse_mail(MESSAGE)
    assert (message.subject, message.message_id, message.text) == ("Zapytanie o dach", "1@nowak.example", "Dzien dobry")
    assert message.sent_at and message.sent_at.isoformat() == "2026-11-23T08:00:00+00:00"
    assert message.from_ == [crm.MailAddress(name="Zosia", address="zosia@nowak.example")]
    assert [(part.file_name, part.content) for part in message.attachments] == [("plan.pdf", b"%PDF")]
    assert crm.parse_mail(tmp_path / "a.eml").subject == message.subject
    with pytest.raises(crm.NotFound):
        crm.parse_mail(tmp_path / "nothing.eml")
    with pytest.raises(TypeError):
        crm.parse_mail(3)  # type: ignore[arg-type]


def test_a_folder_is_walked_message_by_message(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(MESSAGE)
    (tmp_path / "box").write_bytes(b"".join(b"From x Mon Nov 23 09:00:00 2026\n" + MESSAGE + b"\n" for _ in range(3)))
    found = list(crm.iter_mail(tmp_path))
    assert [(source.file, source.index) for source, _ in found] == [("a.eml", None), ("box", 0), ("box", 1), ("box", 2)]
    assert found[0].raw == MESSAGE
    assert json.loads(crm.mail_as_json(crm.parse_mail(found[1].raw), found[1].source))["index"] == 0
    half = crm.iter_mail(tmp_path)
    next(half)
    del half  # one that is left before its end
    gc.collect()
    with pytest.raises(crm.NotFound):
        next(crm.iter_mail(tmp_path / "nothing"))


def test_an_unknown_sender_waits_until_he_is_known(work: crm.Work) -> None:
    waiting = work.import_message(MESSAGE, mailbox_of="anna")
    assert (waiting.result, waiting.contact) == ("unmatched", None)
    assert [document.kind for document in waiting.documents] == [crm.Document]
    zosia = work.add_natural(given_name="Zosia", family_name="Nowak", email="zosia@nowak.example")
    (matched,) = work.match_waiting()
    assert matched.subject == zosia.subject and matched.message == waiting.message
    assert matched.contact and matched.result == "imported"


def test_a_message_is_matched_by_hand(work: crm.Work) -> None:
    waiting = work.import_message(crm.parse_mail(MESSAGE), MESSAGE, mailbox="anna@ours.example", folder="Inbox")
    zosia = work.add_natural(given_name="Zosia", family_name="Nowak")
    assert waiting.message is not None
    matched = work.match_message(waiting.message, zosia)
    assert matched.contact and work.get(crm.Contact, matched.contact).summary == "Zapytanie o dach"
    with pytest.raises(crm.NotFound):
        work.match_message(99999, zosia)


def test_an_unknown_sender_may_be_made_a_subject(work: crm.Work) -> None:
    assert work.import_message(MESSAGE, create_unknown=True).result is crm.MailResult.imported
    with pytest.raises(TypeError, match="colour"):
        work.import_message(MESSAGE, colour="red")  # type: ignore[call-arg]


@pytest.mark.parametrize(("kind", "text", "canonical"), [("nip", "PL 526-025-02-74", "5260250274"), ("nip", "5260250275", None)])
def test_numbers_have_one_form(kind: str, text: str, canonical: str | None) -> None:
    assert crm.canonical_number(kind, text) == canonical
    assert "ten digits" in crm.number_remedy("nip")
    with pytest.raises(ValueError, match="NumberKind"):
        crm.canonical_number("nothing", text)
