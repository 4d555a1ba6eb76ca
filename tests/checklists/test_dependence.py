"""F07, dependence for a condition of the body or the mind, and what F06 makes of it."""

from __future__ import annotations

import pytest

from hrd_desktop.checklists import children
from hrd_desktop.checklists.facts import Facts
from hrd_desktop.core.case import Case
from hrd_desktop.core.kin import Dependency
from hrd_desktop.core.kinds import EvidenceRef
from tests.checklists.build import ON, PACK, answer, day, reason, row
from tests.checklists.one_child import depend, one_child, united

PROVEN = {
    "type2_claimed": "yes",
    "condition_since": day("2001"),
    "dependent_since": day("2001"),
    "financially_dependent": "yes",
    "condition_evidence": [EvidenceRef("EV1")],
}


def f07(case: Case):
    return children.f07(Facts(case, ON, PACK.constants, PACK.partners), case.persons[1])


def test_f06_a_partnered_child_with_claimed_dependence_is_unclear():
    case = one_child("2008")
    united()(case)
    depend(type2_claimed="yes")(case)
    found = row(case, "F06", "P2")
    assert (found.result, reason(found)) == ("UNCLEAR", "partnered_type2")


def test_f06_dependence_shown_takes_the_place_of_age():
    case = one_child("2000-08-15")
    depend(**PROVEN)(case)
    found = row(case, "F06", "P2")
    assert (found.result, found.severity, reason(found)) == ("NOT_APPLICABLE", None, "type2_governs")
    assert [part.result for part in found.parts] == ["UNCLEAR", "UNCLEAR"]


@pytest.mark.parametrize(
    "missing",
    [
        {"condition_evidence": []},
        {"condition_since": None},
        {"condition_since": day("2022")},
        {"dependent_since": None},
        {"dependent_since": day("2022-08")},
        {"financially_dependent": "unknown"},
    ],
)
def test_f06_dependence_not_shown_in_full_leaves_it_unclear(missing: dict):
    case = one_child("2000-08-15")
    depend(**PROVEN | missing)(case)
    found = row(case, "F06", "P2")
    assert (found.result, found.severity, reason(found)) == ("UNCLEAR", "BLOCK", "over_type2")


def test_f06_reads_the_final_result_of_f07():
    case = one_child("2000-08-15")
    depend(type2_claimed="yes")(case)
    case.staff_answers.append(answer("F07", "MET", "P2"))
    assert row(case, "F06", "P2").result == "NOT_APPLICABLE"


@pytest.mark.parametrize(
    ("born", "claimed", "result"),
    [
        ("2016", "yes", "NOT_APPLICABLE"),
        ("2004-10-06", None, "NOT_APPLICABLE"),
        ("2004-10-05", "no", "NOT_MET"),
        ("2004", "no", "NOT_MET"),
        ("2000", None, "UNCLEAR"),
        ("2000", "unknown", "UNCLEAR"),
        ("2000", "yes", "UNCLEAR"),
    ],
)
def test_f07_derivation(born: str, claimed: str | None, result: str):
    case = one_child(born)
    depend(type2_claimed=claimed)(case)
    assert f07(case).result == result


@pytest.mark.parametrize(
    ("told", "plan", "wanted"),
    [
        (None, "accompanying", ("UNCLEAR", "INFO", "not_asked")),
        ("no", "accompanying", ("NOT_MET", "INFO", "not_claimed")),
        ("yes", "accompanying", ("UNCLEAR", "BLOCK", "open")),
        ("yes", "non_accompanying", ("UNCLEAR", "WARN", "open")),
    ],
)
def test_f07_has_its_row(told: str | None, plan: str, wanted: tuple[str, str, str]):
    case = one_child("2000", plan=plan)
    case.persons[1].dependency = Dependency(type2_claimed=told)
    found = row(case, "F07", "P2")
    assert (found.result, found.severity, reason(found)) == wanted


@pytest.mark.parametrize(
    ("claimed", "plan", "weight"),
    [
        ("yes", "accompanying", "BLOCK"),
        ("yes", "non_accompanying", "WARN"),
        ("unknown", "accompanying", "INFO"),
        (None, "non_accompanying", "INFO"),
    ],
)
def test_f07_weighs_as_f06_once_claimed(claimed: str | None, plan: str, weight: str):
    case = one_child("2000", plan=plan)
    depend(type2_claimed=claimed)(case)
    facts = Facts(case, ON, PACK.constants, PACK.partners)
    assert children.f07_unclear_weight(facts, case.persons[1]) == weight


def test_f07_takes_the_birthday_by_the_earliest_reading():
    case = one_child("2000")
    depend(**PROVEN | {"condition_since": day("2021-12-31"), "dependent_since": day("2021-12-31")})(case)
    assert f07(case).result == "MET"
    case.persons[1].dependency.condition_since = day("2022-01-01")
    assert f07(case).result == "UNCLEAR"
