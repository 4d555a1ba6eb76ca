"""What hands do at a window: keys, ticks, choices in a list. Nothing goes in by another way."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget

from hrd_desktop.core.dates import PartialDate
from hrd_desktop.gui.editors.combo import QuietCombo, SearchCombo
from hrd_desktop.gui.editors.date_parts import DateParts

_KEYS_UP_TO = 6  # so many letters are typed one by one, of longer texts the rest word by word


def come_to(widget: QWidget) -> None:
    """Give a widget the keyboard, also after a list that stood open took it."""
    if not widget.window().isActiveWindow():
        widget.window().activateWindow()
        QApplication.processEvents()
    widget.setFocus(Qt.FocusReason.TabFocusReason)


def press(widget: QWidget, key: Qt.Key = Qt.Key.Key_Space) -> None:
    """Come to a widget and press a key; the space bar presses buttons and ticks boxes."""
    come_to(widget)
    QTest.keyClick(widget, key)


def type_in(widget: QLineEdit | QTextEdit, text: str) -> None:
    """Put a text in the place of what stands there, and leave the field."""
    write(widget, text)
    QTest.keyClick(widget, Qt.Key.Key_Tab)


def write(widget: QLineEdit | QTextEdit, text: str) -> None:
    """Put a text in the place of what stands there, and stay."""
    come_to(widget)
    QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    if not text:
        QTest.keyClick(widget, Qt.Key.Key_Delete)
    for at, paragraph in enumerate(text.split("\n")):
        if at:
            QTest.keyClick(widget, Qt.Key.Key_Return)
        for letter in paragraph[:_KEYS_UP_TO]:
            QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))
        for word in paragraph[_KEYS_UP_TO:].split(" ") if len(paragraph) > _KEYS_UP_TO else ():
            _compose(widget, word + " ")
        if len(paragraph) > _KEYS_UP_TO:
            QTest.keyClick(widget, Qt.Key.Key_Backspace)  # the space after the last word


def _compose(widget: QWidget, text: str) -> None:
    """A word as an input method gives it."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def choose(combo: QuietCombo, code: Any) -> None:
    """Open a list and choose in it."""
    if combo.currentData() == code and not isinstance(combo, SearchCombo):
        return
    index = next((i for i in range(combo.count()) if combo.itemData(i) == code), -1)
    assert index >= 0, f"{code} is not offered"
    if isinstance(combo, SearchCombo):
        label = combo.itemText(index)
        come_to(combo.line)
        combo.line.selectAll()
        if label:
            QTest.keyClick(combo.line, Qt.Key.Key_Backspace)
            _compose(combo.line, label[0])
            if label[1:]:
                _compose(combo.line, label[1:])
        else:
            QTest.keyClick(combo.line, Qt.Key.Key_Delete)
        offered = combo.completer().popup()
        QTest.keyClick(offered if offered.isVisible() else combo.line, Qt.Key.Key_Return)
        offered.hide()
        return
    come_to(combo)
    combo.showPopup()
    view = combo.view()
    view.setCurrentIndex(combo.model().index(index, 0))
    QTest.keyClick(view, Qt.Key.Key_Return)


def type_parts(parts: DateParts, shown: PartialDate) -> None:
    """Day, month and year, of which the first ones may stay empty."""
    choose(parts.month, str(shown.month) if shown.month else None)
    type_in(parts.day, str(shown.day or ""))
    type_in(parts.year, f"{shown.year:04d}")
