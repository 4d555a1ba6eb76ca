"""Killed at random moments while a script types: the file is whole and no acknowledged edit is missing.

Runs by itself, as the children are forked, which a process with a window must not do. `python -m tests.kill` does 200.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from hrd_desktop.store import cases
from tests.kill import rounds, typist
from tests.store.casefile_parts import ROOT

ROUNDS = 15


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_nothing_that_was_told_as_saved_is_missing() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.kill", "--rounds", str(ROUNDS)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=85, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr == ""
    assert f"killed {ROUNDS} times" in done.stdout


def test_an_edit_that_is_missing_would_be_seen(tmp_path: Path) -> None:
    trial = rounds.Trial(tmp_path)
    with trial.opened() as file, file.session() as session:
        typed = typist.after(trial.expected, 3)
        cases.delete(session, rounds.CODE)
        cases.add(session, [typed])
    trial._look(2)  # one more than was told may have been saved
    with pytest.raises(rounds.Lost, match="missing"):
        trial._look(4)
