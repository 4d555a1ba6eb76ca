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

CALLS = {
    "write": ("write,pwrite64,pwritev,ftruncate,fallocate,sendfile,copy_file_range", "ENOSPC"),
    "sync": ("fsync,fdatasync", "EIO"),
    "rename": ("rename,renameat,renameat2,link,linkat", "EACCES"),
    "open": ("openat,mkdir,mkdirat", "EACCES"),
    "read": ("read,pread64", "EIO"),
    "unlink": ("unlink,unlinkat,rmdir", "EACCES"),
}
"""Groups of calls and the error they are answered with."""

_MOST = 2000
_DONE, _REFUSED, _WRONG = 0, 10, 11
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


def fail_each(folder: Path, deed: Deed, calls: str) -> tuple[int, list[str]]:
    """Fail the first call of this kind, the second, and so on. Returns how many there were and what did not hold."""
    broken: list[str] = []
    for number in range(1, _MOST):
        trial = _fresh(folder)
        failed, code, said = _run(deed, trial, calls, number, folder / "strace.txt")
        if not failed:
            return number - 1, broken
        if code not in (_DONE, _REFUSED):
            broken.append(f"call {number}: ended with {code}: {said}")
        try:
            deed.holds(trial, code == _DONE)
        except Exception as error:  # noqa: BLE001 - whatever does not hold is told with the call that broke it
            broken.append(
                f"call {number}: told {'done' if code == _DONE else 'refused'}, and {error!r} {_where(error)}"
            )
    raise AssertionError(f"{deed.name}: more than {_MOST} calls")


def _fresh(folder: Path) -> Path:
    trial = folder / "trial"
    shutil.rmtree(trial, ignore_errors=True)
    shutil.copytree(folder / "start", trial)
    return trial


def _run(deed: Deed, trial: Path, calls: str, number: int, log: Path) -> tuple[bool, int, str]:
    names, error = CALLS[calls]
    heard, told = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(heard)
        os._exit(_act(deed, trial, told))
    os.close(told)
    os.waitpid(child, os.WUNTRACED)  # it stopped itself, and waits for strace
    command = ["strace", "-f", "-q", "-o", str(log), "-e", f"trace={names}"]
    command += ["-e", f"inject={names}:error={error}:when={number}", "-p", str(child)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as tracer:
        while _tracer_of(child) == 0 and tracer.poll() is None:
            pass
        os.kill(child, signal.SIGCONT)
        with os.fdopen(heard, "rb") as said:
            text = said.read().decode(errors="replace")
        _, status = os.waitpid(child, 0)
        tracer.wait()
    code = os.waitstatus_to_exitcode(status)
    return "(INJECTED)" in log.read_text(errors="replace"), code, text


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
