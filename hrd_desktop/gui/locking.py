"""The story of one locking: dark at once; then what is typed is saved, the file is closed, the key overwritten.

What is under way is asked to stop. A packet that is being written may be finished first, where the settings say so: the
window is dark all the same, and the key goes when the packet is there. Before sleep nothing is finished: a key must not
lie in the memory of a computer that sleeps.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from concurrent.futures import Future, wait
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QWidget

from hrd_desktop.gui import file_work
from hrd_desktop.gui.lock_reason import AT_ONCE, Packet, Reason
from hrd_desktop.gui.page_stack import close_dialogs, close_popups
from hrd_desktop.gui.tasks import Tasks

if TYPE_CHECKING:
    from hrd_desktop.services.files import CaseFile


class Locking(QObject):
    """What the frame needs for locking beside its own pages; one locking at a time."""

    locked = Signal()
    """The case file is closed and its key overwritten; also said where there was nothing to lock."""

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._closing: Future[None] | None = None

    @property
    def under_way(self) -> bool:
        """Whether the window is dark and the key not yet gone."""
        return self._closing is not None

    def again(self, reason: Reason, *, opening: bool) -> None:
        """Asked to lock while nothing is open: a packet that is being finished may have to stop now.

        `opening`: a file is being opened, and is locked as soon as it is; sleep waits for that.
        """
        if self._closing is None and not opening:
            self.locked.emit()
        elif reason in AT_ONCE:
            self._tasks.stop_long()

    def darken(self, window: QWidget, reason: Reason, *, finish: bool) -> Packet:
        """Everything of ours but the window goes from the screen, and the window is painted as it now is.

        What becomes of a packet that is being written.
        """
        writing = self._tasks.any_worth_finishing
        finishing = self._tasks.stop_long(finish=finish and reason not in AT_ONCE)
        close_popups()
        close_dialogs()
        empty_clipboard(QGuiApplication.clipboard())
        window.repaint()
        return "finishing" if finishing else "stopped" if writing else "none"

    def close(self, file: CaseFile, settled: Callable[[object], object], failed: Callable[[object], object]) -> None:
        """Close the file once what was typed last is saved, and forget the key."""

        def told(then: Callable[[object], object]) -> Callable[[object], None]:
            def tell(answer: object) -> None:
                self._closing = None
                then(answer)
                # What held the case in rings goes now, when nobody waits for the window.
                gc.collect()
                self.locked.emit()

            return tell

        task = self._tasks.database(file_work.lock, file, done=told(settled), failed=told(failed), owner=self)
        self._closing = task.future

    def wait(self, seconds: float) -> bool:
        """Stand still until the key is gone: for systems that sleep as soon as they have told us. Whether it is."""
        return self._closing is None or self._closing in wait([self._closing], seconds).done


def empty_clipboard(clipboard: QClipboard) -> None:
    """What was copied out of a window of ours does not stay for whoever comes next; what others copied does."""
    if clipboard.ownsClipboard():
        clipboard.clear(QClipboard.Mode.Clipboard)
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)
