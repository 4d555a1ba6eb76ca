"""The task list: one line for each adult, which comes and goes with the person; cards for each person."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hrd_desktop.core.dates import PartialDate
from hrd_desktop.gui.case_page import CasePage
from hrd_desktop.gui.person_cards import PersonCards
from hrd_desktop.gui.section_page import SectionPage
from tests.gui.case_desk import Desk
from tests.gui.guided_desk import focused_place

Made = tuple[Desk, CasePage]


@pytest.fixture
def page_of(desk_of, show) -> Callable[..., Made]:
    def make(sample: str = "s2") -> Made:
        desk = desk_of(sample)
        page = CasePage(desk.case, desk.tasks, "en")
        page.resize(1184, 728)
        show(page)
        return desk, page

    return make


def background(page: CasePage) -> list[str]:
    return [key.partition(":")[2] for key, _ in page.titles() if key.startswith("background")]


def shown(page: CasePage) -> list[str]:
    return [page.sections.item(row).text().partition("\n")[0] for row in range(page.sections.count())]


def test_each_adult_has_a_line_named_as_everywhere(page_of) -> None:
    desk, page = page_of()
    assert background(page) == ["P1", "P2"]
    assert f"Background: {desk.context.row_label('P2')}" in shown(page)


def test_who_becomes_an_adult_gets_a_line_at_once(page_of) -> None:
    desk, page = page_of()
    desk.case.set_value("P3.birth.date", PartialDate(2000))
    desk.qtbot.waitUntil(lambda: "Background: P3 · Child" in shown(page))
    desk.case.undo()
    desk.qtbot.waitUntil(lambda: "Background: P3 · Child" not in shown(page))


def test_the_page_of_somebody_who_is_removed_goes_and_another_opens(page_of) -> None:
    desk, page = page_of()
    page.show_section("background:P2")
    assert page.section == "background:P2"
    desk.case.remove_row("P2")
    desk.qtbot.waitUntil(lambda: page.section == "people")
    assert "P2" not in background(page)
    desk.case.undo()
    desk.qtbot.waitUntil(lambda: "P2" in background(page))


def test_a_link_to_the_background_of_a_child_opens_a_page_for_it(page_of) -> None:
    _, page = page_of()
    assert "P3" not in background(page)
    page.show_place("P3.returns")
    assert page.section == "background:P3"
    assert focused_place() == "P3.returns"


def test_cards_of_persons_follow_the_persons_and_say_who_it_is(page_of) -> None:
    desk, page = page_of()
    page.show_section("documents")
    section = page.stack.currentWidget()
    assert isinstance(section, SectionPage)
    ((_, cards),) = section.bodies
    assert isinstance(cards, PersonCards)
    assert list(cards.cards) == ["P1", "P2", "P3"]
    assert all(card.body is None for card in cards.cards.values())
    page.show_place("P2.travel_document_obtainable")
    assert focused_place() == "P2.travel_document_obtainable"
    assert cards.cards["P2"].head.accessibleName().startswith(desk.context.row_label("P2"))
    before = cards.cards["P3"].head.accessibleName()
    desk.case.set_value("P3.travel_document_obtainable", "yes")
    desk.qtbot.waitUntil(lambda: cards.cards["P3"].head.accessibleName() != before)
    desk.case.remove_row("P3")
    assert list(cards.cards) == ["P1", "P2"]
