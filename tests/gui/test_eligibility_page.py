"""What is judged of a case: a line for each item, what it says when opened, where its links lead."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from hrd_desktop.gui.case_page import CasePage
from hrd_desktop.gui.editors.base import FieldEditor
from hrd_desktop.gui.eligibility_page import EligibilityPage
from hrd_desktop.gui.i18n import Language
from hrd_desktop.gui.item_body import ItemBody
from hrd_desktop.services import findings
from tests.gui.case_desk import Desk
from tests.gui.eligibility_desk import assessed, open_item, said_in


def opened(page: EligibilityPage) -> list[tuple[str, str | None]]:
    return [key for key, card in page.cards.items() if card.line.isChecked()]


def waiting(desk: Desk) -> list[tuple[str, str | None]]:
    """The items of this page that wait for somebody."""
    return [
        (item.id, item.person)
        for item in desk.case.assessment.items
        if item.severity not in (None, "INFO") and (item.person is None or item.id[0] in "HEF")
    ]


def test_every_item_is_a_line_that_says_its_result_in_words(eligibility_of) -> None:
    desk, page = eligibility_of()
    items = [item for item in desk.case.assessment.items if item.person is None or item.id[0] in "HEF"]
    desk.qtbot.waitUntil(lambda: list(page.cards) == [(item.id, item.person) for item in items])
    for item in items:
        line = page.cards[item.id, item.person].line
        assert line.accessibleName().endswith(": " + findings.standing(item, desk.context.words))
    assert f"{len(waiting(desk))} of {len(items)}" in page.count.text()
    assert opened(page) == []


def test_the_open_items_are_visited_in_turn_and_one_is_open_at_a_time(eligibility_of) -> None:
    desk, page = eligibility_of()
    open_ones = waiting(desk)
    assert {("E04", "P1"), ("E06", "P1"), ("E16", None), ("E27", "P2")} <= set(open_ones)
    seen = []
    for _ in range(len(open_ones) + 1):
        desk.qtbot.keyClick(page, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        assert len(opened(page)) == 1
        seen += opened(page)
    assert seen == [*open_ones, open_ones[0]]
    desk.qtbot.keyClick(page.cards["E04", "P1"].line, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert opened(page) == [open_ones[-1]]
    desk.qtbot.mouseClick(page.previous, Qt.MouseButton.LeftButton)
    assert opened(page) == [open_ones[-2]]


def test_the_open_items_are_visited_from_anywhere_but_a_list_keeps_its_own_keys(desk_of, show) -> None:
    desk = desk_of("s2")
    page = CasePage(desk.case, desk.tasks, "en")
    page.resize(1184, 728)
    show(page)
    page.show_section("eligibility")
    inner = page.stack.currentWidget().property("inner")
    page.sections.setFocus()
    desk.qtbot.keyClick(page.sections, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert page.section == "eligibility"
    assert opened(inner) == [("E04", "P1")]
    form = inner.cards["E04", "P1"].body.form
    form.result.setFocus()
    desk.qtbot.keyClick(form.result, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert opened(inner) == [("E04", "P1")]
    form.result.hidePopup()
    page.show_section("review")
    desk.qtbot.keyClick(page, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert opened(inner) == [("E04", "P1")]


def test_a_line_opens_and_closes_by_enter_and_arrows_walk_the_lines(eligibility_of) -> None:
    desk, page = eligibility_of()
    first, second = list(page.cards.values())[:2]
    first.line.setFocus()
    desk.qtbot.keyClick(first.line, Qt.Key.Key_Return)
    assert opened(page) == [("H01", None)]
    assert first.body is not None
    assert first.body.isVisible()
    desk.qtbot.keyClick(first.line, Qt.Key.Key_Down)
    assert second.line.hasFocus()
    desk.qtbot.keyClick(second.line, Qt.Key.Key_Space)
    assert opened(page) == [("H02", None)]
    assert not first.body.isVisible()
    desk.qtbot.keyClick(second.line, Qt.Key.Key_Up)
    assert first.line.hasFocus()


def test_an_opened_item_says_question_reason_effect_and_provision(eligibility_of) -> None:
    _, page = eligibility_of()
    body = open_item(page, "E06", "P1")
    assert body.question.text().endswith("?")
    assert body.why.text() == "Fear and protection are not answered in full yet for Ethiopia."
    assert body.effect.text().startswith("Stops the packet.")
    assert body.provision.text() == "Provision: A 96(a)"
    assert not body.decided.isVisible()


def test_missing_facts_and_rows_are_links_to_their_place(eligibility_of) -> None:
    desk, page = eligibility_of()
    body = open_item(page, "E06", "P1")
    item = page.cards["E06", "P1"].item
    assert [line.place for line in body.missing.lines] == list(item.places)
    with desk.qtbot.waitSignal(page.go_to) as gone:
        desk.qtbot.mouseClick(body.missing.lines[0], Qt.MouseButton.LeftButton)
    assert gone.args == [item.places[0]]
    body = open_item(page, "H06")
    assert [line.place for line in body.rests.lines] == ["IN1", "IN2"]
    body.rests.lines[0].setFocus()
    with desk.qtbot.waitSignal(page.go_to) as gone:
        desk.qtbot.keyClick(body.rests.lines[0], Qt.Key.Key_Return)
    assert gone.args == ["IN1"]


def test_evidence_is_named_by_its_title(eligibility_of) -> None:
    desk, page = eligibility_of("s1")
    item = next(item for item in desk.case.assessment.items if item.evidence)
    body = open_item(page, item.id, item.person)
    titles = {entry.id: entry.title for entry in desk.case.case.evidence}
    assert [line.place for line in body.evidence.lines] == list(item.evidence)
    for line in body.evidence.lines:
        assert titles[line.place] in line.said.text()


def test_cards_beyond_the_first_screenful_are_made_while_the_window_goes_on(desk_of, show) -> None:
    desk = desk_of("s2")
    page = EligibilityPage(desk.context)
    items = list(page.shown_items())
    assert 0 < len(page.cards) < len(items) // 2
    page.show_item(*items[-1])
    assert list(page.cards) == items
    assert opened(page) == [items[-1]]


def test_names_show_only_on_request(eligibility_of) -> None:
    desk, page = eligibility_of("s1")
    name = next(name for name in desk.case.case.persons[0].names if name.kind in ("document", "legal"))
    shown = name.full or f"{name.given} {name.family}"
    assert shown not in said_in(page)
    desk.context.set_show_names(True)
    assert shown in said_in(page)


def test_a_hidden_page_is_brought_up_to_date_when_it_is_seen_again(eligibility_of, show) -> None:
    desk, page = eligibility_of()
    page.hide()
    assessed(desk, page, lambda: desk.case.set_value("case.claim.conditions_changed", "no"))
    show(page)
    assert page.cards["E04", "P1"].item.result == desk_result(desk, "E04", "P1")


def desk_result(desk: Desk, item: str, person: str | None) -> str:
    return next(one.result for one in desk.case.assessment.items if (one.id, one.person) == (item, person))


def test_links_lead_to_the_field_and_the_language_changes_live(desk_of, show, language: Language) -> None:
    desk = desk_of("s2")
    page = CasePage(desk.case, desk.tasks, "en")
    page.resize(1184, 728)
    show(page)
    page.show_place("item:E06:P1")
    assert page.section == "eligibility"
    inner = page.stack.currentWidget().property("inner")
    place = inner.cards["E06", "P1"].body.missing.lines[0].place
    language.set("fr")
    desk.qtbot.waitUntil(lambda: page.stack.currentWidget().property("inner") is not inner)
    made = page.stack.currentWidget().property("inner").cards
    desk.qtbot.waitUntil(lambda: ("E06", "P1") in made)
    card = made["E06", "P1"]
    assert card.line.isChecked()
    assert card.body.provision.text().endswith("L 96a)")
    assert card.line.accessibleName().endswith(": Pas encore clair")
    desk.qtbot.mouseClick(card.body.missing.lines[0], Qt.MouseButton.LeftButton)
    assert page.section != "eligibility"
    widget: QWidget | None = page.window().focusWidget()
    while widget is not None and not isinstance(widget, FieldEditor):
        widget = widget.parentWidget()
    assert widget is not None
    assert place.startswith(widget.place) or widget.place.startswith(place)


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_wider_than_the_page(desk_of, show, dressed, percent: int) -> None:
    dressed.set("light", percent)
    desk = desk_of("s2")
    page = CasePage(desk.case, desk.tasks, "en")
    page.resize(1184, 728)
    show(page)
    page.show_place("item:E06:P1")
    scroll = page.stack.currentWidget()
    assert isinstance(scroll, QScrollArea)
    desk.qtbot.waitUntil(lambda: scroll.widget().width() <= scroll.viewport().width())
    body = page.findChild(ItemBody)

    def cut() -> list[str]:
        labels = [label for label in body.findChildren(QLabel) if label.isVisible() and label.wordWrap()]
        return [label.text() for label in labels if label.height() < label.heightForWidth(label.width())]

    desk.qtbot.waitUntil(lambda: cut() == [])
