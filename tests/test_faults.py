"""Calls to the system that fail one at a time, by order of `strace`: some here, all in `python -m tests.faults`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults import injected

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize(
    ("deed", "calls"),
    [
        ("replace a passphrase", "sync"),
        ("export a packet", "sync"),
        pytest.param("back up", "write", marks=pytest.mark.long),
    ],
)
def test_each_promise_holds_whichever_call_fails(deed: str, calls: str) -> None:
    if reason := injected.possible():
        pytest.skip(reason)
    command = [sys.executable, "-m", "tests.faults", "--deed", deed, "--calls", calls]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr[-2000:]
    faults = int(done.stdout.splitlines()[-1].split()[0])
    assert faults >= 4, done.stdout
