"""The pages of the window, and how those that show a case are taken off it."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QStackedWidget, QToolTip, QWidget

KEEPS = "keeps_typed"
"""The object name of a line that is entered by a button or a key: with `keep_typed`, it is entered as its page goes."""


class PageStack:
    """Pages that show a case exist only while it may be seen; the others, named here, stay."""

    def __init__(self, pages: QStackedWidget, *lasting: type[QWidget]) -> None:
        self._pages = pages
        self._lasting = lasting

    def find(self, kind: type[QWidget]) -> QWidget | None:
        """The page of a kind, if there is one."""
        return next((page for page in self._all() if isinstance(page, kind)), None)

    def add(self, page: QWidget) -> None:
        """Take a page in; it is not shown by that."""
        self._pages.addWidget(page)

    def drop(self, keep: QWidget | None = None) -> None:
        """Destroy every page that shows a case but one: closing it saves what is typed."""
        for page in self._all():
            if page is not keep and not isinstance(page, self._lasting):
                for line in page.findChildren(QWidget, KEEPS):
                    line.keep_typed()  # type: ignore[attr-defined]  # that is what the name says
                self._pages.removeWidget(page)
                page.close()
                page.deleteLater()

    def _all(self) -> list[QWidget]:
        return [page for n in range(self._pages.count()) if (page := self._pages.widget(n)) is not None]


@runtime_checkable
class KeepsTyped(Protocol):
    """A dialog in which something is begun that is worth keeping when it has to close."""

    def keep_typed(self) -> None:
        """Enter what is typed, if it is enough to be entered."""


def close_dialogs() -> None:
    """Close every dialog that is open, as if it had been cancelled; but what is begun in it and can be kept is kept."""
    for window in QApplication.topLevelWidgets():
        if isinstance(window, QDialog) and window.isVisible():
            if isinstance(window, KeepsTyped):
                window.keep_typed()
            window.done(QDialog.DialogCode.Rejected)


def close_popups() -> None:
    """Close every menu, list and hint that hangs over a window."""
    QToolTip.hideText()
    for window in QApplication.topLevelWidgets():
        if window.windowType() in (Qt.WindowType.Popup, Qt.WindowType.ToolTip) and window.isVisible():
            window.close()
