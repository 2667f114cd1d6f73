"""A private Galera cluster: three MariaDB nodes that each have every row."""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Sequence
from pathlib import Path

from mariadb_servers import MariaDB
from server_base import Closing, ServerError, find_program, free_port

_PROVIDER = Path("/usr/lib/galera/libgalera_smm.so")
_HANDOVER = "wsrep_sst_handover"
_NEW_CLUSTER = "--wsrep-new-cluster"
_SYNCED_SECONDS = 45.0
_POSITION = r"Recovered position: ([0-9a-f-]+):(-?\d+)"
_RECOVERY_SECONDS = 30.0


class GaleraNode(MariaDB):
    """One node; made and started by `Galera`."""

    def __init__(self, folder: Path | None, name: str, *, durable: bool) -> None:
        if not _PROVIDER.exists():
            find_program(_PROVIDER.name, "galera-4")
        super().__init__(folder, durable=durable)
        self.name = name
        self.cluster: Sequence[GaleraNode] = ()
        self.original: GaleraNode | None = None     #: begins with the data of this node, which knows the cluster and has been stopped
        self.group_port = self.transfer_port = self.catch_up_port = 0
        self._start_arguments: list[str] = []
        handover = self.sockets / _HANDOVER         # where its account can read it
        shutil.copy(Path(__file__).with_name(_HANDOVER), handover)
        handover.chmod(0o755)
        if self.account:
            shutil.chown(handover, self.account)

    def start_in_cluster(self, *arguments: str) -> None:
        """Starts it; returns when it has what the others have and takes statements."""
        self._start_arguments = list(arguments)
        self.start()

    def recovered_position(self) -> tuple[str, int]:
        """The cluster's id and the last transaction that the data of this node, which does not run, have."""
        self._write_configuration()
        # mariadbd 10.11 now and then tells its position and then hangs instead of ending.
        said = self._run(find_program("mariadbd", "mariadb-server-core"), f"--defaults-file={self.configuration}", "--wsrep-recover",
                         patience=_RECOVERY_SECONDS, enough=_POSITION)
        found = re.search(_POSITION, said)
        if not found:
            raise ServerError(f"{self.name} does not know its position:\n{said[-2000:]}")
        return found[1], int(found[2])

    def allow_bootstrap(self) -> None:
        """Says that no other node knows more than this one."""
        self._set_bootstrap(True)

    def status(self, name: str) -> str:
        """A wsrep status variable, say "cluster_size"."""
        return self.sql(f"select VARIABLE_VALUE from information_schema.GLOBAL_STATUS where VARIABLE_NAME = 'wsrep_{name}'",
                        "information_schema").strip()

    def _make_data(self) -> None:
        if self.original is None:
            super()._make_data()
            return
        shutil.copytree(self.original.data, self.data, ignore=shutil.ignore_patterns("galera.cache", "gvwstate.dat"))
        if self.account:
            for path in (self.data, *self.data.rglob("*")):
                shutil.chown(path, self.account)
        self._set_bootstrap(False)

    def _set_bootstrap(self, allowed: bool) -> None:
        state = self.data / "grastate.dat"
        self._write(state, re.sub(r"safe_to_bootstrap:.*", f"safe_to_bootstrap: {int(allowed)}", state.read_text()))

    def _choose_ports(self) -> None:
        super()._choose_ports()
        self.group_port, self.transfer_port, self.catch_up_port = free_port(), free_port(), free_port()

    def _arguments(self) -> list[str]:
        access = super()._arguments() if self.original is None else []
        return [*access, *self._start_arguments]

    def _all_settings(self) -> dict[str, str]:
        provider = {
            "base_host": "127.0.0.1", "base_port": self.group_port, "gmcast.listen_addr": f"tcp://127.0.0.1:{self.group_port}",
            "ist.recv_addr": f"127.0.0.1:{self.catch_up_port}", "gcache.size": "64M", "gcache.recover": "yes",
            # A dead node is put out after about 3 s instead of 6 s: until then the others cannot commit.
            "evs.keepalive_period": "PT0.5S", "evs.inactive_check_period": "PT0.25S", "evs.suspect_timeout": "PT1.5S",
            "evs.inactive_timeout": "PT3S", "evs.install_timeout": "PT3S",
        }
        return super()._all_settings() | {
            "binlog_format": "ROW", "default_storage_engine": "InnoDB", "innodb_autoinc_lock_mode": "2",
            "innodb_buffer_pool_size": "32M", "wsrep_on": "ON", "wsrep_provider": str(_PROVIDER), "wsrep_cluster_name": "crm",
            "wsrep_cluster_address": "gcomm://" + ",".join(f"127.0.0.1:{node.group_port}" for node in self.cluster if node.group_port),
            "wsrep_node_name": self.name, "wsrep_node_address": f"127.0.0.1:{self.group_port}",
            "wsrep_sst_method": _HANDOVER.removeprefix("wsrep_sst_"), "wsrep_sst_receive_address": f"127.0.0.1:{self.transfer_port}",
            "wsrep_slave_threads": "2",
            "wsrep_provider_options": '"' + ";".join(f"{name}={value}" for name, value in provider.items()) + '"',
        }

    def _set_up(self) -> None:
        super()._set_up()
        limit = time.monotonic() + _SYNCED_SECONDS
        while (state := self.status("local_state_comment")) != "Synced":
            if time.monotonic() > limit:
                raise ServerError(f"{self.name} is {state}, not Synced; {self.log_tail()}")
            time.sleep(0.05)


class Galera(Closing):
    """Three nodes, `nodes[0]` to `nodes[2]`.

    After `kill(n)` the others go on; `rejoin(n)` brings it back. With all three dead: `bootstrap()`. With two dead the survivor refuses
    statements (error 1047) until one rejoins or it is told to go on alone: `go_on_alone(n)`.
    """

    def __init__(self, folder: Path | str | None = None, *, durable: bool = True) -> None:
        above = Path(folder).absolute() if folder else None
        self.nodes = tuple(GaleraNode(above / name if above else None, name, durable=durable) for name in ("n1", "n2", "n3"))
        first = self.nodes[0]
        for node in self.nodes:
            node.cluster = self.nodes
            node.password, node.super_password = first.password, first.super_password
        self._begun = False

    @property
    def uri(self) -> str:
        """All addresses; the client takes the first that answers."""
        hosts = ",".join(f"127.0.0.1:{node.port}" for node in self.nodes)
        return f"mariadb://crm:{self.nodes[0].password}@{hosts}/crm"

    def start(self) -> None:
        """Starts the three; returns when all are in step."""
        if self._begun:
            self.bootstrap()
            return
        first, *others = self.nodes
        first.start_in_cluster(_NEW_CLUSTER)
        first.stop()
        for node in others:
            node.original = first
            node.prepare()
        first.start_in_cluster(_NEW_CLUSTER)
        for node in others:
            node.start_in_cluster()
        self._begun = True

    def bootstrap(self) -> None:
        """With no node running: begins the cluster again from the node that knows most."""
        if any(node.running for node in self.nodes):
            raise ServerError("a node runs still: rejoin() the others")
        positions = [node.recovered_position() for node in self.nodes]
        best = max(range(len(self.nodes)), key=lambda n: positions[n][1])
        self.nodes[best].allow_bootstrap()
        self.nodes[best].start_in_cluster(_NEW_CLUSTER, f"--wsrep-start-position={positions[best][0]}:{positions[best][1]}")
        for n, (known, position) in enumerate(positions):
            if n != best:
                self.nodes[n].start_in_cluster(f"--wsrep-start-position={known}:{position}")

    def kill(self, n: int) -> None:
        """SIGKILL for one node."""
        self.nodes[n].kill()

    def rejoin(self, n: int) -> None:
        """Starts a node that is dead or stopped, and waits until it has caught up with the others."""
        known, position = self.nodes[n].recovered_position()
        self.nodes[n].start_in_cluster(f"--wsrep-start-position={known}:{position}")

    def go_on_alone(self, n: int) -> None:
        """Tells a survivor that the majority is lost for good: it is the cluster now."""
        self.nodes[n].sql("set global wsrep_provider_options = 'pc.bootstrap=YES'", "information_schema")

    def stop(self) -> None:
        """Ends all gracefully."""
        for node in reversed(self.nodes):
            node.stop()

    def close(self) -> None:
        try:
            self.stop()
        finally:
            for node in self.nodes:
                node.close()

    def sql(self, statement: str, database: str = "crm") -> str:
        """Runs statements as the superuser on the first node that runs."""
        for node in self.nodes:
            if node.running:
                return node.sql(statement, database)
        raise ServerError("no node runs")
