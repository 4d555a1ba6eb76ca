"""How we know, under the field: the quiet line, the menu of a field, and that fields without a note cost nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from hrd_desktop.gui import known_edits
from hrd_desktop.gui.editors.dates import DateEditor
from hrd_desktop.gui.editors.known import FieldButton, KnownLine, known_text
from hrd_desktop.gui.editors.text import TextEditor
from hrd_desktop.gui.field_menu import FieldMenu
from hrd_desktop.gui.form_body import FormBody
from hrd_desktop.gui.known_dialog import KnownDialog
from tests.gui.case_desk import Desk

EYES = "P1.eye_colour"
DAY = "September 15, 2026"


class Sheet:
    """The fields of person P1 with their menu."""

    def __init__(self, desk: Desk, show) -> None:
        self.page = QWidget()
        self.body = FormBody(desk.context, "P1", parent=self.page)
        self.menu = FieldMenu(desk.context, self.page)
        self.body.resize(700, 2000)
        self.page.resize(720, 2000)
        show(self.page)

    def line(self, place: str) -> str:
        found = [line for line in self.page.findChildren(KnownLine) if line.parentWidget().place == place]
        return found[0].text() if found and not found[0].isHidden() else ""


@pytest.fixture
def sheet(desk: Desk, show) -> Sheet:
    made = Sheet(desk, show)
    made.body.reveal([EYES])
    return made


def action(menu: QMenu, text: str) -> QAction:
    (found,) = [act for act in menu.actions() if act.text() == text]
    return found


def test_a_field_without_a_note_has_no_line(desk: Desk, sheet: Sheet) -> None:
    noted = {row.at for row in desk.case.case.known_by}
    assert {line.parentWidget().place for line in sheet.page.findChildren(KnownLine)} <= noted


def test_the_line_comes_and_goes_with_the_note(desk: Desk, sheet: Sheet) -> None:
    desk.case.sign("MK")
    known_edits.mark_unknown(desk.case, EYES)
    assert sheet.line(EYES) == f"Not known when asked on {DAY} · by MK"
    known_edits.mark_ask_again(desk.case, EYES)
    assert sheet.line(EYES) == "To be asked again"
    known_edits.set_known(desk.case, EYES, "document_seen", ["EV1"], ask_again=False)
    assert sheet.line(EYES) == f"Document seen · on {DAY} · by MK · evidence EV1"
    desk.case.undo()
    assert sheet.line(EYES) == "To be asked again"
    desk.case.set_value(EYES, "brown")
    assert sheet.line(EYES) == ""


def test_the_menu_says_how_and_links_evidence_in_steps_of_their_own(desk: Desk, sheet: Sheet) -> None:
    action(sheet.menu.menu(EYES), "Told by the person").trigger()
    row = known_edits.known_at(desk.case, EYES)
    assert row is not None
    assert (row.how_known, row.evidence) == ("told_by_person", [])
    menu = sheet.menu.menu(EYES)
    assert action(menu, "Told by the person").isChecked()
    (sub,) = [act.menu() for act in menu.actions() if act.menu() is not None]
    first = next(act for act in sub.actions() if act.text().startswith("EV1 "))
    first.trigger()
    assert (row.how_known, row.evidence) == ("told_by_person", ["EV1"])
    action(sheet.menu.menu(EYES), "Ask again next time").trigger()
    assert row.ask_again
    action(sheet.menu.menu(EYES), "Take this note away").trigger()
    assert known_edits.known_at(desk.case, EYES) is None
    for _ in range(4):
        desk.case.undo()
    assert known_edits.known_at(desk.case, EYES) is None


def test_the_button_stands_beside_the_field_that_has_the_keyboard_only(desk: Desk, sheet: Sheet) -> None:
    shown = [button for button in sheet.page.findChildren(FieldButton) if button.isVisible()]
    assert [button.parentWidget().place for button in shown] == [EYES]
    sheet.body.reveal(["P1.uci"])
    shown = [button for button in sheet.page.findChildren(FieldButton) if button.isVisible()]
    assert [button.parentWidget().place for button in shown] == ["P1.uci"]
    assert all(min(button.width(), button.height()) >= 40 for button in shown)


def test_the_key_opens_the_menu_of_the_field(desk: Desk, sheet: Sheet) -> None:
    desk.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F8)
    desk.qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.actions()[0].text() == desk.context.words.field("person", "eye_colour")
    menu.close()


def test_a_begun_row_can_be_looked_up_but_not_noted(desk: Desk, sheet: Sheet) -> None:
    key = desk.case.add_row("case.incidents")
    menu = sheet.menu.menu(f"{key}.place")
    assert not action(menu, "Told by the person").isEnabled()
    assert action(menu, "What it was before…").isEnabled()


def test_a_click_on_the_line_asks_for_the_menu(desk: Desk, sheet: Sheet) -> None:
    known_edits.mark_unknown(desk.case, EYES)
    (line,) = [one for one in sheet.page.findChildren(KnownLine) if one.parentWidget().place == EYES]
    with desk.qtbot.waitSignal(desk.context.asked_about) as asked:
        desk.qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert asked.args[0] == EYES
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()


def test_words_for_a_note_without_day_or_person(desk: Desk) -> None:
    known_edits.mark_unknown(desk.case, EYES)
    row = known_edits.known_at(desk.case, EYES)
    assert row is not None
    row.on = None
    assert known_text(desk.context, row) == "Not known when asked"


def test_when_and_by_whom_can_be_corrected_once_there_is_a_note(desk: Desk, sheet: Sheet, qtbot) -> None:
    words = "When, by whom, note…"
    assert not action(sheet.menu.menu(EYES), words).isEnabled()
    known_edits.set_known(desk.case, EYES, "told_by_person")

    def correct() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, KnownDialog)
        (by,) = [editor for editor in dialog.findChildren(TextEditor) if editor.spec.name == "by"]
        (day,) = dialog.findChildren(DateEditor)
        qtbot.keyClicks(by.line, "interpreter 12")
        day.day.setFocus()
        day.day.selectAll()
        qtbot.keyClicks(day.day, "9")
        dialog.close_button.click()

    QTimer.singleShot(0, correct)
    action(sheet.menu.menu(EYES), words).trigger()
    assert sheet.line(EYES) == "Told by the person · on September 9, 2026 · by interpreter 12"
