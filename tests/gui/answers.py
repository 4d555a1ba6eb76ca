"""Windows that ask, answered while they are open: a dialog runs a loop of its own, so that a test cannot go on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from hrd_desktop.gui.erase_dialog import EraseDialog


def answering(kind: type[Any], act: Callable[[Any], object]) -> list[str]:
    """When a window of this kind is there, do this to it; not empty once it was done.

    Wait for that before a test ends: who still looks for a window would answer that of the next test.
    """
    answered: list[str] = []

    def look() -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, kind) and window.isVisible():
                act(window)
                answered.append(type(window).__name__)
                return
        QTimer.singleShot(10, look)

    QTimer.singleShot(0, look)
    return answered


def closing_what_is_told() -> list[str]:
    """When a window tells what became of it, keep its words and close it."""
    said: list[str] = []

    def look() -> None:
        for window in QApplication.topLevelWidgets():
            told = isinstance(window, EraseDialog) and window.isVisible() and not window.typed.isVisible()
            if told and window.back_button.isEnabled():
                said.append(f"{window.heading.text()}\n{window.remains.text()}")
                window.back_button.click()
                return
        QTimer.singleShot(10, look)

    QTimer.singleShot(0, look)
    return said
