"""Runs of the program in an empty network namespace; each call to the system about networks is written down."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.canary import scenes

_CALL = re.compile(r"\b(socket|connect|bind|sendto|sendmsg|listen)\((.*)")
_OUTWARD = re.compile(r"AF_(?!UNIX\b|LOCAL\b|NETLINK\b|UNSPEC\b)[A-Z0-9_]+")
"""Families of addresses that lead out of the machine; a socket of the desktop or of the kernel does not."""


class Missing(Exception):
    """What a watched run needs is not on this machine."""


def ready() -> None:
    """Raises Missing where no namespace can be made or nothing watched."""
    for tool in ("strace", "unshare"):
        if shutil.which(tool) is None:
            raise Missing(f"{tool} is not installed")
    if subprocess.run([*_alone(), "true"], capture_output=True, check=False).returncode != 0:
        raise Missing("no network namespace may be made here")
    watch = ["strace", "-f", "-q", "-o", os.devnull, "true"]
    if subprocess.run([*_alone(), *watch], capture_output=True, check=False).returncode != 0:
        raise Missing("no process may be watched here")


def _alone() -> list[str]:
    return ["unshare", "--map-root-user", "--net"]


def run(command: Sequence[str], home: Path, told: Path) -> list[str]:
    """Run a command in a home and a network of its own; every call that would leave the machine, as strace wrote it.

    Raises AssertionError where the command fails: then it has not shown anything.
    """
    watch = ["strace", "-f", "-q", "-o", str(told), "-e", "trace=%network"]
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [*_alone(), *watch, *command],
        cwd=root,
        env=scenes.surroundings(home),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise AssertionError(f"{command}: {done.returncode}: {done.stderr[-1000:]}")
    return outward(told.read_text(errors="replace"))


def outward(written: str) -> list[str]:
    """The calls in what strace wrote that speak of another family than those inside the machine."""
    return [line for line in written.splitlines() if (call := _CALL.search(line)) and _OUTWARD.search(call[2])]


def programs(home: Path) -> list[tuple[str, list[str]]]:
    """The runs: the demo from the terminal; work in the window with a case, its evidence, a packet and an export."""
    demo = [sys.executable, "-m", "hrd_desktop", "demo", "--no-window", "--dir", str(home / "demo")]
    window = [sys.executable, "-m", "tests.offline.window", str(home)]
    return [
        ("the demo", demo),
        ("the window", window),
        ("every form", [sys.executable, "-m", "hrd_desktop", "self-check"]),
    ]
