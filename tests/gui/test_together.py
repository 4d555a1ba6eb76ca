"""Several fields, and several edits, as one step."""

from __future__ import annotations

import pytest

from hrd_desktop.core.dates import DateInfo, PartialDate
from hrd_desktop.errors import EditRefused
from tests.gui.case_desk import Desk


def test_several_edits_are_one_step_back_and_forth(desk: Desk) -> None:
    before = (desk.case.value("P1.occupation"), len(desk.case.rows("P1.nationalities")))
    with desk.case.together():
        desk.case.set_value("P1.occupation", "weaver")
        row = desk.case.add_row("P1.nationalities", {"country": "ER", "status": "claims"})
    assert desk.stored(f"{row}.status") == "claims"
    desk.case.undo()
    assert (desk.case.value("P1.occupation"), len(desk.case.rows("P1.nationalities"))) == before
    assert desk.stored(row) is None
    desk.case.redo()
    assert desk.stored("P1.occupation") == "weaver"
    assert desk.stored(f"{row}.country") == "ER"


def test_nothing_is_done_where_a_part_is_refused(desk: Desk) -> None:
    before = desk.case.value("P1.occupation")
    can_undo: list[bool] = []
    desk.case.undo_changed.connect(lambda undo, _: can_undo.append(undo))

    def both() -> None:
        with desk.case.together():
            desk.case.set_value("P1.occupation", "weaver")
            desk.case.set_value("P1.relation", "child")

    with pytest.raises(EditRefused):
        both()
    assert desk.case.value("P1.occupation") == before
    assert desk.stored("P1.occupation") == before
    assert can_undo == []


def test_fields_of_one_object_are_held_against_each_other_only_as_they_will_stand(desk: Desk) -> None:
    row = desk.case.add_row(
        "P1.nationalities", {"country": "ER", "status": "lost", "start": PartialDate(1980), "end": PartialDate(1985)}
    )
    desk.case.set_fields(row, {"start": PartialDate(1990), "end": PartialDate(1995)})
    assert desk.stored(f"{row}.end") == PartialDate(1995)
    with pytest.raises(EditRefused):
        desk.case.set_fields(row, {"start": PartialDate(1999), "start_info": DateInfo(source="oral")})
    assert desk.case.value(f"{row}.start_info") is None


def test_fields_typed_on_are_one_step_back(desk: Desk) -> None:
    desk.case.set_fields("P3.birth", {"date": None, "date_info": None})
    for year in (1990, 1991, 1992):
        told = DateInfo(calendar="minguo", original=str(year - 1911))
        desk.case.set_fields("P3.birth", {"date": PartialDate(year), "date_info": told}, typing=True)
    desk.case.undo()
    assert desk.stored("P3.birth.date") is None
