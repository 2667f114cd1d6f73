"""Sixteen threads share one Database, which has fewer connections: nothing is lost, nothing is there twice or by half."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from office import work_together

pytestmark = pytest.mark.together
SECONDS = 4


def few_connections(uri: str) -> str:
    """The same database with fewer connections than there are threads; in memory there are none."""
    return uri if uri == "memory:" else f"{uri}{'&' if '?' in uri else '?'}pool=6"


def test_nothing_is_lost_where_threads_share_one_database(new_uri: str, tmp_path: Path) -> None:
    said = work_together(few_connections(new_uri), tmp_path / "logs", "--seconds", str(SECONDS))
    print(said)
    waited = re.search(r"^waited (\d+)$", said, re.MULTILINE)
    assert waited and (int(waited[1]) > 0) == (new_uri != "memory:"), "threads wait for connections, where there are any"
    assert said.splitlines()[-1].startswith("sound: ")
