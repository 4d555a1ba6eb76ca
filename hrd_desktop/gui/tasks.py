"""Work off the UI thread: one thread for the case file, a few for the rest, answers back as signals in the UI thread.

A page calls `tasks.database(cases.open_case, handle, code, done=self._show, failed=self._say)`. The slots run in the UI
thread. The `Task` that comes back is a child of the page: when the page is destroyed the work still ends (an answer on
its way is saved), but nothing is delivered.
"""

from __future__ import annotations

import inspect
import itertools
import logging
import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from hrd_desktop.errors import Cancelled, HrdError

_log = logging.getLogger(__name__)
_PROGRESS_SECONDS = 0.04  # a person sees no more than this; a fast loop must not flood the UI thread

Slot = Callable[..., object]


class Task(QObject):
    """One piece of work on its way; owned by the page that asked for it."""

    done = Signal(object)
    failed = Signal(object)
    progressed = Signal(int, int)
    ended = Signal()

    def __init__(self, owner: QObject, flag: threading.Event) -> None:
        super().__init__(owner)
        self._flag = flag
        self.future: Future[None] | None = None
        self.running = True

    def cancel(self) -> None:
        """Asks the work to stop; it ends with `failed(Cancelled)` unless it was already past stopping."""
        self._flag.set()


class Tasks(QObject):
    """The threads of the program. `database` is one thread, first in first out; `pool` is a few, in any order."""

    unseen = Signal(object)  # a failure nobody asked to hear of: the frame shows it
    busy = Signal(bool)  # true while anything is under way
    _arrived = Signal(int, str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._database = ThreadPoolExecutor(1, "case-file")
        self._pool = ThreadPoolExecutor(2, "pool")
        self._numbers = itertools.count(1)
        self._tasks: dict[int, tuple[Task, bool]] = {}
        self._flags: dict[int, threading.Event] = {}
        self.closed = False
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def database(
        self,
        function: Callable[..., Any],
        *args: Any,
        done: Slot | None = None,
        failed: Slot | None = None,
        progress: Slot | None = None,
        owner: QObject | None = None,
    ) -> Task:
        """Runs `function(*args)` in the thread of the case file, after everything asked before.

        A function with a parameter `progress` or `cancelled` is given one. `owner` may be left out when a slot is a
        method of a QObject. Keyword arguments: wrap with `functools.partial`.
        """
        return self._start(self._database, function, args, (done, failed, progress), owner)

    def pool(
        self,
        function: Callable[..., Any],
        *args: Any,
        done: Slot | None = None,
        failed: Slot | None = None,
        progress: Slot | None = None,
        owner: QObject | None = None,
    ) -> Task:
        """Runs `function(*args)` in a thread of the pool; same terms as `database`, but never touches the case file."""
        return self._start(self._pool, function, args, (done, failed, progress), owner)

    def close(self) -> None:
        """Ends the threads: what was asked of the case file is finished, the pool is asked to stop. Idempotent."""
        self.closed = True
        for flag in self._flags.values():
            flag.set()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._database.shutdown(wait=True)

    def _start(
        self,
        threads: ThreadPoolExecutor,
        function: Callable[..., Any],
        args: tuple[Any, ...],
        slots: tuple[Slot | None, Slot | None, Slot | None],
        owner: QObject | None,
    ) -> Task:
        done, failed, progress = slots
        flag = threading.Event()
        task = Task(owner or _owner_of(slots), flag)
        if done is not None:
            task.done.connect(done)
        if failed is not None:
            task.failed.connect(failed)
        if progress is not None:
            task.progressed.connect(progress)
        number = next(self._numbers)
        self._tasks[number] = (task, failed is not None)
        if threads is self._pool:
            self._flags[number] = flag
        if len(self._tasks) == 1:
            self.busy.emit(True)
        task.future = threads.submit(self._run, number, function, args, flag)
        return task

    def _run(self, number: int, function: Callable[..., Any], args: tuple[Any, ...], flag: threading.Event) -> None:
        """In the worker: the only place where the two threads meet is the queued signal at its end."""
        try:
            if flag.is_set():
                raise Cancelled  # noqa: TRY301
            result = function(*args, **self._extras(number, function, flag))
        except Exception as error:  # noqa: BLE001 - every failure goes to the person, none kills the thread
            if not isinstance(error, HrdError):
                _log.error("task failed: %s", type(error), exc_info=error)
            # The traceback holds the frames, and the frames hold the case.
            self._arrived.emit(number, "failed", error.with_traceback(None))
        else:
            self._arrived.emit(number, "done", result)

    def _extras(self, number: int, function: Callable[..., Any], flag: threading.Event) -> dict[str, Any]:
        names = _parameters(function)
        extras: dict[str, Any] = {}
        if "progress" in names:
            last = 0.0

            def report(done: int, total: int) -> None:
                nonlocal last
                now = time.monotonic()
                if done >= total or now - last >= _PROGRESS_SECONDS:
                    last = now
                    self._arrived.emit(number, "progress", (done, total))

            extras["progress"] = report
        if "cancelled" in names:
            extras["cancelled"] = flag.is_set
        return extras

    def _deliver(self, number: int, kind: str, payload: object) -> None:
        task, heard = self._tasks[number]
        alive = shiboken6.isValid(task)
        if kind == "progress":
            if alive and isinstance(payload, tuple):
                task.progressed.emit(*payload)
            return
        del self._tasks[number]
        self._flags.pop(number, None)
        if not self._tasks:
            self.busy.emit(False)
        if kind == "failed" and not (alive and heard) and not isinstance(payload, Cancelled):
            self.unseen.emit(payload)
        if not alive:
            return
        task.running = False
        (task.done if kind == "done" else task.failed).emit(payload)
        if shiboken6.isValid(task):  # a slot may have destroyed the page
            task.ended.emit()
            task.deleteLater()


def _parameters(function: Callable[..., Any]) -> Mapping[str, object]:
    try:
        return inspect.signature(function).parameters
    except ValueError:  # some built-in functions do not tell
        return {}


def _owner_of(slots: tuple[Slot | None, ...]) -> QObject:
    for slot in slots:
        owner = getattr(slot, "__self__", None)
        if isinstance(owner, QObject):
            return owner
    raise TypeError("give owner=, or a slot that is a method of a QObject: results must not outlive their page")
