from __future__ import annotations

import copy

import pytest

from hrd_desktop.assets import resource
from hrd_desktop.core.dates import PartialDate
from hrd_desktop.core.edit import apply_all
from hrd_desktop.errors import EditRefused
from hrd_desktop.exchange.case_json import read_case, write_case
from hrd_desktop.gui.case_edits import CaseEdits, Step, places_touched


@pytest.fixture
def edits() -> CaseEdits:
    path = resource("demo", "s1.json")
    return CaseEdits(read_case(path.read_bytes(), path.name))


def taken_back(edits: CaseEdits, before: bytes, step: Step) -> bool:
    """Whether the step taken back gives the case as it was, and made again the case as it became."""
    after = write_case(edits.case)
    edits.repeat(step.reversed())
    same = write_case(edits.case) == before
    edits.repeat(step)
    return same and write_case(edits.case) == after


def test_a_value_makes_the_object_that_holds_it_in_one_step(edits: CaseEdits) -> None:
    assert edits.case.persons[2].dependency is None
    before = write_case(edits.case)
    step = edits.set_value("P3.dependency.condition_since_info.original", "spring of the flood")
    assert edits.value("P3.dependency.condition_since_info.original") == "spring of the flood"
    assert taken_back(edits, before, step)


def test_clearing_the_last_fact_takes_the_empty_object_away(edits: CaseEdits) -> None:
    edits.set_value("P3.dependency.economic", "yes")
    edits.set_value("P3.dependency.economic", None)
    assert edits.case.persons[2].dependency is None


def test_an_object_that_needs_a_fact_is_begun_until_it_has_it(edits: CaseEdits) -> None:
    before = write_case(edits.case)
    edits.set_value("P1.stateless.determined_by", "court")
    assert write_case(edits.case) == before
    assert [spec.name for spec in edits.missing("P1.stateless")] == ["claimed"]
    assert edits.value("P1.stateless.determined_by") == "court"
    step = edits.set_value("P1.stateless.claimed", "yes")
    assert not edits.drafts
    assert edits.case.persons[0].stateless is not None
    assert edits.case.persons[0].stateless.determined_by == "court"
    edits.repeat(step.reversed())
    assert edits.case.persons[0].stateless is None
    assert edits.drafts["P1.stateless"].values == {"determined_by": "court"}


def test_a_row_is_begun_until_it_can_stand_and_keeps_its_id(edits: CaseEdits) -> None:
    key, _ = edits.add_row("P1.nationalities", {})
    edits.set_value(f"{key}.status", "has")
    # It has what its class needs, but no country: the case could not be exported with it.
    assert edits.rows("P1.nationalities")[-1] == key
    assert edits.missing(key) == []
    assert edits.obstacles[key].facts["cause"] == "nationality_without_country"
    edits.set_value(f"{key}.country", "ER")
    assert key not in edits.drafts
    assert edits.case.persons[0].nationalities[-1].id == key
    assert edits.case.persons[0].nationalities[-1].country == "ER"


def test_ids_of_rows_begun_are_not_given_twice(edits: CaseEdits) -> None:
    first, _ = edits.add_row("case.incidents", {})
    second, _ = edits.add_row("case.incidents", {})
    assert first != second


def test_nothing_can_be_put_into_a_row_that_is_only_begun(edits: CaseEdits) -> None:
    key, _ = edits.add_row("case.persons", {})
    with pytest.raises(EditRefused):
        edits.add_row(f"{key}.names", {})
    with pytest.raises(EditRefused):
        edits.set_value(f"{key}.birth.date", PartialDate(2001))


def test_an_end_before_the_start_is_refused_and_changes_nothing(edits: CaseEdits) -> None:
    before = write_case(edits.case)
    with pytest.raises(EditRefused) as refused:
        edits.set_value("U1.end", PartialDate(1999))
    assert refused.value.facts["cause"] == "start_after_end"
    assert write_case(edits.case) == before


def test_a_needed_fact_cannot_be_cleared(edits: CaseEdits) -> None:
    before = write_case(edits.case)
    for place in ("IN1.description", "IN1.acts", "P1.relation", "case.stage"):
        with pytest.raises(EditRefused):
            edits.set_value(place, None)
    assert write_case(edits.case) == before


def test_earliest_and_latest_come_and_go_together(edits: CaseEdits) -> None:
    day = PartialDate(1988, 2, 3).first
    edits.set_value("P3.birth.date_info.earliest", day)
    assert edits.value("P3.birth.date_info.latest") == day
    edits.set_value("P3.birth.date_info.latest", None)
    assert edits.value("P3.birth.date_info.earliest") is None


def test_the_other_partner_is_a_person_or_a_name(edits: CaseEdits) -> None:
    before = write_case(edits.case)
    step = edits.set_value("U1.partner_b_name", "Somebody Else")
    assert edits.value("U1.partner_b") is None
    assert taken_back(edits, before, step)


def test_a_row_in_a_list_declared_empty_takes_the_declaration_back(edits: CaseEdits) -> None:
    declared = list(edits.case.persons[0].none_declared)
    assert "charges" in declared
    before = write_case(edits.case)
    _, step = edits.add_row("P1.charges", {"country": "YE", "offence": "spreading false news"})
    assert edits.case.persons[0].none_declared == [name for name in declared if name != "charges"]
    assert taken_back(edits, before, step)


def test_removing_a_person_takes_along_what_needs_them_and_comes_back_whole(edits: CaseEdits) -> None:
    before = write_case(edits.case)
    begun, _ = edits.add_row("P2.documents", {"kind": "passport"})
    step = edits.remove_row("P2")
    assert edits.rows("case.persons") == ["P1", "P3"]
    assert "U1" not in edits.rows("case.unions")
    assert begun not in edits.drafts
    assert '"P2"' not in write_case(edits.case).decode()
    edits.repeat(step.reversed())
    assert write_case(edits.case) == before
    assert begun in edits.drafts


def test_what_a_step_touched_is_told_for_redrawing(edits: CaseEdits) -> None:
    values, lists = places_touched(edits.set_value("IN1.place", "Aden"))
    assert (values, lists) == (["IN1.place"], [])
    key, step = edits.add_row("case.incidents", {})
    assert places_touched(step) == ([], ["case.incidents"])
    assert places_touched(edits.set_value(f"{key}.place", "Aden")) == ([f"{key}.place"], [])
    removed = edits.remove_row("IN1")
    assert "case.incidents" in places_touched(removed)[1]


def test_an_id_is_never_given_twice(edits: CaseEdits) -> None:
    key, _step = edits.add_row("case.tasks", {"text": "Call the partner"})
    edits.remove_row(key)
    again, _step = edits.add_row("case.tasks", {"text": "Another thing"})
    assert again != key


def test_the_list_of_every_row_is_where_it_stands(edits: CaseEdits) -> None:
    for row_id in edits.all_rows():
        place = edits.list_of(row_id)
        assert place is not None
        assert row_id in [row.id for row in edits.value(place)]
    assert edits.list_of("SC1") == "P1.contact.safe_channels"
    assert edits.list_of("IN99") is None


def test_a_step_stays_what_it_was_while_what_it_made_goes_on_changing(edits: CaseEdits) -> None:
    """The worker saves it later, and undo and redo use it again: the object must not hold what came after."""
    empty = read_case(write_case(edits.case), "empty")
    assert empty.persons[2].contact is None
    key, step = edits.add_row("P3.contact.safe_channels", {"kind": "letter"})
    edits.set_value(f"{key}.times", "on Sundays")
    made = copy.deepcopy(step.changes)
    apply_all(empty, made)
    (row,) = empty.persons[2].contact.safe_channels if empty.persons[2].contact else ()
    assert (row.id, row.times) == (key, None)


def test_a_row_made_again_is_as_it_was_when_it_was_made(edits: CaseEdits) -> None:
    before = write_case(edits.case)
    key, step = edits.add_row("P3.contact.safe_channels", {"kind": "letter"})
    made = write_case(edits.case)
    later = edits.set_value(f"{key}.times", "on Sundays")
    edits.repeat(later.reversed())
    assert taken_back(edits, before, step)
    assert write_case(edits.case) == made
