"""Every recorded fact of the largest invented case, shown in its editor and passed through: nothing changes."""

from __future__ import annotations

import copy

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLineEdit

from hrd_desktop.core.places import walk
from hrd_desktop.core.schema import Kind, fields_of
from hrd_desktop.gui.editors.factory import editor_for
from tests.gui.case_desk import Desk


def test_a_fact_that_is_only_looked_at_stays_as_it_is(desk_of) -> None:
    desk: Desk = desk_of("s5")
    before = copy.deepcopy(desk.case.case)
    edits: list[str] = []
    desk.case.place_changed.connect(edits.append)
    looked_at = 0
    for node in list(walk(before)):
        for spec in fields_of(type(node.value)):
            if spec.kind is Kind.OBJECT or spec.name in ("id", "code") or getattr(node.value, spec.name) in (None, []):
                continue
            editor = editor_for(desk.context, f"{node.place}.{spec.name}", spec)
            editor.flush()
            for line in editor.findChildren(QLineEdit):
                line.editingFinished.emit()
            assert not editor.error.text(), editor.place
            editor.deleteLater()
            looked_at += 1
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert looked_at > 300
    assert edits == []
    assert desk.case.case == before
