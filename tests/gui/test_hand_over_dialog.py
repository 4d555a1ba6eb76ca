"""Handing cases over through the window: to a key, with a passphrase, or not at all."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from hrd_desktop.gui.hand_over_desk import Desk
from hrd_desktop.gui.hand_over_dialog import HandOverDialog
from hrd_desktop.gui.hand_over_key import HandOverKey, grouped
from hrd_desktop.services import handing, strength

from .two_files import CODE, OTHER, at_rest


@pytest.fixture
def here(case_file, tasks, language, now):
    return Desk(case_file, tasks, language, now, "AB")


@pytest.fixture
def there(empty_file, tasks, language, now):
    return Desk(empty_file, tasks, language, now, "CD")


def handing_over(desk, show, qtbot, codes=(CODE,)):
    dialog = show(HandOverDialog(desk, codes))
    qtbot.waitUntil(lambda: dialog.cases.list.count() > 0)
    return dialog


def test_sealed_to_a_key_read_back_and_told_what_to_do_next(here, there, show, qtbot, tmp_path):
    dialog = handing_over(here, show, qtbot)
    dialog.other.setText("north office")
    dialog.key.setPlainText(grouped(handing.own_key(there.file)).upper())
    dialog.agreed.setChecked(True)
    out = tmp_path / "out.hrdcase"
    dialog.choose_file = lambda suggested: out
    dialog.submit()
    at_rest(qtbot, dialog)
    assert dialog.steps.currentWidget() is dialog.ended
    assert "out.hrdcase" in dialog.written.text()
    assert "key you pasted" in dialog.next_2.text()
    with handing.look(there.file, out) as incoming:
        assert [case.code for case in incoming.cases] == [CODE]
        assert incoming.by == "AB"
    [line] = handing.register(here.file, CODE)
    assert line.other == "north office"
    assert b"north office" not in out.read_bytes()


def test_sealed_with_a_passphrase_that_is_suggested_and_shown(here, there, show, qtbot, tmp_path):
    dialog = handing_over(here, show, qtbot, (CODE, OTHER))
    dialog.other.setText("north office")
    dialog.by_passphrase.click()
    dialog.secret.suggest.click()
    words = dialog.secret.text
    assert strength.strength(words, "en").score == 4
    assert dialog.secret.line.echoMode() == QLineEdit.EchoMode.Normal
    dialog.agreed.setChecked(True)
    dialog.choose_file = lambda suggested: tmp_path / suggested.name
    dialog.submit()
    at_rest(qtbot, dialog)
    assert "another way" in dialog.next_2.text()
    assert dialog.secret.text == ""
    [out] = tmp_path.glob("*.hrdcase")
    with handing.look(there.file, out, words) as incoming:
        assert len(incoming.cases) == 2


@pytest.mark.parametrize("missing", ["case", "other", "key", "passphrase", "agreed"])
def test_nothing_is_asked_of_the_disk_while_something_is_missing(here, show, qtbot, missing):
    dialog = handing_over(here, show, qtbot, () if missing == "case" else (CODE,))
    dialog.other.setText("" if missing == "other" else "north office")
    dialog.key.setPlainText("" if missing == "key" else "age1xyz")
    if missing == "passphrase":
        dialog.by_passphrase.click()
    dialog.agreed.setChecked(missing != "agreed")
    dialog.choose_file = lambda suggested: pytest.fail("asked where to write")
    dialog.submit()
    where = {"case": dialog.cases.list, "other": dialog.other, "key": dialog.key, "agreed": dialog.agreed}
    assert dialog.message.isVisible()
    qtbot.waitUntil(where.get(missing, dialog.secret.line).hasFocus)


def test_a_key_that_is_none_is_refused_and_nothing_is_left(here, show, qtbot, tmp_path):
    dialog = handing_over(here, show, qtbot)
    dialog.other.setText("north office")
    dialog.key.setPlainText("age1notakey")
    dialog.agreed.setChecked(True)
    dialog.choose_file = lambda suggested: tmp_path / "out.hrdcase"
    dialog.submit()
    at_rest(qtbot, dialog)
    assert dialog.message.isVisible()
    assert dialog.form.isEnabled()
    assert not list(tmp_path.glob("*.hrdcase"))


@pytest.mark.parametrize(("by", "said"), [("AB", "comes from: AB"), ("", "initials are not set")])
def test_it_is_told_whom_the_file_says_it_comes_from(here, show, qtbot, by, said):
    assert said in handing_over(replace(here, by=by), show, qtbot).other_hint.text()


def test_who_has_not_agreed_is_told_by_recipient(here, show, qtbot):
    dialog = handing_over(here, show, qtbot)
    assert not dialog.consent.isVisible()
    dialog.recipient.show_code("lawyer")
    dialog.recipient.chosen.emit("lawyer")
    qtbot.waitUntil(dialog.consent.isVisible)
    assert f"({CODE}): P1" in dialog.consent.text()
    dialog.recipient.show_code("own_organisation")
    dialog.recipient.chosen.emit("own_organisation")
    qtbot.waitUntil(lambda: not dialog.consent.isVisible())


def test_cases_are_ticked_by_keyboard_and_stay_when_something_else_is_searched(here, show, qtbot):
    dialog = handing_over(here, show, qtbot)
    picker = dialog.cases
    assert picker.codes == (CODE,)
    picker.list.setFocus()
    QTest.keyClick(picker.list, Qt.Key.Key_Down)
    QTest.keyClick(picker.list, Qt.Key.Key_Space)
    assert len(picker.codes) == 2
    before = picker.codes
    picker.search.setText("zzz nothing")
    qtbot.waitUntil(lambda: picker.list.count() == 2)
    assert picker.codes == before
    assert "2 of 5" in picker.count.text()


def test_stopping_leaves_no_file(here, there, show, qtbot, tmp_path, tasks):
    dialog = handing_over(here, show, qtbot)
    dialog.other.setText("north office")
    dialog.key.setPlainText(handing.own_key(there.file))
    dialog.agreed.setChecked(True)
    dialog.choose_file = lambda suggested: tmp_path / "out.hrdcase"
    with qtbot.waitSignal(dialog.finished, timeout=15000):
        dialog.submit()
        dialog.cancel.click()
    assert not list(tmp_path.glob("*.hrdcase*"))
    assert handing.register(here.file, CODE) == []


def test_the_key_is_copied_whole_and_shown_in_groups(here, show, qtbot):
    dialog = show(HandOverKey(here))
    qtbot.waitUntil(dialog.copy.isEnabled)
    key = handing.own_key(here.file)
    dialog.copy.click()
    assert QApplication.clipboard().text() == key
    assert dialog.copied.isVisible()
    assert "".join(dialog.aloud.text().split()) == key
    assert max(map(len, dialog.aloud.text().split())) == 4
