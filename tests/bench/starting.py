"""From the start of the process until the passphrase can be typed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from tests.bench.table import Row, of

_TIMES = 7
_PROGRAM = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit
from hrd_desktop.gui import start
app = start.application()
program = start.Program(app, Path(sys.argv[1]), None)
program.frame.show()
def look():
    field = app.focusWidget()
    if isinstance(field, QLineEdit) and field.isVisible():
        print(time.time(), flush=True)
        app.quit()
    else:
        QTimer.singleShot(1, look)
QTimer.singleShot(0, look)
app.exec()
program.close()
"""


def starting_rows(folder: Path, _cases: int) -> list[Row]:
    """Start the window several times in a process of its own; the clock runs from before the process exists."""
    environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    taken = []
    for i in range(_TIMES):
        before = time.time()
        done = subprocess.run(
            [sys.executable, "-c", _PROGRAM, str(folder / f"settings-{i}.toml")],
            env=environment, capture_output=True, text=True, check=True, timeout=60,
        )  # fmt: skip
        taken.append((float(done.stdout.split()[-1]) - before) * 1000)
    return [of("start to passphrase field", taken, 1500, environment["QT_QPA_PLATFORM"])]
