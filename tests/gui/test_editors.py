"""Each kind of field, used as a person uses it; what counts is what is on file afterwards."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hrd_desktop.core.dates import PartialDate
from tests.gui.case_desk import Desk

LEFT = Qt.MouseButton.LeftButton


def test_text_is_saved_when_the_field_is_left(desk: Desk, show, qtbot) -> None:
    editor = desk.editor("IN1.place", show)
    editor.line.selectAll()
    qtbot.keyClicks(editor.line, " Hodeidah ")
    qtbot.keyClick(editor.line, Qt.Key.Key_Return)
    assert desk.stored("IN1.place") == "Hodeidah"


def test_text_is_saved_after_a_pause_without_leaving(desk: Desk, show, qtbot) -> None:
    editor = desk.editor("IN1.place", show)
    editor.line.selectAll()
    with qtbot.waitSignal(desk.case.saved, timeout=3000):
        qtbot.keyClicks(editor.line, "Aden, the ")
    assert desk.stored("IN1.place") == "Aden, the"
    assert editor.line.text() == "Aden, the "


def test_text_is_saved_also_when_the_keys_never_pause(desk: Desk, show, qtbot) -> None:
    editor = desk.editor("IN1.place", show)
    editor.pause.setInterval(1_000_000)
    editor.longest.setInterval(20)
    editor.line.clear()
    qtbot.keyClicks(editor.line, "Keren")
    with qtbot.waitSignal(desk.case.saved):
        pass
    assert desk.stored("IN1.place") == "Keren"


def test_text_is_saved_when_the_page_goes_away(desk: Desk, show, qtbot) -> None:
    editor = desk.editor("IN1.place", show)
    editor.line.selectAll()
    qtbot.keyClicks(editor.line, "Zabid")
    editor.hide()
    assert desk.stored("IN1.place") == "Zabid"


def test_needed_text_cannot_be_cleared_and_comes_back(desk: Desk, show, qtbot) -> None:
    editor = desk.editor("DC1.source", show)
    before = editor.line.text()
    editor.line.selectAll()
    qtbot.keyClick(editor.line, Qt.Key.Key_Delete)
    qtbot.keyClick(editor.line, Qt.Key.Key_Return)
    assert editor.error.text()
    assert editor.line.text() == before
    assert desk.stored("DC1.source") == before


def test_text_follows_its_script(desk: Desk, show, qtbot) -> None:
    editor = desk.editor("IN1.place", show)
    editor.line.clear()
    QGuiApplication.clipboard().setText("تعز\x07")
    editor.line.paste()
    assert editor.line.layoutDirection() == Qt.LayoutDirection.RightToLeft
    qtbot.keyClick(editor.line, Qt.Key.Key_Return)
    assert desk.stored("IN1.place") == "تعز"


def test_long_text_keeps_paragraphs_and_drops_control_characters(desk: Desk, show, qtbot) -> None:
    editor = desk.editor("IN1.description", show)
    editor.paper.selectAll()
    QGuiApplication.clipboard().setText("First.\r\n\r\n\r\n\r\nSecond\tpart \U0001f54a.\x00\x0c")
    editor.paper.paste()
    editor.flush()
    assert desk.stored("IN1.description") == "First.\n\nSecond part \U0001f54a."


def test_long_text_grows_and_turns(desk: Desk, show, qtbot) -> None:
    editor = desk.editor("IN1.description", show)
    low = editor.paper.height()
    editor.paper.setPlainText("\n".join("line" for _ in range(12)))
    qtbot.waitUntil(lambda: editor.paper.height() > low)
    qtbot.mouseClick(editor.turn, LEFT)
    assert editor.paper.document().defaultTextOption().textDirection() == Qt.LayoutDirection.RightToLeft


def test_each_paragraph_begins_at_the_side_of_its_script(desk: Desk, show) -> None:
    editor = desk.editor("IN1.description", show)
    editor.paper.setPlainText("أخذه رجلان\nHe was held.")
    arabic, latin = (editor.paper.document().findBlockByNumber(n).layout().lineAt(0) for n in (0, 1))
    assert latin.naturalTextRect().left() == 0
    assert arabic.naturalTextRect().left() > arabic.width() / 2
    editor.flush()
    desk.settle()


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


def test_a_very_long_text_is_kept_whole(desk: Desk, show) -> None:
    editor = desk.editor("IN1.description", show)
    text = "word " * 20_000
    editor.paper.setPlainText(text)
    editor.flush()
    assert desk.stored("IN1.description") == text.strip()


def test_tab_leaves_a_long_text(desk: Desk, show, qtbot) -> None:
    editor = desk.editor("IN1.description", show)
    editor.paper.setFocus()
    qtbot.keyClick(editor.paper, Qt.Key.Key_Tab)
    assert not editor.paper.hasFocus()
    assert "\t" not in editor.paper.toPlainText()


def test_number(desk: Desk, show, qtbot) -> None:
    editor = desk.editor("DC1.total", show)
    editor.line.selectAll()
    qtbot.keyClicks(editor.line, "4")
    qtbot.keyClick(editor.line, Qt.Key.Key_Return)
    assert desk.stored("DC1.total") == 4
    qtbot.keyClicks(editor.line, "x")
    qtbot.keyClick(editor.line, Qt.Key.Key_Return)
    assert editor.error.text()
    assert editor.line.text() == "4x"
    assert desk.stored("DC1.total") == 4


def test_answer_by_mouse_and_back_to_not_asked(desk: Desk, show, qtbot) -> None:
    editor = desk.editor("case.claim.conditions_changed", show)
    qtbot.mouseClick(editor.buttons["unknown"], LEFT, pos=QPoint(8, 20))
    assert desk.stored("case.claim.conditions_changed") == "unknown"
    qtbot.mouseClick(editor.buttons[None], LEFT, pos=QPoint(8, 20))
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
    qtbot.mouseClick(editor.buttons[False], LEFT, pos=QPoint(8, 20))
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


def enter_date(qtbot, editor, day: str, month: str, year: str) -> None:
    for part, text in ((editor.day, day), (editor.year, year)):
        part.setFocus()
        part.selectAll()
        qtbot.keyClick(part, Qt.Key.Key_Delete)
        qtbot.keyClicks(part, text)
    editor.month.setFocus()
    qtbot.keyClicks(editor.month, month)
    qtbot.keyClick(editor.month, Qt.Key.Key_Tab)


@pytest.mark.parametrize(
    ("day", "month", "year", "stored"),
    [
        ("", "", "1994", PartialDate(1994)),
        ("", "5", "1994", PartialDate(1994, 5)),
        ("7", "5", "1994", PartialDate(1994, 5, 7)),
        ("29", "2", "1996", PartialDate(1996, 2, 29)),
    ],
)
def test_partial_date(desk: Desk, show, qtbot, day, month, year, stored) -> None:
    desk.case.set_value("P3.birth.date", None)
    editor = desk.editor("P3.birth.date", show)
    enter_date(qtbot, editor, day, month, year)
    assert desk.stored("P3.birth.date") == stored
    assert bool(editor.meaning.text()) is not stored.complete


@pytest.mark.parametrize(
    ("day", "month", "year"), [("31", "2", "1994"), ("5", "", "1994"), ("", "", "1699"), ("0", "5", "1994")]
)
def test_an_impossible_date_is_refused_beside_the_field_and_stays_typed(
    desk: Desk, show, qtbot, day, month, year
) -> None:
    desk.case.set_value("P3.birth.date", None)
    editor = desk.editor("P3.birth.date", show)
    enter_date(qtbot, editor, day, month, year)
    assert editor.error.text()
    assert editor.day.text() == day
    assert desk.stored("P3.birth.date") != PartialDate(1994, 2, 28)
    assert not isinstance(desk.stored("P3.birth.date"), PartialDate) or not desk.stored("P3.birth.date").complete


def test_a_date_can_be_cleared_by_one_button(desk: Desk, show, qtbot) -> None:
    editor = desk.editor("P3.birth.date", show)
    assert editor.year.text()
    qtbot.mouseClick(editor.clear, LEFT)
    assert desk.stored("P3.birth.date") is None
    assert editor.year.text() == editor.day.text() == ""
    assert not editor.error.text()


def test_a_full_date_needs_all_its_parts(desk: Desk, show, qtbot) -> None:
    before = desk.case.value("case.family_list.confirmed_on")
    editor = desk.editor("case.family_list.confirmed_on", show)
    enter_date(qtbot, editor, "", "", "2026")
    assert desk.stored("case.family_list.confirmed_on") == before
    enter_date(qtbot, editor, "9", "8", "2026")
    assert desk.stored("case.family_list.confirmed_on") == date(2026, 8, 9)


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
    qtbot.mouseClick(first, LEFT)
    assert desk.stored("P1.background.d.countries") == ["UG"]


def test_a_list_of_texts_keeps_what_is_typed_and_not_yet_added(desk: Desk, show, qtbot) -> None:
    service = {"kind": "army", "country": "YE", "start": PartialDate(2010), "senior": "no"}
    row = desk.case.add_row("P1.service", service)
    editor = desk.editor(f"{row}.ranks", show)
    qtbot.keyClicks(editor.entry, "private")
    qtbot.keyClick(editor.entry, Qt.Key.Key_Return)
    qtbot.keyClicks(editor.entry, "corporal")
    editor.flush()
    assert desk.stored(f"{row}.ranks") == ["private", "corporal"]


def test_a_change_made_elsewhere_is_shown(desk: Desk, show) -> None:
    editor = desk.editor("IN1.place", show)
    desk.case.set_value("IN1.place", "Ibb")
    assert editor.line.text() == "Ibb"
    desk.case.undo()
    assert editor.line.text() == "Taizz"


def test_a_field_left_unchanged_saves_nothing(desk: Desk, show, qtbot) -> None:
    editor = desk.editor("IN1.place", show)
    saved: list[object] = []
    desk.case.saving.connect(lambda: saved.append(1))
    qtbot.keyClick(editor.line, Qt.Key.Key_Return)
    editor.flush()
    QTest.qWait(0)
    assert saved == []
