"""The command line, through the runner of Typer."""

import csv
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import crm
import pytest
from crm.cli.app import app
from typer.testing import CliRunner

DATA = Path(os.environ.get("CRM_SHARED", "no such folder")) / "data"
"""Northwind, a list of numbers that python-stdnum has judged, and real mail, where they are at hand."""
runner = CliRunner()


class Shell:
    """crmdb with a database and an operator."""

    def __init__(self, db: str) -> None:
        self.db = db

    def run(self, *arguments: str | Path, code: int = 0, json: bool = False) -> Any:
        options = ["--db", self.db, "--operator", "anna", *(["--json"] if json else [])]
        result = runner.invoke(app, [*options, *map(str, arguments)])
        assert result.exit_code == code, result.output
        return result

    def json(self, *arguments: str | Path, code: int = 0) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.run(*arguments, code=code, json=True).stdout.splitlines()]


@pytest.fixture
def shell(tmp_path: Path, sample: Path) -> Shell:
    shell = Shell(f"sqlite:{tmp_path / 'sales.db'}")
    shell.run("init", "--starter", "sales-pl", "--operators", sample / "operators.csv")
    return shell


@pytest.fixture
def filled(shell: Shell, sample: Path) -> Shell:
    shell.run("import", "all", sample)
    return shell


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_the_sample_is_imported_without_a_refusal(shell: Shell, sample: Path) -> None:
    reports = shell.json("import", "all", sample)
    assert {report["what"]: report["stored"] for report in reports} == {
        "operators": 4, "bases": 5, "subjects": 47, "persons": 67, "cases": 39, "notes": 26, "tasks": 28, "closings": 39
    }  # fmt: skip
    assert all(report["refused"] == 0 for report in reports)


def test_what_was_imported_is_there(filled: Shell, sample: Path) -> None:
    (info,) = filled.json("info")
    assert info["records"]["Case"] == 39 and info["records"]["Task"] == 28
    case = filled.json("show", "case", "S26-001")[0]
    assert (case["stage"], case["outcome"], case["expected"]) == ("closed", "won", {"amount": "48200.00", "currency": "PLN"})
    moves = [e for e in filled.json("timeline", "--case", "S26-001") if e["kind"] == "phase_change"]
    assert [(e["at"], e["title"]) for e in moves][:2] == [("2026-05-13T13:00:00Z", "closed"), ("2026-04-09T12:15:00Z", "order")]
    task = filled.json("find", "tasks", "title starts_with 'Obmiar'")[0]
    assert (task["status"], task["revision"]["created_at"]) == ("done", "2026-03-03T08:40:00Z")
    assert filled.json("find", "subjects", "in_base 'wspolnoty'", "--limit", "1")[0]["name"]
    assert [c["number"] for c in filled.json("find", "case", "--order", "-number", "--limit", "2")] == ["W26-004", "W26-003"]


def test_the_funnel_is_told_and_drawn(filled: Shell, sample: Path, tmp_path: Path) -> None:
    cases = list(csv.DictReader((sample / "cases.csv").open(encoding="utf-8")))
    known = [case for case in cases if case["type"] == "sale" and case["opened_at"] <= "2026-04-01T00:00:00Z"]
    rows = filled.json("funnel", "--type", "sale")
    assert sum(row["count"] for row in rows) == 25
    assert sum(row["count"] for row in filled.json("funnel", "--type", "sale", "--as-of", "2026-04-01")) == len(known)
    assert "Zapytanie" in filled.run("funnel").stdout
    filled.run("funnel", "--as-of", "yesterday", code=2)
    pytest.importorskip("matplotlib")
    filled.run("funnel", "--svg", tmp_path / "f.svg", "--png", tmp_path / "f.png")
    assert "<svg" in (tmp_path / "f.svg").read_text()


def test_plan_and_actual_are_told(filled: Shell) -> None:
    with crm.open(filled.db) as db, db.work("anna") as work:
        roof = work.find_by_code(crm.Case, "S26-001")
        work.reopen(roof, "Another invoice")
        work.add(crm.PlanLine(case=roof, side="cost", category="goods", planned=crm.Money("100", "PLN")))
        work.add(crm.TradeDocument(kind="purchase-invoice", reference="FZ/1", case=roof, category="goods", net=crm.Money("150", "PLN")))
    goods, total = filled.json("plan", "S26-001")
    assert (goods["category"], goods["basis_points"], goods["of_plan"], total["category"]) == ("goods", 15_000, "150.00 %", None)
    assert total["difference"] == {"amount": "50.00", "currency": "PLN"}
    assert "total" in filled.run("plan", "S26-001").stdout
    assert filled.json("overruns", "--limit", "1")[0]["number"] == "S26-001"
    assert filled.json("overruns", "--side", "revenue") == []
    assert "S26-001" in filled.run("overruns").stdout
    filled.run("overruns", "--side", "loss", code=2)


def test_records_are_shown_to_people(filled: Shell) -> None:
    assert "Hanys" in filled.run("show", "subject", "K001").stdout
    assert "S26-001" in filled.run("find", "cases", "number = 'S26-001'").stdout
    assert "anna" in filled.run("history", "case", "S26-001").stdout
    assert filled.run("timeline", "--subject", "Hanys").stdout
    assert "More than one" in filled.run("timeline", "--subject", "a", code=2).stderr
    assert "No subject" in filled.run("timeline", "--subject", "qqq", code=2).stderr


def test_rows_that_are_refused_are_reported_and_kept(shell: Shell, tmp_path: Path) -> None:
    file = write(
        tmp_path / "subjects.csv",
        "number,kind,name,nip,status\nK1,legal,One,526-025-02-74,active\nK2,legal,Two,1234567890,active\n"
        "K3,robot,Three,,\nK1,legal,Again,,\nK5,legal,,,\nK6,legal,Six,,asleep\n",
    )
    (report,) = shell.json("import", "subjects", file, "--refused", tmp_path / "refused.csv", code=1)
    assert (report["read"], report["stored"], report["refused"]) == (6, 1, 5)
    assert [(row["line"], row["field"]) for row in report["refusals"]][:2] == [(3, "value"), (4, "kind")]
    assert {row["line"] for row in report["refusals"]} == {3, 4, 5, 6, 7} and all(row["remedy"] for row in report["refusals"])
    kept = list(csv.DictReader((tmp_path / "refused.csv").open(encoding="utf-8")))
    assert [row["number"] for row in kept] == ["K2", "K3", "K1", "K5", "K6"] and all(row["refused_code"] for row in kept)
    assert "5 refused" in shell.run("import", "subjects", tmp_path / "refused.csv", code=1).stdout


def test_a_file_of_something_else_is_told_apart(shell: Shell, tmp_path: Path) -> None:
    products = write(tmp_path / "products.csv", "ProductID,ProductName\n1,Chai\n")
    assert "no list of subjects" in shell.run("import", "subjects", products, code=1).stderr


@pytest.mark.skipif(not DATA.exists(), reason="no Northwind here")
def test_northwind_is_imported_as_it_is(shell: Shell) -> None:
    (report,) = shell.json("import", "subjects", DATA / "northwind" / "customers.csv")
    assert report["stored"] == 93
    (report,) = shell.json("import", "subjects", DATA / "northwind" / "suppliers.csv")
    assert report["stored"] == 29
    assert len(shell.json("find", "addresses", "country = 'DE'")) == 11 + 3
    assert len(shell.json("find", "addresses", "country = 'GB'")) == 7 + 2
    assert shell.json("find", "persons", "exists party (family_name = 'Anders')")[0]["position"] == "Sales Representative"
    assert shell.json("find", "contact_points", "kind = web and value starts_with 'http'")


@pytest.mark.skipif(not DATA.exists(), reason="no list of numbers here")
def test_numbers_are_judged_byte_for_byte(tmp_path: Path) -> None:
    expected = (DATA / "identifiers.csv").read_text(encoding="utf-8")  # whatever its ends of lines are
    given = tmp_path / "numbers.csv"
    with given.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows(row[:2] for row in csv.reader(expected.splitlines()))
    assert runner.invoke(app, ["identifier", "check", str(given)]).stdout == expected


def test_mail_is_parsed_imported_and_reviewed(filled: Shell, sample: Path) -> None:
    lines = filled.run("mail", "parse", sample / "mail.mbox", "--jsonl").stdout.splitlines()
    assert len(lines) == 232 and json.loads(lines[0])["index"] == 0
    (report,) = filled.json("mail", "import", sample / "mail.mbox", "--mailbox-of", "anna", "--our-domain", "dachmar.example")
    assert report["total"] == 232 and report["counts"]["failed"] == 0 and report["counts"]["duplicate"] == 1
    assert report["counts"]["imported"] > 150
    (again,) = filled.json("mail", "import", sample / "mail.mbox", "--mailbox-of", "anna", "--our-domain", "dachmar.example")
    assert again["counts"]["duplicate"] == 232
    assert len(filled.json("mail", "waiting")) == report["counts"]["unmatched"]
    review = filled.json("mail", "review")
    assert len(review) == report["counts"]["to_review"] > 0
    (matched,) = filled.json("mail", "match", str(review[0]["id"]), "K011")
    assert matched["contact_id"]
    assert "messages wait no longer" in filled.run("mail", "retry").stdout


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["find", "cases", "colour = 'red'"], 3, "colour"),
        (["find", "unicorns"], 2, "unicorns"),
        (["show", "case", "S99"], 3, "S99"),
        (["import", "subjects", "nothing.csv"], 2, "nothing.csv"),
        (["mail", "parse", "nothing.mbox"], 2, "nothing.mbox"),
        (["funnel", "--type", "nothing"], 3, "nothing"),
        (["identifier", "check", "nothing.csv"], 2, "nothing.csv"),
    ],
)
def test_what_fails_is_a_sentence_on_stderr(shell: Shell, arguments: list[str], code: int, says: str) -> None:
    result = shell.run(*arguments, code=code)
    assert says in result.stderr and result.stderr.startswith("crmdb: ") and "Traceback" not in result.output
    assert result.stdout == ""


def test_the_database_and_the_operator_have_to_be_named(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "--db" in runner.invoke(app, ["info"]).stderr
    assert "--operator" in runner.invoke(app, ["--db", shell.db, "info"]).stderr
    nobody = runner.invoke(app, ["--db", shell.db, "--operator", "nobody", "info"])
    assert nobody.exit_code == 3 and "nobody" in nobody.stderr
    monkeypatch.setenv("CRM_DB", shell.db)
    monkeypatch.setenv("CRM_OPERATOR", "anna")
    assert runner.invoke(app, ["--json", "info"]).exit_code == 0


def test_a_file_that_is_no_csv_is_refused_before_anything_is_stored(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "latin.csv").write_bytes("kind,name\nlegal,\xf3".encode("latin-1"))
    assert "UTF-8" in shell.run("import", "subjects", tmp_path / "latin.csv", code=2).stderr
    assert "header" in shell.run("import", "subjects", write(tmp_path / "empty.csv", ""), code=2).stderr
    marked = write(tmp_path / "marked.csv", "\ufeffnumber,kind,name\nK9,legal,Nine\n")
    assert shell.json("import", "subjects", marked)[0]["stored"] == 1


def test_version() -> None:
    assert runner.invoke(app, ["--version"]).stdout == f"crmdb {crm.__version__}\n"


@pytest.mark.skipif(not DATA.exists(), reason="no real mail here")
def test_real_mail_is_understood(shell: Shell, tmp_path: Path) -> None:
    """At least 99 % of the fields are as Python's own e-mail package has them: docs/mail.md explains the rest."""
    understood = tmp_path / "understood.jsonl"
    understood.write_text(shell.run("mail", "parse", DATA / "mail", "--jsonl").stdout, encoding="utf-8")
    compare = [sys.executable, DATA / "mail" / "compare.py", DATA / "mail" / "expected.jsonl", understood]
    compared = subprocess.run(compare, capture_output=True, text=True, check=False)
    assert compared.returncode == 0, compared.stdout
    assert "0 messages missing" in compared.stdout


def test_whoever_looks_after_a_database_reads_its_numbers_and_its_feed(filled: Shell) -> None:
    (numbers,) = filled.json("stats")
    assert numbers["pool_most"] > 0 and numbers["commits"] == 0
    assert "feed last" in filled.run("stats").stdout

    first, second = filled.json("feed", "--limit", "2")
    assert first["position"] < second["position"] and second["operation"]["cause"] and second["changes"][0]["action"] == "added"
    after = filled.json("feed", "--after", str(first["position"]), "--limit", "1")
    assert after == [second]
    assert f"{second['changes'][0]['record']} {second['changes'][0]['record_id']} added" in filled.run("feed").stdout
    filled.run("feed", "--after", "-1", code=2)
    filled.run("feed", "--limit", "0", code=2)


def test_old_history_is_forgotten(filled: Shell) -> None:
    count = len(filled.json("feed", "--limit", "100000"))
    (told,) = filled.json("forget-history", "--before", "2001-01-01")
    assert told == {"before": "2001-01-01T00:00:00Z", "forgotten": 0}
    assert f"Forgot {count - 1} operations" in filled.run("forget-history", "--before", "2999-01-01").stdout
    assert len(filled.json("feed", "--after", str(count - 1))) == 1
    assert "kept" in filled.run("feed", code=3).stderr
    assert "no moment" in filled.run("forget-history", "--before", "long ago", code=2).stderr
    filled.run("forget-history", code=2)
