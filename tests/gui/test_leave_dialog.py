"""The last look before a packet leaves: the recipient typed once more, and what locks the files."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from hrd_desktop.gui.leave_dialog import LeaveDialog
from hrd_desktop.services import packets
from hrd_desktop.services.delivery import Closing

KEY = "age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg"  # of the documentation of age
WORDS = "five lamps under a green bridge"


@pytest.fixture
def dialog(desk, show) -> LeaveDialog:
    options = packets.default_options(desk.case.case, desk.today)
    made = LeaveDialog(options, "ProtectDefenders.eu", "HRD-2026-S1 · 46 pages", "en")
    show(made)
    return made


def choose(dialog: LeaveDialog, kind: str) -> None:
    how = dialog.lock.how
    how.setCurrentIndex(how.findData(kind))
    how.activated.emit(how.currentIndex())


def test_it_says_who_gets_what_and_the_keyboard_is_where_the_name_is_typed(dialog) -> None:
    assert dialog.heading.text() == "This packet goes to: ProtectDefenders.eu"
    assert dialog.what.text() == "HRD-2026-S1 · 46 pages"
    assert dialog.typed.hasFocus()
    assert dialog.lock.kind == "plain"
    assert dialog.lock.hint.text() == "Whoever has the file can read it."


@pytest.mark.parametrize("typed", ["", "UNHCR", "Protect", "Front Line Defenders"])
def test_another_name_blocks_and_says_so(dialog, typed: str) -> None:
    dialog.typed.setText(typed)
    QTest.keyClick(dialog.typed, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.wrong.text() == "This is not who was chosen (ProtectDefenders.eu). Nothing was written."
    assert dialog.typed.hasFocus()
    QTest.keyClicks(dialog.typed, "x")
    assert not dialog.wrong.isVisible()


@pytest.mark.parametrize("typed", ["ProtectDefenders.eu", "protectdefenders.eu", " Protect Defenders EU "])
def test_the_same_name_goes_on(dialog, typed: str) -> None:
    dialog.typed.setText(typed)
    QTest.keyClick(dialog.typed, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.lock.closing() == Closing()


def test_escape_thinks_better_of_it(dialog) -> None:
    dialog.typed.setText("ProtectDefenders.eu")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_a_password_is_typed_twice_and_must_hold(dialog) -> None:
    dialog.typed.setText("ProtectDefenders.eu")
    choose(dialog, "password")
    assert dialog.lock.secret.isVisible()
    said = []
    for first, again in (("", ""), ("short", "short"), (WORDS, WORDS + "!")):
        dialog.lock.secret.setText(first)
        dialog.lock.again.setText(again)
        dialog.submit()
        assert dialog.isVisible()
        said.append(dialog.lock.wrong.text())
    assert said[0] == "Choose the words that open it."
    assert "five or six ordinary words" in said[1]
    assert said[2] == "The two are not the same."
    dialog.lock.again.setText(WORDS)
    dialog.submit()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.lock.closing() == Closing(password=WORDS)


def test_sealed_with_a_passphrase(dialog) -> None:
    dialog.typed.setText("ProtectDefenders.eu")
    choose(dialog, "passphrase")
    dialog.lock.secret.setText(WORDS)
    dialog.lock.again.setText(WORDS)
    dialog.submit()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.lock.closing() == Closing(passphrase=WORDS)


def test_a_key_that_is_none_is_refused_and_several_may_be_given(dialog) -> None:
    dialog.typed.setText("ProtectDefenders.eu")
    choose(dialog, "key")
    assert not dialog.lock.secret.isVisible()
    for wrong in ("", "age1nothing", "AGE-SECRET-KEY-1QQQQ"):
        dialog.lock.keys.setPlainText(wrong)
        dialog.submit()
        assert dialog.isVisible()
        assert dialog.lock.wrong.text()
    dialog.lock.keys.setPlainText(f"{KEY}\n{KEY}")
    dialog.submit()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.lock.closing() == Closing(keys=(KEY, KEY))


def test_what_was_typed_is_forgotten(dialog) -> None:
    choose(dialog, "password")
    dialog.lock.secret.setText(WORDS)
    dialog.lock.again.setText(WORDS)
    dialog.lock.forget()
    assert dialog.lock.secret.text() == dialog.lock.again.text() == ""


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_cut(dialog, dressed, percent: int) -> None:
    dressed.set("light", percent)
    choose(dialog, "passphrase")
    assert dialog.lock.hint.height() >= dialog.lock.hint.heightForWidth(dialog.lock.hint.width())
    dialog.submit()
    room = dialog.screen().availableGeometry()
    assert dialog.height() <= room.height()
    for label in (dialog.heading, dialog.typed_label, dialog.lock.wrong):
        assert label.height() >= label.heightForWidth(label.width()), label.text()
