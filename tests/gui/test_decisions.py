"""Supervisors and lawyers decide: what is recorded, what it changes, and what it can never change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QLabel, QWidget

from hrd_desktop.gui.admissibility_page import AdmissibilityPage
from hrd_desktop.gui.eligibility_page import EligibilityPage
from hrd_desktop.gui.item_body import ItemBody
from hrd_desktop.gui.item_page import ItemPage
from hrd_desktop.services import checking
from tests.gui.case_desk import Desk


@pytest.fixture
def page_of(desk_of, show) -> Callable[..., tuple[Desk, ItemPage]]:
    def make(sample: str, kind: type[ItemPage] = EligibilityPage) -> tuple[Desk, ItemPage]:
        desk = desk_of(sample)
        page = kind(desk.context)
        page.resize(700, 900)
        show(page)
        return desk, page

    return make


def opened(page: ItemPage, item: str, person: str | None = None) -> ItemBody:
    page.show_item(item, person)
    body = page.cards[item, person].body
    assert body is not None
    return body


def assessed(desk: Desk, act: Callable[[], Any]) -> None:
    with desk.qtbot.waitSignal(desk.case.assessed):
        act()
    desk.settle()


def click(desk: Desk, button: QWidget) -> None:
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def choose(box: Any, code: str) -> None:
    box.setCurrentIndex(box.findData(code))
    box.activated.emit(box.currentIndex())


def said_in(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())


def result(desk: Desk, item: str, person: str | None) -> Any:
    return next(one for one in desk.case.assessment.items if (one.id, one.person) == (item, person))


# Supervisors


def let_pass(desk: Desk, body: ItemBody) -> None:
    click(desk, body.override.open_form)
    form = body.override.form
    desk.qtbot.keyClicks(form.reason, "The officer knows the family.")
    desk.qtbot.keyClicks(form.decided_by, "R. Q.")
    assessed(desk, lambda: click(desk, form.record))


def test_a_supervisor_turns_a_block_into_a_warning_and_the_result_stays(page_of) -> None:
    desk, page = page_of("s5")
    body = opened(page, "F06", "P3")
    assert not said_in(body).count("has no effect on what points to another route")
    let_pass(desk, body)
    (row,) = desk.on_file().overrides
    assert (row.item, row.person, row.reason) == ("F06", "P3", "The officer knows the family.")
    assert (row.decided_by, row.decided_on) == ("R. Q.", desk.today)
    assert desk.drafts_on_file() == []
    found = result(desk, "F06", "P3")
    assert (found.result, found.severity, found.override) == ("NOT_MET", "WARN", row.id)
    assert "The officer knows the family." in body.override.said.text()
    assert "R. Q." in body.override.said.text()
    assert "The result stays as it is." in body.override.said.text()
    assert "File shows the opposite" in page.cards["F06", "P3"].line.accessibleName()
    assessed(desk, lambda: click(desk, body.override.take_back))
    assert desk.on_file().overrides == []
    assert result(desk, "F06", "P3").severity == "BLOCK"
    assessed(desk, desk.case.undo)
    assert len(desk.on_file().overrides) == 1


def test_the_form_says_what_a_supervisor_cannot_do(page_of) -> None:
    desk, page = page_of("s2")
    body = opened(page, "E27", "P2")
    click(desk, body.override.open_form)
    hint = body.override.form.hint.text()
    assert "no effect on what points to another route or waits for a lawyer" in hint
    assert "no packet leaves this program without this agreement" in hint
    body = opened(page, "E06", "P1")
    click(desk, body.override.open_form)
    assert "without this agreement" not in body.override.form.hint.text()


def test_reason_and_name_are_both_needed(page_of) -> None:
    desk, page = page_of("s2")
    body = opened(page, "E06", "P1")
    click(desk, body.override.open_form)
    form = body.override.form
    click(desk, form.record)
    assert "Write in a sentence or two why it may pass." in said_in(form)
    assert "Write the name of the supervisor." in said_in(form)
    assert form.reason.hasFocus()
    desk.qtbot.keyClicks(form.reason, "A reason.")
    click(desk, form.record)
    desk.settle()
    assert desk.on_file().overrides == []
    (draft,) = desk.drafts_on_file()
    assert draft.values["reason"] == "A reason."


def test_another_route_and_a_lawyer_point_take_no_supervisor(page_of) -> None:
    _, page = page_of("s3")
    body = opened(page, "E18")
    assert not body.override.open_form.isVisible()
    assert "it points to another route" in body.override.limits.text()
    _, page = page_of("s4")
    body = opened(page, "E12", "P1")
    assert not body.override.isVisible()
    assert "Neither staff nor a supervisor" in body.cannot.text()


def test_an_override_without_effect_says_so(page_of) -> None:
    desk, page = page_of("s3")
    values = {"item": "E18", "reason": "A wish.", "decided_on": desk.today, "decided_by": "R. Q."}
    assessed(desk, lambda: desk.case.add_row("case.overrides", values))
    body = opened(page, "E18")
    assert "It has no effect on what stands now." in body.override.said.text()
    assert result(desk, "E18", None).severity == "DIVERT"


def test_a_clear_item_has_no_room_for_decisions(page_of) -> None:
    _, page = page_of("s1")
    body = opened(page, "H01")
    assert not body.override.isVisible()
    assert not body.review.isVisible()


# Lawyers


def review(desk: Desk, body: ItemBody, outcome: str, note: str = "") -> None:
    click(desk, body.review.open_form)
    form = body.review.form
    desk.qtbot.keyClicks(form.reviewer, "D. O.")
    choose(form.capacity, "lawyer")
    desk.qtbot.keyClicks(form.licence, "4711")
    choose(form.outcome, outcome)
    if note:
        desk.qtbot.keyClicks(form.note, note)
    assessed(desk, lambda: click(desk, form.record))


def test_a_review_clears_the_item_and_keeps_what_was_read(page_of) -> None:
    desk, page = page_of("s4")
    body = opened(page, "E12", "P1")
    before = result(desk, "E12", "P1")
    review(desk, body, "cleared")
    row = desk.on_file().reviews[-1]
    assert (row.item, row.person, row.reviewer, row.capacity) == ("E12", "P1", "D. O.", "lawyer")
    assert (row.licence, row.reviewed_on, row.outcome) == ("4711", desk.today, "cleared")
    assert row.rows == list(before.rows) != []
    assert row.facts_digest == checking.fingerprint(desk.case.case, before.rows)
    found = result(desk, "E12", "P1")
    assert (found.result, found.severity, found.derived_result) == ("MET", None, "NEEDS_LAWYER")
    assert page.cards["E12", "P1"].line.accessibleName().endswith(": Settled by a legal review")
    assert "The facts alone gave: For a lawyer. What stands now: Settled by a legal review." in body.decided.text()
    said = body.review.said.text()
    assert "D. O. · Lawyer · licence 4711 · September 15, 2026" in said
    assert "Facts before the reviewer: " in said


def test_the_item_comes_back_when_the_facts_change(page_of) -> None:
    desk, page = page_of("s4")
    body = opened(page, "E12", "P1")
    review(desk, body, "cleared")
    row = desk.case.case.reviews[-1]
    assessed(desk, lambda: desk.case.set_value(f"{row.rows[0]}.note", "Another invented fact."))
    found = result(desk, "E12", "P1")
    assert (found.result, found.severity, found.outdated_review) == ("NEEDS_LAWYER", "LAWYER", row.id)
    assert "The facts have changed since" in body.review.said.text()
    assert body.review.open_form.isVisible()


def test_cleared_with_a_note_needs_its_note_and_warns(page_of) -> None:
    desk, page = page_of("s4")
    body = opened(page, "E12", "P1")
    click(desk, body.review.open_form)
    form = body.review.form
    click(desk, form.record)
    missing = said_in(form)
    assert "Write the name of the reviewer." in missing
    assert "Choose the profession of the reviewer." in missing
    assert "Choose the outcome." in missing
    desk.qtbot.keyClicks(form.reviewer, "D. O.")
    choose(form.capacity, "notaire")
    choose(form.outcome, "cleared_with_note")
    click(desk, form.record)
    assert "This outcome needs its note." in said_in(form)
    desk.qtbot.keyClicks(form.note, "Bring the letter.")
    assessed(desk, lambda: click(desk, form.record))
    assert desk.on_file().reviews[-1].note == "Bring the letter."
    found = result(desk, "E12", "P1")
    assert (found.result, found.severity) == ("UNCLEAR", "WARN")


def test_a_fact_that_was_not_before_the_reviewer_leaves_the_item_open(page_of) -> None:
    desk, page = page_of("s4")
    body = opened(page, "E12", "P1")
    click(desk, body.review.open_form)
    form = body.review.form
    first, *rest = form.ticked()
    assert rest
    click(desk, form._ticks[first])
    assert "only if all of these facts were before the reviewer" in said_in(form)
    desk.qtbot.keyClicks(form.reviewer, "D. O.")
    choose(form.capacity, "lawyer")
    choose(form.outcome, "cleared")
    assessed(desk, lambda: click(desk, form.record))
    assert desk.on_file().reviews[-1].rows == rest
    assert result(desk, "E12", "P1").severity == "LAWYER"


def test_a_begun_review_waits_for_its_button_and_its_day_is_kept(page_of, show) -> None:
    desk, page = page_of("s4")
    number = len(desk.case.case.reviews)
    body = opened(page, "E12", "P1")
    click(desk, body.review.open_form)
    form = body.review.form
    desk.qtbot.keyClicks(form.reviewer, "D. O.")
    choose(form.capacity, "regulated_consultant")
    form.reviewed_on.setDate(QDate(2026, 9, 3))
    choose(form.outcome, "concern")
    form.flush()
    desk.settle()
    assert len(desk.on_file().reviews) == number
    again = EligibilityPage(desk.context)
    show(again)
    form = opened(again, "E12", "P1").review.form
    assert (form.reviewer.text(), form.reviewed_on.date()) == ("D. O.", QDate(2026, 9, 3))
    choose(form.outcome, "concern")
    assessed(desk, lambda: click(desk, form.record))
    row = desk.on_file().reviews[-1]
    assert (row.outcome, row.reviewed_on) == ("concern", date(2026, 9, 3))
    assert result(desk, "E12", "P1").severity == "LAWYER"


def test_a_day_that_has_not_come_cannot_be_the_day_of_a_review(page_of) -> None:
    desk, page = page_of("s4")
    body = opened(page, "E12", "P1")
    click(desk, body.review.open_form)
    day = body.review.form.reviewed_on
    day.setDate(QDate(2027, 1, 1))
    assert day.date() == QDate(2026, 9, 15)


def test_what_is_for_the_lawyer_shows_on_the_form_alone_and_on_request(page_of) -> None:
    desk, page = page_of("s4")
    hidden = [a for a in desk.case.assessment.alerts if a.audience == "lawyer"]
    (text,) = [checking.sentence(a.text, desk.today, desk.context.words) for a in hidden]
    body = opened(page, "E12", "P1")
    click(desk, body.review.open_form)
    form = body.review.form
    assert not form.alerts.isVisible()
    form.for_lawyer.click()
    assert form.alerts.isVisible()
    assert [line.accessibleName() for line in form.alerts.lines] == [text]


def test_an_item_that_follows_others_takes_no_review(page_of) -> None:
    desk, page = page_of("s2", AdmissibilityPage)
    assessed(desk, lambda: desk.case.set_value("P2.background.h.answer", "yes"))
    assert result(desk, "A42", "P2").severity == "LAWYER"
    body = opened(page, "A42", "P2")
    assert not body.review.open_form.isVisible()
    assert "follows the items it rests on" in body.review.limits.text()
    assert any(line.place == "item:A34f:P2" for line in body.rests.lines)


def test_nothing_in_the_forms_says_what_a_person_is(page_of) -> None:
    desk, page = page_of("s4")
    body = opened(page, "E12", "P1")
    click(desk, body.review.open_form)
    body.review.form.for_lawyer.click()
    text = said_in(page).lower()
    for word in ("eligible", "admissible", "excluded", "terrorist", "criminal"):
        assert word not in text
