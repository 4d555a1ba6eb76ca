"""The window: from locked to open and back, and what it never shows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from hrd_desktop.gui.editors.base import FieldEditor
from hrd_desktop.gui.frame import Frame
from hrd_desktop.gui.import_dialog import ImportDialog
from hrd_desktop.gui.new_case_dialog import NewCaseDialog
from hrd_desktop.gui.settings_page import SettingsPage
from hrd_desktop.services import files

from .conftest import PASSPHRASE
from .frame_desk import list_cases


@pytest.fixture
def opened(opened, qtbot):
    """With the list of cases on the screen."""
    list_cases(opened, qtbot)
    return opened


def test_begins_locked_with_the_cursor_in_the_passphrase(frame, qtbot):
    assert frame.pages.currentWidget() is frame.unlock
    assert not frame.rail.isVisible()
    qtbot.waitUntil(frame.unlock.passphrase.hasFocus)
    assert not frame.is_open


def test_unlocking_shows_today_and_counts_down(frame, clock, qtbot):
    opened = frame
    frame.unlock.passphrase.setText(PASSPHRASE)
    with qtbot.waitSignal(frame.unlock.opened):
        frame.unlock.submit()
    assert opened.is_open
    assert opened.rail.isVisible()
    assert type(opened.pages.currentWidget()).__name__ == "TodayPage"
    assert opened.rail.today_button.isChecked()
    opened.idle.check()
    assert opened.locks_in.text() == "Locks in 5 min"
    clock.work(245)
    opened.idle.check()
    assert opened.locks_in.text() == "Locks in 55 s. Press any key to stay."


def test_who_was_locked_out_amid_a_case_goes_on_there(on_case, qtbot):
    on_case.lock()
    on_case.unlock.passphrase.setText(PASSPHRASE)
    on_case.unlock.submit()
    qtbot.waitUntil(lambda: type(on_case.pages.currentWidget()).__name__ == "CasePage")
    assert on_case.pages.currentWidget().context.case.case.code == "HRD-2026-S1"
    on_case.show_today()
    on_case.lock()
    on_case.unlock.passphrase.setText(PASSPHRASE)
    with qtbot.waitSignal(on_case.unlock.opened):
        on_case.unlock.submit()
    assert type(on_case.pages.currentWidget()).__name__ == "TodayPage"


def test_locking_destroys_every_page_with_data_and_frees_the_file(on_case, qtbot, locked_file, tasks):
    pages = [on_case.pages.widget(n) for n in range(on_case.pages.count())]
    doomed = [page for page in pages if page is not on_case.unlock]
    assert len(doomed) == 2
    with qtbot.waitSignals([page.destroyed for page in doomed]):
        on_case.lock()
        assert on_case.pages.currentWidget() is on_case.unlock
        assert not on_case.rail.isVisible()
    assert not on_case.is_open
    with qtbot.waitCallback() as locked:
        tasks.database(lambda: None, done=locked, owner=tasks)
    files.lock(files.unlock(locked_file, PASSPHRASE))


@pytest.mark.parametrize("way", ["key", "button", "idle", "sleep"])
def test_ways_to_lock(opened, clock, way):
    if way == "key":
        QTest.keyClick(opened.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    elif way == "button":
        opened.rail.lock_button.click()
    elif way == "idle":
        clock.work(300)
        opened.idle.check()
    else:
        clock.sleep(3600)
        QTest.keyClick(opened.windowHandle(), Qt.Key.Key_A)
    assert not opened.is_open
    assert opened.pages.currentWidget() is opened.unlock
    assert opened.locks_in.text() == ""


def test_locking_closes_open_dialogs(opened, show):
    dialog = show(QDialog(opened))
    opened.lock()
    assert not dialog.isVisible()


def test_an_answer_typed_just_before_locking_is_saved(on_case, qtbot, locked_file, tasks):
    page = on_case.pages.currentWidget()
    page.show_place("case.partner_reference")
    field = on_case.focusWidget()
    assert isinstance(field, QLineEdit)
    field.clear()
    QTest.keyClicks(field, "TYPED-77")
    on_case.lock()
    with qtbot.waitCallback() as locked:
        tasks.database(lambda: None, done=locked, owner=tasks)
    assert on_case.saved.text() == ""
    from hrd_desktop.services import cases

    file = files.unlock(locked_file, PASSPHRASE)
    assert cases.open_case(file, "HRD-2026-S1").case.partner_reference == "TYPED-77"
    files.lock(file)


def test_saved_is_said(on_case, qtbot):
    page = on_case.pages.currentWidget()
    page.context.case.set_value("case.partner_reference", "AB-1")
    qtbot.waitUntil(lambda: on_case.saved.text().startswith("Saved "))


def test_what_is_typed_is_not_said_to_be_saved_before_it_is(on_case, qtbot):
    page = on_case.pages.currentWidget()
    page.context.case.set_value("case.partner_reference", "AB-1")
    qtbot.waitUntil(lambda: on_case.saved.text().startswith("Saved "))
    page.show_place("case.partner_reference")
    QTest.keyClicks(on_case.focusWidget(), "7")
    assert on_case.saved.text() == "Saving…"
    qtbot.waitUntil(lambda: on_case.saved.text().startswith("Saved "))
    assert page.context.case.value("case.partner_reference").endswith("7")


def test_a_clock_before_the_first_rules_opens_no_dead_page(
    preferences, language, tasks, clock, now, locked_file, show, qtbot
):
    old = now().replace(year=1970)
    frame = Frame(preferences, language, tasks, clock, lambda: old, locked_file, calibrate=False)
    show(frame)
    frame.unlock.passphrase.setText(PASSPHRASE)
    with qtbot.waitSignal(frame.unlock.opened):
        frame.unlock.submit()
    today = frame.pages.currentWidget()
    qtbot.waitUntil(lambda: "1970" in today.message.text())
    frame.show_caseload()
    page = frame.pages.currentWidget()
    qtbot.waitUntil(lambda: page.model.rowCount() == 5 and page.message.isVisible())
    page.message.clear()
    page.chosen.emit("HRD-2026-S1")
    qtbot.waitUntil(lambda: "1970" in page.message.text())
    assert frame.pages.currentWidget() is page
    frame.lock()


def test_saving_ends_although_the_case_is_left_meanwhile(on_case, qtbot):
    page = on_case.pages.currentWidget()
    page.show_place("case.partner_reference")
    QTest.keyClicks(on_case.focusWidget(), "7")
    on_case.show_caseload()
    assert on_case.saved.text() == "Saving…"
    qtbot.waitUntil(lambda: on_case.saved.text() != "Saving…")


def test_settings_lead_back_to_the_open_case(on_case):
    page = on_case.pages.currentWidget()
    page.show_section("work")
    on_case.show_settings()
    on_case.rail.caseload_button.click()
    assert on_case.pages.currentWidget() is page
    assert page.section == "work"
    on_case.rail.caseload_button.click()
    assert on_case.pages.currentWidget() is not page


def test_nothing_of_a_case_in_the_title_or_after_locking(on_case, qtbot):
    for secret in ("Notebook", "HRD-2026-S1"):
        assert secret not in on_case.windowTitle()
        assert secret in told(on_case)
    pages = [on_case.pages.widget(n) for n in range(on_case.pages.count())]
    with qtbot.waitSignals([page.destroyed for page in pages if page is not on_case.unlock]):
        on_case.lock()
    for secret in ("Notebook", "HRD-2026-S1"):
        assert secret not in told(on_case)


def told(widget: QWidget) -> str:
    """What a screen reader can find in a window, hidden parts too."""
    names = []
    for each in [widget, *widget.findChildren(QWidget)]:
        tree = QAccessible.queryAccessibleInterface(each)
        if tree is not None and tree.isValid():
            names += [tree.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Value)]
    return "\n".join(names)


def test_caseload_and_settings_by_the_rail(opened, qtbot):
    opened.rail.settings_button.click()
    assert isinstance(opened.pages.currentWidget(), SettingsPage)
    assert opened.rail.settings_button.isChecked()
    opened.rail.caseload_button.click()
    assert opened.rail.caseload_button.isChecked()
    assert type(opened.pages.currentWidget()).__name__ == "CaseloadPage"


def test_settings_while_locked_have_a_way_back(frame, qtbot):
    frame.menus.settings.emit()
    assert isinstance(frame.pages.currentWidget(), SettingsPage)
    assert not frame.rail.lock_button.isVisible()
    frame.rail.caseload_button.click()
    assert frame.pages.currentWidget() is frame.unlock
    assert not frame.rail.isVisible()
    qtbot.waitUntil(frame.unlock.passphrase.hasFocus)


def test_menus_offer_only_what_can_be_done(frame):
    actions = {action.text(): action for menu in frame.menuBar().actions() for action in menu.menu().actions()}
    assert not actions["&Lock"].isEnabled()
    assert not actions["&New case…"].isEnabled()
    assert actions["&Settings"].isEnabled()


def test_language_switches_window_menus_and_status(opened, qtbot, language, preferences):
    preferences.changed.connect(lambda now: language.set(now.language))
    [french] = [action for action in opened.menus._language.actions() if action.data() == "fr"]
    french.trigger()
    qtbot.waitUntil(lambda: opened.rail.caseload_button.text() != "Caseload")
    assert opened.menuBar().actions()[0].text() == "&Fichier"
    assert opened.locks_in.text().startswith("Verrouillage")
    assert french.isChecked()


def test_last_file_is_remembered_only_if_wanted(frame, qtbot, preferences, locked_file):
    preferences.change(remember_folder=False)
    frame.unlock.passphrase.setText(PASSPHRASE)
    with qtbot.waitSignal(frame.unlock.opened):
        frame.unlock.submit()
    assert preferences.now.last_file == ""
    frame.lock()
    preferences.change(remember_folder=True)
    frame.unlock.passphrase.setText(PASSPHRASE)
    with qtbot.waitSignal(frame.unlock.opened):
        frame.unlock.submit()
    assert preferences.now.last_file == str(locked_file)


def test_closing_the_window_locks(opened):
    opened.close()
    assert not opened.is_open


def test_failure_nobody_asked_for_is_said(opened, tasks, qtbot):
    def fail():
        raise KeyError("Amal")

    with qtbot.waitSignal(tasks.unseen):
        tasks.pool(fail, owner=tasks)
    assert opened.status.currentMessage()
    assert "Amal" not in opened.status.currentMessage()


def test_about_says_what_it_is_and_closes_with_the_lock(opened, qtbot):
    opened.menus.about.emit()
    boxes = [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]
    assert len(boxes) == 1
    opened.lock()
    assert not boxes[0].isVisible()


def test_places_are_reached_from_the_rail_and_by_key(opened, qtbot):
    opened.rail.places_button.click()
    assert type(opened.pages.currentWidget()).__name__ == "PlacesPage"
    assert opened.rail.places_button.isChecked()
    opened.show_caseload()
    assert opened.rail.caseload_button.isChecked()
    assert not opened.rail.places_button.isChecked()
    qtbot.waitUntil(lambda: opened.pages.currentWidget().model.rowCount() == 5)
    QTest.keyClick(opened.windowHandle(), Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert type(opened.pages.currentWidget()).__name__ == "PlacesPage"
    with qtbot.waitSignal(opened.pages.currentWidget().destroyed):
        opened.lock()


def test_there_are_no_places_while_locked(frame):
    frame.show_settings()
    assert not frame.rail.places_button.isVisible()
    frame.show_places()
    assert type(frame.pages.currentWidget()).__name__ == "SettingsPage"


def test_a_line_of_today_opens_its_case_at_the_place(opened, qtbot):
    opened.rail.today_button.click()
    page = opened.pages.currentWidget()
    waiting = page.by_group["waiting"]
    qtbot.waitUntil(lambda: bool(waiting.lines))
    waiting.lines[0].button.click()
    qtbot.waitUntil(lambda: type(opened.pages.currentWidget()).__name__ == "CasePage")
    case = opened.pages.currentWidget()
    assert case.context.case.code == waiting_case(page)
    assert case.section == "referral"


def waiting_case(page) -> str:
    return page._found["waiting"][0].lines[0].case


def test_the_journal_is_one_key_away(on_case, qtbot):
    QTest.keyClick(on_case.windowHandle(), Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert on_case.pages.currentWidget().section == "journal"


def test_a_place_asked_for_wins_over_where_the_work_stopped(on_case, qtbot):
    page = on_case.pages.currentWidget()
    page.show_place("case.partner_reference")
    QTest.keyClicks(on_case.focusWidget(), "7")
    qtbot.waitUntil(lambda: on_case.saved.text().startswith("Saved "))
    on_case.show_caseload()
    on_case.open_case("HRD-2026-S1", "case.partner_decision")
    qtbot.waitUntil(lambda: on_case._case is not None)
    qtbot.waitUntil(lambda: not on_case._case._resume_soon.isActive())
    assert on_case._case.section == "referral"
    widget = on_case.focusWidget()
    while not isinstance(widget, FieldEditor):
        widget = widget.parentWidget()
    assert widget.place == "case.partner_decision"


def test_thinking_better_of_a_new_case_or_an_import_leaves_the_case_in_front(on_case, monkeypatch):
    page = on_case.pages.currentWidget()
    monkeypatch.setattr(NewCaseDialog, "ask", lambda *_: "")
    monkeypatch.setattr(ImportDialog, "ask", lambda *_: ())
    on_case.menus.new_case.emit()
    on_case.menus.import_cases.emit()
    assert on_case.pages.currentWidget() is page


def test_a_case_begun_from_another_is_opened(on_case, qtbot, monkeypatch):
    monkeypatch.setattr(NewCaseDialog, "ask", lambda *_: "HRD-2026-S2")
    on_case.menus.new_case.emit()
    qtbot.waitUntil(lambda: on_case.pages.currentWidget().context.case.case.code == "HRD-2026-S2")


def test_brought_in_cases_are_shown_in_the_list(on_case, qtbot, monkeypatch):
    monkeypatch.setattr(ImportDialog, "ask", lambda *_: ("HRD-2026-S2",))
    on_case.menus.import_cases.emit()
    page = on_case.pages.currentWidget()
    qtbot.waitUntil(lambda: page.selected() == "HRD-2026-S2")
