"""Fails every call to the system of ten deeds, one at a time, and looks whether each promise still holds.

    python -m tests.faults [--deed NAME] [--calls write|sync|rename|open|read|unlink|kill]

Needs Linux and `strace`. A deed runs in a process of its own; its Nth write (sync, rename...) is answered with an error
instead of being done, for N from 1 until the deed makes no more such calls; with `kill` the process ends there. A deed
that fails must say so with an error that a person can act on, must not have claimed to be done, and must leave what was
there before.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.faults import deeds, injected


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--deed", choices=[deed.name for deed in deeds.DEEDS])
    parser.add_argument("--calls", choices=sorted(injected.CALLS))
    chosen = parser.parse_args()
    if reason := injected.possible():
        sys.exit(reason)
    start, broken, rounds = time.monotonic(), [], 0
    with tempfile.TemporaryDirectory(prefix="hrd-faults-") as name:
        folder = Path(name)
        injected.prepare(folder)
        for deed in deeds.DEEDS:
            if chosen.deed in (None, deed.name):
                for calls in injected.CALLS:
                    if chosen.calls in (None, calls):
                        made, wrong = injected.fail_each(folder, deed, calls)
                        rounds += made
                        broken += wrong
                        print(f"{deed.name:24} {calls:8} {made:4} failed one by one", *wrong, sep="\n  ")
    print(f"{rounds} faults in {time.monotonic() - start:.0f} s, {len(broken)} broken promises")
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    main()
