"""The connection is cut at a commit: a work says that it does not know, its key tells later, and transact() settles it."""

from __future__ import annotations

from pathlib import Path

import pytest

from office import Office
from one_work import OneWork
from place import Place
from proxy import Cut, Proxy


@pytest.mark.parametrize("cut, stored, known", [("after", "stored 2", "found"), ("before", "stored 0", "none")])
def test_a_work_whose_answer_is_lost_is_unknown_and_its_key_tells(prepared: Place, cut: Cut, stored: str, known: str) -> None:
    with Proxy(prepared.server.port) as proxy, OneWork(prepared.at_port(proxy.port), "cut", "late") as work:
        proxy.arm(cut)
        assert work.go_on() == ["CommitUnknown", stored, known, "goes on"]
        assert proxy.cuts == 1


@pytest.mark.parametrize("cuts", [["after"], ["before"], ["before", "before", "after"]])
def test_transact_settles_it_and_takes_effect_once(prepared: Place, cuts: list[Cut]) -> None:
    with Proxy(prepared.server.port) as proxy, OneWork(prepared.at_port(proxy.port), "cut", "transact", "late") as work:
        proxy.arm(*cuts)
        assert work.go_on() == ["committed", "stored 2", "found", "goes on"]
        assert proxy.cuts == len(cuts)


@pytest.mark.parametrize("cut", ["after", "before"])
def test_a_lost_block_of_ids_is_no_unknown_commit(prepared: Place, cut: Cut) -> None:
    """The first commit of a program takes ids, and nothing of the host's is in it."""
    with Proxy(prepared.server.port) as proxy, OneWork(prepared.at_port(proxy.port), "cut", "early") as work:
        proxy.arm(cut)
        assert work.go_on() == ["committed", "stored 2", "found", "goes on"]
        assert proxy.cuts == 1


def test_writers_whose_answers_are_lost_lose_nothing(prepared: Place, tmp_path: Path) -> None:
    with Proxy(prepared.server.port) as proxy, Office(prepared.uri, tmp_path / "logs") as office:
        for _ in range(2):
            office.start_writer("--threads", "4", uri=prepared.at_port(proxy.port))
        office.start_follower()
        for _ in range(10):
            office.wait_for(3)
            proxy.arm("after", "before")
        office.wait_for(10)
        print(office.end(), office.verify())
        assert proxy.cuts == 20
