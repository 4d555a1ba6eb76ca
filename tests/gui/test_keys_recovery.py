"""Making a recovery sheet: it counts once typed back from paper; left before that, nothing stays."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from hrd_desktop.errors import WrongSecret
from hrd_desktop.gui.hand_over_desk import Desk
from hrd_desktop.gui.keys_recovery import KeysRecovery
from hrd_desktop.gui.print_dialog import PrintDialog
from hrd_desktop.services import keys

from .conftest import PASSPHRASE


@pytest.fixture
def desk(empty_file, tasks, language, now):
    return Desk(empty_file, tasks, language, now, "")


@pytest.fixture
def dialog(desk, show, tmp_path):
    made = show(KeysRecovery(desk))
    made.choose_file = lambda suggested: tmp_path / suggested.name
    return made


def at_rest(qtbot, dialog):
    qtbot.waitUntil(lambda: not dialog.working, timeout=20000)


@pytest.fixture
def with_sheet(dialog, qtbot):
    dialog.confirm.setText(PASSPHRASE)
    dialog.submit()
    at_rest(qtbot, dialog)
    assert dialog.steps.currentWidget() is dialog.sheet
    return dialog


def type_back(dialog, code):
    for field, group in zip(dialog.code.fields, code.split("-"), strict=True):
        field.setFocus()
        field.clear()
        QTest.keyClicks(field, group.lower())


def kinds(file):
    return [slot.kind for slot in keys.slots(file)]


def other(letter):
    return "0" if letter != "0" else "1"


def test_without_a_secret_there_is_no_code(dialog, qtbot):
    dialog.submit()
    assert dialog.message.isVisible()
    dialog.confirm.setText("this opens nothing at all")
    dialog.submit()
    at_rest(qtbot, dialog)
    assert dialog.steps.currentWidget() is dialog.ask_step
    assert "does not open" in dialog.message.text()
    assert dialog._made is None


@pytest.mark.parametrize("percent", [100, 200])
def test_the_field_stays_in_sight_when_it_is_refused(desk, show, qtbot, dressed, percent):
    dressed.set("light", percent)
    dialog = show(KeysRecovery(desk))

    def in_sight():
        field, port = dialog.confirm, dialog.ask_step.viewport()
        where = field.rect().translated(field.mapTo(port, QPoint()))
        return port.rect().contains(where)

    qtbot.waitUntil(lambda: in_sight() or percent > 100)
    dialog.submit()
    assert dialog.message.isVisible()
    qtbot.waitUntil(in_sight)


def test_on_paper_typed_back_and_it_opens(with_sheet, qtbot, empty_file, now):
    dialog = with_sheet
    code = dialog._made.code
    assert dialog.document.pageCount() == 1
    assert kinds(empty_file) == ["passphrase"]
    dialog.submit()
    assert dialog.steps.currentWidget() is dialog.back_step
    type_back(dialog, code)
    with qtbot.waitSignal(dialog.succeeded, timeout=20000):
        dialog.submit()
    assert kinds(empty_file) == ["passphrase", "recovery"]
    assert keys.slots(empty_file)[1].made_on == now().date()
    keys.check(empty_file, code)
    assert dialog.document.pageCount() == 0
    assert not dialog.cancel.isVisible()
    dialog.submit()
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_wrong_groups_are_named_and_the_others_stay(with_sheet, qtbot, empty_file):
    dialog = with_sheet
    groups = dialog._made.code.split("-")
    dialog.submit()
    type_back(dialog, "-".join([*groups[:4], other(groups[4][0]) + groups[4][1:], groups[5]]))
    dialog.submit()
    at_rest(qtbot, dialog)
    assert "Group 5" in dialog.message.text()
    assert [bool(field.property("wrong")) for field in dialog.code.fields] == [False] * 4 + [True, False]
    assert dialog.code.fields[4].hasFocus()
    dialog.code.fields[1].setText("")
    dialog.submit()
    at_rest(qtbot, dialog)
    assert "2, 5" in dialog.message.text()
    assert kinds(empty_file) == ["passphrase"]
    type_back(dialog, "-".join(groups))
    with qtbot.waitSignal(dialog.succeeded, timeout=20000):
        dialog.submit()


def test_the_code_of_another_sheet_is_called_that(with_sheet, qtbot, empty_file):
    with keys.add_recovery(empty_file, PASSPHRASE, on=None) as pending:
        code = pending.code
    with_sheet.submit()
    type_back(with_sheet, code)
    with_sheet.submit()
    at_rest(qtbot, with_sheet)
    assert "not the one that was just made" in with_sheet.message.text()


def test_a_code_that_is_not_whole_is_not_called_another_code(with_sheet, qtbot):
    with_sheet.submit()
    with_sheet.code.fields[0].setText("AAAA")
    with_sheet.submit()
    at_rest(qtbot, with_sheet)
    assert with_sheet.message.text() == "Group 1 does not have five characters."
    assert [bool(field.property("wrong")) for field in with_sheet.code.fields] == [True] + [False] * 5


def test_closing_before_leaves_no_key_and_says_so(with_sheet, qtbot, empty_file, tmp_path, tasks):
    dialog = with_sheet
    code = dialog._made.code
    dialog.save_button.click()
    at_rest(qtbot, dialog)
    [written] = tmp_path.glob("*.pdf")
    assert written.read_bytes().startswith(b"%PDF")
    assert str(written) in dialog.sheet_said.text()
    dialog.reject()
    assert dialog.isVisible()
    assert "opens nothing" in dialog.end_text.text()
    assert str(written) in dialog.end_text.text()
    dialog.submit()  # back to the sheet, after all
    assert dialog.steps.currentWidget() is dialog.sheet
    dialog.reject()
    dialog.reject()
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: not written.exists())
    assert kinds(empty_file) == ["passphrase"]
    with pytest.raises(WrongSecret):
        keys.check(empty_file, code)


def test_locking_amid_it_leaves_no_key_and_no_pdf(with_sheet, qtbot, empty_file, tmp_path):
    dialog = with_sheet
    made = dialog._made
    dialog.save_button.click()
    at_rest(qtbot, dialog)
    dialog.submit()
    type_back(dialog, made.code)
    dialog.done(QDialog.DialogCode.Rejected)
    qtbot.waitUntil(lambda: not list(tmp_path.glob("*.pdf")))
    assert made.code == ""
    assert made.sheet == b""
    assert dialog.code.text == ""
    assert kinds(empty_file) == ["passphrase"]


def test_what_is_being_proved_when_it_locks_comes_to_count(with_sheet, qtbot, empty_file, tmp_path, tasks, monkeypatch):
    """The code is on paper and was typed back rightly: the key is written whole, and the file of the sheet stays."""
    dialog, begun = with_sheet, threading.Event()
    made = type(dialog._made)
    prove = made.prove
    monkeypatch.setattr(made, "prove", lambda *given: (begun.set(), prove(*given))[1])
    code = dialog._made.code
    dialog.save_button.click()
    at_rest(qtbot, dialog)
    dialog.submit()
    type_back(dialog, code)
    dialog.submit()
    assert begun.wait(10)
    dialog.done(QDialog.DialogCode.Rejected)
    asked = []
    tasks.database(kinds, empty_file, done=asked.append, owner=dialog)
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == [["passphrase", "recovery"]]
    keys.check(empty_file, code)
    assert list(tmp_path.glob("*.pdf"))


def test_the_pdf_can_be_deleted_at_the_end(with_sheet, qtbot, tmp_path):
    dialog = with_sheet
    dialog.save_button.click()
    at_rest(qtbot, dialog)
    dialog.submit()
    type_back(dialog, dialog._made.code)
    with qtbot.waitSignal(dialog.succeeded, timeout=20000):
        dialog.submit()
    assert dialog.delete_button.isVisible()
    dialog.delete_button.click()
    at_rest(qtbot, dialog)
    assert not list(tmp_path.glob("*.pdf"))
    assert not dialog.delete_button.isVisible()


def test_a_file_that_is_there_is_not_overwritten(with_sheet, qtbot, tmp_path):
    (tmp_path / "sheet.pdf").write_text("mine")
    with_sheet.save_button.click()
    at_rest(qtbot, with_sheet)
    assert with_sheet.message.isVisible()
    assert with_sheet.saved_at is None
    with_sheet.done(QDialog.DialogCode.Rejected)
    assert (tmp_path / "sheet.pdf").read_text() == "mine"


def test_printing_opens_the_print_window(with_sheet):
    with_sheet.print_button.click()
    [printing] = [one for one in QApplication.topLevelWidgets() if isinstance(one, PrintDialog)]
    assert printing.chosen() == [0]
    printing.begun.emit(1)
    assert with_sheet.sheet_said.isVisible()
    printing.reject()


def test_a_secret_typed_a_moment_ago_is_not_asked_again(desk, show, qtbot):
    dialog = show(KeysRecovery(desk, known=PASSPHRASE))
    assert not dialog.confirm.isVisible()
    dialog.submit()
    at_rest(qtbot, dialog)
    assert dialog.steps.currentWidget() is dialog.sheet
    assert PASSPHRASE not in vars(dialog).values()
