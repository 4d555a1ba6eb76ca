"""The self-check opens every form there is; the folder program is tested with it."""

from __future__ import annotations

import os
import subprocess
import sys

from hrd_desktop import assets


def test_every_form_is_opened_and_named() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "hrd_desktop", "self-check"],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"},
        capture_output=True, text=True, timeout=90, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == sorted(path.stem for path in assets.form("x").parent.glob("*.ui"))
