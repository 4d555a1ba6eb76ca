"""Runs the demo, the window and every form in a network that leads nowhere, and lists every attempt to leave."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.offline import watched


def main() -> None:
    try:
        watched.ready()
    except watched.Missing as missing:
        sys.exit(f"this cannot be watched here: {missing}")
    found = []
    with tempfile.TemporaryDirectory(prefix="hrd-offline-") as name:
        for told, command in watched.programs(Path(name)):
            calls = watched.run(command, Path(name), Path(name) / "strace.txt")
            print(f"{told}: {len(calls)} attempts to leave this computer", *calls, sep="\n  ")
            found += calls
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
