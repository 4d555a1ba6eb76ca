"""The busiest scene of the search for words: the whole window, and an export; ends by itself."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

from tests.canary import actor, scenes


def main(home: str) -> None:
    path, code, _words = scenes.seed(Path(home))
    elsewhere = Path(home) / "elsewhere"
    elsewhere.mkdir()
    sys.stdin = io.StringIO()
    actor.main("export", str(path), code, str(elsewhere))
    os._exit(0)  # as it is: what follows, the end of a window in mid-work, is nobody's concern here


if __name__ == "__main__":
    main(sys.argv[1])
