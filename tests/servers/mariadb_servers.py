"""A private MariaDB server."""

from __future__ import annotations

import secrets
from pathlib import Path

from server_base import Server, find_program, run_client


def _program(name: str) -> str:
    return find_program(name, "mariadb-client-core" if name == "mariadb" else "mariadb-server-core")


class MariaDB(Server):
    """One MariaDB with the user `crm` (password) who may do everything in the databases `crm` and `crm_…`; the superuser is `root`."""

    accounts = ("mysql",)

    def __init__(self, folder: Path | str | None = None, *, durable: bool = False) -> None:
        for name in ("mariadb-install-db", "mariadbd", "mariadb"):
            _program(name)
        super().__init__(folder, durable=durable)
        self.password = secrets.token_hex(16)
        self.super_password = secrets.token_hex(16)
        self.data = self.folder / "data"
        self.socket = self.sockets / "s"
        self.configuration = self.folder / "my.cnf"
        self.settings: dict[str, str] = {}          #: further settings, for the next start

    @property
    def uri(self) -> str:
        return f"mariadb://crm:{self.password}@127.0.0.1:{self.port}/crm"

    def sql(self, statement: str, database: str = "crm") -> str:
        return self._mariadb(statement, [f"--socket={self.socket}", "--user=root", f"--database={database}"], self.super_password)

    def sql_as_crm(self, statement: str, password: str | None = None) -> str:
        """As `sql`, but as the library would: over TCP, the user `crm` with its password, or the one given."""
        return self._mariadb(statement, ["--protocol=tcp", "--host=127.0.0.1", f"--port={self.port}", "--user=crm", "--database=crm"],
                             self.password if password is None else password)

    def _mariadb(self, statement: str, where: list[str], password: str) -> str:
        return run_client([_program("mariadb"), "--no-defaults", "--batch", "--raw", "--skip-column-names", "--default-character-set=utf8mb4",
                           "--connect-timeout=10", *where], statement, {"MYSQL_PWD": password})

    def _make_data(self) -> None:
        self._write_configuration()
        self._run(_program("mariadb-install-db"), f"--defaults-file={self.configuration}", "--auth-root-authentication-method=normal",
                  "--skip-test-db", "--skip-name-resolve", "--innodb-flush-method=nosync", "--debug-no-sync=1")

    def _all_settings(self) -> dict[str, str]:
        settings = {
            "datadir": str(self.data), "socket": str(self.socket), "pid-file": str(self.folder / "pid"),
            "bind-address": "127.0.0.1", "port": str(self.port), "skip-name-resolve": "1", "max_connections": "200",
            "character-set-server": "utf8mb4", "performance_schema": "0", "innodb_buffer_pool_size": "64M", "innodb_log_file_size": "32M",
            "key_buffer_size": "1M", "aria_pagecache_buffer_size": "8M",
            "innodb_use_native_aio": "0",           # the machine's few aio slots are shared
            "innodb_buffer_pool_dump_at_shutdown": "0", "innodb_buffer_pool_load_at_startup": "0",
        }
        if not self.durable:
            settings |= {"innodb_flush_log_at_trx_commit": "0", "innodb_doublewrite": "0", "sync_binlog": "0",
                         "innodb_flush_method": "nosync", "debug_no_sync": "1"}
        return settings | self.settings

    def _write_configuration(self) -> None:
        lines = "".join(f"{name}={value}\n" for name, value in self._all_settings().items())
        self._write(self.configuration, f"[mariadbd]\nskip-log-bin\n{lines}")

    def _command(self) -> list[str]:
        self._write_configuration()
        return [_program("mariadbd"), f"--defaults-file={self.configuration}", *self._arguments()]

    def _arguments(self) -> list[str]:
        """For this start only."""
        if self._has_started:
            return []
        self._write(self._first_statements, self._access())
        return [f"--init-file={self._first_statements}"]    # before the first connection: root never goes without a password

    @property
    def _first_statements(self) -> Path:
        return self.folder / "access.sql"

    def _access(self) -> str:
        statements = ["delete from mysql.global_priv where User = '' or (User = 'root' and Host <> 'localhost')", "flush privileges",
                      f"alter user 'root'@'localhost' identified by '{self.super_password}'",
                      "create database if not exists crm character set utf8mb4 collate utf8mb4_nopad_bin"]
        for host in ("127.0.0.1", "localhost"):
            statements.append(f"create user if not exists 'crm'@'{host}' identified by '{self.password}'")
            statements += [f"grant all privileges on {databases}.* to 'crm'@'{host}'" for databases in ("crm", r"`crm\_%`")]
        return "".join(statement + ";\n" for statement in statements)

    def _ready(self) -> bool:
        return "mariadbd: ready for connections" in self._log_since_start()

    def _set_up(self) -> None:
        self.sql("select 1")
        self._first_statements.unlink(missing_ok=True)
