from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hrd_desktop.exchange.case_json import write_case
from hrd_desktop.gui.editors.removal import RemovalDialog
from hrd_desktop.gui.editors.rows import RowsEditor
from hrd_desktop.gui.open_case import OpenCase
from hrd_desktop.services import cases
from tests.gui.case_desk import NOW, Desk

LEFT = Qt.MouseButton.LeftButton


def field(editor, key: str, place: str):
    """The editor of a field inside the open card."""
    card = editor.cards[key]
    assert card.body is not None
    name = place.rpartition(".")[2]
    group = next(group for group in card.body.groups if group.has(name))
    group.reveal(name, [])
    return group.slots[name].editor


def test_one_card_is_open_at_a_time(desk: Desk, show, qtbot) -> None:
    editor = desk.editor("case.incidents", show)
    first, second = list(editor.cards)[:2]
    qtbot.mouseClick(editor.cards[first].head, LEFT)
    assert editor.cards[first].body is not None
    editor.cards[second].head.setFocus()
    qtbot.keyClick(editor.cards[second].head, Qt.Key.Key_Space)
    assert editor.cards[second].body is not None
    assert editor.cards[first].body is None


def test_a_row_added_by_hand_counts_once_it_has_what_it_needs(desk: Desk, show, qtbot) -> None:
    editor = desk.editor("P1.nationalities", show)
    qtbot.mouseClick(editor.add, LEFT)
    key = list(editor.cards)[-1]
    card = editor.cards[key]
    assert desk.case.case.persons[0].nationalities[-1].id != key
    status = field(editor, key, "status")
    status.combo.setFocus()
    qtbot.keyClick(status.combo, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "country" in card.needed.text())
    country = field(editor, key, "country")
    country.combo.setFocus()
    qtbot.keyClicks(country.combo.line, "Eritrea")
    qtbot.keyClick(country.combo.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not card.needed.isVisible())
    assert desk.stored(f"{key}.country") == "ER"
    assert desk.drafts_on_file() == []


def test_parts_of_a_row_come_when_it_stands(desk: Desk, show, qtbot) -> None:
    editor = desk.editor("P1.nationalities", show)
    qtbot.mouseClick(editor.add, LEFT)
    key = list(editor.cards)[-1]
    slots = editor.cards[key].body.groups[0].slots
    assert slots["protection"].editor is None
    desk.case.set_value(f"{key}.status", "has")
    desk.case.set_value(f"{key}.country", "ER")
    assert slots["protection"].editor is not None
    desk.case.set_value(f"{key}.protection.sought", "no")
    assert desk.stored(f"{key}.protection.sought") == "no"


def test_a_row_begun_and_left_empty_is_forgotten(desk: Desk, show, qtbot) -> None:
    editor = desk.editor("case.incidents", show)
    before = list(editor.cards)
    qtbot.mouseClick(editor.add, LEFT)
    assert len(editor.cards) == len(before) + 1
    qtbot.mouseClick(editor.cards[before[0]].head, LEFT)
    assert list(editor.cards) == before
    assert desk.drafts_on_file() == []


def test_a_row_begun_with_something_in_it_stays(desk: Desk, show, qtbot) -> None:
    editor = desk.editor("case.incidents", show)
    qtbot.mouseClick(editor.add, LEFT)
    key = list(editor.cards)[-1]
    place = field(editor, key, "place")
    qtbot.keyClicks(place.line, "A bus station")
    editor.cards[key].set_open(False)
    assert key in editor.cards
    assert [draft.values for draft in desk.drafts_on_file()] == [{"place": "A bus station"}]


def test_remove_and_take_back_in_the_line_below(desk: Desk, show, qtbot, monkeypatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(RemovalDialog, "ask", lambda _parent, label, *_: bool(asked.append(label)) or True)
    before = write_case(desk.case.case)
    editor = desk.editor("case.hrd.outputs", show)
    keys = list(editor.cards)
    assert editor.remove_row(keys[1]) is None
    assert len(asked) == 1
    assert list(editor.cards) == [keys[0], *keys[2:]]
    assert editor.snack.isVisible()
    assert write_case(desk.on_file()) != before
    qtbot.keyClick(editor.snack_undo, Qt.Key.Key_Space)
    assert list(editor.cards) == keys
    assert write_case(desk.on_file()) == before


def test_a_person_is_added_with_a_first_name(desk: Desk, show, qtbot) -> None:
    editor = desk.editor("case.persons", show)
    editor.add_row()
    key = desk.case.rows("case.persons")[-1]
    line = field(editor, key, "names").line
    line.setFocus()
    QTest.keyClicks(line, "Testova")
    desk.case.set_value(f"{key}.relation", "sibling")
    editor.cards[key].body.groups[0].slots["names"].editor.flush()
    desk.case.set_value(f"{key}.plan", "not_included")
    person = desk.on_file().persons[-1]
    assert (person.id, [name.family for name in person.names]) == (key, ["Testova"])
    assert type(field(editor, key, "names")) is RowsEditor
    desk.case.undo()
    assert field(editor, key, "names").line.text() == "Testova"
    assert desk.case.missing(key)
    desk.case.redo()
    assert type(field(editor, key, "names")) is RowsEditor


def test_the_last_fact_of_a_person_may_be_the_name(desk: Desk, show, qtbot) -> None:
    editor = desk.editor("case.persons", show)
    editor.add_row()
    key = desk.case.rows("case.persons")[-1]
    desk.case.set_value(f"{key}.relation", "sibling")
    desk.case.set_value(f"{key}.plan", "not_included")
    name = field(editor, key, "names")
    name.line.setFocus()
    QTest.keyClicks(name.line, "Tes")
    assert not name.pause.isActive()  # a pause would end the line in the middle of the name
    QTest.keyClicks(name.line, "tova")
    qtbot.keyClick(name.line, Qt.Key.Key_Return)
    assert [each.family for each in desk.on_file().persons[-1].names] == ["Testova"]


def test_a_name_begun_keeps_its_id_to_itself(desk: Desk, show) -> None:
    editor = desk.editor("case.persons", show)
    editor.add_row()
    key = desk.case.rows("case.persons")[-1]
    field(editor, key, "names").line.setText("Testova")
    field(editor, key, "names").flush()
    (begun,) = desk.case.value(f"{key}.names")
    desk.settle()
    again = OpenCase(desk.file, cases.open_case(desk.file, desk.code), desk.tasks, lambda: NOW)
    assert again.fresh_id("name") != begun.id


def test_a_removal_that_takes_others_along_asks_and_says_which(desk: Desk, show, monkeypatch) -> None:
    asked: list[tuple[str, list[str]]] = []
    answers = [False, True]

    def ask(_parent, label: str, others: list[str], *_warning: object) -> bool:
        asked.append((label, others))
        return answers.pop(0)

    monkeypatch.setattr(RemovalDialog, "ask", ask)
    editor = desk.editor("case.persons", show)
    editor.remove_row("P2")
    assert "P2" in desk.case.rows("case.persons")
    editor.remove_row("P2")
    assert desk.case.rows("case.persons") == ["P1", "P3"]
    label, others = asked[0]
    assert label == "P2 · Spouse"
    assert any(line.startswith("Marriage or partnership") for line in others)
    assert all(union.id != "U1" for union in desk.on_file().unions)


def test_the_way_back_is_in_sight_after_a_removal(desk: Desk, show, qtbot) -> None:
    editor = desk.editor("case.incidents", show)
    editor.add_row()
    with qtbot.waitSignal(desk.context.appeared) as seen:
        editor.remove_row(desk.case.rows("case.incidents")[-1])
    assert seen.args == [editor.snack]


def test_the_dialog_lists_what_goes_and_keeps_by_default(desk: Desk, qtbot) -> None:
    dialog = RemovalDialog("P2 · Spouse", [f"Row {n}" for n in range(40)])
    qtbot.addWidget(dialog)
    assert "Row 11" in dialog.informativeText()
    assert "Row 12" not in dialog.informativeText()
    assert "28" in dialog.informativeText()
    assert dialog.defaultButton() is not dialog.remove


def test_the_principal_applicant_stays(desk: Desk, show, monkeypatch) -> None:
    monkeypatch.setattr(RemovalDialog, "ask", lambda *_: True)
    before = write_case(desk.case.case)
    editor = desk.editor("case.persons", show)
    editor.remove_row("P1")
    assert editor.error.text()
    assert write_case(desk.case.case) == before


def test_the_line_of_a_card_follows_its_fields(desk: Desk, show, qtbot) -> None:
    editor = desk.editor("case.incidents", show)
    head = editor.cards["IN1"].head
    assert "Yemen" in head.accessibleName()
    desk.case.set_value("IN1.country", "DJ")
    qtbot.waitUntil(lambda: "Djibouti" in head.accessibleName())


def test_what_is_typed_in_a_card_is_saved_when_it_closes(desk: Desk, show, qtbot) -> None:
    editor = desk.editor("case.incidents", show)
    editor.cards["IN1"].set_open(True)
    line = field(editor, "IN1", "place").line
    line.selectAll()
    qtbot.keyClicks(line, "Mokha")
    editor.cards["IN1"].set_open(False)
    assert desk.stored("IN1.place") == "Mokha"


@pytest.mark.parametrize("place", ["P1.whereabouts", "P1.custody"])
def test_a_single_object_can_be_removed_as_a_whole(desk: Desk, show, qtbot, place: str) -> None:
    if desk.case.value(place) is None:
        desk.case.set_value(f"{place}.holder", "nobody")
    editor = desk.editor(place, show)
    editor.reveal([])
    qtbot.mouseClick(editor.remove, LEFT)
    assert desk.stored(place) is None
    assert not editor.remove.isVisible()
    QTest.qWait(0)


def test_a_row_is_moved_by_its_buttons_told_and_taken_back(desk: Desk, show, qtbot) -> None:
    editor = desk.editor("case.persons", show)
    card = editor.cards["P3"]
    card.set_open(True)
    assert not card.down.isEnabled()
    card.up.setFocus()
    qtbot.keyClick(card.up, Qt.Key.Key_Space)
    assert list(editor.cards) == ["P1", "P3", "P2"]
    assert [editor.stack.itemAt(i).widget().key for i in range(3)] == ["P1", "P3", "P2"]
    assert "2" in editor.snack_text.text()
    assert card.up.hasFocus()
    qtbot.keyClick(card.up, Qt.Key.Key_Space)
    assert card.down.hasFocus()  # at the top there is only the way down
    assert [person.id for person in desk.on_file().persons] == ["P3", "P1", "P2"]
    qtbot.mouseClick(editor.snack_undo, LEFT)
    assert [person.id for person in desk.on_file().persons] == ["P1", "P3", "P2"]


def test_a_closed_row_is_moved_with_alt_and_an_arrow_where_the_order_is_printed(desk: Desk, show, qtbot) -> None:
    editor = desk.editor("case.persons", show)
    first, second = list(editor.cards)[:2]
    qtbot.keyClick(editor.cards[first].head, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert list(editor.cards)[:2] == [second, first]
    incidents = desk.editor("case.incidents", show)  # in order of time on paper
    order = list(incidents.cards)
    qtbot.keyClick(incidents.cards[order[0]].head, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert list(incidents.cards) == order
    incidents.cards[order[0]].set_open(True)
    assert incidents.cards[order[0]].up.isHidden()
