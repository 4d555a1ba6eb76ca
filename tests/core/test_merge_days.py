"""A day and what is noted on it (the calendar it was told in, between which days it lies) stay together in a merge."""

from __future__ import annotations

import copy
from datetime import date, timedelta
from typing import Any

import pytest

from hrd_desktop.core.case import Case
from hrd_desktop.core.dates import DateInfo, PartialDate
from hrd_desktop.core.edit import SetValue
from hrd_desktop.core.identity import Birth
from hrd_desktop.core.merge import Merge, merge
from hrd_desktop.core.person import Person
from hrd_desktop.core.validation import problems
from tests.core.families import Family
from tests.core.two_copies import START, change

HIJRI = DateInfo(calendar="hijri", original="1410", earliest=date(1989, 8, 4), latest=date(1990, 7, 23))
TOLD = PartialDate(year=1990)
OTHER = PartialDate(year=1992, month=3)


@pytest.fixture
def base() -> Case:
    family = Family()
    family.add("sibling")
    return family.case


def born(case: Case) -> Birth:
    held: Person = case.persons[1]
    assert held.birth is not None
    return held.birth


def together(base: Case, mine: dict[str, Any], theirs: dict[str, Any], *, known: bool = True) -> Merge:
    """Ada and Eve each put in what they learnt of the birth of the second person."""
    one, other = copy.deepcopy(base), copy.deepcopy(base)
    told = []
    for case, values, by, hours in ((one, mine, "Ada", 0), (other, theirs, "Eve", 1)):
        changes = [SetValue(f"P2.birth.{name}", value) for name, value in values.items()]
        told.append(change(case, changes, by, START + timedelta(hours=hours)))
    return merge(one, other, base if known else None, mine_past=told[0], theirs_past=told[1])


@pytest.fixture
def told(base: Case) -> Case:
    base.persons[1].birth = Birth(date=TOLD, date_info=copy.deepcopy(HIJRI))
    return base


def test_a_day_that_is_taken_leaves_my_calendar_behind(told: Case) -> None:
    found = together(told, {}, {"date": OTHER, "date_info": None})
    assert not found.asked
    assert (born(found.result()).date, born(found.result()).date_info) == (OTHER, None)


@pytest.mark.parametrize("known", [True, False])
def test_a_day_that_was_chosen_comes_with_its_own_calendar(base: Case, known: bool) -> None:
    base.persons[1].birth = Birth(date=PartialDate(year=1980))
    mine = {"date": TOLD, "date_info": copy.deepcopy(HIJRI)}
    found = together(base, mine, {"date": OTHER}, known=known)
    assert [question.place for question in found.asked] == ["P2.birth.date"]
    chosen = found.result({"P2.birth.date": "theirs"})
    assert (born(chosen).date, born(chosen).date_info) == (OTHER, None)
    assert not list(problems(chosen))
    stays = found.result({"P2.birth.date": "mine"})
    assert (born(stays).date, born(stays).date_info) == (TOLD, HIJRI)
    assert found.result() == found.mine


@pytest.mark.parametrize("known", [True, False])
def test_what_only_i_noted_on_a_day_is_not_lost_unasked(told: Case, known: bool) -> None:
    noted = DateInfo(calendar="hijri", original="Ramadan 1410", earliest=date(1990, 3, 28), latest=date(1990, 4, 26))
    found = together(told, {"date_info": noted}, {"date": OTHER, "date_info": None}, known=known)
    assert [question.place for question in found.asked] == ["P2.birth.date"]
    assert born(found.result({"P2.birth.date": "mine"})).date_info == noted
    assert born(found.result({"P2.birth.date": "theirs"})).date_info is None


def test_what_only_they_noted_on_the_day_that_i_changed_is_asked_too(told: Case) -> None:
    noted = DateInfo(calendar="hijri", original="Ramadan 1410", earliest=date(1990, 3, 28), latest=date(1990, 4, 26))
    found = together(told, {"date": OTHER, "date_info": None}, {"date_info": noted})
    assert [(question.mine, question.theirs) for question in found.asked] == [(OTHER, TOLD)]
    assert born(found.result({"P2.birth.date": "theirs"})).date_info == noted


def test_notes_on_the_same_day_come_together_field_by_field(told: Case) -> None:
    found = together(told, {"date_info.source": "oral"}, {"date_info.estimated": True})
    assert not found.asked
    assert born(found.result()).date == TOLD
    info = born(found.result()).date_info
    assert info is not None
    assert (info.source, info.estimated, info.original) == ("oral", True, "1410")
