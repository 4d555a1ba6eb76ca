"""What was changed, in the window: told without what is hidden, taken back as a step, refused with the reason."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt

from hrd_desktop.core.edit import SetValue
from hrd_desktop.gui.editors.removal import RemovalDialog
from hrd_desktop.gui.history_dialog import HistoryDialog, StepCard
from hrd_desktop.services import editing
from tests.gui.case_desk import Desk


def opened(desk: Desk, show, place: str = "") -> HistoryDialog:
    desk.settle()
    dialog = HistoryDialog(desk.context, place)
    show(dialog)
    desk.qtbot.waitUntil(lambda: dialog.message.text() != "Reading…")
    return dialog


def press(desk: Desk, card: StepCard, dialog: HistoryDialog) -> str:
    dialog.message.clear()
    card.asked.click()
    desk.qtbot.waitUntil(lambda: bool(dialog.message.text()))
    return dialog.message.text()


def test_a_field_tells_what_it_was_and_goes_back_in_one_click(desk: Desk, show) -> None:
    desk.case.sign("MK")
    desk.case.set_value("case.intended_province", "NS")
    desk.case.set_value("case.intended_province", "NB")
    dialog = opened(desk, show, "case.intended_province")
    newest = dialog.cards[0]
    assert newest.told.text() == "Before: Nova Scotia\nAfter: New Brunswick"
    assert "by MK" in newest.when.text()
    assert press(desk, newest, dialog).startswith("Put back.")
    assert desk.case.value("case.intended_province") == "NS"
    assert desk.stored("case.intended_province") == "NS"
    desk.qtbot.waitUntil(lambda: len(dialog.cards) == 3)
    desk.case.undo()
    assert desk.case.value("case.intended_province") == "NB"


def test_a_removed_person_comes_back_from_the_history_of_the_case(desk: Desk, show) -> None:
    before = desk.on_file()
    desk.case.remove_row("P2")
    desk.case.set_value("case.intended_city", "Halifax")
    dialog = opened(desk, show)
    (card,) = [card for card in dialog.cards if card.step.main.action == "remove"]
    assert "P2" in card.told.text()
    assert "together with other changes" in card.when.text()
    press(desk, card, dialog)
    after = desk.on_file()
    after.intended_city = before.intended_city
    assert after == before


def test_what_no_longer_fits_is_refused_with_the_reason(desk: Desk, show) -> None:
    desk.case.set_value("IN1.linked_to_work", "no")
    desk.case.remove_row("IN1")
    dialog = opened(desk, show)
    card = next(card for card in dialog.cards if card.step.main.place == "IN1.linked_to_work")
    assert "no place in the case any more" in press(desk, card, dialog)
    assert dialog.message.property("role") == "error"


def test_a_row_that_was_added_asks_before_it_takes_others_along(desk: Desk, show, monkeypatch) -> None:
    row = desk.case.add_row("case.evidence", {"title": "Letter", "kind": "other"})
    desk.case.add_row("case.evidence", {"title": "Translation", "kind": "other", "translation_of": row})
    dialog = opened(desk, show)
    asked: list[str] = []
    monkeypatch.setattr(RemovalDialog, "ask", lambda *args: bool(asked.append(args[1])))
    card = next(card for card in dialog.cards if card.step.main.action == "add" and card.step.main.after.id == row)
    card.asked.click()
    assert len(asked) == 1
    assert row in desk.case.rows("case.evidence")


def test_after_thirty_days_a_change_is_told_but_not_taken_back(desk: Desk, show) -> None:
    for day in (15, 16):
        at = datetime(2026, 8, day, 12, tzinfo=UTC)
        editing.change(desk.file, desk.code, [SetValue("case.intended_city", f"City {day}")], at=at)
    dialog = opened(desk, show)
    assert [card.asked.isHidden() for card in dialog.cards] == [False, True]


def test_names_and_sealed_texts_are_not_told(desk: Desk, show) -> None:
    name = desk.case.case.persons[0].names[0].id
    desk.case.set_value(f"{name}.family", "Somebody")
    desk.case.set_value("P1.medical.sealed_note", "A private matter")
    dialog = opened(desk, show)
    text = " ".join(card.told.text() + card.where.text() for card in dialog.cards)
    assert "Somebody" not in text
    assert "private matter" not in text
    desk.context.set_show_names(True)
    again = opened(desk, show)
    assert "Somebody" in " ".join(card.told.text() for card in again.cards)


def test_the_filter_shows_one_section_or_what_was_removed(desk: Desk, show) -> None:
    desk.case.set_value("case.intended_city", "Halifax")
    desk.case.set_value("P1.eye_colour", "green")
    desk.case.remove_row("IN1")
    dialog = opened(desk, show)
    every = len(dialog.cards)
    places = {}
    for index in range(dialog.filter.count()):
        dialog.filter.setCurrentIndex(index)
        dialog.filter.activated.emit(index)
        places[dialog.filter.itemData(index)] = [card.step.main.place for card in dialog.cards]
    assert every == 3
    assert places["people"] == ["P1.eye_colour"]
    assert places["referral"] == ["case.intended_city"]
    assert places["gone"] == ["case.incidents"]


def test_a_case_without_changes_says_so(desk: Desk, show) -> None:
    dialog = opened(desk, show)
    assert dialog.cards == []
    assert dialog.message.text() == "Nothing was changed here yet."
    desk.qtbot.mouseClick(dialog.close_button, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
