"""What may be chosen follows the case while a page is open: rows and persons that are added or go."""

from __future__ import annotations

from datetime import date

from hrd_desktop.core.identity import Name
from tests.gui.case_desk import Desk


def test_a_row_added_meanwhile_can_be_chosen_and_what_is_typed_stays(desk: Desk, show, qtbot) -> None:
    editor = desk.editor("EV1.supports", show)
    qtbot.keyClicks(editor.entry.line, "IN")
    key = desk.case.add_row("case.journal", {"on": date(2026, 9, 1), "text": "A call."})
    assert editor.entry.currentText() == "IN"
    assert editor.entry.findData(key) >= 0
    desk.case.remove_row(key)
    assert editor.entry.findData(key) < 0


def test_a_person_added_meanwhile_has_a_box(desk: Desk, show) -> None:
    editor = desk.editor("IN1.persons", show)
    names = [Name(id="N90", kind="legal", family="Salt")]
    key = desk.case.add_row("case.persons", {"relation": "sibling", "plan": "not_included", "names": names})
    editor.boxes[key].click()
    assert key in desk.case.value("IN1.persons")
    desk.case.undo()
    desk.case.undo()
    assert key not in editor.boxes


def test_the_first_row_of_an_object_that_was_not_there_is_on_the_disk(desk: Desk) -> None:
    assert desk.case.value("P3.contact") is None
    key = desk.case.add_row("P3.contact.safe_channels", {"kind": "letter"})
    assert desk.stored(f"{key}.kind") == "letter"
