"""Places: how a rule or an edit points at a fact."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings

from hrd_desktop.core.case import Case
from hrd_desktop.core.dates import PartialDate
from hrd_desktop.core.identity import Birth, Name
from hrd_desktop.core.person import Person
from hrd_desktop.core.places import find, known_place, rows_by_id, walk
from hrd_desktop.core.schema import Kind, fields_of
from tests.strategies import cases


@pytest.fixture
def case() -> Case:
    names = [Name(id="N1", kind="legal", family="Orm"), Name(id="N2", kind="alias", family="Ormond")]
    person = Person(
        id="P1", relation="principal", plan="accompanying", names=names, birth=Birth(date=PartialDate(1990))
    )
    return Case(
        code="HRD-1", opened_on=date(2026, 5, 4), stage="intake", stream="hrd", principal="P1", persons=[person]
    )


def test_walk_goes_from_the_case_down_in_the_order_of_the_format(case: Case) -> None:
    assert [(node.path, node.place) for node in walk(case)] == [
        ("$.case", "case"),
        ("$.case.persons[0]", "P1"),
        ("$.case.persons[0].names[0]", "N1"),
        ("$.case.persons[0].names[1]", "N2"),
        ("$.case.persons[0].birth", "P1.birth"),
    ]


def test_find(case: Case) -> None:
    found = find(case, "P1.birth.date")
    assert found is not None
    assert found.value == PartialDate(1990)
    assert found.owner is case.persons[0].birth
    whole = find(case, "N2")
    assert whole is not None
    assert whole.value is case.persons[0].names[1]
    assert whole.spec is None
    top = find(case, "case.alias")
    assert top is not None
    assert top.value is None


@pytest.mark.parametrize(
    "place", ["P9", "P1.colour", "P1.names.family", "P1.birth.date.year", "P1.custody.holder", "persons", ""]
)
def test_what_points_at_nothing(case: Case, place: str) -> None:
    assert find(case, place) is None


@pytest.mark.parametrize(
    ("place", "known"),
    [
        ("P1.custody.holder", True),
        ("P1.background.j", True),
        ("case.claim.internal_flight.tried", True),
        ("P1.background.z", False),
        ("P1.names.family", False),
        ("P2.birth", False),
        ("case", True),
    ],
)
def test_a_place_is_known_before_anything_is_recorded(case: Case, place: str, known: bool) -> None:
    assert known_place(case, place) is known


@settings(max_examples=20)
@given(cases())
def test_every_place_of_a_case_is_found_and_known(case: Case) -> None:
    assert len(rows_by_id(case)) == sum(node.index is not None for node in walk(case))
    for node in walk(case):
        found = find(case, node.place)
        assert found is not None
        assert found.value is node.value
        for spec in fields_of(type(node.value)):
            place = f"{node.place}.{spec.name}"
            assert known_place(case, place)
            if spec.kind is not Kind.OBJECT:
                field = find(case, place)
                assert field is not None
                assert field.value == getattr(node.value, spec.name)
