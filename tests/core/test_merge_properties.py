"""Whatever two people do to two copies: nothing is lost, nothing is decided for them, and a valid case comes of it."""

from __future__ import annotations

import copy
from dataclasses import fields
from datetime import date
from functools import cache
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from hrd_desktop.core.case import Case
from hrd_desktop.core.differences import differences
from hrd_desktop.core.edit import apply_all
from hrd_desktop.core.identity import Name
from hrd_desktop.core.merge import Merge, merge, new_problems
from hrd_desktop.core.past import ids_in
from hrd_desktop.core.person import Person
from hrd_desktop.core.places import find, rows_by_id
from hrd_desktop.core.renaming import renamed_case
from hrd_desktop.core.validation import problems
from hrd_desktop.errors import EditRefused
from tests.core.two_copies import sorted_rows, worked_on
from tests.store.demo_cases import demo_cases
from tests.strategies import cases


@cache
def _bases() -> tuple[Case, ...]:
    """A large case, where two people seldom meet, and a small one, where they do all the time."""
    persons = [
        Person(
            id=f"P{number}",
            relation="sibling" if number > 1 else "principal",
            plan="accompanying",
            names=[Name(id=f"N{number}", kind="legal", family="Orm")],
        )
        for number in (1, 2)
    ]
    small = Case(
        code="HRD-1", opened_on=date(2026, 5, 4), stage="intake", stream="hrd", principal="P1", persons=persons
    )
    return demo_cases()[0], small


def _blank(row: object) -> bool:
    return all(getattr(row, each.name) in (None, []) for each in fields(row))  # type: ignore[arg-type]  # a dataclass


bases = st.sampled_from([1, 1, 0]).map(lambda number: _bases()[number])
seeds = st.integers(0, 10**6)


@settings(max_examples=15)
@given(cases())
def test_a_case_and_its_copy_have_nothing_to_merge(case: Case) -> None:
    found = merge(case, copy.deepcopy(case), None)
    assert found.nothing
    assert not found.renamed
    assert found.changes() == []
    assert merge(case, copy.deepcopy(case), copy.deepcopy(case)).nothing


def _check(found: Merge, mine: Case, theirs: Case, random: Random) -> None:
    here = set(rows_by_id(mine))
    brought = renamed_case(theirs, found.renamed)
    assert [*found.renamed.values()] == [*dict.fromkeys(found.renamed.values())]
    for choices in (
        {question.place: "mine" for question in found.asked},
        {question.place: "theirs" for question in found.asked},
        {question.place: random.choice(["mine", "theirs"]) for question in found.asked},
    ):
        result = found.result(choices)  # type: ignore[arg-type]
        kept = set(rows_by_id(result))
        assert here <= kept
        assert set(rows_by_id(brought)) <= kept
        assert not [
            one for one in new_problems(mine, result) if "reference" in one.cause or "id" in one.cause.split("_")
        ]
        changed = copy.deepcopy(mine)
        apply_all(changed, found.changes(choices))  # type: ignore[arg-type]
        assert sorted_rows(changed) == sorted_rows(result)
        for question in found.asked:
            side = find(mine if choices[question.place] == "mine" else brought, question.place)
            got = find(result, question.place)
            assert got is not None
            assert side is not None
            if not question.place.endswith("none_declared"):  # rows of the other side may make it untrue
                assert got.value == side.value
    for question in found.asked:
        assert question.mine != question.theirs
        for case, value in ((mine, question.mine), (brought, question.theirs)):
            at = find(case, question.place)
            assert at is not None
            assert at.value == value


@settings(max_examples=20)
@given(bases, seeds, seeds)
def test_nothing_is_lost_and_nothing_decided(base: Case, one: int, other: int) -> None:
    mine, my_past = worked_on(base, one, 14, "Ada")
    theirs, their_past = worked_on(base, other + 1, 14, "Eve")
    found = merge(mine, theirs, base, mine_past=my_past, theirs_past=their_past)
    _check(found, mine, theirs, Random(one))
    unsure = merge(mine, theirs, None, mine_past=my_past, theirs_past=their_past)
    _check(unsure, mine, theirs, Random(other))


@settings(max_examples=20)
@given(bases, seeds, seeds)
def test_what_comes_of_it_can_stand(base: Case, one: int, other: int) -> None:
    mine, my_past = worked_on(base, one, 14, "Ada")
    theirs, their_past = worked_on(base, other + 1, 14, "Eve")
    found = merge(mine, theirs, base, mine_past=my_past, theirs_past=their_past)
    for side in ("mine", "theirs"):
        answers = {question.place: side for question in found.asked}
        assert list(problems(found.result(answers))) == []  # type: ignore[arg-type]


@settings(max_examples=20)
@given(bases, seeds, seeds)
def test_work_on_different_places_comes_together_whoever_begins(base: Case, one: int, other: int) -> None:
    mine, my_past = worked_on(base, one, 8, "Ada")
    theirs, their_past = worked_on(base, other + 1, 8, "Eve")
    here = merge(mine, theirs, base, mine_past=my_past, theirs_past=their_past)
    there = merge(theirs, mine, base, mine_past=their_past, theirs_past=my_past)
    known = {*rows_by_id(base), "case"}
    asked = [{one.place for one in plan.asked if one.place.split(".")[0] in known} for plan in (here, there)]
    assert asked[0] == asked[1] or here.renamed
    if not here.asked and not here.renamed and not there.renamed:
        # An object that holds nothing, made by one side alone, is left where it is.
        left = differences(sorted_rows(here.result()), sorted_rows(there.result()))
        assert [found.place for found in left if found.row is None or not _blank(found.row)] == []


@settings(max_examples=20)
@given(bases, seeds, seeds, st.booleans())
def test_a_row_taken_out_goes_only_if_chosen(base: Case, one: int, other: int, known: bool) -> None:
    mine, my_past = worked_on(base, one, 14, "Ada")
    theirs, their_past = worked_on(base, other + 1, 14, "Eve")
    found = merge(mine, theirs, base if known else None, mine_past=my_past, theirs_past=their_past)
    for absent in found.absent:
        assert (find(found.result(), absent.place) is not None) or "." not in absent.place
        try:
            gone = found.result({absent.place: absent.removed_by})
        except EditRefused:
            continue
        left = set(rows_by_id(gone))
        assert not left & set(ids_in(absent.row))
        assert not [one for one in problems(gone) if "reference" in one.cause]
