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


class Stop:
    """Whether a piece of work should stop. Work that is to be finished first hears no wish to stop any more."""

    def __init__(self, *, stoppable: bool) -> None:
        self.stoppable = stoppable
        self.worth_finishing = False
        self.to_the_end = False
        self._wished = threading.Event()

    def wish(self) -> None:
        """From now on it should stop."""
        if not self.to_the_end:
            self._wished.set()

    def is_wished(self) -> bool:
        """Asked by the work itself, in its thread."""
        return self._wished.is_set()


class Task(QObject):
    """One piece of work on its way; owned by the page that asked for it."""

    done = Signal(object)
    failed = Signal(object)
    progressed = Signal(int, int)
    ended = Signal()

    def __init__(self, owner: QObject, stop: Stop) -> None:
        super().__init__(owner)
        self._stop = stop
        self.future: Future[None] | None = None
        self.running = True

    def cancel(self) -> None:
        """Asks the work to stop; it ends with `failed(Cancelled)` unless it was already past stopping."""
        self._stop.wish()

    def worth_finishing(self) -> None:
        """Locking may finish it first, where the person wants that, instead of stopping it."""
        self._stop.worth_finishing = True


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
        self._stops: dict[int, tuple[Stop, bool]] = {}  # and whether it is work of the pool
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
        for stop, of_pool in self._stops.values():
            if of_pool:
                stop.wish()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._database.shutdown(wait=True)

    @property
    def any_worth_finishing(self) -> bool:
        """Whether something is under way that is worth finishing."""
        return any(stop.worth_finishing and not stop.is_wished() for stop, _ in self._stops.values())

    def stop_long(self, *, finish: bool = False) -> bool:
        """Asks everything that can be stopped to stop, in all threads; what is being saved cannot, and is saved.

        `finish`: what is worth finishing goes on, and whoever closes its page does not stop it. Whether there is such.
        """
        finishing = False
        for stop, _ in self._stops.values():
            if finish and stop.worth_finishing and not stop.is_wished():
                stop.to_the_end = finishing = True
            elif stop.stoppable:
                stop.to_the_end = False
                stop.wish()
        return finishing

    def _start(
        self,
        threads: ThreadPoolExecutor,
        function: Callable[..., Any],
        args: tuple[Any, ...],
        slots: tuple[Slot | None, Slot | None, Slot | None],
        owner: QObject | None,
    ) -> Task:
        done, failed, progress = slots
        stop = Stop(stoppable=threads is self._pool or "cancelled" in _parameters(function))
        task = Task(owner or _owner_of(slots), stop)
        if done is not None:
            task.done.connect(done)
        if failed is not None:
            task.failed.connect(failed)
        if progress is not None:
            task.progressed.connect(progress)
        number = next(self._numbers)
        self._tasks[number] = (task, failed is not None)
        self._stops[number] = stop, threads is self._pool
        if len(self._tasks) == 1:
            self.busy.emit(True)
        task.future = threads.submit(self._run, number, function, args, stop)
        return task

    def _run(self, number: int, function: Callable[..., Any], args: tuple[Any, ...], stop: Stop) -> None:
        """In the worker: the only place where the two threads meet is the queued signal at its end."""
        try:
            if stop.is_wished():
                raise Cancelled  # noqa: TRY301
            result = function(*args, **self._extras(number, function, stop))
        except Exception as error:  # noqa: BLE001 - every failure goes to the person, none kills the thread
            if not isinstance(error, HrdError):
                _log.error("task failed: %s", type(error), exc_info=error)
            # The traceback holds the frames, and the frames hold the case.
            self._arrived.emit(number, "failed", error.with_traceback(None))
        else:
            self._arrived.emit(number, "done", result)

    def _extras(self, number: int, function: Callable[..., Any], stop: Stop) -> dict[str, Any]:
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
            extras["cancelled"] = stop.is_wished
        return extras

    def _deliver(self, number: int, kind: str, payload: object) -> None:
        task, heard = self._tasks[number]
        alive = shiboken6.isValid(task)
        if kind == "progress":
            if alive and isinstance(payload, tuple):
                task.progressed.emit(*payload)
            return
        del self._tasks[number]
        del self._stops[number]
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
