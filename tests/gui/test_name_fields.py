"""Names in every script: written from their side, kept without marks, their script and a Latin spelling offered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.gui.case_desk import Desk

LEFT = Qt.MouseButton.LeftButton
RIGHT_TO_LEFT, LEFT_TO_RIGHT = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight


@pytest.fixture
def name(desk: Desk) -> str:
    """A further name of P1, in its own script."""
    return desk.case.add_row("P1.names", {"kind": "native_script", "family": "الأمين", "given": "تزتا"})


def paste(editor, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    editor.line.selectAll()
    editor.line.paste()


def test_a_name_is_written_from_the_side_of_its_first_letter(desk: Desk, name: str, show) -> None:
    editor = desk.editor(f"{name}.family", show)
    assert editor.line.layoutDirection() == RIGHT_TO_LEFT
    paste(editor, "2 Aung")
    assert editor.line.layoutDirection() == LEFT_TO_RIGHT
    editor.leave()
    desk.settle()


def test_the_side_can_be_turned_by_hand_and_nothing_is_put_in_the_text(desk: Desk, name: str, show, qtbot) -> None:
    editor = desk.editor(f"{name}.family", show)
    qtbot.mouseClick(editor.turn, LEFT)
    assert editor.line.layoutDirection() == LEFT_TO_RIGHT
    qtbot.keyClicks(editor.line, "x")
    assert editor.line.layoutDirection() == LEFT_TO_RIGHT
    qtbot.mouseClick(editor.turn, LEFT)
    assert editor.line.layoutDirection() == RIGHT_TO_LEFT
    editor.leave()
    assert desk.stored(f"{name}.family") == "الأمينx"


def test_marks_of_direction_are_left_out_and_the_person_is_told(desk: Desk, name: str, show) -> None:
    editor = desk.editor(f"{name}.family", show)
    assert not editor.unseen.isVisible()
    paste(editor, "\u202bيوسف\u200f\u2066\u202c")
    assert editor.unseen.isVisible()
    editor.leave()
    assert desk.stored(f"{name}.family") == "يوسف"


def test_the_joiners_of_persian_and_burmese_stay(desk: Desk, name: str, show) -> None:
    editor = desk.editor(f"{name}.full", show)
    paste(editor, "علی‌رضا အောင်\u200bဆန်း")
    editor.leave()
    assert desk.stored(f"{name}.full") == "علی‌رضا အောင်\u200bဆန်း"


def test_the_script_is_offered_and_never_set_by_itself(desk: Desk, name: str, show, qtbot) -> None:
    editor = desk.editor(f"{name}.script", show)
    assert desk.case.value(f"{name}.script") is None
    assert "Arabic" in editor.detected.text()
    qtbot.mouseClick(editor.detected, LEFT)
    assert desk.stored(f"{name}.script") == "Arab"
    assert not editor.detected.isVisible()
    assert editor.combo.currentText() == "Arabic"


def test_a_latin_spelling_becomes_another_name_on_request_alone(desk: Desk, name: str, show, qtbot) -> None:
    before = len(desk.case.case.persons[0].names)
    editor = desk.editor(f"{name}.script", show)
    assert "Tzt Lmyn" in editor.latin.text()
    assert len(desk.case.case.persons[0].names) == before
    qtbot.mouseClick(editor.add, LEFT)
    made = desk.on_file().persons[0].names[-1]
    assert (made.kind, made.family, made.given, made.script) == ("alias", "Lmyn", "Tzt", "Latn")
    assert not editor.add.isVisible()
    desk.case.undo()
    assert editor.add.isVisible()


def test_a_latin_name_needs_no_latin_spelling(desk: Desk, show) -> None:
    row = desk.case.add_row("P1.names", {"kind": "alias", "full": "Ünal Žižka"})
    editor = desk.editor(f"{row}.script", show)
    assert "Latin" in editor.detected.text()
    assert not editor.add.isVisible()


def test_the_offer_follows_what_is_typed_beside_it(desk: Desk, name: str, show) -> None:
    editor = desk.editor(f"{name}.script", show)
    desk.case.set_fields(name, {"family": "Тестова", "given": None})
    assert "Cyrillic" in editor.detected.text()
    assert "Testova" in editor.latin.text()
