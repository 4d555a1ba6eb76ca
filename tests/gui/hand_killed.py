"""A program that dies in the middle: somebody answers the questions of a section one at a time, by keyboard alone.

`python -m tests.gui.hand_killed FILE PASSPHRASE SECTION` prints what was asked last and what was typed, and dies there.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget

from hrd_desktop.gui.case_page import CasePage
from hrd_desktop.gui.editors.base import FieldEditor
from hrd_desktop.gui.editors.long_text import LongTextEditor
from hrd_desktop.gui.editors.text import NumberEditor, TextEditor
from hrd_desktop.gui.guided_rows import GuidedRows
from hrd_desktop.gui.open_case import OpenCase
from hrd_desktop.gui.section_page import SectionPage
from hrd_desktop.gui.tasks import Tasks
from hrd_desktop.services import cases, files
from tests.gui.case_desk import NOW
from tests.gui.hands import press, write

STEPS = 9
CODE = "HRD-2026-S1"


def main(path: str, passphrase: str, section: str) -> None:
    app = QApplication([])
    file = files.unlock(Path(path), passphrase)
    tasks = Tasks()
    case = OpenCase(file, cases.open_case(file, CODE), tasks, lambda: NOW)
    page = CasePage(case, tasks, "en")
    page.resize(1184, 728)
    page.show()
    page.activateWindow()
    QTest.qWaitForWindowActive(page)
    page.show_section(section)
    shown = page.stack.currentWidget()
    assert isinstance(shown, SectionPage)
    press(shown.switch.one)
    asks = shown.guided
    assert asks is not None
    asks.focus_question()
    typed: dict[str, str] = {}
    for step in range(STEPS):
        if step == 1 and isinstance(asks.slot, GuidedRows):
            press(asks.slot.add)
        editor = _editor(QApplication.focusWidget())
        if type(editor) in (TextEditor, LongTextEditor):
            assert isinstance(editor, TextEditor | LongTextEditor)
            control = editor.focus_target()
            assert isinstance(control, QLineEdit | QTextEdit)
            typed[editor.place] = f"told at night, step {step}"
            write(control, typed[editor.place])
        if step == STEPS - 1:
            break
        if step % 4 == 3:
            press(asks.skip)
        else:
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    while not _on_disk(case, asks.place, typed):
        QTest.qWait(50)
    sys.stdout.write(json.dumps({"place": asks.place, "typed": typed}))
    sys.stdout.flush()
    os.kill(os.getpid(), signal.SIGKILL)
    app.exec()


def _editor(widget: QWidget | None) -> FieldEditor | None:
    while widget is not None and not isinstance(widget, FieldEditor):
        widget = widget.parentWidget()
    return widget if not isinstance(widget, NumberEditor) else None


def _on_disk(case: OpenCase, place: str, typed: dict[str, str]) -> bool:
    """Whether the window has said that all is saved, the place among it."""
    if case.busy or any(case.value(at) != text for at, text in typed.items()):
        return False
    mark = cases.open_case(case.file, case.code).bookmark
    return mark is not None and mark.place == place


if __name__ == "__main__":
    main(*sys.argv[1:])
