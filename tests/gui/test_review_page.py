from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from hrd_desktop.checklists.results import Requirements
from hrd_desktop.gui.case_page import CasePage
from hrd_desktop.gui.i18n import Language
from hrd_desktop.gui.line_button import LinkLine
from hrd_desktop.gui.review_page import ReviewPage
from hrd_desktop.gui.who_fills_what import LABELS
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
        ("s4", "Waits for a lawyer", "Next: give the points below to a lawyer"),
        ("s5", "Something must change first", "Next: look at each line below"),
    ],
)
def test_the_headline_says_how_it_stands_and_what_to_do_next(page_of, sample: str, headline: str, step: str) -> None:
    desk, page = page_of(sample)
    assert page.headline.text() == headline
    assert page.meaning.text() == desk.context.words.explain("headline", desk.case.assessment.headline)
    assert step in page.next_step.text()
    assert page.packet.isVisible() == headline.startswith("Ready")


def held(desk: Desk, *severities: str) -> list[str]:
    """The places of the items with these severities."""
    found = [item for item in desk.case.assessment.items if item.severity in severities]
    return [f"item:{item.id}:{item.person}" if item.person else f"item:{item.id}" for item in found]


def stands(page: ReviewPage) -> list[LinkLine]:
    return page.groups[1].lines.lines


def test_each_line_is_in_the_group_of_what_it_does(page_of) -> None:
    desk, page = page_of("s2")
    groups, block, warn = shown(page), held(desk, "BLOCK"), held(desk, "WARN")
    assert {"item:E06:P1", "item:E27:P2"} <= set(block)
    assert {"item:E04:P1", "item:E16"} <= set(warn)
    assert groups[f"Stands in the way ({len(block)})"] == block
    assert groups[f"Warnings ({len(warn)})"] == warn
    assert len(groups[f"Ask next time ({len(desk.case.assessment.ask_next)})"]) == len(desk.case.assessment.ask_next)
    assert not any(head.startswith(("Waits for a lawyer", "Begun")) for head in groups)
    assert not page.routes.isVisible()


def test_what_waits_for_a_lawyer_stands_apart(page_of) -> None:
    desk, page = page_of("s4")
    assert shown(page)["Waits for a lawyer (1)"] == held(desk, "LAWYER") == ["item:E12:P1"]


def test_a_diverted_case_shows_other_routes_and_no_packet(page_of) -> None:
    desk, page = page_of("s3")
    assert shown(page)["Stands in the way (1)"] == ["item:E18"]
    routes = page.routes
    said = [line.said.text() for line in (*routes.main.lines, *routes.other.lines)]
    assert routes.isVisible()
    assert len(said) == len(desk.case.assessment.routes)
    assert "offer" in said[0]
    assert "regulated consultant" in said[-1]
    assert routes.minimum.isVisible()
    assert routes.minimum.text().startswith("Proposed: keep only what is needed")
    assert not page.packet.isVisible()
    assert not page.requirements.isVisible()


def test_under_the_gate_the_rules_say_that_little_is_to_be_kept(page_of) -> None:
    desk, page = page_of("s1")
    with desk.qtbot.waitSignal(desk.case.assessed):
        desk.case.set_value("P1.whereabouts.country", "CA")
    lines = page.routes.minimum.text().split("\n")
    assert lines[0].startswith("This stream is not the way now.")
    assert lines[1].startswith("Proposed:")
    assert not any("not the way" in line.said.text() for group in page.groups for line in group.lines.lines)


def test_who_fills_what_names_persons_by_what_they_are(page_of) -> None:
    _, page = page_of("s2")
    lines = dict(page.requirements.lines())
    assert page.requirements.isVisible()
    assert lines["Generic application form (IMM 0008)"] == "P1 · Principal applicant"
    assert lines["Schedule A, Background (IMM 5669)"] == "P1 · Principal applicant\nP2 · Spouse"
    assert "Use of a Representative (IMM 5476)" not in lines
    assert set(LABELS) == {spec.name for spec in fields(Requirements)}


def test_days_are_told_with_how_many_are_left(page_of) -> None:
    _, page = page_of("s4")
    line = next(line for line in page.groups[4].lines.lines if "77" in line.accessibleDescription())
    assert line.accessibleDescription() == "P1 · Principal applicant · Days left: 77"


def test_the_questions_can_be_printed_while_there_are_any(page_of) -> None:
    desk, page = page_of("s2")
    with desk.qtbot.waitSignal(page.ask_sheet_asked):
        desk.qtbot.mouseClick(page.print_questions, Qt.MouseButton.LeftButton)
    _, diverted = page_of("s3")
    assert not diverted.print_questions.isVisible()


def test_a_line_says_whom_it_is_about_and_why(page_of) -> None:
    _, page = page_of("s2")
    line = next(line for line in stands(page) if line.place == "item:E27:P2")
    said = [label.text() for label in line.findChildren(QLabel) if label.text()]
    assert said == [
        "Informed consent to share · P2 · Spouse",
        "No valid consent to share is on file for: UNHCR and IRCC.",
    ]
    assert line.accessibleName() == said[0]
    assert line.accessibleDescription() == said[1]


def test_lines_are_followed_by_mouse_and_key(page_of) -> None:
    desk, page = page_of("s2")
    first, second, *_ = stands(page)
    with desk.qtbot.waitSignal(page.go_to) as gone:
        desk.qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert gone.args == [first.place]
    first.setFocus()
    desk.qtbot.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    with desk.qtbot.waitSignal(page.go_to) as gone:
        desk.qtbot.keyClick(second, Qt.Key.Key_Return)
    assert gone.args == [second.place]


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
    before = len(stands(page))
    stands(page)[1].setFocus()
    place = stands(page)[1].place
    with desk.qtbot.waitSignal(desk.case.assessed):
        desk.case.set_value("case.partner_decision", "declined")
    assert len(stands(page)) == before + 1
    assert next(line for line in stands(page) if line.hasFocus()).place == place


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


@pytest.mark.parametrize("sample", ["s2", "s3", "s4"])
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_nothing_is_wider_than_the_page_at_large_text(
    desk_of, show, dressed, language: Language, sample: str, lang: str
) -> None:
    dressed.set("light", 200)
    language.set(lang)
    desk = desk_of(sample)
    page = CasePage(desk.case, desk.tasks, lang)
    page.resize(1184, 700)
    show(page)
    for section in ("review", "work"):
        page.show_section(section)
        scroll = page.stack.currentWidget()
        desk.qtbot.waitUntil(lambda scroll=scroll: scroll.widget().width() <= scroll.viewport().width())
