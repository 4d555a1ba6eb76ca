"""Taking back an earlier change after others were made: whole, or refused with the reason."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrd_desktop.assets import resource
from hrd_desktop.core.dates import PartialDate
from hrd_desktop.core.edit import AddRow, RemoveRow, SetValue
from hrd_desktop.errors import EditRefused
from hrd_desktop.exchange.case_json import read_case, write_case
from hrd_desktop.gui.case_edits import CaseEdits
from hrd_desktop.gui.take_back import take_back


def fresh() -> CaseEdits:
    path = resource("demo", "s1.json")
    return CaseEdits(read_case(path.read_bytes(), path.name))


@pytest.fixture
def edits() -> CaseEdits:
    return fresh()


def refusal(edits: CaseEdits, *undo) -> str:
    before = write_case(edits.case)
    with pytest.raises(EditRefused) as refused:
        take_back(edits, undo)
    assert write_case(edits.case) == before
    return str(refused.value.facts["reason"])


def test_an_answer_is_put_back_into_an_object_that_was_emptied_since(edits: CaseEdits) -> None:
    edits.set_value("P3.dependency.economic", "yes")
    edits.set_value("P3.dependency.economic", None)
    assert edits.case.persons[2].dependency is None
    take_back(edits, [SetValue("P3.dependency.economic", "yes")])
    assert edits.value("P3.dependency.economic") == "yes"


def test_taking_back_an_answer_leaves_the_other_answers_of_its_object(edits: CaseEdits) -> None:
    edits.set_value("P3.dependency.economic", "yes")
    edits.set_value("P3.dependency.emotional", "yes")
    take_back(edits, [SetValue("P3.dependency.economic", None)])
    assert edits.value("P3.dependency.emotional") == "yes"


def test_a_removed_person_comes_back_with_marriage_and_references_also_after_other_edits(edits: CaseEdits) -> None:
    before = write_case(edits.case)
    step = edits.remove_row("P2")
    edits.set_value("case.intended_city", "Halifax")
    take_back(edits, step.back)
    edits.set_value("case.intended_city", None)
    after = write_case(edits.case)
    was = read_case(before, "before")
    was.intended_city = None
    assert after == write_case(was)


def test_what_came_with_another_row_goes_with_it_once(edits: CaseEdits) -> None:
    take_back(edits, [RemoveRow("U1"), RemoveRow("P2")])
    assert "P2" not in edits.rows("case.persons")
    assert "U1" not in edits.rows("case.unions")


def test_refusals_say_why(edits: CaseEdits) -> None:
    removed = edits.remove_row("IN1")
    (row,) = [change for change in removed.back if isinstance(change, AddRow)]
    assert refusal(edits, SetValue("IN1.place", "Aden")) == "unknown_place"
    assert refusal(edits, RemoveRow("IN1")) == "unknown_place"
    assert refusal(edits, SetValue("P1.uci", edits.value("P1.uci"))) == "already_so"
    take_back(edits, [row])
    assert refusal(edits, row) == "id_taken"
    assert refusal(edits, RemoveRow("P1")) == "principal"
    assert refusal(edits, SetValue("P1.relation", None)) == "required"


def test_a_row_whose_list_is_gone_is_refused(edits: CaseEdits) -> None:
    key, _ = edits.add_row("P2.names", {"kind": "alias", "full": "X"})
    (name,) = edits.remove_row(key).back
    assert isinstance(name, AddRow)
    edits.remove_row("P2")
    assert refusal(edits, name) == "unknown_place"


def test_a_row_that_points_at_what_is_gone_is_refused(edits: CaseEdits) -> None:
    back = edits.remove_row("U1").back
    edits.remove_row("P2")
    assert refusal(edits, *back) == "contradicts"


PLACES = st.sampled_from(
    ["P1.uci", "P3.dependency.economic", "P3.dependency.emotional", "case.intended_city", "P1.birth.city"]
)
ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("set"), PLACES, st.sampled_from([None, "yes", "no"])),
        st.tuples(st.just("date"), st.just("P2.birth.date"), st.sampled_from([PartialDate(1990), PartialDate(1991)])),
        st.tuples(st.just("remove"), st.sampled_from(["P2", "P3", "IN1", "U1", "IN2"]), st.none()),
        st.tuples(st.just("back"), st.integers(0, 9), st.none()),
    ),
    max_size=12,
)


@given(ACTS)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_is_taken_back_in_whatever_order_can_itself_be_undone(acts) -> None:
    edits = fresh()
    done = []
    for kind, what, value in acts:
        before = write_case(edits.case)
        try:
            if kind in ("set", "date"):
                step = edits.set_value(what, value)
            elif kind == "remove":
                step = edits.remove_row(what)
            elif done:
                step = take_back(edits, done[what % len(done)].back)
            else:
                continue
        except EditRefused:
            assert write_case(edits.case) == before
            continue
        after = write_case(edits.case)
        read_case(after, "after")
        edits.repeat(step.reversed())
        assert write_case(edits.case) == before
        edits.repeat(step)
        assert write_case(edits.case) == after
        if step.changes:
            done.append(step)
