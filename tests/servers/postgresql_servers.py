"""Private PostgreSQL servers: one, a primary with a synchronous standby, PgBouncer in front of one."""

from __future__ import annotations

import ctypes
import secrets
import signal
import time
from pathlib import Path

from server_base import Closing, Server, ServerError, find_program, run_client

_PROGRAMS = "/usr/lib/postgresql/*/bin"
# In the folder, not in the command line: the single-user recovery that pg_rewind starts must know them too.
# 512 MB of log are kept for the other to catch up with: simpler than replication slots, which a rewound server loses.
_PAIR_SETTINGS = """
wal_log_hints = on
wal_keep_size = 512MB
max_wal_senders = 8
"""
_ACCESS = """\
local all         all              scram-sha-256
host  all         all 127.0.0.1/32 scram-sha-256
host  replication all 127.0.0.1/32 scram-sha-256
"""


def _program(name: str) -> str:
    return find_program(name, "postgresql-client-15" if name == "psql" else "postgresql-15", _PROGRAMS)


def _psql(statement: str, port: int, user: str, password: str, database: str) -> str:
    return run_client([_program("psql"), "-XAtq", "-F", "\t", "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1", "-p", str(port), "-U", user, "-d", database],
                      statement, {"PGPASSWORD": password, "PGCONNECT_TIMEOUT": "10", "PGCLIENTENCODING": "UTF8"})


class PostgreSQL(Server):
    """One PostgreSQL with the user `crm` (password by SCRAM) and its database `crm` in UTF-8; the superuser is `postgres`."""

    accounts = ("postgres",)
    stop_signal = signal.SIGINT       # "fast": sessions are cut, the data are complete
    orphan_signal = signal.SIGQUIT    # "immediate": its children and shared memory go too

    def __init__(self, folder: Path | str | None = None, *, durable: bool = False) -> None:
        for name in ("initdb", "postgres", "psql"):
            _program(name)
        super().__init__(folder, durable=durable)
        self.password = secrets.token_hex(16)
        self.super_password = secrets.token_hex(16)
        self.data = self.folder / "data"
        self.settings: dict[str, str] = {}          #: further settings, for the next start

    @property
    def uri(self) -> str:
        return f"postgresql://crm:{self.password}@127.0.0.1:{self.port}/crm"

    def sql(self, statement: str, database: str = "crm") -> str:
        return _psql(statement, self.port, "postgres", self.super_password, database)

    def sql_as_crm(self, statement: str, password: str | None = None) -> str:
        """As `sql`, but as the library would: the user `crm` with its password, or the one given."""
        return _psql(statement, self.port, "crm", self.password if password is None else password, "crm")

    def _make_data(self) -> None:
        self._write_passwords()
        secret = self.folder / "superuser"
        self._write(secret, self.super_password)
        self._run(_program("initdb"), "-D", str(self.data), "-U", "postgres", "--pwfile", str(secret), "--auth=scram-sha-256",
                  "--encoding=UTF8", "--no-locale", "--no-sync", "--no-instructions")
        secret.unlink()
        self._write(self.data / "pg_hba.conf", _ACCESS)

    def _write_passwords(self) -> None:
        """The file by which this server's own programs reach other servers of the same pair."""
        self._write(self.folder / "passwords", f"127.0.0.1:*:*:postgres:{self.super_password}\n")

    def _command(self) -> list[str]:
        settings = {
            "listen_addresses": "127.0.0.1", "port": str(self.port), "unix_socket_directories": str(self.sockets),
            "shared_buffers": "32MB", "max_connections": "200", "deadlock_timeout": "100ms", "jit": "off",
            "dynamic_shared_memory_type": "mmap",   # a killed server leaves nothing in /dev/shm
            "wal_level": "replica", "max_wal_size": "256MB", "logging_collector": "off", "log_min_messages": "warning",
        }
        if not self.durable:
            settings |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
        settings |= self.settings
        return [_program("postgres"), "-D", str(self.data), *(word for name, value in settings.items() for word in ("-c", f"{name}={value}"))]

    def _ready(self) -> bool:
        try:
            lines = (self.data / "postmaster.pid").read_text().splitlines()
        except OSError:
            return False
        process = self._belongings.process
        return len(lines) >= 8 and process is not None and lines[0] == str(process.pid) and lines[7].strip() == "ready"

    def _set_up(self) -> None:
        if self._has_started:
            self.sql("select 1")
            return
        self.sql(f"create role crm login password '{self.password}';\n"
                 "create database crm owner crm encoding 'UTF8' template template0;", database="postgres")

    def _after_crash(self) -> None:
        # All of its processes are gone (the guard saw to it): the lock file is stale, and so is the segment that it names in line 7.
        lock = self.data / "postmaster.pid"
        if lock.exists():
            lines = lock.read_text().splitlines()
            if len(lines) >= 7 and len(lines[6].split()) == 2:
                ctypes.CDLL(None).shmctl(int(lines[6].split()[1]), 0, None)     # 0: IPC_RMID
            lock.unlink()
        for left in self.sockets.iterdir():
            left.unlink()


class _PairMember(PostgreSQL):
    """One of a pair's two servers: it comes into the world by initdb or as a copy of the other."""

    def __init__(self, folder: Path | None, name: str, *, durable: bool) -> None:
        super().__init__(folder, durable=durable)
        self.name = name                            #: how the other knows it as its standby
        self.follows: PostgreSQL | None = None
        self.settings = {"synchronous_commit": "on"}    # also when not durable: the other one's copy is what the pair is for

    @property
    def _password_file(self) -> dict[str, str]:
        return {"PGPASSFILE": str(self.folder / "passwords")}

    def _address_of(self, server: PostgreSQL) -> str:
        return f"host=127.0.0.1 port={server.port} user=postgres"

    def _make_data(self) -> None:
        if self.follows is None:
            super()._make_data()
            with (self.data / "postgresql.conf").open("a") as settings:
                settings.write(_PAIR_SETTINGS)
            return
        self._write_passwords()
        self._run(_program("pg_basebackup"), "-D", str(self.data), "-X", "stream", "-c", "fast", "--no-sync", "-d", self._address_of(self.follows),
                  environment=self._password_file)
        self._follow(self.follows)

    def _set_up(self) -> None:
        if self.follows is None:
            super()._set_up()
        else:
            self.sql("select 1")

    def _follow(self, primary: PostgreSQL) -> None:
        """To be a standby of `primary` from the next start on."""
        self._write(self.data / "standby.signal", "")
        # Later lines win: those that came with a copy of the primary's file are outvoted.
        settings = (self.data / "postgresql.auto.conf").read_text()
        self._write(self.data / "postgresql.auto.conf", f"{settings}synchronous_standby_names = ''\n"
                    f"primary_conninfo = '{self._address_of(primary)} application_name={self.name} passfile={self.folder / 'passwords'}'\n")
        self.follows = primary

    def promote(self) -> None:
        """From a standby to a server that writes."""
        # It may have inherited the wish for a standby, and then every commit would wait for ever.
        self.sql("alter system set synchronous_standby_names = ''")
        self.sql("select pg_reload_conf()")
        self.sql("select pg_promote(true, 30)")
        self.sql("checkpoint")                      # else pg_rewind does not notice the new timeline
        self.follows = None

    def rewind_to(self, primary: PostgreSQL) -> None:
        """Turns a former primary, which does not run, into a standby of `primary`."""
        self._run(_program("pg_rewind"), "-D", str(self.data), "--no-sync", f"--source-server={self._address_of(primary)} dbname=postgres",
                  environment=self._password_file)
        self._follow(primary)


class PostgreSQLPair(Closing):
    """A primary and a synchronous standby: what `primary` has acknowledged, `standby` has too.

    After `primary.kill()` call `promote()`: `primary` and `standby` change places. `rejoin()` brings the dead one back as the standby.
    Nothing is promoted by itself.
    """

    def __init__(self, folder: Path | str | None = None, *, durable: bool = True) -> None:
        above = Path(folder).absolute() if folder else None
        first, second = (_PairMember(above / name if above else None, name, durable=durable) for name in ("s1", "s2"))
        second.password, second.super_password = first.password, first.super_password
        self.members = (first, second)              #: in the order of the uri
        self.primary, self.standby = first, second

    @property
    def uri(self) -> str:
        """Both addresses; the client takes the one that writes."""
        hosts = ",".join(f"127.0.0.1:{member.port}" for member in self.members)
        return f"postgresql://crm:{self.primary.password}@{hosts}/crm?target_session_attrs=read-write"

    def start(self) -> None:
        """Starts both; returns when the standby is synchronous."""
        self.primary.start()
        self.standby.follows = self.primary
        self.standby.start()
        self._synchronise()

    def stop(self) -> None:
        """Ends both gracefully, the primary first: so the standby gets all."""
        self.primary.stop()
        self.standby.stop()

    def close(self) -> None:
        try:
            self.primary.close()
        finally:
            self.standby.close()

    def sql(self, statement: str, database: str = "crm") -> str:
        """Runs statements on the primary as the superuser."""
        return self.primary.sql(statement, database)

    def promote(self) -> None:
        """Makes the standby the primary; the former primary must be dead, else there would be two that write. No standby from now on."""
        if self.primary.running:
            raise ServerError("the primary still runs: stop() or kill() it first")
        self.standby.promote()
        self.primary, self.standby = self.standby, self.primary

    def rejoin(self) -> None:
        """After promote(): the former primary comes back as the synchronous standby."""
        self.standby.rewind_to(self.primary)
        self.standby.start()
        self._synchronise()

    def _synchronise(self) -> None:
        self.primary.sql(f"alter system set synchronous_standby_names = 'FIRST 1 ({self.standby.name})'")
        self.primary.sql("select pg_reload_conf()")
        limit = time.monotonic() + 30
        while self.primary.sql("select sync_state from pg_stat_replication").strip() != "sync":
            if time.monotonic() > limit:
                raise ServerError(f"the standby did not become synchronous; {self.standby.log_tail()}")
            time.sleep(0.05)


class PgBouncer(Server):
    """PgBouncer in transaction mode in front of a PostgreSQL that runs: consecutive transactions may meet different sessions."""

    accounts = ("postgres",)

    def __init__(self, behind: PostgreSQL, folder: Path | str | None = None, *, pool_size: int = 20) -> None:
        self._program = find_program("pgbouncer", "pgbouncer")
        super().__init__(folder, durable=behind.durable)
        self.behind = behind
        self.pool_size = pool_size

    @property
    def uri(self) -> str:
        return f"postgresql://crm:{self.behind.password}@127.0.0.1:{self.port}/crm"

    def sql(self, statement: str, database: str = "crm") -> str:
        """Runs statements through it as PostgreSQL's superuser; database "pgbouncer": its own console, `show pools`."""
        return _psql(statement, self.port, "postgres", self.behind.super_password, database)

    def _make_data(self) -> None:
        self._write(self.folder / "users", f'"crm" "{self.behind.password}"\n"postgres" "{self.behind.super_password}"\n')

    def _command(self) -> list[str]:
        configuration = self.folder / "pgbouncer.ini"
        self._write(configuration, "[databases]\n"
                    f"* = host=127.0.0.1 port={self.behind.port}\n"
                    "[pgbouncer]\n"
                    f"listen_addr = 127.0.0.1\nlisten_port = {self.port}\nunix_socket_dir =\n"
                    f"auth_type = scram-sha-256\nauth_file = {self.folder / 'users'}\nadmin_users = postgres\n"
                    f"pool_mode = transaction\nmax_client_conn = 500\ndefault_pool_size = {self.pool_size}\n")
        return [self._program, str(configuration)]

    def _ready(self) -> bool:
        return "process up" in self._log_since_start()

    def _set_up(self) -> None:
        self.sql("select 1")
