"""Copies, dumps, backups, checks and the schema, from Python and from the command line."""

import json
import sqlite3
import subprocess
from pathlib import Path

import crm
import pytest
from test_cli import Shell


@pytest.fixture
def shell(tmp_path: Path, sample: Path) -> Shell:
    shell = Shell(f"sqlite:{tmp_path / 'sales.db'}")
    shell.run("init", "--starter", "sales-pl", "--operators", sample / "operators.csv")
    shell.run("import", "bases", sample / "bases.csv")
    shell.run("import", "subjects", sample / "subjects.csv")
    return shell


def test_a_copy_is_told_table_by_table_and_is_the_same(shell: Shell, tmp_path: Path) -> None:
    copied = Shell(f"sqlite:{tmp_path / 'copy.db'}")
    rows = {row["table"]: row for row in shell.json("copy", shell.db, copied.db)}
    assert rows["subject"]["rows"] == rows["subject"]["added"] == 47
    assert rows["feed"]["rows"] == rows["operation"]["rows"] > 0
    assert copied.json("find", "subjects") == shell.json("find", "subjects")
    shell.run("copy", shell.db, copied.db, code=3)


def test_progress_is_told_from_python_and_a_copy_that_was_broken_off_goes_on(shell: Shell, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    told: list[tuple[str, int, int | None, bool]] = []

    def stop_at_subjects(part: str, done: int, total: int | None, comparing: bool) -> None:
        told.append((part, done, total, comparing))
        if part == "subject":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        crm.copy_database(shell.db, target, progress=stop_at_subjects)
    assert ("subject", 47, 47, False) in told
    with pytest.raises(crm.SchemaMismatch, match="unfinished"):
        crm.open(target)
    told.clear()
    parts = {part.name: part for part in crm.copy_database(shell.db, target, progress=lambda *told_of: told.append(told_of))}
    assert parts["subject"].added == 0 and parts["history"].added == parts["history"].rows
    assert any(comparing for *_, comparing in told)
    crm.open(target).close()


def test_a_dump_is_json_lines_and_is_loaded(shell: Shell, tmp_path: Path) -> None:
    file, again = tmp_path / "dump.jsonl", tmp_path / "again.jsonl"
    (told,) = shell.json("dump", file)
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert told["rows"] == lines[-1]["rows"] == len(lines) - 2
    assert lines[0]["crm"] == "dump"
    loaded = Shell(f"sqlite:{tmp_path / 'loaded.db'}")
    loaded.run("load", file)
    loaded.run("dump", again)
    assert again.read_bytes() == file.read_bytes()
    assert shell.run("dump", file, code=3)
    shell.run("dump", tmp_path / "records.jsonl", "--no-history")
    assert b'"history",' not in (tmp_path / "records.jsonl").read_bytes()
    (tmp_path / "broken.jsonl").write_bytes(file.read_bytes().replace(b'"kind":"legal"', b'"kind":"royal"', 1))
    refused = Shell(f"sqlite:{tmp_path / 'refused.db'}").run("load", tmp_path / "broken.jsonl", code=3)
    assert "kind: give one of natural, legal" in refused.output or "kind: give one of legal, natural" in refused.output


def test_a_backup_takes_no_file_s_place_unless_told(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "backup.db"
    shell.run("backup", file)
    shell.run("backup", file, code=3)
    shell.run("backup", file, "--replace")
    assert Shell(f"sqlite:{file}").json("find", "subjects") == shell.json("find", "subjects")


def test_what_was_changed_behind_its_back_is_found(shell: Shell, tmp_path: Path) -> None:
    assert shell.json("check") == []
    with sqlite3.connect(tmp_path / "sales.db") as connection:
        connection.execute("update crm_party set name_key = 'x' where id = (select min(id) from crm_party)")
    connection.close()
    (finding,) = shell.json("check", code=1)
    assert finding["record"] == "party" and finding["code"] == "party.name_key.stored"
    assert "1 findings" in shell.run("check", code=1).output


def test_a_dba_runs_the_script_and_programs_only_look(tmp_path: Path) -> None:
    file = tmp_path / "dba.db"
    shell = Shell(f"sqlite:{file}")
    script = shell.run("schema", "script").stdout
    assert not file.exists()
    with pytest.raises(crm.NotFound):
        crm.open(file)
    subprocess.run(["sqlite3", "-bail", file], input=script, text=True, check=True)
    crm.open(file).close()
    assert "already" in shell.run("schema", "script").stdout
    shell.run("schema", "grants", "rita", code=3)
    grants = Shell("postgresql://crm@nowhere.example/sales").run("schema", "grants", "rita", "--role", "reader").stdout
    assert 'grant select on crm_subject to "rita";' in grants
    assert "insert" not in grants


def test_the_fixture_of_the_first_version_is_upgraded_by_the_script(tmp_path: Path) -> None:
    file = tmp_path / "old.db"
    fixture = Path(__file__).parents[3] / "tests" / "store" / "fixtures" / "version_1.sql"
    subprocess.run(["sqlite3", "-bail", file], input=fixture.read_text(encoding="utf-8"), text=True, check=True)
    with pytest.raises(crm.SchemaMismatch):
        crm.open(file)
    subprocess.run(["sqlite3", "-bail", file], input=crm.schema_script(file), text=True, check=True)
    with crm.open(file) as database:
        assert database.check().found == []
