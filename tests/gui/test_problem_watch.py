"""Looking at one object after an edit finds what going through the whole case finds."""

from __future__ import annotations

import copy
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrd_desktop.assets import resource
from hrd_desktop.core.dates import DateInfo, PartialDate
from hrd_desktop.core.edit import SetValue
from hrd_desktop.core.places import CASE, walk
from hrd_desktop.core.schema import Kind, fields_of
from hrd_desktop.core.validation import problems
from hrd_desktop.errors import EditRefused
from hrd_desktop.exchange.case_json import read_case
from hrd_desktop.gui.case_edits import CaseEdits
from hrd_desktop.gui.problem_watch import ProblemWatch

SAMPLE = resource("demo", "s5.json")
CASE_5 = read_case(SAMPLE.read_bytes(), SAMPLE.name)
KINDS = {Kind.TEXT, Kind.LONG_TEXT, Kind.INTEGER, Kind.BOOLEAN, Kind.PARTIAL_DATE, Kind.FULL_DATE, Kind.CODE, Kind.REF}
FIELDS = [
    (f"{node.place}.{spec.name}", spec)
    for node in walk(CASE_5)
    for spec in fields_of(type(node.value))
    if not spec.many and spec.name != "id" and (spec.kind in KINDS or spec.target is DateInfo)
]
DAYS = st.dates(date(1950, 1, 1), date(2030, 1, 1))


@st.composite
def edits(draw) -> list[tuple[str, object]]:
    """Values for fields of the case, good and bad, and some taken away."""
    made = []
    for place, spec in draw(st.lists(st.sampled_from(FIELDS), min_size=1, max_size=8)):
        day = draw(DAYS)
        values = {
            Kind.TEXT: ["word", None, "a\x07b"],
            Kind.LONG_TEXT: ["words", None],
            Kind.INTEGER: [3, 10**12, None],
            Kind.BOOLEAN: [True, None],
            Kind.PARTIAL_DATE: [PartialDate(day.year), PartialDate.of(day), None],
            Kind.FULL_DATE: [day, None],
            Kind.CODE: [*spec.codes, None],
            Kind.REF: ["P1", "P2", "NO99", None],
            Kind.OBJECT: [DateInfo(earliest=day, latest=draw(DAYS)), DateInfo(latest=day), None],
        }
        made.append((place, draw(st.sampled_from(values[spec.kind]))))
    return made


@settings(max_examples=25, deadline=None)
@given(edits())
def test_the_same_is_refused_and_the_same_is_found(made) -> None:
    mine = CaseEdits(copy.deepcopy(CASE_5))
    for place, value in made:
        before = list(problems(mine.case))
        wrong = copy.deepcopy(mine.case)
        try:
            mine.set_value(place, value)
            refused = False
        except EditRefused as error:
            refused = error.facts["reason"] == "contradicts"
            if not refused:
                continue
        now = list(problems(mine.case))
        if refused:
            assert now == before
            assert mine.case == wrong
        else:
            assert len(now) <= len(before)
        assert len(mine._watch.found) == len(now)


def test_a_date_and_its_end_are_held_against_each_other_through_the_story() -> None:
    mine = CaseEdits(copy.deepcopy(CASE_5))
    row, _ = mine.add_row("P1.nationalities", {"country": "ER", "status": "lost", "end": PartialDate(1990)})
    mine.set_fields(row, {"start": PartialDate(1980), "start_info": DateInfo(source="oral")})
    with pytest.raises(EditRefused):
        mine.set_fields(f"{row}.start_info", {"earliest": date(1995, 1, 1), "latest": date(1996, 1, 1)})
    assert mine.value(f"{row}.start_info.earliest") is None


def test_what_another_object_looks_at_takes_the_whole_case() -> None:
    watch = ProblemWatch(CASE_5)
    at = {"P1": CASE_5.persons[0], CASE: CASE_5}.get
    assert watch.look([SetValue("P1.relation", "child")], at) is None
    assert watch.look([SetValue("P1.birth", None)], at) is None
    look = watch.look([SetValue("P1.occupation", "weaver"), SetValue("case.alias", "x")], at)
    assert look is not None
    assert look.places == ("P1", CASE)
