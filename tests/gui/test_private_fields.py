"""Gender identity, pronouns and orientation: covered until somebody asks, and never told elsewhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from hrd_desktop.core.schema import field_of
from hrd_desktop.gui.field_slot import FieldSlot
from tests.gui.case_desk import Desk

LEFT = Qt.MouseButton.LeftButton
FIELDS = ("gender_identity", "gender_identity_text", "pronouns", "sexual_orientation")


@pytest.fixture
def slot_of(desk: Desk, show):
    for name in FIELDS:
        desk.case.set_value(f"P1.{name}", "another" if name == "gender_identity" else "canary")

    kept: list[FieldSlot] = []  # a window of nobody's goes with its last reference, in the middle of an event

    def make(name: str) -> FieldSlot:
        spec = field_of(desk.case.target("P1"), name)
        assert spec is not None
        slot = FieldSlot(desk.context, f"P1.{name}", spec)
        show(slot)
        kept.append(slot)
        return slot

    yield make
    for slot in kept:
        slot.close()


def seen(slot: FieldSlot) -> str:
    lines = [line.text() for line in slot.findChildren(QLineEdit)]
    return " ".join([*lines, *(label.text() for label in slot.findChildren(QLabel))])


@pytest.mark.parametrize("name", FIELDS)
def test_it_is_covered_and_shown_on_a_click(slot_of, qtbot, name: str) -> None:
    slot = slot_of(name)
    assert slot.cover is not None
    assert "Private" in slot.cover.ask.text()
    assert slot.editor is None
    assert "canary" not in seen(slot)
    qtbot.mouseClick(slot.cover.ask, LEFT)
    assert slot.editor is not None


def test_one_click_shows_the_private_facts_of_one_person_alone(desk: Desk, slot_of, qtbot) -> None:
    first, second = slot_of("pronouns"), slot_of("sexual_orientation")
    qtbot.mouseClick(first.cover.ask, LEFT)
    assert "canary" in seen(second)
    assert desk.context.reveals.shows("P1.private")
    assert not desk.context.reveals.shows("P2.private")


def test_no_line_that_names_the_person_tells_it(desk: Desk, slot_of) -> None:
    desk.context.set_show_names(True)
    assert "canary" not in desk.context.row_label("P1") + desk.context.summary("P1")


def test_the_marker_on_the_document_stands_open(desk: Desk, show) -> None:
    desk.case.set_value("P1.sex_on_document", "X")
    spec = field_of(desk.case.target("P1"), "sex_on_document")
    assert spec is not None
    slot = FieldSlot(desk.context, "P1.sex_on_document", spec)
    show(slot)
    assert slot.cover is None
