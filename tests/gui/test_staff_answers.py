"""The answer of staff to an item: recorded, taken back, kept half-typed, and given only where it counts."""

from __future__ import annotations

from PySide6.QtCore import Qt

from hrd_desktop.core.staff import StaffAnswer
from hrd_desktop.gui.eligibility_page import EligibilityPage
from hrd_desktop.gui.item_body import ItemBody
from tests.gui.case_desk import Desk
from tests.gui.eligibility_desk import assessed, open_item, said_in


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


def test_an_answer_is_recorded_and_both_results_are_shown(eligibility_of) -> None:
    desk, page = eligibility_of()
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


def test_an_answer_is_taken_back_and_comes_again_with_undo(eligibility_of) -> None:
    desk, page = eligibility_of()
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


def test_what_is_missing_in_the_form_is_said_under_its_field_and_nothing_is_recorded(eligibility_of) -> None:
    desk, page = eligibility_of()
    body = open_item(page, "E06", "P1")
    desk.qtbot.mouseClick(body.form.record, Qt.MouseButton.LeftButton)
    assert "Choose an answer." in said_in(body.form)
    assert "Write in a sentence or two what the answer rests on." in said_in(body.form)
    assert body.form.result.hasFocus()
    assert desk.on_file().staff_answers == []


def test_a_begun_answer_is_kept_through_closing_and_in_the_file(eligibility_of, show) -> None:
    desk, page = eligibility_of()
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


def test_typing_is_not_disturbed_when_the_case_is_judged_again(eligibility_of) -> None:
    desk, page = eligibility_of()
    body = open_item(page, "E06", "P1")
    desk.qtbot.keyClicks(body.form.reason, "Word ")
    assessed(desk, page, body.form.flush)
    assert body.form.reason.toPlainText() == "Word "
    assert body.form.reason.textCursor().position() == 5


def test_what_is_typed_is_kept_after_a_pause_without_leaving_the_field(eligibility_of) -> None:
    desk, page = eligibility_of()
    body = open_item(page, "E06", "P1")
    desk.qtbot.keyClicks(body.form.reason, "Two letters of the union.")
    assert body.form.draft() is None
    desk.qtbot.waitUntil(lambda: body.form.values().get("reason") == "Two letters of the union.")


def test_staff_may_give_only_what_the_item_takes(eligibility_of) -> None:
    _, page = eligibility_of()
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


def test_a_clear_item_shows_its_form_on_request(eligibility_of) -> None:
    desk, page = eligibility_of()
    body = open_item(page, "H01")
    assert body.form is None
    desk.qtbot.mouseClick(body.open_form, Qt.MouseButton.LeftButton)
    assert body.form.isVisible()
    assert body.form.result.hasFocus()
    assert body.form.result.findData("MET") < 0, "a clear result may only become stricter"


def test_why_staff_cannot_answer_is_said(eligibility_of) -> None:
    _, page = eligibility_of("s3")
    assert "No answer of staff outweighs the facts" in open_item(page, "E18").cannot.text()
    assert "follows from the facts alone" in open_item(page, "E19").cannot.text()


def test_a_lawyer_item_may_at_most_be_passed_on(eligibility_of) -> None:
    desk, page = eligibility_of("s1")
    assessed(desk, page, lambda: desk.case.set_value("case.hrd.used_violence", "unknown"))
    body = open_item(page, "H02")
    assert body.cannot.text().endswith("only pass it on to a lawyer or regulated consultant.")
    assert [body.form.result.itemData(at) for at in range(1, body.form.result.count())] == ["NEEDS_LAWYER"]


def test_an_item_that_waits_for_a_lawyer_says_so_and_has_no_form(eligibility_of) -> None:
    desk, page = eligibility_of("s1")
    nationality = desk.case.value("P1.nationalities")[0].id
    assessed(desk, page, lambda: desk.case.set_value(f"{nationality}.status", "may_be_entitled"))
    assert page.cards["E02", "P1"].item.severity == "LAWYER"
    body = open_item(page, "E02", "P1")
    assert "a dated review is recorded" in body.cannot.text()
    assert body.form is None
    assert not body.open_form.isVisible()


def test_an_answer_that_changes_nothing_is_told(eligibility_of) -> None:
    desk, page = eligibility_of("s3")
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


def test_the_answer_of_another_person_is_another_answer(eligibility_of) -> None:
    desk, page = eligibility_of("s2")
    body = open_item(page, "E06", "P1")
    answer(desk, page, body, "UNCLEAR")
    (row,) = desk.on_file().staff_answers
    assert isinstance(row, StaffAnswer)
    assert row.person == "P1"
    assert "UNCLEAR" in {page.cards["E06", "P1"].item.result}
    assert body.open_form.text() == "Give another answer"
