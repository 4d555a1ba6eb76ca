"""What is sealed shows in its own form alone, on a second click, for this visit."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QTextEdit, QWidget

from hrd_desktop.gui.case_page import CasePage
from hrd_desktop.gui.editors.choice import ChoiceEditor
from hrd_desktop.services import record
from tests.gui.case_desk import Desk

LEFT = Qt.MouseButton.LeftButton


def texts(widget: QWidget) -> str:
    """All that can be read or heard on a page, folded or not."""
    found = [w.text() for kind in (QLabel, QAbstractButton, QLineEdit) for w in widget.findChildren(kind)]
    found += [w.toPlainText() for w in widget.findChildren(QTextEdit)]
    for each in widget.findChildren(QWidget):
        found += [each.accessibleName(), each.accessibleDescription(), each.toolTip()]
    return "\n".join(found)


def page_of(desk: Desk, show) -> CasePage:
    page = CasePage(desk.case, desk.tasks, "en")
    page.resize(1280, 800)
    show(page)
    return page


@pytest.fixture
def statement(desk_of, show) -> tuple[Desk, CasePage]:
    """A statement of P1 that P2 must not see, with its card opened."""
    desk = desk_of("s2")
    page = page_of(desk, show)
    page.show_place("NR1")
    return desk, page


def test_a_statement_kept_from_somebody_is_covered_although_its_card_is_open(statement) -> None:
    desk, page = statement
    told = desk.case.value("NR1.text")
    assert told[:40] not in texts(page)
    page.show_place("NR1.text")
    assert told[:40] not in texts(page)


def test_a_second_click_shows_it_until_the_page_is_left(statement, qtbot) -> None:
    desk, page = statement
    told = desk.case.value("NR1.text")
    card = next(c for c in page.findChildren(QWidget) if getattr(c, "key", "") == "NR1" and getattr(c, "cover", None))
    qtbot.mouseClick(card.cover.ask, LEFT)
    assert told in texts(page)
    qtbot.waitUntil(lambda: record.read(desk.file, record.asked(action="sealed_note")) != [])
    (entry,) = record.read(desk.file, record.asked(action="sealed_note"))
    assert (entry.case, entry.detail) == (desk.code, {"place": "NR1"})
    page.show_section("people")
    assert not desk.context.reveals.shows("NR1")
    page.show_section("incidents")
    assert not card.cover.shown


def test_a_line_of_a_list_says_only_that_it_is_sealed(desk_of) -> None:
    desk = desk_of("s2")
    assert desk.context.summary("NR1") == "Narrative, sealed"
    desk = desk_of("s1")
    assert desk.context.summary("EV9").endswith(", sealed")
    assert desk.case.value("EV9.title") not in desk.context.row_label("EV9")


def test_a_sealed_note_of_health_is_covered_and_an_empty_one_is_not(desk_of, show) -> None:
    desk = desk_of("s5")
    page = page_of(desk, show)
    page.show_place("P4.medical.sealed_note")
    assert desk.case.value("P4.medical.sealed_note") not in texts(page)
    page.show_place("P1.medical.sealed_note")
    focus = page.window().focusWidget()
    assert isinstance(focus, QTextEdit)


def test_the_code_word_is_covered_until_somebody_asks(desk_of, show, qtbot) -> None:
    desk = desk_of("s1")
    page = page_of(desk, show)
    page.show_place("P1.contact.code_word")
    assert "mango season" not in texts(page)
    qtbot.mouseClick(page.window().focusWidget(), LEFT)
    assert "mango season" in texts(page)


def test_a_private_fact_typed_into_an_empty_field_is_covered_once_the_page_is_left(desk_of, show, qtbot) -> None:
    desk = desk_of("s1")
    page = page_of(desk, show)
    page.show_place("P1.pronouns")
    line = page.window().focusWidget()
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, "quexa")
    page.show_section("work")
    page.show_section("people")
    assert desk.stored("P1.pronouns") == "quexa"
    assert "quexa" not in texts(page)


def test_what_is_sealed_while_it_stands_open_stays_open_and_is_covered_later(desk_of, show, qtbot) -> None:
    desk = desk_of("s1")
    page = page_of(desk, show)
    page.show_place("NR1.sealed")
    shown = page.context.reveals
    choice = next(e for e in page.findChildren(ChoiceEditor) if e.place == "NR1.sealed")
    qtbot.mouseClick(choice.buttons[True], LEFT)
    assert desk.case.value("NR1.sealed")
    assert shown.shows("NR1")
    assert desk.case.value("NR1.text") in texts(page)
    page.show_section("people")
    page.show_section("incidents")
    qtbot.waitUntil(lambda: desk.case.value("NR1.text")[:40] not in texts(page))


def test_switching_names_off_covers_everything(desk_of) -> None:
    desk = desk_of("s2")
    desk.context.set_show_names(True)
    desk.context.reveals.show("NR1")
    desk.context.set_show_names(False)
    assert not desk.context.reveals.shows("NR1")
