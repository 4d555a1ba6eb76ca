from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from hrd_desktop.gui.case_page import CasePage
from hrd_desktop.gui.review_page import ReviewPage
from tests.gui.case_desk import Desk

Made = tuple[Desk, ReviewPage]


@pytest.fixture
def page_of(desk_of, show) -> Callable[..., Made]:
    def make(sample: str) -> Made:
        desk = desk_of(sample)
        page = ReviewPage(desk.context)
        page.resize(700, 1200)
        show(page)
        return desk, page

    return make


def shown(page: ReviewPage) -> dict[str, list[str]]:
    """The groups that can be seen, by their headings, each with where its lines lead."""
    return {group.head.text(): [line.place for line in group.lines.lines] for group in page.groups if group.isVisible()}


@pytest.mark.parametrize(
    ("sample", "headline", "step"),
    [
        ("s1", "Ready", "Next: look at the packet"),
        ("s2", "Waits for information", "Next: start with the first line"),
        ("s3", "Another route fits better", "Next: check that the facts are right, then talk over"),
        ("s4", "Ready, with warnings", "Next: read the warnings"),
        ("s5", "Something must change first", "Next: look at each line below"),
    ],
)
def test_the_headline_says_how_it_stands_and_what_to_do_next(page_of, sample: str, headline: str, step: str) -> None:
    desk, page = page_of(sample)
    assert page.headline.text() == headline
    assert page.meaning.text() == desk.context.words.explain("headline", desk.case.assessment.headline)
    assert step in page.next_step.text()
    assert page.packet.isVisible() == headline.startswith("Ready")


def test_each_line_is_in_the_group_of_what_it_does(page_of) -> None:
    _, page = page_of("s2")
    groups = shown(page)
    assert groups["Stands in the way (2)"] == ["item:E06:P1", "item:E27:P2"]
    assert groups["Warnings (2)"] == ["item:E04:P1", "item:E16"]
    assert any(head.startswith("Ask next time") for head in groups)
    assert not any(head.startswith(("Waits for a lawyer", "Begun", "Other routes")) for head in groups)


def test_a_diverted_case_shows_other_routes_and_no_packet(page_of) -> None:
    desk, page = page_of("s3")
    groups = shown(page)
    assert groups["Stands in the way (1)"] == ["item:E18"]
    assert groups[f"Other routes ({len(desk.case.assessment.routes)})"] == [""] * len(desk.case.assessment.routes)


def test_a_line_says_whom_it_is_about_and_why(page_of) -> None:
    _, page = page_of("s2")
    line = page.groups[1].lines.lines[1]
    said = [label.text() for label in line.findChildren(QLabel) if label.text()]
    assert said == ["Informed consent to share · P2 · Spouse", "No live consent to share names: UNHCR and IRCC."]
    assert line.accessibleName() == said[0]
    assert line.accessibleDescription() == said[1]


def test_lines_are_followed_by_mouse_and_key(page_of) -> None:
    desk, page = page_of("s2")
    first, second = page.groups[1].lines.lines
    with desk.qtbot.waitSignal(page.go_to) as gone:
        desk.qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert gone.args == ["item:E06:P1"]
    first.setFocus()
    desk.qtbot.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    with desk.qtbot.waitSignal(page.go_to) as gone:
        desk.qtbot.keyClick(second, Qt.Key.Key_Return)
    assert gone.args == ["item:E27:P2"]


def test_what_is_begun_is_listed_with_what_it_still_needs(page_of) -> None:
    desk, page = page_of("s1")
    with desk.qtbot.waitSignal(desk.case.assessed):
        key = desk.case.add_row("case.incidents", {"place": "Aden"})
    assert shown(page)["Begun, not complete (1)"] == [key]
    line = page.groups[0].lines.lines[0]
    assert line.accessibleDescription().startswith("Still needs: ")
    with desk.qtbot.waitSignal(desk.case.assessed):
        desk.case.remove_row(key)
    assert not page.groups[0].isVisible()


def test_an_answer_that_is_begun_leads_to_its_item(page_of) -> None:
    desk, page = page_of("s2")
    with desk.qtbot.waitSignal(desk.case.assessed):
        desk.case.add_row("case.staff_answers", {"item": "E06", "person": "P1", "reason": "Half a sentence"})
    assert shown(page)["Begun, not complete (1)"] == ["item:E06:P1"]
    assert "begun and not recorded" in page.groups[0].lines.lines[0].accessibleDescription()


def test_a_case_with_nothing_left_says_so_and_offers_the_packet(page_of) -> None:
    desk, page = page_of("s1")
    for row in [row.id for row in desk.case.case.known_by]:
        desk.case.remove_row(row)
    with desk.qtbot.waitSignal(desk.case.assessed):
        desk.case.set_value("case.note", "An invented note.")
    left = set(shown(page))
    assert page.next_step.text().startswith("Nothing is left to do here.") == (not left)
    assert not any(head.startswith(("Stands", "Waits", "Warnings", "Begun", "Ask")) for head in left)
    with desk.qtbot.waitSignal(page.packet_asked):
        desk.qtbot.mouseClick(page.packet, Qt.MouseButton.LeftButton)


def test_alerts_for_a_lawyer_are_not_shown_to_staff(page_of) -> None:
    desk, page = page_of("s4")
    staff = [alert for alert in desk.case.assessment.alerts if alert.audience == "staff"]
    heads = [head for head in shown(page) if head.startswith("Dates")]
    assert heads == ([f"Dates and things to watch ({len(staff)})"] if staff else [])


def test_the_page_follows_the_case(page_of) -> None:
    desk, page = page_of("s1")
    with desk.qtbot.waitSignal(desk.case.assessed):
        desk.case.set_value("case.partner", None)
    assert page.headline.text() == "Waits for information"
    assert "item:E19" in next(iter(shown(page).values()))


def test_a_line_that_has_the_keyboard_keeps_it_while_the_page_follows(page_of) -> None:
    desk, page = page_of("s2")
    page.groups[1].lines.lines[1].setFocus()
    with desk.qtbot.waitSignal(desk.case.assessed):
        desk.case.set_value("case.partner_decision", "declined")
    assert len(page.groups[1].lines.lines) == 3
    held = next(line for line in page.groups[1].lines.lines if line.hasFocus())
    assert held.place == "item:E27:P2"


def test_a_link_opens_the_item_on_the_eligibility_page(desk_of, show) -> None:
    desk = desk_of("s2")
    page = CasePage(desk.case, desk.tasks, "en")
    page.resize(1184, 728)
    show(page)
    page.show_section("review")
    inner = page.stack.currentWidget().property("inner")
    desk.qtbot.mouseClick(inner.groups[1].lines.lines[0], Qt.MouseButton.LeftButton)
    assert page.section == "eligibility"
    card = page.stack.currentWidget().property("inner").cards["E06", "P1"]
    assert card.line.isChecked()
    assert card.line.hasFocus()
