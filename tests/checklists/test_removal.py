"""E26: orders to leave Canada."""

from __future__ import annotations

import pytest

from hrd_desktop.core.person import Person
from tests.checklists.build import CANADA, HOST, THIRD, answer, child, family, person, reason, review, row, run, shown
from tests.checklists.told import NOT_NO, say

ORDER, REFUSED = "further_answers.removal_order_canada", "background.e"
L, M = ("NEEDS_LAWYER", "LAWYER"), ("MET", None)


def judged(order: str | None, refused: str | None, been: str | None, *countries: str, born: str | None = None):
    case = shown()
    someone: Person = case.persons[0]
    say(someone, ORDER, order)
    say(someone, REFUSED, refused, countries=list(countries))
    someone.been_in_canada = been
    if born:
        someone.birth.date = child(born).birth.date
    return row(case, "E26", "P1")


@pytest.mark.parametrize(
    ("told", "wanted", "why", "rows"),
    [
        *(((a, None, None), L, "answers", (f"P1.{ORDER}",)) for a in NOT_NO),
        (("no", "yes", None, CANADA), L, "answers", (f"P1.{REFUSED}",)),
        (("yes", "yes", None, THIRD, CANADA), L, "answers", (f"P1.{ORDER}", f"P1.{REFUSED}")),
        (("yes", "no", "no"), L, "answers", (f"P1.{ORDER}",)),
        ((None, None, "no"), M, "not_in_canada", ("P1.been_in_canada",)),
        (("no", None, None), M, "no_order", (f"P1.{ORDER}",)),
        ((None, "no", "yes"), M, "no_order", (f"P1.{REFUSED}",)),
        ((None, "yes", None, THIRD), M, "other_countries", (f"P1.{REFUSED}",)),
        ((None, "yes", None), ("UNCLEAR", "WARN"), "countries_open", (f"P1.{REFUSED}",)),
        ((None, "declined", None), ("UNCLEAR", "WARN"), "countries_open", (f"P1.{REFUSED}",)),
        ((None, "unknown", "yes", THIRD), ("UNCLEAR", "WARN"), "countries_open", (f"P1.{REFUSED}",)),
        ((None, None, "yes"), ("UNCLEAR", "BLOCK"), "not_asked", None),
        ((None, None, None), ("UNCLEAR", "BLOCK"), "not_asked", None),
    ],
)
def test_e26(told: tuple, wanted: tuple, why: str, rows: tuple[str, ...] | None):
    found = judged(*told)
    assert ((found.result, found.severity), reason(found)) == (wanted, why)
    assert rows is None or found.rows == rows


def test_e26_a_fact_counts_at_any_age_and_nothing_else_is_asked_of_children():
    assert judged("yes", None, None, born="2015").result == "NEEDS_LAWYER"
    assert judged(None, "yes", None, CANADA, born="2015").result == "NEEDS_LAWYER"
    assert reason(judged(None, None, None, born="2015")) == "not_adult"
    assert reason(judged(None, None, None, born="2008")) == "not_asked"


def test_e26_has_rows_for_family_who_travel():
    case = family()
    case.persons += [child("2000", id="P4", plan="non_accompanying"), person("P5", "sibling", "accompanying")]
    assert [one.person for one in run(case).items if one.id == "E26"] == ["P1", "P2", "P3"]


def test_e26_review_and_staff():
    case = shown()
    say(case.persons[0], ORDER, "yes")
    case.reviews = [review("E26", person="P1", rows=[f"P1.{ORDER}"])]
    assert row(case, "E26", "P1").result == "MET"
    say(case.persons[0], REFUSED, "yes", countries=[CANADA, HOST])
    assert row(case, "E26", "P1").result == "NEEDS_LAWYER"
    assert row(case, "E26", "P1").outdated_review == "RV1"
    case = shown()
    case.staff_answers = [answer("E26", "UNCLEAR", "P1")]
    assert row(case, "E26", "P1").severity == "WARN"
    say(case.persons[0], REFUSED, None)
    assert row(case, "E26", "P1").severity == "BLOCK"
