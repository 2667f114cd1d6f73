"""A node of a Galera cluster is killed while writers work, and rejoins: all nodes are in the URI of every program."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from office import Office
from servers import Galera, ProgramMissing

KILLS = 2


def uri_from(cluster: Galera, first: int) -> str:
    """All nodes, that one first: the client takes the first that answers."""
    nodes = [cluster.nodes[(first + n) % len(cluster.nodes)] for n in range(len(cluster.nodes))]
    hosts = ",".join(f"127.0.0.1:{node.port}" for node in nodes)
    return f"mariadb://crm:{nodes[0].password}@{hosts}/crm"


def node_uri(cluster: Galera, n: int) -> str:
    node = cluster.nodes[n]
    return f"mariadb://crm:{node.password}@127.0.0.1:{node.port}/crm"


def kill_nodes(cluster: Galera, office: Office, kills: int, *, processes: int = 3, threads: int = 2) -> str:
    """One node after the other is killed under the writers and comes back; then every node has the same, all of it."""
    for number in range(processes):
        office.start_writer("--threads", str(threads), *(["--behind", "10"] if number == 0 else []), uri=uri_from(cluster, number))
    office.start_follower(uri_from(cluster, 1))
    for kill in range(kills):
        office.wait_for(20, 120)
        node = kill % len(cluster.nodes)
        cluster.kill(node)
        office.wait_for(20, 120)
        cluster.rejoin(node)
    office.wait_for(20, 120)
    said = office.end()
    for n in range(len(cluster.nodes)):
        wait_until_applied(cluster, n)
        said += f"{cluster.nodes[n].name} {office.verify(node_uri(cluster, n))}\n"
    first, *others = (rows(cluster, n) for n in range(len(cluster.nodes)))
    for other in others:
        assert other == first, "the nodes differ"
    return said


def wait_until_applied(cluster: Galera, n: int) -> None:
    """The node has applied all that the cluster has agreed on."""
    cluster.nodes[n].sql("set session wsrep_sync_wait = 15; select 1")
    assert cluster.nodes[n].status("local_state_comment") == "Synced"


def rows(cluster: Galera, n: int) -> dict[str, list[str]]:
    """Of all tables of a node. CHECKSUM TABLE is no help: it takes what is computed, in crm_person, for what it is not."""
    node = cluster.nodes[n]
    tables = [line.split("\t")[0] for line in node.sql("show full tables where table_type = 'BASE TABLE'").splitlines()]
    return {table: sorted(node.sql(f"set session wsrep_sync_wait = 15; select * from {table}").splitlines()) for table in tables}


@pytest.mark.slow
def test_no_acknowledged_commit_is_lost_with_a_node(tmp_path: Path) -> None:
    try:
        cluster = Galera()
    except ProgramMissing as missing:
        pytest.skip(str(missing))
    with cluster, Office(cluster.uri, tmp_path / "logs") as office:
        office.prepare()
        time.sleep(0.5)
        print(kill_nodes(cluster, office, KILLS))
