"""From the menu to the windows of hand-over and travel, and what is on the screen afterwards."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from hrd_desktop.core.edit import SetValue
from hrd_desktop.gui.close_case_dialog import CloseCaseDialog
from hrd_desktop.gui.hand_over_dialog import HandOverDialog
from hrd_desktop.gui.hand_over_receipt import HandOverReceipt
from hrd_desktop.gui.merge_dialog import MergeDialog
from hrd_desktop.gui.travel_dialog import TravelDialog
from hrd_desktop.services import editing, files, handing

from .conftest import PASSPHRASE
from .frame_desk import list_cases

CODE, OTHER = "HRD-2026-S1", "HRD-2026-S3"


@pytest.fixture
def opened(opened, qtbot):
    """With the list of cases on the screen."""
    list_cases(opened, qtbot)
    return opened


def entries(frame):
    return {action.text().replace("&", ""): action for action in frame.menus.hand_over.actions() if action.text()}


def asked(monkeypatch, cls, name="ask"):
    """What a window is asked with, instead of showing it."""
    seen = []

    def ask(desk, *args, **_):
        seen.append((desk, *args))
        return ()

    monkeypatch.setattr(cls, name, ask)
    return seen


def test_nothing_of_it_is_on_offer_without_a_file(frame):
    assert not frame.menus.hand_over.menuAction().isEnabled()


def test_the_menu_has_everything(opened):
    assert opened.menus.hand_over.menuAction().isEnabled()
    assert list(entries(opened)) == [
        "Hand over cases…",
        "Take in a hand-over…",
        "Take in a receipt…",
        "Make a travel file…",
        "Bring a travel file home…",
        "My key…",
    ]


def test_the_menu_speaks_french(opened, language, qtbot):
    language.set("fr")
    qtbot.waitUntil(lambda: "Transmettre des dossiers…" in entries(opened))


@pytest.mark.parametrize(
    ("entry", "cls"), [("Hand over cases…", HandOverDialog), ("Make a travel file…", TravelDialog)]
)
def test_from_the_open_case_that_case_is_chosen(on_case, monkeypatch, entry, cls):
    seen = asked(monkeypatch, cls)
    entries(on_case)[entry].trigger()
    assert seen[0][1] == (CODE,)


def test_from_the_caseload_those_that_are_marked(opened, monkeypatch, qtbot):
    seen = asked(monkeypatch, HandOverDialog)
    page = opened.pages.currentWidget()
    page.table.clearSelection()
    rows = [n for n in range(5) if page.model.code(n) in (CODE, OTHER)]
    for row in rows:
        where = page.table.visualRect(page.model.index(row, 0)).center()
        qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, where)
    page.hand_over_button.click()
    assert set(seen[0][1]) == {CODE, OTHER}


def test_what_is_typed_goes_along(on_case, monkeypatch, qtbot, tasks):
    seen = asked(monkeypatch, HandOverDialog)
    page = on_case.pages.currentWidget()
    page.show_place("case.partner_reference")
    on_case.focusWidget().setText("")
    qtbot.keyClicks(on_case.focusWidget(), "TYPED-88")
    entries(on_case)["Hand over cases…"].trigger()
    from hrd_desktop.services import cases

    with qtbot.waitCallback() as came:
        tasks.database(cases.open_case, seen[0][0].file, CODE, done=came, owner=tasks)
    assert came.args[0].case.partner_reference == "TYPED-88"


def test_after_taking_in_the_open_case_is_read_again(on_case, monkeypatch, qtbot):
    before = on_case.pages.currentWidget()

    def ask(desk, _window):
        editing.change(desk.file, CODE, [SetValue("case.alias", "From elsewhere")], at=desk.now(), by="CD")
        return (CODE,)

    monkeypatch.setattr(MergeDialog, "ask_hand_over", ask)
    entries(on_case)["Take in a hand-over…"].trigger()
    qtbot.waitUntil(lambda: on_case.pages.currentWidget() is not before)
    qtbot.waitUntil(lambda: type(on_case.pages.currentWidget()).__name__ == "CasePage")
    assert on_case.pages.currentWidget().context.case.case.alias == "From elsewhere"


def test_after_taking_in_another_case_the_list_shows_it(on_case, monkeypatch, qtbot):
    monkeypatch.setattr(MergeDialog, "ask_travel_file", lambda *_: (OTHER,))
    entries(on_case)["Bring a travel file home…"].trigger()
    assert type(on_case.pages.currentWidget()).__name__ == "CaseloadPage"


def test_a_receipt_leads_to_closing_the_case(opened, monkeypatch, qtbot):
    asked_about = []
    monkeypatch.setattr(HandOverReceipt, "ask", lambda *_: OTHER)
    monkeypatch.setattr(CloseCaseDialog, "ask", lambda found, *_: asked_about.append(found.code))
    entries(opened)["Take in a receipt…"].trigger()
    qtbot.waitUntil(lambda: asked_about == [OTHER])


def test_a_case_on_the_road_is_marked_in_the_list_and_in_its_head(on_case, monkeypatch, qtbot, tmp_path, now, tasks):
    page = on_case.pages.currentWidget()
    assert not page.header.travel.isVisible()

    def ask(desk, codes, **_):
        words = "plough lantern seventy harbour quiet"
        handing.travel(desk.file, codes, tmp_path / "road", words, at=now(), calibrate=False)
        return codes

    monkeypatch.setattr(TravelDialog, "ask", ask)
    entries(on_case)["Make a travel file…"].trigger()
    qtbot.waitUntil(lambda: on_case.pages.currentWidget() not in (None, page))
    shown = on_case.pages.currentWidget()
    qtbot.waitUntil(shown.header.travel.isVisible)
    assert "Travelling since September 15, 2026" in shown.header.travel.text()
    on_case.rail.caseload_button.click()
    model = on_case.pages.currentWidget().model
    qtbot.waitUntil(lambda: "travelling" in told(model, CODE))
    assert "travelling" not in told(model, OTHER)
    assert "Travelling since September 15, 2026" in told(model, CODE, Qt.ItemDataRole.ToolTipRole)


def told(model, code, role=Qt.ItemDataRole.DisplayRole):
    rows = [n for n in range(model.rowCount()) if model.code(n) == code]
    return str(model.data(model.index(rows[0], 0), role)) if rows else ""


@pytest.mark.parametrize("entry", ["Hand over cases…", "Make a travel file…", "My key…"])
def test_locking_closes_the_window_and_nothing_of_it_stays(opened, qtbot, entry):
    QTimer.singleShot(0, lambda: _type_and_lock(opened))
    entries(opened)[entry].trigger()  # comes back once the window is closed
    assert not opened.is_open
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]


def _type_and_lock(frame):
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    if hasattr(dialog, "secret"):
        dialog.secret.line.setText("plough lantern seventy")
    frame.lock()
    if hasattr(dialog, "secret"):
        assert dialog.secret.text == ""


def test_locking_amid_the_questions_leaves_the_case_as_it_was(
    opened, qtbot, tmp_path, now, tasks, locked_file, monkeypatch
):
    file = opened.desk().file
    with qtbot.waitCallback() as made:
        tasks.database(
            lambda: handing.seal(file, [CODE], tmp_path / "one", keys=[handing.own_key(file)], at=now()),
            done=made, owner=tasks,
        )  # fmt: skip
    path = made.args[0].path
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(path), ""))

    def lock_when_looked_at():
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, MergeDialog) and not dialog.working:
            opened.lock()
        else:
            QTimer.singleShot(10, lock_when_looked_at)

    QTimer.singleShot(0, lock_when_looked_at)
    entries(opened)["Take in a hand-over…"].trigger()
    assert not opened.is_open
    with qtbot.waitCallback() as locked:
        tasks.database(lambda: None, done=locked, owner=tasks)
    files.lock(files.unlock(locked_file, PASSPHRASE))
