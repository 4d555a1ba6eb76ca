"""Fields one types in (text, numbers, dates), used as a person uses them; what counts is what is on file afterwards."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from hrd_desktop.core.dates import PartialDate
from tests.gui.case_desk import Desk


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
    qtbot.mouseClick(editor.turn, Qt.MouseButton.LeftButton)
    assert editor.paper.document().defaultTextOption().textDirection() == Qt.LayoutDirection.RightToLeft


def test_each_paragraph_begins_at_the_side_of_its_script(desk: Desk, show) -> None:
    editor = desk.editor("IN1.description", show)
    editor.paper.setPlainText("أخذه رجلان\nHe was held.")
    arabic, latin = (editor.paper.document().findBlockByNumber(n).layout().lineAt(0) for n in (0, 1))
    assert latin.naturalTextRect().left() == 0
    assert arabic.naturalTextRect().left() > arabic.width() / 2
    editor.flush()
    desk.settle()


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
    qtbot.mouseClick(editor.clear, Qt.MouseButton.LeftButton)
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
