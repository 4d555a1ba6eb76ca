"""Nothing in the program tries to reach another computer."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.offline import watched


@pytest.fixture(autouse=True)
def _can_be_watched() -> None:
    try:
        watched.ready()
    except watched.Missing as missing:
        pytest.skip(str(missing))


@pytest.mark.parametrize("number", [0, 1, pytest.param(2, marks=pytest.mark.long)])
def test_a_whole_run_makes_no_connection(number: int, tmp_path: Path) -> None:
    _told, command = watched.programs(tmp_path)[number]
    assert watched.run(command, tmp_path, tmp_path / "strace.txt") == []


@pytest.mark.parametrize("host", ["198.51.100.7", "2001:db8::7"])
def test_an_attempt_would_be_seen(host: str, tmp_path: Path) -> None:
    family = "AF_INET6" if ":" in host else "AF_INET"
    code = f"import socket as s; s.socket(s.{family}, s.SOCK_DGRAM).connect_ex(('{host}', 9))"
    found = watched.run([sys.executable, "-c", code], tmp_path, tmp_path / "strace.txt")
    assert any("connect(" in line for line in found)
