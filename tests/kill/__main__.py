"""Kills the program while it saves, 300 times at random moments, and says whether anything was lost. `--rounds N`."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def main() -> None:
    from tests.kill import rounds

    parser = argparse.ArgumentParser(prog="python -m tests.kill", description=__doc__)
    parser.add_argument("--rounds", type=int, default=300)
    chosen = parser.parse_args()
    start = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="hrd-kill-") as folder:
        try:
            told, found = rounds.run(Path(folder), chosen.rounds)
        except rounds.Lost as lost:
            sys.exit(f"LOST: {lost}")
    taken = time.monotonic() - start
    print(f"killed {chosen.rounds} times in {taken:.0f} s; {told} edits told as saved, {found} found, none missing")


if __name__ == "__main__":
    main()
