"""One deed in a process of its own, under `strace`, with one of its calls to the system answered by an error."""

from __future__ import annotations

import ctypes
import os
import shutil
import signal
import subprocess
import sys
import traceback
from pathlib import Path

from hrd_desktop.errors import HrdError
from hrd_desktop.vault.cost import Cost
from tests.faults import deeds
from tests.faults.deeds import Deed
from tests.ready_made import derive

_WRITING = ("write", "pwrite64", "ftruncate", "fallocate", "sendfile", "copy_file_range")
_NAMING = ("rename", "renameat", "renameat2", "link", "linkat")
_REMOVING = ("unlink", "unlinkat", "rmdir")
CALLS = {
    "write": (_WRITING, "error=ENOSPC"),
    "sync": (("fsync", "fdatasync"), "error=EIO"),
    "rename": (_NAMING, "error=EACCES"),
    "open": (("openat", "mkdir", "mkdirat"), "error=EACCES"),
    "read": (("read", "pread64"), "error=EIO"),
    "unlink": (_REMOVING, "error=EACCES"),
    "kill": ((*_WRITING, "fsync", "fdatasync", *_NAMING, "openat", "mkdir", *_REMOVING), "signal=KILL"),
}
"""Kinds of calls, and what happens instead of each; with `kill` the process ends there."""

_DONE, _REFUSED, _WRONG, _KILLED = 0, 10, 11, -9
_ANY_TRACER = (0x59616D61, ctypes.c_ulong(-1))  # prctl: let strace look, also where only a parent may


def prepare(folder: Path) -> None:
    """The state every deed begins with; what is derived from its secrets is derived once."""
    Cost.derive = derive  # type: ignore[method-assign]
    start = folder / "start"
    start.mkdir()
    deeds.seed(start)
    for deed in deeds.DEEDS:
        trial = _fresh(folder)
        deed.do(trial)  # also imports all that it needs
        deed.holds(trial, True)


def possible() -> str:
    """Why nothing can be failed here; empty if it can: not every machine lets one process watch another."""
    if shutil.which("strace") is None:
        return "strace is not installed"
    child = os.fork()
    if child == 0:
        if sys.platform == "linux":
            ctypes.CDLL(None).prctl(*_ANY_TRACER, 0, 0, 0)
        signal.pause()
        os._exit(0)
    watch = ["timeout", "2", "strace", "-q", "-o", os.devnull, "-p", str(child)]
    try:
        told = subprocess.run(watch, capture_output=True, text=True, check=False)
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    # Stopped after its two seconds, it was watching until then.
    return "" if told.returncode == 124 else f"no process may be watched here: {told.stderr.strip()[:200]}"


def fail_each(folder: Path, deed: Deed, calls: str) -> tuple[int, list[str]]:
    """Fail each call of a kind in turn. Returns how many there were and what did not hold."""
    names, instead = CALLS[calls]
    made, broken = 0, []
    for name in names:
        # strace counts each name by itself.
        number = 1
        while (wrong := _fail(folder, deed, name, instead, number)) is not None:
            broken += wrong
            number += 1
        made += number - 1
    return made, broken


def _fail(folder: Path, deed: Deed, name: str, instead: str, number: int) -> list[str] | None:
    """Fail one call; what did not hold, or None where the deed makes no such call any more."""
    trial = _fresh(folder)
    failed, code, said = _run(deed, trial, f"?{name}:{instead}:when={number}", folder / "strace.txt")
    if not failed:
        return None
    broken = []
    if code not in (_DONE, _REFUSED, _KILLED):
        broken.append(f"{name} {number}: ended with {code}: {said}")
    try:
        deed.holds(trial, code == _DONE)
    except Exception as error:  # noqa: BLE001 - whatever does not hold is told with the call that broke it
        told = "done" if code == _DONE else "refused"
        broken.append(f"{name} {number}: told {told}, and {error!r} {_where(error)}")
    return broken


def _fresh(folder: Path) -> Path:
    trial = folder / "trial"
    shutil.rmtree(trial, ignore_errors=True)
    shutil.copytree(folder / "start", trial)
    return trial


def _run(deed: Deed, trial: Path, fault: str, log: Path) -> tuple[bool, int, str]:
    heard, told = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(heard)
        os._exit(_act(deed, trial, told))
    os.close(told)
    os.waitpid(child, os.WUNTRACED)  # it stopped itself, and waits for strace
    command = ["strace", "-f", "-q", "-o", str(log), "-e", f"trace={fault.partition(':')[0]}"]
    command += ["-e", f"inject={fault}", "-p", str(child)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as tracer:
        while _tracer_of(child) == 0 and tracer.poll() is None:
            pass
        os.kill(child, signal.SIGCONT)
        with os.fdopen(heard, "rb") as said:
            text = said.read().decode(errors="replace")
        _, status = os.waitpid(child, 0)
        tracer.wait()
    code = os.waitstatus_to_exitcode(status)
    written = log.read_text(errors="replace")
    return "INJECTED" in written or "killed by SIGKILL" in written, code, text


def _act(deed: Deed, trial: Path, told: int) -> int:
    """In the child: wait to be watched, do the deed, end without any of what Python does at its end."""
    try:
        if sys.platform == "linux":
            ctypes.CDLL(None).prctl(*_ANY_TRACER, 0, 0, 0)
        os.kill(os.getpid(), signal.SIGSTOP)
        deed.do(trial)
    except HrdError:
        return _REFUSED
    except BaseException:  # noqa: BLE001 - told to the parent, which calls it a fault
        os.write(told, traceback.format_exc()[-600:].encode())
        return _WRONG
    return _DONE


def _tracer_of(process: int) -> int:
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("TracerPid"))


def _where(error: BaseException) -> str:
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"({Path(last.filename).name}:{last.lineno})"
