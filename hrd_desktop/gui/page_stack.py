"""The pages of the window, and how those that show a case are taken off it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QStackedWidget, QToolTip, QWidget


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
                self._pages.removeWidget(page)
                page.close()
                page.deleteLater()

    def _all(self) -> list[QWidget]:
        return [page for n in range(self._pages.count()) if (page := self._pages.widget(n)) is not None]


def close_dialogs() -> None:
    """Close every dialog that is open, as if it had been cancelled."""
    for window in QApplication.topLevelWidgets():
        if isinstance(window, QDialog) and window.isVisible():
            window.done(QDialog.DialogCode.Rejected)


def close_popups() -> None:
    """Close every menu, list and hint that hangs over a window."""
    QToolTip.hideText()
    for window in QApplication.topLevelWidgets():
        if window.windowType() in (Qt.WindowType.Popup, Qt.WindowType.ToolTip) and window.isVisible():
            window.close()
