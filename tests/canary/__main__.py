"""Looks for the words of a case in everything the program leaves on the disk: after locking, a kill, an export."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.canary import scenes


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="hrd-look-") as folder:
        try:
            told = scenes.play_all(Path(folder))
        except scenes.Leaked as leaked:
            sys.exit(f"LEAKED: {leaked}")
    for line in told:
        print(line)


if __name__ == "__main__":
    main()
