"""What is hidden on the screen until it is asked for, and hides again by itself."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

SHOWN_FOR = 120_000  # milliseconds without a key typed in it after which what was shown hides again


class Reveals(QObject):
    """The keys (a row, a place, a name the page gives) of what is shown now, in this visit of the page only."""

    changed = Signal(str)
    """This key is now shown, or hidden again."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown: set[str] = set()
        self.over = QTimer(self, singleShot=True, interval=SHOWN_FOR)
        self.over.timeout.connect(self.hide_all)

    def shows(self, key: str) -> bool:
        """Whether what this key covers may be seen now."""
        return key in self._shown

    def show(self, key: str) -> None:
        """Somebody asked to see it."""
        self.over.start()
        if key not in self._shown:
            self._shown.add(key)
            self.changed.emit(key)

    def hide(self, key: str) -> None:
        """Cover it again."""
        if key in self._shown:
            self._shown.discard(key)
            self.changed.emit(key)

    def hide_all(self) -> None:
        """The page is left, the time is over, or the program locks."""
        for key in sorted(self._shown):
            self.hide(key)

    def touch(self) -> None:
        """Somebody works in what is shown: the time begins anew."""
        if self._shown:
            self.over.start()
