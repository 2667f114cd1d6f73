"""`crmdb mail`: importing e-mail, looking through it, and what still waits."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Annotated, Any, Optional

import typer

import crm
from crm import where

from .output import REFUSED, Settings, as_json, existing, progress, show_rows, told_errors
from .session import connect, reference, who

app = typer.Typer(help="E-mail: import it, understand it, and what of it waits.", no_args_is_help=True)

MESSAGES_A_TRANSACTION = 100
Source = Annotated[Path, typer.Argument(help="A message, an mbox, a Maildir, or a folder of them.")]


@dataclass
class MailReport:
    """What came of the messages of a path."""

    messages: list[dict[str, Any]] = field(default_factory=list)

    def add(self, source: crm.MailSource, mail: crm.ImportedMail) -> None:
        """Notes down a message that was taken in."""
        ids = {"message": mail.message_id, "contact": mail.contact_id, "case": mail.case_id}
        told = {"result": str(mail.result), "rule": mail.rule, **ids, "warnings": list(mail.warnings)}
        self.messages.append(_place(source) | told)

    def fail(self, source: crm.MailSource, error: crm.Error) -> None:
        """Notes down a message that was not."""
        self.messages.append(_place(source) | {"result": "failed", "warnings": [str(error)]})

    def merge(self, other: MailReport) -> None:
        """Adds what came of other messages."""
        self.messages += other.messages

    @property
    def counts(self) -> Counter[str]:
        """How many messages had each result."""
        return Counter(message["result"] for message in self.messages)

    @property
    def warnings(self) -> list[dict[str, Any]]:
        """What a human should look at, a row a sentence."""
        return [message | {"warning": text} for message in self.messages for text in message["warnings"]]


def _place(source: crm.MailSource) -> dict[str, Any]:
    return {"file": source.file, "index": source.index}


def _import_batch(db: crm.Database, operator: str, batch: list[crm.MailFile], how: dict[str, Any]) -> MailReport:
    """One transaction; all of it again when the database is busy."""

    def take_in(work: crm.Work, source: crm.MailSource, raw: bytes) -> crm.ImportedMail:
        return work.import_message(raw, **how | {"folder": how["folder"] or source.folder})

    def change(work: crm.Work) -> MailReport:
        report = MailReport()
        for source, raw in batch:
            try:
                report.add(source, work.try_out(partial(take_in, work, source, raw)))
            except (crm.ValidationError, crm.Conflict, crm.OutOfRange, crm.NotFound) as error:
                report.fail(source, error)
        return report

    return db.transact(operator, change)


def _tell(settings: Settings, report: MailReport, every: bool) -> None:
    total = len(report.messages)
    if settings.json:
        counts = {str(result): report.counts[result] for result in crm.MailResult}
        print(as_json({"total": total, "counts": counts, "messages": report.messages}))
        return
    if every:
        show_rows(settings, ["file", "index", "result", "rule", "message", "contact", "case"], report.messages)
    print(f"{total} messages: " + ", ".join(f"{count} {result}" for result, count in report.counts.most_common()) + ".")
    if report.warnings:
        show_rows(settings, ["file", "index", "result", "warning"], report.warnings, "To look at")


@app.command("import")
def import_mail(
    context: typer.Context,
    path: Source,
    mailbox_of: Annotated[Optional[str], typer.Option(help="Code of the operator whose mailbox it is; not given: who works.")] = None,
    mailbox: Annotated[str, typer.Option(help="Its name; not given: that of its owner.")] = "",
    folder: Annotated[str, typer.Option(help="The folder in it; not given: as in the path.")] = "",
    our_domain: Annotated[Optional[list[str]], typer.Option(help="A domain of ours, beside operators' addresses.")] = None,
    free_domain: Annotated[Optional[list[str]], typer.Option(help="A domain whose addresses tell nothing of a firm.")] = None,
    ignore: Annotated[Optional[list[str]], typer.Option(help="noreply@shop.example, or @shop.example for a domain.")] = None,
    without_plus: Annotated[bool, typer.Option("--without-plus", help="Match anna+news@ as anna@.")] = False,
    create_unknown: Annotated[bool, typer.Option("--create-unknown", help="Make a natural subject of an unknown sender.")] = False,
    keep_raw: Annotated[bool, typer.Option(help="Keep the bytes of every message.")] = True,
    every: Annotated[bool, typer.Option("--every", help="Name every message and what became of it; --json always does.")] = False,
) -> None:
    """Take messages in: contacts of those that are known, the others wait. A message is never imported twice."""
    settings: Settings = context.obj
    how: dict[str, Any] = dict(
        mailbox=mailbox, mailbox_of=mailbox_of, folder=folder, our_domains=our_domain or (), free_domains=free_domain or (),
        ignored_addresses=ignore or (), without_plus=without_plus, create_unknown=create_unknown, keep_raw=keep_raw,
    )  # fmt: skip
    report = MailReport()
    with told_errors(), connect(settings) as db, progress(settings, "Messages", None) as step:
        operator = who(settings)
        if mailbox_of:
            db.operator_id(mailbox_of)
        messages = crm.iter_mail(existing(path))
        while batch := list(islice(messages, MESSAGES_A_TRANSACTION)):
            report.merge(_import_batch(db, operator, batch, how))
            for _ in batch:
                step()
    _tell(settings, report, every)
    if report.counts[crm.MailResult.failed]:
        raise typer.Exit(REFUSED)


@app.command()
def parse(
    context: typer.Context,
    path: Source,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="A line of JSON a message.")] = False,
) -> None:
    """Understand messages without storing anything."""
    settings: Settings = context.obj
    with told_errors():
        understood = ((source, crm.parse_mail(raw)) for source, raw in crm.iter_mail(existing(path)))
        if jsonl or settings.json:
            for source, message in understood:
                print(crm.mail_as_json(message, source))
            return
        rows = (
            {
                "at": message.sent_at,
                "from": ", ".join(address.address for address in message.from_),
                "subject": message.subject,
                "files": len(message.attachments),
                "defects": " ".join(message.defects),
            }
            for _, message in understood
        )
        show_rows(settings, ["at", "from", "subject", "files", "defects"], rows)


def _candidates(message: crm.Message) -> str:
    """Whom a message could be of: `person 12, subject 7, and 3 more`."""
    most = 3
    found = [f"{one['record']} {one['id']}" for one in json.loads(message.explanation or "{}").get("candidates", ())]
    return ", ".join(found[:most] + ([f"and {len(found) - most} more"] if len(found) > most else []))


def _show_messages(settings: Settings, state: crm.MessageState) -> None:
    """The messages in a state, oldest first."""
    columns = ["id", "sent_at", "sender", "subject_line", "explanation"]
    shown = columns[:-1] + (["candidates"] if state == crm.MessageState.to_review else [])
    with told_errors(), connect(settings) as db, db.view(who(settings)) as view:
        messages: Iterable[crm.Message] = view.find(crm.Message, where.state == state, order="sent_at")
        rows = ({column: getattr(message, column) for column in columns} | {"candidates": _candidates(message)} for message in messages)
        show_rows(settings, shown, rows)


@app.command()
def review(context: typer.Context) -> None:
    """Messages that could be of several records: match them by hand, with `mail match`."""
    _show_messages(context.obj, crm.MessageState.to_review)


@app.command()
def waiting(context: typer.Context) -> None:
    """Messages of whom nobody knows: they are matched when their sender becomes known."""
    _show_messages(context.obj, crm.MessageState.unmatched)


@app.command()
def match(
    context: typer.Context,
    message: Annotated[int, typer.Argument(help="Id of the message.")],
    subject: Annotated[str, typer.Argument(help="Id or number of the subject.")],
    person: Annotated[Optional[int], typer.Option(help="Id of the person.")] = None,
) -> None:
    """Match a message that waits with a subject, by hand."""
    settings: Settings = context.obj
    with told_errors(), connect(settings) as db, db.work(who(settings)) as work:
        matched = work.match_message(message, reference(subject), person)
    print(as_json(matched) if settings.json else f"Message {message}: {matched.result}, contact {matched.contact_id}.")


@app.command()
def retry(
    context: typer.Context,
    our_domain: Annotated[Optional[list[str]], typer.Option(help="A domain of ours, beside operators' addresses.")] = None,
) -> None:
    """Try again what waits unmatched: senders may have become known."""
    settings: Settings = context.obj
    with told_errors(), connect(settings) as db, db.work(who(settings)) as work:
        matched = work.match_waiting(our_domains=our_domain or ())
    print(as_json(matched) if settings.json else f"{len(matched)} messages wait no longer.")
