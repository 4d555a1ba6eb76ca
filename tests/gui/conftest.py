"""What every test of the window uses: an application dressed as in life, a page that is destroyed after the test."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from hrd_desktop.gui.tasks import Tasks
from hrd_desktop.gui.theme import Theme


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> Theme:
    return Theme(qapp, "light", 100)


@pytest.fixture(autouse=True)
def _clean_windows(qapp: QApplication, dressed: Theme) -> Iterator[None]:
    """Qt delivers deleteLater only inside a running loop: run one after each test, so that no page leaks."""
    yield
    for widget in QApplication.topLevelWidgets():
        widget.close()
        widget.deleteLater()
    loop = QEventLoop()
    QTimer.singleShot(0, loop.quit)
    loop.exec()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    dressed.set("light", 100)


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def show(qtbot) -> Callable[[QWidget], QWidget]:
    """Shows a page and waits until it is on the screen and active."""

    def shown(widget: QWidget) -> QWidget:
        with qtbot.waitExposed(widget):
            widget.show()
        widget.activateWindow()
        return widget

    return shown
