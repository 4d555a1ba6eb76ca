"""Opening and making a case file, and every way in which that may fail."""

from __future__ import annotations

import sqlite3
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from hrd_desktop.gui.unlock_page import LEAST, UnlockPage
from hrd_desktop.services import files
from hrd_desktop.vault.passphrase import LEAST as VAULT_LEAST

from .conftest import PASSPHRASE


@pytest.fixture
def made(tmp_path):
    file = files.create(tmp_path / "made.hrd", PASSPHRASE, calibrate=False)
    files.lock(file)
    return file.path


@pytest.fixture
def page(tasks, language, show, made):
    return show(UnlockPage(tasks, language, made, calibrate=False))


@pytest.fixture
def new_page(tasks, language, show, tmp_path):
    return show(UnlockPage(tasks, language, tmp_path / "new.hrd", calibrate=False))


def refuse(qtbot, page, passphrase=PASSPHRASE):
    page.passphrase.setText(passphrase)
    page.submit()
    qtbot.waitUntil(page.message.isVisible)
    return page.message.text()


def test_cursor_is_in_the_passphrase(page, qtbot):
    qtbot.waitUntil(page.passphrase.hasFocus)
    assert page.heading.text() == "Open a case file"
    assert not page.again.isVisible()


def test_enter_opens(page, qtbot, made):
    QTest.keyClicks(page.passphrase, PASSPHRASE)
    with qtbot.waitSignal(page.opened) as opened:
        QTest.keyClick(page.passphrase, Qt.Key.Key_Return)
    file = opened.args[0]
    assert file.path == made
    assert page.passphrase.text() == ""
    files.lock(file)


def test_fields_are_locked_while_the_key_is_derived(page, qtbot, tasks):
    gate = threading.Event()
    tasks.database(gate.wait, owner=page)
    page.passphrase.setText(PASSPHRASE)
    page.submit()
    inputs = (page.path, page.choose, page.passphrase, page.show_passphrase, page.go, page.other)
    assert not any(each.isEnabled() for each in inputs)
    assert page.progress.isVisible()
    page.submit()
    with qtbot.waitSignal(page.opened) as opened:
        gate.set()
    assert all(each.isEnabled() for each in inputs)
    assert not page.progress.isVisible()
    files.lock(opened.args[0])


def test_wrong_passphrase_is_said_and_can_be_typed_over(page, qtbot):
    said = refuse(qtbot, page, "not the passphrase at all")
    assert "passphrase" in said.lower()
    assert page.passphrase.hasFocus()
    assert page.passphrase.selectedText() == "not the passphrase at all"
    assert page.passphrase.property("wrong")
    QTest.keyClicks(page.passphrase, "x")
    assert not page.message.isVisible()
    assert not page.passphrase.property("wrong")


def test_four_kinds_of_trouble_have_four_sentences(page, qtbot, made):
    said = {refuse(qtbot, page, "not the passphrase at all")}
    (made / "keys.json").rename(made / "away.json")
    said.add(refuse(qtbot, page))
    (made / "keys.json").write_text("{}")
    said.add(refuse(qtbot, page))
    (made / "away.json").replace(made / "keys.json")
    (made / "cases.db").rename(made / "away.db")
    said.add(refuse(qtbot, page))
    with sqlite3.connect(made / "cases.db") as plain:
        plain.execute("create table t (x)")
    plain.close()
    said.add(refuse(qtbot, page))
    assert len(said) == 5


def test_nothing_typed_and_no_file_are_said_at_once(page):
    page.submit()
    assert page.message.text() == "Type the passphrase or the recovery code."
    page.path.clear()
    page.submit()
    assert page.message.text() == "Choose a case file first."
    assert page.path.hasFocus()


def test_making_asks_twice_and_says_the_rule(new_page, qtbot, tmp_path):
    assert new_page.heading.text() == "Make a case file"
    assert str(LEAST) in new_page.rule.words.text()
    with qtbot.waitSignal(new_page.rule.weighed):
        QTest.keyClicks(new_page.passphrase, "four words")
    assert "5 more characters are needed." in new_page.rule.words.text()
    assert new_page.rule.bar.score <= 1
    QTest.keyClick(new_page.passphrase, Qt.Key.Key_Return)
    assert str(LEAST) in new_page.message.text()
    QTest.keyClicks(new_page.passphrase, " are more")
    qtbot.waitSignal(new_page.rule.weighed).wait()
    assert "needed" not in new_page.rule.words.text()
    assert new_page.rule.bar.score >= 2
    QTest.keyClicks(new_page.again, "something else")
    QTest.keyClick(new_page.again, Qt.Key.Key_Return)
    assert new_page.message.text() == "The two passphrases are not the same."
    new_page.again.setText(new_page.passphrase.text())
    with qtbot.waitSignal(new_page.opened) as opened:
        new_page.submit()
    assert opened.args[0].path == tmp_path / "new.hrd"
    files.lock(opened.args[0])


def test_the_rule_is_that_of_the_vault():
    assert LEAST == VAULT_LEAST


def test_making_where_one_is_refuses(page, qtbot):
    page.set_making(True)
    page.again.setText(PASSPHRASE)
    assert refuse(qtbot, page)
    assert files.unlock(page.file, PASSPHRASE).lock() is None


def test_passphrase_is_hidden_until_shown(page):
    assert page.passphrase.echoMode() == QLineEdit.EchoMode.Password
    QTest.mouseClick(page.show_passphrase, Qt.MouseButton.LeftButton)
    assert page.passphrase.echoMode() == QLineEdit.EchoMode.Normal
    page.reset()
    assert page.passphrase.echoMode() == QLineEdit.EchoMode.Password


@pytest.mark.parametrize(
    ("letter", "shift", "on"), [("A", False, True), ("a", True, True), ("a", False, False), ("A", True, False)]
)
def test_caps_lock_is_read_from_letters(page, letter, shift, on):
    modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    QTest.sendKeyEvent(QTest.KeyAction.Click, page.passphrase, Qt.Key.Key_A, letter, modifier)
    assert page.caps_lock.isVisible() is on


def test_caps_lock_key_changes_what_is_known_and_digits_nothing(page):
    QTest.sendKeyEvent(QTest.KeyAction.Click, page.passphrase, Qt.Key.Key_A, "A", Qt.KeyboardModifier.NoModifier)
    QTest.keyClick(page.passphrase, Qt.Key.Key_1)
    assert page.caps_lock.isVisible()
    QTest.keyClick(page.passphrase, Qt.Key.Key_CapsLock)
    assert not page.caps_lock.isVisible()


def test_language_switches_while_it_stands(page, qtbot, language):
    refuse(qtbot, page, "not the passphrase at all")
    english = page.message.text()
    language.set("fr")
    qtbot.waitUntil(lambda: page.language.text() == "English")
    assert page.heading.text() == "Ouvrir un fichier de dossiers"
    assert page.message.text() != english
    page.set_making(True)
    language.set("en")
    qtbot.waitUntil(lambda: page.language.text() == "Français")
    assert page.heading.text() == "Make a case file"
    assert page.go.text() == "Make the case file"
    asked = []
    page.language_asked.connect(asked.append)
    page.language.click()
    assert asked == ["fr"]


def test_every_field_has_a_name_for_screen_readers(page):
    for field in (page.path, page.passphrase, page.again, page.progress):
        assert field.accessibleName()
