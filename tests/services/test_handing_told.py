"""What a hand-over would change, in words: places as the window has them, nothing of what is sealed."""

from __future__ import annotations

import copy
from datetime import UTC, datetime

from hrd_desktop.assets import resource
from hrd_desktop.core.case import Case
from hrd_desktop.core.merge import merge
from hrd_desktop.core.places import walk
from hrd_desktop.errors import CannotStandTogether, ChangedMeanwhile
from hrd_desktop.exchange.case_json import read_case
from hrd_desktop.services import handing_told
from hrd_desktop.services.handed import Incoming, IncomingCase
from hrd_desktop.wording import wording

EN, FR = wording("en"), wording("fr")


def notebook() -> Case:
    return read_case((resource("demo") / "s1.json").read_bytes(), "s1.json")


def test_places_values_and_refusals_in_words() -> None:
    mine = notebook()
    theirs = copy.deepcopy(mine)
    name = mine.persons[0].names[0]
    for case, text in ((mine, "Lamp"), (theirs, "Mast")):
        case.persons[0].names[0].family = text
        case.persons[0].pronouns = text
    plan = merge(mine, theirs)
    asked = {one.place: one for one in plan.asked}
    told = asked[f"{name.id}.family"]
    assert handing_told.where(plan, told.place, EN).endswith(f"{name.id} > Family name")
    assert handing_told.where(plan, told.place, FR, stable=True).endswith(f"Nom de famille [{name.id}.family]")
    assert handing_told.where(plan, "N999.family", EN, stable=True) == "N999.family"
    assert handing_told.both(plan, told, EN) == ("Lamp", "Mast")
    assert handing_told.both(plan, asked["P1.pronouns"], EN) == ("(sealed)", "(sealed)")

    incoming = Incoming(
        "", "", datetime(2026, 9, 15, tzinfo=UTC), (IncomingCase("C", None, 1, False, plan),), False, False, None
    )
    refusal = CannotStandTogether(code="C", place=told.place, cause="x")
    assert "Family name)" in EN.message(handing_told.in_words(refusal, incoming, EN))
    other = ChangedMeanwhile(code="C")
    assert handing_told.in_words(other, incoming, EN) is other


def test_the_place_of_a_path_is_that_of_the_nearest_object_and_its_field() -> None:
    case = notebook()
    name = case.persons[0].names[0].id
    assert handing_told.place_of(case, "$.case.persons[0].names[0].family") == f"{name}.family"
    assert handing_told.place_of(case, "$.case.persons[0].birth.date") == "P1.birth.date"
    assert handing_told.place_of(case, "$.case.persons[0].names[7].family") == "P1.names"
    for node in walk(case):
        assert handing_told.place_of(case, node.path) == node.place
