from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from hrd_desktop.core.staff import StaffAnswer
from hrd_desktop.gui.case_page import CasePage
from hrd_desktop.gui.editors.base import FieldEditor
from hrd_desktop.gui.eligibility_page import EligibilityPage
from hrd_desktop.gui.i18n import Language
from hrd_desktop.gui.item_body import ItemBody
from hrd_desktop.services import findings
from tests.gui.case_desk import Desk

Made = tuple[Desk, EligibilityPage]


@pytest.fixture
def page_of(desk_of, show) -> Callable[..., Made]:
    def make(sample: str = "s2") -> Made:
        desk = desk_of(sample)
        page = EligibilityPage(desk.context)
        page.resize(700, 900)
        show(page)
        desk.qtbot.waitUntil(lambda: list(page.cards) == list(page.shown_items()))
        return desk, page

    return make


def opened(page: EligibilityPage) -> list[tuple[str, str | None]]:
    return [key for key, card in page.cards.items() if card.line.isChecked()]


def waiting(desk: Desk) -> list[tuple[str, str | None]]:
    """The items of this page that wait for somebody."""
    return [
        (item.id, item.person)
        for item in desk.case.assessment.items
        if item.severity not in (None, "INFO") and (item.person is None or item.id[0] in "HEF")
    ]


def open_item(page: EligibilityPage, item: str, person: str | None = None) -> ItemBody:
    page.show_item(item, person)
    body = page.cards[item, person].body
    assert body is not None
    return body


def said_in(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())


def assessed(desk: Desk, page: EligibilityPage, act: Callable[[], Any]) -> None:
    """Do something that changes the case and wait until it is judged again and saved."""
    with desk.qtbot.waitSignal(desk.case.assessed):
        act()
    desk.settle()


def answer(desk: Desk, page: EligibilityPage, body: ItemBody, result: str = "MET") -> None:
    """Fill in the form as a person would, and record it."""
    form = body.form
    assert form is not None
    form.result.setCurrentIndex(form.result.findData(result))
    form.result.activated.emit(form.result.currentIndex())
    form.how_known.setCurrentIndex(form.how_known.findData("staff_judgement"))
    form.how_known.activated.emit(form.how_known.currentIndex())
    form.reason.setFocus()
    desk.qtbot.keyClicks(form.reason, "Two invented witnesses agree.")
    form.answered_by.setText("")
    desk.qtbot.keyClicks(form.answered_by, "N. B.")
    assessed(desk, page, lambda: desk.qtbot.mouseClick(form.record, Qt.MouseButton.LeftButton))


def test_every_item_is_a_line_that_says_its_result_in_words(page_of) -> None:
    desk, page = page_of()
    items = [item for item in desk.case.assessment.items if item.person is None or item.id[0] in "HEF"]
    desk.qtbot.waitUntil(lambda: list(page.cards) == [(item.id, item.person) for item in items])
    for item in items:
        line = page.cards[item.id, item.person].line
        assert line.accessibleName().endswith(": " + findings.standing(item, desk.context.words))
    assert f"{len(waiting(desk))} of {len(items)}" in page.count.text()
    assert opened(page) == []


def test_the_open_items_are_visited_in_turn_and_one_is_open_at_a_time(page_of) -> None:
    desk, page = page_of()
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


def test_a_line_opens_and_closes_by_enter_and_arrows_walk_the_lines(page_of) -> None:
    desk, page = page_of()
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


def test_an_opened_item_says_question_reason_effect_and_provision(page_of) -> None:
    _, page = page_of()
    body = open_item(page, "E06", "P1")
    assert body.question.text().endswith("?")
    assert body.why.text() == "Fear and protection are not answered in full yet for Ethiopia."
    assert body.effect.text().startswith("Stops the packet.")
    assert body.provision.text() == "Provision: A 96(a)"
    assert not body.decided.isVisible()


def test_missing_facts_and_rows_are_links_to_their_place(page_of) -> None:
    desk, page = page_of()
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


def test_evidence_is_named_by_its_title(page_of) -> None:
    desk, page = page_of("s1")
    item = next(item for item in desk.case.assessment.items if item.evidence)
    body = open_item(page, item.id, item.person)
    titles = {entry.id: entry.title for entry in desk.case.case.evidence}
    assert [line.place for line in body.evidence.lines] == list(item.evidence)
    for line in body.evidence.lines:
        assert titles[line.place] in line.said.text()


def test_an_answer_is_recorded_and_both_results_are_shown(page_of) -> None:
    desk, page = page_of()
    body = open_item(page, "E06", "P1")
    answer(desk, page, body)
    (row,) = desk.on_file().staff_answers
    assert (row.item, row.person, row.result, row.how_known) == ("E06", "P1", "MET", "staff_judgement")
    assert (row.reason, row.answered_by) == ("Two invented witnesses agree.", "N. B.")
    assert row.answered_on == desk.today
    assert desk.drafts_on_file() == []
    assert "The facts alone gave: Not clear yet. What stands now: Shown on file." in body.decided.text()
    assert "Two invented witnesses agree." in body.answer.text()
    assert not body.form.isVisible()
    assert page.cards["E06", "P1"].line.accessibleName().endswith(": Shown on file")
    assert page.cards["E06", "P1"].line.hasFocus()


def test_an_answer_is_taken_back_and_comes_again_with_undo(page_of) -> None:
    desk, page = page_of()
    body = open_item(page, "E06", "P1")
    answer(desk, page, body)
    assessed(desk, page, lambda: desk.qtbot.mouseClick(body.take_back, Qt.MouseButton.LeftButton))
    assert desk.on_file().staff_answers == []
    assert not body.take_back.isVisible()
    assert body.form.isVisible()
    assert page.cards["E06", "P1"].line.accessibleName().endswith(": Not clear yet")
    assessed(desk, page, desk.case.undo)
    assert len(desk.on_file().staff_answers) == 1
    assert body.take_back.isVisible()


def test_what_is_missing_in_the_form_is_said_under_its_field_and_nothing_is_recorded(page_of) -> None:
    desk, page = page_of()
    body = open_item(page, "E06", "P1")
    desk.qtbot.mouseClick(body.form.record, Qt.MouseButton.LeftButton)
    assert "Choose an answer." in said_in(body.form)
    assert "Write in a sentence or two what the answer rests on." in said_in(body.form)
    assert body.form.result.hasFocus()
    assert desk.on_file().staff_answers == []


def test_a_begun_answer_is_kept_through_closing_and_in_the_file(page_of, show) -> None:
    desk, page = page_of()
    body = open_item(page, "E06", "P1")
    desk.qtbot.keyClicks(body.form.reason, "Half a sentence")
    page.cards["E06", "P1"].line.setChecked(False)
    (draft,) = desk.drafts_on_file()
    assert draft.values["reason"] == "Half a sentence"
    assert desk.on_file().staff_answers == []
    again = EligibilityPage(desk.context)
    show(again)
    body = open_item(again, "E06", "P1")
    assert body.form.reason.toPlainText() == "Half a sentence"
    body.form.reason.clear()
    body.form.flush()
    assert desk.drafts_on_file() == []


def test_typing_is_not_disturbed_when_the_case_is_judged_again(page_of) -> None:
    desk, page = page_of()
    body = open_item(page, "E06", "P1")
    desk.qtbot.keyClicks(body.form.reason, "Word ")
    assessed(desk, page, body.form.flush)
    assert body.form.reason.toPlainText() == "Word "
    assert body.form.reason.textCursor().position() == 5


def test_what_is_typed_is_kept_after_a_pause_without_leaving_the_field(page_of) -> None:
    desk, page = page_of()
    body = open_item(page, "E06", "P1")
    desk.qtbot.keyClicks(body.form.reason, "Two letters of the union.")
    assert body.form.draft() is None
    desk.qtbot.waitUntil(lambda: body.form.values().get("reason") == "Two letters of the union.")


def test_cards_beyond_the_first_screenful_are_made_while_the_window_goes_on(desk_of, show) -> None:
    desk = desk_of("s2")
    page = EligibilityPage(desk.context)
    items = list(page.shown_items())
    assert 0 < len(page.cards) < len(items) // 2
    page.show_item(*items[-1])
    assert list(page.cards) == items
    assert opened(page) == [items[-1]]


def test_staff_may_give_only_what_the_item_takes(page_of) -> None:
    _, page = page_of()
    for key, card in page.cards.items():
        body = open_item(page, *key)
        offered = (
            [] if body.form is None else [body.form.result.itemData(i) for i in range(1, body.form.result.count())]
        )
        if body.form is not None and body.form.isVisible():
            assert offered == list(card.item.staff_may)
        assert bool(card.item.staff_may) == (
            body.open_form.isVisible() or (body.form is not None and body.form.isVisible())
        )


def test_a_clear_item_shows_its_form_on_request(page_of) -> None:
    desk, page = page_of()
    body = open_item(page, "H01")
    assert body.form is None
    desk.qtbot.mouseClick(body.open_form, Qt.MouseButton.LeftButton)
    assert body.form.isVisible()
    assert body.form.result.hasFocus()
    assert body.form.result.findData("MET") < 0, "a clear result may only become stricter"


def test_why_staff_cannot_answer_is_said(page_of) -> None:
    _, page = page_of("s3")
    assert "No answer of staff outweighs the facts" in open_item(page, "E18").cannot.text()
    assert "follows from the facts alone" in open_item(page, "E19").cannot.text()


def test_a_lawyer_item_may_at_most_be_passed_on(page_of) -> None:
    desk, page = page_of("s1")
    assessed(desk, page, lambda: desk.case.set_value("case.hrd.used_violence", "unknown"))
    body = open_item(page, "H02")
    assert body.cannot.text().endswith("only pass it on to a lawyer or regulated consultant.")
    assert [body.form.result.itemData(at) for at in range(1, body.form.result.count())] == ["NEEDS_LAWYER"]


def test_an_item_that_waits_for_a_lawyer_says_so_and_has_no_form(page_of) -> None:
    desk, page = page_of("s1")
    nationality = desk.case.value("P1.nationalities")[0].id
    assessed(desk, page, lambda: desk.case.set_value(f"{nationality}.status", "may_be_entitled"))
    assert page.cards["E02", "P1"].item.severity == "LAWYER"
    body = open_item(page, "E02", "P1")
    assert "a dated review is recorded" in body.cannot.text()
    assert body.form is None
    assert not body.open_form.isVisible()


def test_an_answer_that_changes_nothing_is_told(page_of) -> None:
    desk, page = page_of("s3")
    values = {
        "item": "E18",
        "result": "MET",
        "reason": "An invented reason.",
        "how_known": "told_by_person",
        "answered_on": desk.today,
        "answered_by": "N. B.",
    }
    assessed(desk, page, lambda: desk.case.add_row("case.staff_answers", values))
    body = open_item(page, "E18")
    assert "It changes nothing" in body.answer.text()
    assert body.take_back.isVisible()


def test_names_show_only_on_request(page_of) -> None:
    desk, page = page_of("s1")
    name = next(name for name in desk.case.case.persons[0].names if name.kind in ("document", "legal"))
    shown = name.full or f"{name.given} {name.family}"
    assert shown not in said_in(page)
    desk.context.set_show_names(True)
    assert shown in said_in(page)


def test_a_hidden_page_is_brought_up_to_date_when_it_is_seen_again(page_of, show) -> None:
    desk, page = page_of()
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


def test_the_answer_of_another_person_is_another_answer(page_of) -> None:
    desk, page = page_of("s2")
    body = open_item(page, "E06", "P1")
    answer(desk, page, body, "UNCLEAR")
    (row,) = desk.on_file().staff_answers
    assert isinstance(row, StaffAnswer)
    assert row.person == "P1"
    assert "UNCLEAR" in {page.cards["E06", "P1"].item.result}
    assert body.open_form.text() == "Give another answer"
