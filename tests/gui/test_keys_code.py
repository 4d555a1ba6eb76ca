"""Typing a recovery code into its six fields."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hrd_desktop.gui.keys_code import CodeField

CODE = "4HT0G-ZC16T-VA557-P4PJ3-1XTNA-CE317"


@pytest.fixture
def field(show, qtbot):
    made = show(CodeField())
    made.fields[0].setFocus()
    qtbot.waitUntil(made.fields[0].hasFocus)
    return made


def type_on(text):
    for letter in text:
        QTest.keyClicks(QApplication.focusWidget(), letter)


@pytest.mark.parametrize("typed", [CODE, CODE.replace("-", ""), CODE.lower(), CODE.replace("-", " ")])
def test_typed_through_it_goes_from_group_to_group(field, typed):
    type_on(typed)
    assert field.text == CODE
    assert field.unfinished() == 0


@pytest.mark.parametrize("pasted", [CODE, CODE.replace("-", ""), f"  {CODE.lower()}\n"])
def test_pasted_whole_it_is_dealt_out(field, pasted):
    QApplication.clipboard().setText(pasted)
    field.fields[0].paste()
    assert field.text == CODE


def test_what_is_too_long_stays_to_be_seen(field):
    QApplication.clipboard().setText(CODE + "AB")
    field.fields[0].paste()
    assert field.fields[5].text() == "CE317AB"
    assert field.unfinished() == 6


def test_letters_that_look_alike_are_no_difference(field):
    QApplication.clipboard().setText(CODE.replace("0", "O").replace("1", "l"))
    field.fields[0].paste()
    assert field.differing(CODE) == []
    field.fields[3].setText("P4PJ4")
    assert field.differing(CODE) == [4]


def test_backspace_leads_back(field):
    type_on("4HT0G")
    assert field.fields[1].hasFocus()
    QTest.keyClick(field.fields[1], Qt.Key.Key_Backspace)
    assert field.fields[0].hasFocus()
    QTest.keyClick(field.fields[0], Qt.Key.Key_Backspace)
    assert field.fields[0].text() == "4HT0"


def test_enter_goes_on_and_at_the_end_is_told(field, qtbot):
    QTest.keyClick(field.fields[0], Qt.Key.Key_Return)
    assert field.fields[1].hasFocus()
    with qtbot.waitSignal(field.entered):
        QTest.keyClick(field.fields[5], Qt.Key.Key_Return)


def test_a_mark_goes_when_something_is_typed(field):
    field.mark([2, 4])
    assert [bool(one.property("wrong")) for one in field.fields] == [False, True, False, True, False, False]
    assert field.fields[1].hasFocus()
    type_on("A")
    assert not any(one.property("wrong") for one in field.fields)
