"""The private servers keep their promises: they answer, they recover, and they are gone when their owner is."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import server_base
from galera_servers import Galera
from mariadb_servers import MariaDB
from postgresql_servers import PgBouncer, PostgreSQL, PostgreSQLPair
from server_base import ProgramMissing, ServerError, free_port, make_folder

HERE = Path(__file__).parent
KINDS = [PostgreSQL, MariaDB]
Kind = type[PostgreSQL | MariaDB]
One = PostgreSQL | MariaDB


@pytest.fixture(scope="module", params=KINDS)
def server(request: pytest.FixtureRequest) -> Iterator[One]:
    """A server that the tests share; none of them may leave it changed."""
    try:
        one: One = request.param()
    except ProgramMissing as missing:
        pytest.skip(str(missing))
    with one:
        yield one


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that any account can enter; pytest's own tmp_path is closed to all but its maker."""
    folder = Path(tempfile.mkdtemp(dir="/tmp"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def taken_port(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """The port that the next server chooses first, and that somebody else has."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken: int = other.getsockname()[1]
        free = server_base.free_port
        offers = iter([taken])
        monkeypatch.setattr(server_base, "free_port", lambda: next(offers, None) or free())
        yield taken
        assert next(offers, None) is None


def wait_until_gone(pid: int, seconds: float = 10.0) -> bool:
    limit = time.monotonic() + seconds
    while Path(f"/proc/{pid}").exists() and time.monotonic() < limit:
        time.sleep(0.05)
    return not Path(f"/proc/{pid}").exists()


def with_servers(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("CRM_TEST_")}
    return subprocess.run([sys.executable, str(HERE / "with_servers.py"), *arguments], env={**clean, **variables}, capture_output=True,
                          text=True, timeout=60, check=False)


class TestAServer:
    def test_answers_by_its_uri(self, server: One) -> None:
        if isinstance(server, PostgreSQL):
            said = subprocess.run(["psql", server.uri, "-XAtc", "select current_user, current_database(), getdatabaseencoding()"],
                                  capture_output=True, text=True, check=True)
            assert said.stdout.strip() == "crm|crm|UTF8"
        else:
            said_by_user = server.sql_as_crm("select current_user(), database(), @@character_set_database, @@collation_database")
            assert said_by_user.split() == ["crm@127.0.0.1", "crm", "utf8mb4", "utf8mb4_nopad_bin"]
            assert server.uri == f"mariadb://crm:{server.password}@127.0.0.1:{server.port}/crm"

    @pytest.mark.parametrize("password", ["wrong", ""])
    def test_refuses_a_wrong_password(self, server: One, password: str) -> None:
        with pytest.raises(ServerError, match="password|Access denied"):
            server.sql_as_crm("select 1", password)

    def test_lets_crm_make_tables_in_its_database(self, server: One) -> None:
        server.sql_as_crm("create table thing (name varchar(20)); insert into thing values ('żółw'); ")
        assert server.sql_as_crm("select name from thing").strip() == "żółw"
        server.sql_as_crm("drop table thing")

    def test_listens_on_loopback_only(self, server: One) -> None:
        sockets = Path("/proc/net/tcp").read_text() + Path("/proc/net/tcp6").read_text()
        listening = {fields[1] for fields in map(str.split, sockets.splitlines()) if fields[3] == "0A"}
        assert {address for address in listening if address.endswith(f":{server.port:04X}")} == {f"0100007F:{server.port:04X}"}

    def test_does_not_run_as_root(self, server: One) -> None:
        assert Path(f"/proc/{server.pid}").stat().st_uid != 0

    def test_shows_no_password_among_the_processes(self, server: One) -> None:
        assert server.password not in Path(f"/proc/{server.pid}/cmdline").read_text()

    def test_tells_what_was_wrong_with_a_statement(self, server: One) -> None:
        with pytest.raises(ServerError, match="nothere"):
            server.sql("select * from nothere")


@pytest.mark.parametrize("kind", KINDS)
class TestStartAndEnd:
    def test_a_committed_row_survives_a_crash(self, kind: Kind) -> None:
        with kind(durable=True) as server:
            uri = server.uri
            server.sql("create table kept (id int primary key); insert into kept values (7)")
            pid = server.pid
            server.kill()
            assert not server.running
            assert not Path(f"/proc/{pid}").exists()
            server.restart()
            assert server.uri == uri
            assert server.sql("select id from kept").strip() == "7"

    def test_a_server_that_died_by_itself_starts_again(self, kind: Kind) -> None:
        with kind() as server:
            pid = server.pid
            os.kill(pid, signal.SIGKILL)
            assert wait_until_gone(pid)
            server.restart()
            assert server.sql("select 1").strip() == "1"

    def test_nothing_is_left_after_the_end(self, kind: Kind) -> None:
        with kind() as server:
            pid = server.pid
        assert not Path(f"/proc/{pid}").exists()
        assert not server.folder.exists()
        assert not server.sockets.exists()

    def test_a_given_folder_is_kept(self, kind: Kind, open_folder: Path) -> None:
        with kind(open_folder / "here" / "server") as server:
            pass
        assert server.data.exists()
        assert server.log.exists()
        with pytest.raises(ServerError, match="not empty"):
            kind(open_folder / "here" / "server").start()

    def test_another_port_is_tried_when_it_was_taken(self, kind: Kind, taken_port: int) -> None:
        with kind() as server:
            assert server.port != taken_port
            assert server.sql_as_crm("select 1").strip() == "1"

    def test_a_failed_start_shows_the_log(self, kind: Kind) -> None:
        server = kind()
        server.settings["no_such_setting"] = "1"
        try:
            with pytest.raises(ServerError, match="(?s)the end of .*no_such_setting|no_such_setting"):
                server.start()
        finally:
            server.close()
        assert not server.folder.exists()

    def test_a_missing_program_names_its_package(self, kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("postgresql_servers._PROGRAMS", "/nonexistent")
        monkeypatch.setattr("shutil.which", lambda *_, **__: None)
        with pytest.raises(ProgramMissing, match=r"postgresql-15|mariadb-server-core"):
            kind()

    @pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
    def test_a_server_dies_with_its_owner(self, kind: Kind, number: signal.Signals) -> None:
        program = (f"import json, time; from servers import {kind.__name__}\n"
                   f"with {kind.__name__}() as server:\n"
                   "    print(json.dumps([server.pid, str(server.folder), str(server.sockets)]), flush=True)\n"
                   "    time.sleep(60)")
        owner = subprocess.Popen([sys.executable, "-c", program], cwd=HERE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        assert owner.stdout
        with owner:
            pid, *folders = json.loads(owner.stdout.readline())
            assert Path(f"/proc/{pid}").exists()
            owner.send_signal(number)
        assert wait_until_gone(pid)
        limit = time.monotonic() + 10
        while any(map(os.path.exists, folders)) and time.monotonic() < limit:
            time.sleep(0.05)
        assert not any(map(os.path.exists, folders))

    def test_a_server_dies_when_its_guard_is_killed(self, kind: Kind) -> None:
        with kind() as server:
            pid = server.pid
            guard = int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
            os.kill(guard, signal.SIGKILL)
            assert wait_until_gone(pid)

    def test_a_server_outlives_the_thread_that_started_it(self, kind: Kind) -> None:
        server = kind()
        try:
            thread = threading.Thread(target=server.start)
            thread.start()
            thread.join()
            time.sleep(0.3)
            assert server.sql("select 1").strip() == "1"
        finally:
            server.close()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root runs servers as another account")
def test_a_folder_closed_to_the_servers_account_is_refused(open_folder: Path) -> None:
    open_folder.chmod(0o700)
    with pytest.raises(ServerError, match="cannot enter"):
        make_folder(open_folder / "server", "nobody")


def test_mariadb_lets_crm_make_databases_of_its_own_name_only() -> None:
    with MariaDB() as server:
        server.sql_as_crm("create database crm_two; drop database crm_two")
        with pytest.raises(ServerError, match="Access denied"):
            server.sql_as_crm("create database crmtwo")


def test_pgbouncer_hands_transactions_on() -> None:
    with PostgreSQL() as behind, PgBouncer(behind) as server:
        said = subprocess.run(["psql", server.uri, "-XAtc", "select current_user"], capture_output=True, text=True, check=True)
        assert said.stdout.strip() == "crm"
        assert "transaction" in server.sql("show pools", "pgbouncer")
        wrong = subprocess.run(["psql", server.uri.replace(behind.password, "wrong"), "-XAtc", "select 1"], capture_output=True, text=True, check=False)
        assert wrong.returncode != 0
        server.kill()
        server.start()
        assert server.sql("select 1").strip() == "1"


def test_pgbouncer_tries_another_port_when_it_was_taken() -> None:
    with PostgreSQL() as behind, pytest.MonkeyPatch.context() as patch, socket.create_server(("127.0.0.1", 0)) as other:
        ports = iter([other.getsockname()[1], free_port()])
        patch.setattr(server_base, "free_port", lambda: next(ports))
        with PgBouncer(behind) as server:
            assert server.sql("select 1").strip() == "1"
        assert next(ports, None) is None


@pytest.mark.slow
def test_a_pair_fails_over_and_comes_together_again() -> None:
    with PostgreSQLPair() as pair:
        pair.sql("create table kept (id int primary key); alter table kept owner to crm; insert into kept values (1)")
        assert pair.standby.sql("select pg_is_in_recovery()").strip() == "t"
        with pytest.raises(ServerError, match="still runs"):
            pair.promote()
        pair.primary.kill()
        pair.promote()
        said = subprocess.run(["psql", pair.uri, "-XAtc", "insert into kept values (2); select count(*) from kept"],
                              capture_output=True, text=True, check=True)
        assert said.stdout.split()[-1] == "2"
        pair.rejoin()
        pair.sql("insert into kept values (3)")
        pair.primary.kill()
        pair.promote()
        assert pair.sql("select id from kept order by id").split() == ["1", "2", "3"]


@pytest.mark.slow
def test_a_galera_cluster_loses_no_row() -> None:
    read = "set session wsrep_sync_wait = 1; select id from kept order by id"
    with Galera() as cluster:
        assert [node.status("cluster_size") for node in cluster.nodes] == ["3", "3", "3"]
        cluster.nodes[0].sql("create table kept (id int primary key); insert into kept values (1)")
        assert cluster.nodes[2].sql(read).split() == ["1"]
        cluster.kill(1)
        cluster.nodes[2].sql_as_crm("insert into kept values (2)")
        cluster.rejoin(1)
        assert cluster.nodes[1].sql(read).split() == ["1", "2"]
        for n in range(3):
            cluster.kill(n)
        cluster.bootstrap()
        assert [node.sql(read).split() for node in cluster.nodes] == [["1", "2"]] * 3


@pytest.mark.slow
def test_a_lone_survivor_of_a_galera_cluster_goes_on_when_told() -> None:
    with Galera() as cluster:
        cluster.nodes[0].sql("create table kept (id int primary key)")
        cluster.kill(1)
        cluster.kill(2)
        limit = time.monotonic() + 30
        while cluster.nodes[0].status("cluster_status") == "Primary" and time.monotonic() < limit:
            time.sleep(0.1)
        with pytest.raises(ServerError, match="1047"):
            cluster.nodes[0].sql("select * from kept")
        cluster.go_on_alone(0)
        cluster.nodes[0].sql("insert into kept values (1)")
        cluster.rejoin(2)
        assert cluster.nodes[2].sql("set session wsrep_sync_wait = 1; select id from kept").split() == ["1"]


class TestWithServers:
    def test_the_command_finds_the_servers(self) -> None:
        done = with_servers("--postgresql", "--mariadb", "--", "sh", "-c", 'psql "$CRM_TEST_POSTGRESQL" -XAtc "select 42"; echo "$CRM_TEST_MARIADB"')
        assert done.returncode == 0, done.stderr
        answer, mariadb = done.stdout.split()
        assert answer == "42"
        assert mariadb.startswith("mariadb://crm:")

    def test_only_what_is_asked_for_is_started(self) -> None:
        assert with_servers("--", "sh", "-c", "env | grep -c CRM_TEST_").stdout.strip() == "0"

    def test_a_server_of_the_callers_own_is_used(self) -> None:
        done = with_servers("--postgresql", "--", "sh", "-c", 'echo "$CRM_TEST_POSTGRESQL"', CRM_TEST_POSTGRESQL="postgresql://mine")
        assert done.stdout.strip() == "postgresql://mine"

    @pytest.mark.parametrize(("command", "status"), [(["sh", "-c", "exit 7"], 7), (["sh", "-c", "kill -9 $$"], 137), (["/nonexistent"], 127),
                                                     (["/"], 126)])
    def test_the_exit_status_is_the_commands(self, command: list[str], status: int) -> None:
        assert with_servers("--", *command).returncode == status

    @pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGUSR1])
    def test_signals_are_passed_on(self, number: signal.Signals) -> None:
        command = f"import signal, time; signal.signal({number:d}, lambda *_: exit(3)); print('up', flush=True); time.sleep(30)"
        process = subprocess.Popen([sys.executable, str(HERE / "with_servers.py"), "--", sys.executable, "-c", command],
                                   stdout=subprocess.PIPE, text=True)
        assert process.stdout
        with process:
            assert process.stdout.readline() == "up\n"
            process.send_signal(number)
            assert process.wait(20) == 3

    def test_a_missing_server_is_named_and_left_out(self) -> None:
        program = ("import shutil, sys, postgresql_servers, with_servers\n"
                   "postgresql_servers._PROGRAMS, shutil.which = '/nonexistent', lambda *_, **__: None\n"
                   "sys.exit(with_servers.main(['--postgresql', '--', 'sh', '-c', 'echo \"<$CRM_TEST_POSTGRESQL>\"; exit 5']))")
        clean = {name: value for name, value in os.environ.items() if not name.startswith("CRM_TEST_")}
        done = subprocess.run([sys.executable, "-c", program], cwd=HERE, env=clean, capture_output=True, text=True, timeout=30, check=False)
        assert done.returncode == 5
        assert done.stdout.strip() == "<>"
        assert "package postgresql-15" in done.stderr

    def test_kept_data_stay(self, open_folder: Path) -> None:
        assert with_servers("--mariadb", "--keep", str(open_folder / "kept"), "--", "true").returncode == 0
        assert (open_folder / "kept" / "mariadb" / "data").exists()
