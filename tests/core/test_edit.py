"""Edits: each can be undone exactly, and what cannot be taken is refused without a trace."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrd_desktop.core.background import Conviction, Equivalence
from hrd_desktop.core.case import Case
from hrd_desktop.core.dates import PartialDate
from hrd_desktop.core.edit import AddRow, Change, MoveRow, RemoveRow, SetValue, apply, apply_all, complete, removal
from hrd_desktop.core.identity import Birth, Name
from hrd_desktop.core.kin import Parent, Union
from hrd_desktop.core.kinds import CountryCode, ItemId
from hrd_desktop.core.person import Person
from hrd_desktop.core.places import find, rows_by_id, walk
from hrd_desktop.core.schema import fields_of
from hrd_desktop.core.staff import KnownBy, Review
from hrd_desktop.core.steps import Interview
from hrd_desktop.core.validation import problems
from hrd_desktop.core.work import Incident
from hrd_desktop.errors import EditRefused
from tests.core import families
from tests.strategies import cases


def person(number: int, relation: str = "sibling") -> Person:
    return Person(
        id=f"P{number}",
        relation=relation,  # type: ignore[arg-type]  # one of the codes
        plan="accompanying",
        names=[Name(id=f"N{number}", kind="legal", family="Orm")],
    )


@pytest.fixture
def case() -> Case:
    return Case(
        code="HRD-1",
        opened_on=date(2026, 5, 4),
        stage="intake",
        stream="hrd",
        principal="P1",
        persons=[person(1, "principal"), person(2)],
    )


def incident(*persons: str) -> Incident:
    return Incident(
        id="IN1",
        date=PartialDate(2026, 2),
        persons=list(persons),
        country=CountryCode("SZ"),
        acts=["threat"],
        agents=["state"],
        description="Two letters after a public meeting.",
    )


def reason(case: Case, change: Change) -> str:
    before = copy.deepcopy(case)
    with pytest.raises(EditRefused) as refused:
        apply(case, change)
    assert case == before
    return str(refused.value.facts["reason"])


def test_set_and_undo(case: Case) -> None:
    undo = apply(case, SetValue("case.alias", "Notebook"))
    assert case.alias == "Notebook"
    assert undo == SetValue("case.alias", None)
    apply(case, undo)
    assert case.alias is None


def test_a_text_is_tidied_as_it_is_set(case: Case) -> None:
    apply(case, SetValue("case.note", "\none\r\ntwo\tE\u0301\x07\n"))
    assert case.note == "one\ntwo \u00c9"
    apply(case, SetValue("case.note", "  \n"))
    assert case.note is None


def test_an_object_on_the_way_is_set_first(case: Case) -> None:
    assert reason(case, SetValue("P1.birth.date", PartialDate(1990))) == "unknown_place"
    apply(case, SetValue("P1.birth", Birth()))
    apply(case, SetValue("P1.birth.date", PartialDate(1990)))
    assert case.persons[0].birth == Birth(date=PartialDate(1990))


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (SetValue("P9.plan", "accompanying"), "unknown_place"),
        (SetValue("P1", None), "unknown_place"),
        (SetValue("P1.plan", None), "required"),
        (SetValue("P1.id", "P7"), "not_a_value"),
        (SetValue("case.persons", []), "not_a_value"),
        (AddRow("case.incidents", person(3)), "not_a_row"),
        (AddRow("case.alias", person(3)), "not_a_row"),
        (AddRow("case.persons", person(2)), "id_taken"),
        (RemoveRow("IN7"), "unknown_place"),
        (RemoveRow("P1"), "principal"),
        (RemoveRow("N2"), "last_row"),
    ],
    ids=repr,
)
def test_refused_without_a_trace(case: Case, change: Change, why: str) -> None:
    assert reason(case, change) == why


def test_rows_keep_their_place_when_a_removal_is_undone(case: Case) -> None:
    apply(case, AddRow("case.persons", person(3)))
    undo = apply(case, RemoveRow("P2"))
    assert [p.id for p in case.persons] == ["P1", "P3"]
    apply(case, undo)
    assert [p.id for p in case.persons] == ["P1", "P2", "P3"]


def test_all_or_none(case: Case) -> None:
    before = copy.deepcopy(case)
    with pytest.raises(EditRefused):
        apply_all(case, [SetValue("case.alias", "Notebook"), RemoveRow("P2"), RemoveRow("P2")])
    assert case == before


def removed(case: Case, row_id: str) -> None:
    """Remove the row and see that the case can stand, and that it comes back whole."""
    before = copy.deepcopy(case)
    undo = apply_all(case, removal(case, row_id))
    assert row_id not in rows_by_id(case)
    assert list(problems(case)) == []
    after = copy.deepcopy(case)
    redo = apply_all(case, undo)
    assert case == before
    apply_all(case, redo)
    assert case == after


def test_removing_a_person_takes_what_cannot_stand_without_them(case: Case) -> None:
    case.incidents = [incident("P1", "P2")]
    case.interviews = [Interview(id="IV1", persons=["P2"], date=date(2026, 5, 5))]
    case.unions = [Union(id="U1", partner_a="P1", partner_b="P2", kind="civil_marriage", status="in_force")]
    removed(case, "P2")
    assert case.incidents[0].persons == ["P1"]
    assert (case.interviews, case.unions) == ([], [])


def test_removing_a_review_takes_the_single_object_that_rests_on_it(case: Case) -> None:
    case.reviews = [
        Review(
            id="RV1",
            item=ItemId("A36.1"),
            reviewer="Maître Ondine Sarrasine",
            capacity="lawyer",
            reviewed_on=date(2026, 5, 4),
            outcome="cleared",
        )
    ]
    case.persons[0].convictions = [
        Conviction(
            id="CV1",
            date=PartialDate(2020),
            country=CountryCode("SZ"),
            offence="Meeting without leave",
            equivalence=Equivalence(review="RV1"),
        )
    ]
    removed(case, "RV1")
    assert case.persons[0].convictions[0].equivalence is None


def test_a_removed_parent_leaves_the_row_of_the_parent(case: Case) -> None:
    case.persons[0].parents = [Parent(id="PR1", person="P2", role="mother", kind="biological")]
    removed(case, "P2")
    assert case.persons[0].parents[0].person is None


def test_how_a_fact_is_known_goes_with_the_row_that_had_the_fact(case: Case) -> None:
    case.known_by = [
        KnownBy(id=f"KB{number}", at=at, how_known="document_seen")
        for number, at in enumerate(("P1.birth.date", "P2.birth.date", "N2.family", "case.alias", "P20.sex"), 1)
    ]
    case.persons[1].names[0].id = "N2"
    removed(case, "P2")
    assert [row.at for row in case.known_by] == ["P1.birth.date", "case.alias", "P20.sex"]


@given(cases(), st.data())
def test_any_row_can_be_removed_and_brought_back(case: Case, data: st.DataObject) -> None:
    row_id = data.draw(st.sampled_from(sorted(rows_by_id(case))))
    node = rows_by_id(case)[row_id]
    if row_id == case.principal or (isinstance(node.value, Name) and len(node.owner.names) == 1):
        with pytest.raises(EditRefused):
            apply_all(case, removal(case, row_id))
    else:
        removed(case, row_id)


@given(cases(), cases(), st.data())
def test_any_values_can_be_set_and_undone(case: Case, other: Case, data: st.DataObject) -> None:
    """Values come from another case, from the same fields of objects of the same class."""
    values = {
        (type(node.value), spec.name): getattr(node.value, spec.name)
        for node in walk(other)
        for spec in fields_of(type(node.value))
    }
    options = [
        SetValue(f"{node.place}.{spec.name}", copy.deepcopy(values[type(node.value), spec.name]))
        for node in walk(case)
        for spec in fields_of(type(node.value))
        if not spec.has_rows and spec.target is None and spec.name != "id" and (type(node.value), spec.name) in values
    ]
    changes: Sequence[Change] = data.draw(st.lists(st.sampled_from(options), min_size=1, max_size=8))
    before = copy.deepcopy(case)
    undo = apply_all(case, changes)
    last = {change.place: change.value for change in changes if isinstance(change, SetValue)}
    for place, value in last.items():
        found = find(case, place)
        assert found is not None
        assert found.value == value
    apply_all(case, undo)
    assert case == before


def test_complete() -> None:
    assert complete(Birth, {})
    assert not complete(Name, {})
    assert complete(Name, {"kind": "legal"})
    assert not complete(Incident, {"date": PartialDate(2026), "persons": [], "country": "SZ"})


def test_what_is_put_into_a_row_later_is_no_part_of_adding_it() -> None:
    case = families.small()
    added = AddRow(
        "case.persons",
        Person(id="P9", relation="sibling", plan="not_included", names=[Name(id="N9", kind="legal", family="H")]),
    )
    inside = AddRow("P9.parents", Parent(id="PR99", role="mother", kind="biological"))
    undo = apply_all(case, [added, inside])
    assert added.row.parents == []
    apply_all(case, undo)
    apply_all(case, [added, inside])  # made again, as it was made the first time
    assert [row.id for row in case.persons[-1].parents] == ["PR99"]


@given(st.integers(0, 5), st.integers(0, 5))
def test_a_row_moved_stands_where_it_was_put_and_goes_back(stood: int, to: int) -> None:
    case = families.small()
    case.persons += [person(number) for number in (21, 22)]
    order = [each.id for each in case.persons]
    wanted = [key for key in order if key != order[stood]]
    wanted.insert(to, order[stood])
    back = apply(case, MoveRow("case.persons", order[stood], to))
    assert [each.id for each in case.persons] == wanted
    apply(case, back)
    assert [each.id for each in case.persons] == order
