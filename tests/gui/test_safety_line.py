"""The head of a case says how somebody must never be reached."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from hrd_desktop.gui.case_page import CasePage
from hrd_desktop.gui.editors.row_card import RowCard
from hrd_desktop.gui.safety_line import SafetyLine
from tests.gui.case_desk import Desk


@pytest.fixture
def page(desk: Desk, show) -> CasePage:
    made = CasePage(desk.case, desk.tasks, "en")
    show(made)
    return made


@pytest.fixture
def line(page: CasePage) -> SafetyLine:
    return page.header.safety


def test_forbidden_ways_stand_in_words_and_their_numbers_do_not(desk: Desk, line: SafetyLine) -> None:
    assert line.said.text() == "Never: text message"
    assert line.said.property("role") == "stop"
    desk.case.set_value("NC1.value", "+253 21 000 418")
    assert line.said.text() == "Never: text message"


def test_it_follows_what_is_entered_and_goes_when_nothing_is_forbidden(desk: Desk, line: SafetyLine) -> None:
    desk.case.add_row("P1.contact.never_channels", {"kind": "relative"})
    assert line.said.text() == "Never: text message, through a relative"
    for row in list(desk.case.value("P1.contact.never_channels")):
        desk.case.remove_row(row.id)
    assert line.isHidden()
    desk.case.undo()
    assert not line.isHidden()


def test_a_way_that_is_safe_elsewhere_asks_to_look_first(desk: Desk, line: SafetyLine) -> None:
    desk.case.add_row("P1.contact.safe_channels", {"kind": "sms"})
    assert line.said.text() == "Never: text message (not every one: look first)"


def test_others_with_forbidden_ways_are_marked(desk: Desk, line: SafetyLine) -> None:
    desk.case.add_row("P2.contact.never_channels", {"kind": "phone_call"})
    assert line.said.text() == "Never: text message. Forbidden ways also for P2"


def test_the_row_of_a_safe_way_says_what_not_to_do_there(desk: Desk) -> None:
    assert desk.context.summary("SC1") == "Messaging application · 18:00 to 20:00 · no voice call"


def test_the_row_of_a_forbidden_way_says_so_and_keeps_its_number_to_itself(desk: Desk, page: CasePage, qtbot) -> None:
    desk.case.set_value("NC1.value", "+253 21 000 418")
    page.show_place("P1.contact.never_channels")
    card = next(c for c in page.findChildren(RowCard) if c.key == "NC1")
    assert card.head.accessibleName() == "Never: text message"
    page.context.set_show_names(True)
    qtbot.waitUntil(lambda: "000 418" in card.head.accessibleName())


def test_it_leads_to_the_safe_ways(page: CasePage, line: SafetyLine, qtbot) -> None:
    page.show_section("work")
    qtbot.mouseClick(line.how, Qt.MouseButton.LeftButton)
    assert page.section == "safety_consent"
