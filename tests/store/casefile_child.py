"""A second program on a case file, for tests that kill it, starve it or take its rights away."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from hrd_desktop.errors import HrdError
from tests.store.casefile_parts import create, reopen, write

CANARY = "Zibeline Oranjezicht"


def hold(path: Path) -> None:
    """Open, say so, and keep it open until standard input ends."""
    with reopen(path):
        print("open", flush=True)  # noqa: T201
        sys.stdin.read()


def forget(path: Path) -> None:
    """Open and say so; on the next line of standard input lock, say so, and stay alive."""
    file = reopen(path)
    print("open", flush=True)  # noqa: T201
    sys.stdin.readline()
    file.lock()
    print("locked", flush=True)  # noqa: T201
    sys.stdin.read()


def commit(path: Path, first: int) -> None:
    """Commit one row after another and acknowledge each, until killed."""
    file = reopen(path)
    number = first
    while True:
        write(file, f"{number} {CANARY} " + "x" * (number * 37 % 5000))
        print(number, flush=True)  # noqa: T201
        number += 1


def make(path: Path) -> None:
    create(path).lock()


def limited(path: Path, most: int) -> None:
    """Make a case file where no file may grow beyond so many bytes."""
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    make(path)


def powerless(action: str, path: Path) -> None:
    """Do it as a user with no rights; all is loaded before, because that user may not be able to read modules."""
    import alembic.command  # noqa: F401

    import hrd_desktop.store.migrate  # noqa: F401

    with tempfile.TemporaryDirectory() as folder:
        make(Path(folder) / "before.hrd")
    if os.geteuid() == 0:
        os.setegid(65534)
        os.seteuid(65534)
    if action == "make":
        make(path)
    else:
        reopen(path).lock()


def main(action: str, path: str, *rest: str) -> None:
    place = Path(path)
    try:
        if action == "hold":
            hold(place)
        elif action == "forget":
            forget(place)
        elif action == "commit":
            commit(place, int(rest[0]))
        elif action == "limited":
            limited(place, int(rest[0]))
        elif action == "powerless":
            powerless(rest[0], place)
        elif action == "make":
            make(place)
    except HrdError as refusal:
        print(type(refusal).__name__, flush=True)  # noqa: T201
    else:
        print("done", flush=True)  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
