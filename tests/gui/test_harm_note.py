"""What to mind stands beside the question that could do harm, in the language of the window."""

from __future__ import annotations

import pytest

from hrd_desktop.core.schema import field_of, objects
from hrd_desktop.gui.field_slot import FieldSlot
from hrd_desktop.gui.harm_note import HarmNote
from hrd_desktop.wording import wording
from hrd_desktop.wording.tables import table
from tests.gui.case_desk import Desk

PLACES = [(key, place) for key, found in table("harm").items() for place in found["at"]]


@pytest.mark.parametrize(("key", "place"), PLACES, ids=str)
def test_each_note_stands_at_a_field_that_exists_and_is_the_only_one_there(key: str, place: str) -> None:
    name, _, field = place.partition(".")
    assert field_of(objects()[name], field) is not None
    assert [other for other, at in PLACES if at == place] == [key]


@pytest.mark.parametrize("place", ["P1.charges", "NR1.text", "case.consents", "P1.contact.safe_channels"])
def test_it_stands_above_the_field(desk: Desk, show, place: str) -> None:
    slot = FieldSlot(desk.context, place, desk.spec(place))
    show(slot)
    (note,) = slot.findChildren(HarmNote)
    assert note.said.text() in {found["en"] for found in table("harm").values()}
    assert slot.editor is not None
    assert note.geometry().bottom() < slot.editor.geometry().top()


def test_most_fields_have_none(desk: Desk, show) -> None:
    slot = FieldSlot(desk.context, "P1.occupation", desk.spec("P1.occupation"))
    show(slot)
    assert not slot.findChildren(HarmNote)


def test_it_is_said_in_french_too() -> None:
    assert wording("fr").harm("person", "charges").startswith("Ne demandez pas")
