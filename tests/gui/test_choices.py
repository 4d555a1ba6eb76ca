"""Fields one chooses in (answers, codes, countries, persons), by mouse and by key; what counts is what is on file."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from tests.gui.case_desk import Desk


def test_undo_reaches_the_page_from_a_country(desk: Desk, show, qtbot) -> None:
    editor = desk.editor("P1.birth.country", show)
    before = desk.case.value("P1.birth.country")
    editor.combo.setFocus()
    editor.combo.line.selectAll()
    qtbot.keyClicks(editor.combo, "Eritrea")
    undo = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    undo.ignore()
    QApplication.sendEvent(editor.combo, undo)
    assert undo.isAccepted()  # half-typed: the field takes its own letters back
    qtbot.keyClick(editor.combo, Qt.Key.Key_Return)
    assert desk.case.value("P1.birth.country") == "ER" != before
    undo.ignore()
    QApplication.sendEvent(editor.combo, undo)
    assert not undo.isAccepted()


def test_answer_by_mouse_and_back_to_not_asked(desk: Desk, show, qtbot) -> None:
    editor = desk.editor("case.claim.conditions_changed", show)
    qtbot.mouseClick(editor.buttons["unknown"], Qt.MouseButton.LeftButton, pos=QPoint(8, 20))
    assert desk.stored("case.claim.conditions_changed") == "unknown"
    qtbot.mouseClick(editor.buttons[None], Qt.MouseButton.LeftButton, pos=QPoint(8, 20))
    assert desk.stored("case.claim.conditions_changed") is None


def test_answer_by_keyboard(desk: Desk, show, qtbot) -> None:
    desk.case.set_value("case.claim.return_prospect", "yes")
    editor = desk.editor("case.claim.return_prospect", show)
    editor.focus_target().setFocus()
    qtbot.keyClick(editor.focus_target(), Qt.Key.Key_Right)
    assert desk.stored("case.claim.return_prospect") == "no"


def test_boolean(desk: Desk, show, qtbot) -> None:
    editor = desk.editor("case.family_list.signed", show)
    assert editor.buttons[True].isChecked()
    qtbot.mouseClick(editor.buttons[False], Qt.MouseButton.LeftButton, pos=QPoint(8, 20))
    assert desk.stored("case.family_list.signed") is False


def test_one_of_many_codes_by_keyboard(desk: Desk, show, qtbot) -> None:
    editor = desk.editor("P3.relation", show)
    editor.combo.setFocus()
    qtbot.keyClick(editor.combo, Qt.Key.Key_Down)
    assert desk.stored("P3.relation") == "child_of_partner"


def test_what_would_break_the_case_is_refused_and_shown_as_it_was(desk: Desk, show, qtbot) -> None:
    editor = desk.editor("P3.relation", show)
    editor.combo.setFocus()
    qtbot.keyClick(editor.combo, Qt.Key.Key_Home)
    assert desk.case.value("P3.relation") == "child"
    assert editor.error.text()
    assert editor.combo.currentData() == "child"


def test_the_wheel_changes_no_choice(desk: Desk, show) -> None:
    editor = desk.editor("P3.relation", show)
    editor.combo.setFocus()
    middle = QPointF(editor.combo.rect().center())
    turn = QWheelEvent(
        middle,
        QPointF(editor.combo.mapToGlobal(middle.toPoint())),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(editor.combo, turn)
    assert editor.combo.currentData() == "child"


def test_several_codes_keep_the_order_in_which_they_were_ticked(desk: Desk, show, qtbot) -> None:
    desk.case.set_value("IN1.acts", ["raid"])
    editor = desk.editor("IN1.acts", show)
    for code in ("threat", "detention"):
        editor.boxes[code].setFocus()
        qtbot.keyClick(editor.boxes[code], Qt.Key.Key_Space)
    assert desk.stored("IN1.acts") == ["raid", "threat", "detention"]
    for code in ("raid", "threat", "detention"):
        qtbot.keyClick(editor.boxes[code], Qt.Key.Key_Space)
    assert desk.stored("IN1.acts") == ["detention"]
    assert editor.error.text()
    assert editor.boxes["detention"].isChecked()


def test_country_by_a_part_of_its_name(desk: Desk, show, qtbot) -> None:
    editor = desk.editor("IN1.country", show)
    editor.combo.setFocus()
    editor.combo.line.selectAll()
    qtbot.keyClicks(editor.combo.line, "djibou")
    qtbot.keyClick(editor.combo.line, Qt.Key.Key_Return)
    assert desk.stored("IN1.country") == "DJ"
    assert editor.combo.currentText() == "Djibouti"


def test_a_country_that_is_none_is_refused(desk: Desk, show, qtbot) -> None:
    editor = desk.editor("IN1.country", show)
    editor.combo.setFocus()
    editor.combo.line.selectAll()
    qtbot.keyClicks(editor.combo.line, "Ruritania")
    qtbot.keyClick(editor.combo.line, Qt.Key.Key_Return)
    assert editor.error.text()
    assert desk.stored("IN1.country") == "YE"


def test_language_by_name_and_by_tag(desk: Desk, show, qtbot) -> None:
    editor = desk.editor("case.interview_language", show)
    for typed, stored in (("Tigriny", "ti"), ("sr-Latn", "sr-Latn"), ("", None)):
        editor.combo.setFocus()
        editor.combo.line.selectAll()
        qtbot.keyClick(editor.combo.line, Qt.Key.Key_Delete)
        qtbot.keyClicks(editor.combo.line, typed)
        qtbot.keyClick(editor.combo.line, Qt.Key.Key_Return)
        assert desk.stored("case.interview_language") == stored


def test_reference_by_label(desk: Desk, show, qtbot) -> None:
    editor = desk.editor("RC1.of", show)
    assert [editor.combo.itemText(i) for i in range(1, editor.combo.count())] == [
        "P1 · Principal applicant",
        "P2 · Spouse",
        "P3 · Child",
    ]
    editor.combo.setFocus()
    qtbot.keyClick(editor.combo, Qt.Key.Key_Down)
    assert desk.stored("RC1.of") == "P3"


def test_names_show_on_request_alone(desk: Desk, show) -> None:
    editor = desk.editor("RC1.of", show)
    names = desk.case.case.persons[1].names
    family = next(name.family for name in names if name.kind == "document")
    assert family
    assert all(family not in editor.combo.itemText(i) for i in range(editor.combo.count()))
    desk.context.set_show_names(True)
    assert family in editor.combo.currentText()


@pytest.mark.parametrize(
    ("place", "values"),
    [
        ("P1.parents", {"role": "mother", "kind": "biological", "family": "Testova"}),
        ("case.hrd.referees", {"name": "Testova", "organisation": "Press club"}),
        ("case.relatives_in_canada", {"of": "P1", "relation": "cousin", "name": "Testova"}),
    ],
)
def test_names_of_others_show_on_request_alone(desk: Desk, place: str, values: dict[str, str]) -> None:
    row = desk.case.add_row(place, values)
    assert "Testova" not in desk.context.row_label(row)
    desk.context.set_show_names(True)
    assert "Testova" in desk.context.row_label(row)


def test_a_statement_kept_from_somebody_is_not_told_in_its_line(desk: Desk) -> None:
    desk.context.set_show_names(True)  # a statement may well begin with a name
    text = {"person": "P1", "kind": "claim", "language": "en", "text": "They came at night."}
    row = desk.case.add_row("case.claim.narratives", text)
    assert "at night" in desk.context.row_label(row)
    desk.case.set_value(f"{row}.sealed", True)
    assert "at night" not in desk.context.row_label(row)


def test_several_persons(desk: Desk, show, qtbot) -> None:
    editor = desk.editor("IN1.persons", show)
    editor.boxes["P3"].setFocus()
    qtbot.keyClick(editor.boxes["P3"], Qt.Key.Key_Space)
    assert desk.stored("IN1.persons") == ["P1", "P3"]


def test_a_list_of_countries(desk: Desk, show, qtbot) -> None:
    desk.case.set_value("P1.background.d.answer", "yes")
    editor = desk.editor("P1.background.d.countries", show)
    for typed in ("Kenya", "Ugand"):
        editor.entry.setFocus()
        qtbot.keyClicks(editor.entry.line, typed)
        qtbot.keyClick(editor.entry.line, Qt.Key.Key_Return)
    assert desk.stored("P1.background.d.countries") == ["KE", "UG"]
    first = editor.chips.flow.itemAt(0).widget()
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert desk.stored("P1.background.d.countries") == ["UG"]


def test_the_main_category_is_said_and_the_two_change_places(desk: Desk, show, qtbot) -> None:
    desk.case.set_value("case.submission_categories", ["medical_needs"])
    editor = desk.editor("case.submission_categories", show)
    assert editor.swap.isHidden()
    editor.boxes["children_at_risk"].click()
    assert editor.order.text().startswith(f"Main: {editor.boxes['medical_needs'].text()}.".replace("\n", " "))
    editor.swap.setFocus()
    qtbot.keyClick(editor.swap, Qt.Key.Key_Space)
    assert desk.stored("case.submission_categories") == ["children_at_risk", "medical_needs"]
    assert editor.swap.hasFocus()
    desk.case.undo()
    assert desk.stored("case.submission_categories") == ["medical_needs", "children_at_risk"]
    assert "Then: " in editor.order.text()
