"""The cover over what is private: a second click shows it, and it covers itself again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from hrd_desktop.gui.editors.factory import editor_for
from hrd_desktop.gui.editors.masked import Masked
from tests.gui.case_desk import Desk

NOTE = "P4.medical.sealed_note"


@pytest.fixture
def covered(desk_of, show) -> tuple[Desk, Masked]:
    desk = desk_of("s5")
    made = Masked(
        desk.context,
        NOTE,
        lambda parent: editor_for(desk.context, NOTE, desk.spec(NOTE), parent),
        title="Sealed note",
        told="Sealed.",
    )
    show(made)
    return desk, made


def click(qtbot, button: QWidget) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_covered_the_content_is_nowhere_in_the_window(covered: tuple[Desk, Masked]) -> None:
    desk, made = covered
    note = str(desk.case.value(NOTE))
    assert not made.shown
    assert all(note not in label.text() for label in made.findChildren(QLabel))
    assert note not in made.ask.accessibleName()
    assert made.ask.accessibleName().startswith("Sealed note: ")


def test_a_second_click_shows_it_and_another_covers_it_again(covered: tuple[Desk, Masked], qtbot) -> None:
    desk, made = covered
    click(qtbot, made.ask)
    assert made.content.paper.toPlainText() == desk.case.value(NOTE)
    assert made.ask.isHidden()
    click(qtbot, made.cover)
    assert not made.shown
    assert made.cover.isHidden()


def test_it_covers_itself_when_the_time_is_over(covered: tuple[Desk, Masked], qtbot) -> None:
    desk, made = covered
    click(qtbot, made.ask)
    assert desk.context.reveals.over.isActive()
    desk.context.reveals.over.setInterval(1)
    qtbot.waitUntil(lambda: not made.shown)


def test_what_is_typed_is_saved_when_it_covers_itself(covered: tuple[Desk, Masked], qtbot) -> None:
    desk, made = covered
    click(qtbot, made.ask)
    made.content.paper.selectAll()
    qtbot.keyClicks(made.content.paper, "Seen by a doctor in Aden")
    desk.context.reveals.hide_all()
    assert desk.stored(NOTE) == "Seen by a doctor in Aden"


def test_typing_in_it_makes_the_time_begin_anew_and_typing_elsewhere_does_not(
    covered: tuple[Desk, Masked], show, qtbot
) -> None:
    desk, made = covered
    click(qtbot, made.ask)
    over = desk.context.reveals.over
    over.setInterval(60_000)
    over.stop()
    other = desk.editor("P1.occupation", show)
    other.line.setFocus()
    qtbot.waitUntil(other.line.hasFocus)
    qtbot.keyClicks(other.line, "x")
    assert not over.isActive()
    other.flush()
    made.activateWindow()
    made.content.paper.setFocus()
    qtbot.waitUntil(made.content.paper.hasFocus)
    qtbot.keyClicks(made.content.paper, "x")
    assert over.isActive()
    made.content.flush()


def test_two_covers_of_one_key_open_together(covered: tuple[Desk, Masked], qtbot) -> None:
    desk, made = covered
    other = Masked(desk.context, NOTE, QWidget)
    qtbot.addWidget(other)
    click(qtbot, made.ask)
    assert other.shown
