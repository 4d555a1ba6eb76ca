"""What one keystroke costs in a case of twelve persons: in a line, in a date, in a text of 100,000 characters."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from hrd_desktop.core.schema import field_of
from hrd_desktop.services import cases, files
from hrd_desktop.store import cases as stored
from tests.bench.caseload import PASSPHRASE
from tests.bench.opening import large_case
from tests.bench.table import Row, of

_KEYS, _LONG, _TARGET = 120, 100_000, 16.0
_SENTENCE = "They came at night and asked for the list of names. "


def typing_rows(folder: Path, _cases: int) -> list[Row]:
    """Keys are pressed one after the other; the clock stops when the control is painted again."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from hrd_desktop.gui.field_context import FieldContext
    from hrd_desktop.gui.open_case import OpenCase
    from hrd_desktop.gui.tasks import Tasks
    from hrd_desktop.gui.theme import Theme
    from hrd_desktop.wording import wording

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    Theme(app, "light", 100)
    case = large_case()
    file = files.create(folder / "typing", PASSPHRASE, calibrate=False)
    with file.session() as session:
        stored.add(session, [case])
    tasks = Tasks()
    at = datetime(2026, 9, 15, 12, tzinfo=UTC)
    opened = OpenCase(file, cases.open_case(file, case.code), tasks, lambda: at)
    context = FieldContext(opened, wording("en"))
    incident = case.incidents[0].id
    several = "\n\n".join([_SENTENCE * 10] * (_LONG // (10 * len(_SENTENCE)) + 1))
    one = _SENTENCE * (_LONG // len(_SENTENCE) + 1)
    rows = [
        of("a key in a line", _typed(context, f"{incident}.place", "line", "abc "), _TARGET),
        of("a key in the year of a date", _typed(context, "P1.birth.date", "year", "\b5\b4"), _TARGET),
        of(
            "100,000 letters in paragraphs",
            _typed(context, f"{incident}.description", "paper", "abc ", several),
            _TARGET,
        ),
        of(
            "100,000 letters in one paragraph",
            _typed(context, f"{incident}.description", "paper", "abc ", one),
            _TARGET,
        ),
    ]
    while opened.busy:
        app.processEvents()
    tasks.close()
    context.deleteLater()
    opened.deleteLater()
    files.lock(file)
    return rows


def _typed(context: Any, place: str, part: str, keys: str, text: str | None = None) -> list[float]:
    """Milliseconds of each key, what it makes the editor do at once included."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from hrd_desktop.gui.editors.factory import editor_for

    if text is not None:
        context.case.set_value(place, text)
    holder, _, name = place.rpartition(".")
    spec = field_of(context.case.target(holder), name)
    assert spec is not None
    editor = editor_for(context, place, spec)
    editor.resize(640, 600)
    editor.show()
    QApplication.processEvents()
    control = getattr(editor, part)
    taken = []
    for i in range(_KEYS):
        key = keys[i % len(keys)]
        start = time.perf_counter()
        if key == "\b":
            QTest.keyClick(control, Qt.Key.Key_Backspace)
        else:
            QTest.keyClick(control, key)
        control.repaint()
        taken.append((time.perf_counter() - start) * 1000)
        QApplication.processEvents()
    editor.flush()
    editor.hide()
    editor.deleteLater()
    QApplication.processEvents()
    return taken
