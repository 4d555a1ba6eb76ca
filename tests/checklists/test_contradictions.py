"""Contradictions: both sides on file, then one side changed; the rows of both, the part of A40 and the alert."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hrd_desktop.checklists.contradictions import KEYS, MATERIAL, named
from hrd_desktop.checklists.message import Coded, Field, Row, Unknown
from hrd_desktop.core.case import Case
from hrd_desktop.core.claim import Application
from hrd_desktop.core.person import Education, Medical, Person
from tests.checklists.build import CANADA, HOME, HOST, alerts, contradicted, day, family, row, shown, status, wedding
from tests.checklists.told import (
    NOT_NO,
    act,
    address,
    charge,
    conviction,
    government,
    history,
    membership,
    say,
    service,
    stay,
    tell,
    travel,
)


def application(kind: str, told: str = "pending", **keys) -> Application:
    return Application(id="AP1", **{"person": "P1", "kind": kind, "status": told, "country": HOST, **keys})


def no_status(case: Case) -> Case:
    """Nothing in the asylum part, so that questions c and d are judged by what a test adds."""
    case.asylum.statuses = []
    assert case.persons[0].background is not None
    say(case.persons[0], "background.c", "no")
    return case


Change = Callable[[Case, Person], object]
J, B, C, D, E = (f"P1.background.{key}" for key in "jbcde")
G, H, K, A = (f"P1.background.{key}" for key in "ghka")


BOTH_STAND: list[tuple[str, Change, tuple[str, ...]]] = [
    ("C01", lambda c, p: c.incidents[0].acts.append("arbitrary_arrest"), ("IN1", J)),
    ("C01", lambda c, p: c.incidents[0].acts.append("detention"), ("IN1", J)),
    ("C01", lambda c, p: tell(p, history("HI5", "2019-02", activity="detention")), ("HI5", J)),
    ("C01", lambda c, p: tell(p, address("AD5", "2019-02", kind="detention")), ("AD5", J)),
    ("C02", lambda c, p: tell(p, charge(outcome="dropped")), ("CH1", B)),
    ("C02", lambda c, p: tell(p, conviction(), charge()), ("CH1", "CV1", B)),
    ("C03", lambda c, p: say(tell(p, conviction(country=CANADA)), "been_in_canada", "yes"), ("CV1", A)),
    *(
        ("C04", lambda c, p, kind=kind: tell(p, service(kind=kind)), ("SV1", G, H))
        for kind in ("militia", "paramilitary", "armed_group")
    ),
    ("C05", lambda c, p: tell(p, membership(armed_wing="yes")), ("MB1", H)),
    ("C06", lambda c, p: c.asylum.applications.append(application("asylum_claim")), ("AP1", C)),
    ("C06", lambda c, p: c.asylum.applications.append(application("unhcr_status")), ("AP1", C)),
    *(
        ("C06", lambda c, p, kind=kind: c.asylum.statuses.append(status(kind)), ("ST1", C))
        for kind in (
            "asylum_seeker",
            "unhcr_registered",
            "unhcr_recognised",
            "refugee_recognised",
            "subsidiary_protection",
        )
    ),
    ("C07", lambda c, p: c.asylum.applications.append(application("visitor_visa", "refused")), ("AP1", D)),
    ("C07", lambda c, p: c.asylum.applications.append(application("resettlement", "refused")), ("AP1", D)),
    ("C08", lambda c, p: c.incidents[0].acts.append("expulsion"), ("IN1", E)),
    ("C08", lambda c, p: tell(p, stay(reason="removal")), ("RE1", E)),
    (
        "C09",
        lambda c, p: setattr(p, "medical", Medical(public_health_flag="yes")),
        ("P1.medical.public_health_flag", K),
    ),
    ("C13", lambda c, p: tell(p, travel(country=CANADA)), ("TR1", "P1.been_in_canada")),
    ("C13", lambda c, p: tell(p, charge(country=CANADA)), ("CH1", "P1.been_in_canada")),
    ("C13", lambda c, p: tell(p, address("AD5", "2019-02", country=CANADA)), ("AD5", "P1.been_in_canada")),
    ("C13", lambda c, p: tell(p, history("HI5", "2019-02", country=CANADA)), ("HI5", "P1.been_in_canada")),
    ("C14", lambda c, p: tell(p, travel(country=HOME)), ("TR1", "P1.returns")),
    ("C15", lambda c, p: tell(p, history("HI5", "1989")), ("HI5", "P1.birth.date")),
    ("C15", lambda c, p: tell(p, address("AD5", "1989-12")), ("AD5", "P1.birth.date")),
    ("C15", lambda c, p: tell(p, membership(start=day("1990-05-04"))), ("MB1", "P1.birth.date")),
    ("C15", lambda c, p: tell(p, government(start=day("1980"))), ("GO1", "P1.birth.date")),
    ("C15", lambda c, p: p.education.append(Education(id="ED1", start=day("1980"))), ("ED1", "P1.birth.date")),
    *(
        (
            "C16",
            lambda c, p, kind=kind, told=told: setattr(tell(p, service(kind=kind)), "military_obligation", told),
            ("SV1", "P1.military_obligation"),
        )
        for kind in ("army", "navy", "air_force")
        for told in ("none", "exempted")
    ),
]


@pytest.mark.parametrize(("key", "change", "rows"), BOTH_STAND)
def test_both_sides_on_file(key: str, change: Change, rows: tuple[str, ...]):
    case = no_status(shown())
    change(case, case.persons[0])
    assert contradicted(case) == {key: rows}
    result = "NEEDS_LAWYER" if key in MATERIAL else "UNCLEAR"
    judged = row(case, "A40", "P1")
    assert (judged.result, judged.severity) == (result, "LAWYER" if key in MATERIAL else "WARN")
    assert [(part.key, part.result, part.rows) for part in judged.parts] == [(key, result, rows)]
    assert judged.rows == rows
    (alert,) = alerts(case, "contradiction")
    assert (alert.person, alert.date, alert.rows, alert.text.key) == ("P1", None, rows, f"alert.contradiction_{key}")


QUESTIONS = {
    "C01": "background.j",
    "C02": "background.b",
    "C03": "background.a",
    "C04": "background.g",
    "C05": "background.h",
    "C06": "background.c",
    "C07": "background.d",
    "C08": "background.e",
    "C09": "background.k",
    "C13": "been_in_canada",
}


@pytest.mark.parametrize("told", [*NOT_NO, None])
@pytest.mark.parametrize(("key", "change", "rows"), [one for one in BOTH_STAND if one[0] in QUESTIONS])
def test_only_a_plain_no_contradicts(key: str, change: Change, rows: tuple[str, ...], told: str | None):
    case = no_status(shown())
    change(case, case.persons[0])
    say(case.persons[0], QUESTIONS[key], told)
    assert key not in contradicted(case)


AGREE: list[Change] = [
    lambda c, p: None,
    lambda c, p: setattr(c.incidents[0], "persons", ["P9"]) or c.incidents[0].acts.append("detention"),
    lambda c, p: tell(p, act()),
    lambda c, p: tell(p, service(kind="police")),
    lambda c, p: say(tell(p, service(kind="militia")), "background.h", "yes"),
    lambda c, p: tell(p, membership(armed_wing="unknown")),
    lambda c, p: c.asylum.applications.append(application("asylum_claim", person="P9")),
    lambda c, p: c.asylum.applications.append(application("work_or_study_visa")),
    *(
        lambda c, p, kind=kind: c.asylum.applications.append(application(kind, "refused"))
        for kind in ("residence_permit", "citizenship", "partner_request")
    ),
    lambda c, p: c.asylum.applications.append(application("visitor_visa", "withdrawn")),
    *(
        lambda c, p, kind=kind: c.asylum.statuses.append(status(kind))
        for kind in ("none", "irregular", "visitor", "temporary_permit", "permanent_resident")
    ),
    lambda c, p: c.asylum.statuses.append(status("refused", person="P9")),
    lambda c, p: tell(p, stay(reason="family")),
    lambda c, p: setattr(p, "medical", Medical(public_health_flag="unknown")),
    lambda c, p: tell(p, travel()),
    lambda c, p: tell(p, travel(country=HOME, start=day("2024-03-10"))),
    lambda c, p: tell(p, travel(country=HOME), stay()),
    lambda c, p: tell(p, history("HI5", "1990")),
    lambda c, p: tell(p, membership()),
    lambda c, p: setattr(tell(p, service()), "military_obligation", "served"),
    lambda c, p: setattr(tell(p, service(kind="gendarmerie")), "military_obligation", "none"),
    lambda c, p: setattr(p, "marital_status", "annulled") or c.unions.append(wedding(b=None)),
    lambda c, p: setattr(p, "marital_status", None),
    lambda c, p: setattr(p, "marital_status", "separated"),
]


@pytest.mark.parametrize("change", AGREE)
def test_facts_that_agree(change: Change):
    case = no_status(shown())
    change(case, case.persons[0])
    assert contradicted(case) == {}
    assert alerts(case, "contradiction") == []


def test_a_status_that_was_refused_contradicts_both_questions():
    case = no_status(shown())
    case.asylum.statuses.append(status("refused"))
    assert contradicted(case) == {"C06": ("ST1", C), "C07": ("ST1", D)}


@pytest.mark.parametrize(
    ("told", "unions", "rows"),
    [
        ("single", [], None),
        ("single", [wedding(b=None)], ("UN1", "P1.marital_status")),
        ("divorced", [wedding(b=None)], ("UN1", "P1.marital_status")),
        ("widowed", [wedding(b=None, kind="religious_marriage")], ("UN1", "P1.marital_status")),
        ("single", [wedding(b=None, kind="common_law")], None),
        ("single", [wedding(b=None, status="planned")], None),
        ("divorced", [wedding(b=None, status="ended")], None),
        ("married", [], ("P1.marital_status", "case.unions")),
        ("married", [wedding(b=None, kind="customary_marriage")], None),
        ("married", [wedding(b=None, status="separated")], ("P1.marital_status", "case.unions")),
        ("married", [wedding(b=None, kind="common_law")], ("P1.marital_status", "case.unions")),
        ("common_law", [], ("P1.marital_status", "case.unions")),
        ("common_law", [wedding(b=None, kind="common_law")], None),
        ("common_law", [wedding(b=None, kind="conjugal_apart")], None),
        ("common_law", [wedding(b=None)], ("P1.marital_status", "case.unions")),
        ("common_law", [wedding(b=None, cohabiting_from=day("2019"))], None),
        ("common_law", [wedding(b=None, kind="common_law", status="ended")], ("P1.marital_status", "case.unions")),
    ],
)
def test_c10(told: str, unions: list, rows: tuple[str, ...] | None):
    case = shown()
    case.persons[0].marital_status = told
    case.unions = unions
    assert contradicted(case) == ({} if rows is None else {"C10": rows})
    wanted = [] if rows is None else ["alert.contradiction_C10" if "UN1" in rows else "alert.contradiction_C10_none"]
    assert [alert.text.key for alert in alerts(case, "contradiction")] == wanted


def test_the_alert_tells_what_is_recorded():
    case = shown()
    person = tell(case.persons[0], service())
    person.marital_status, person.military_obligation = "married", "none"
    status_told, obligation_told = alerts(case, "contradiction")
    assert status_told.text.params == {
        "person": Row("P1"),
        "day": Unknown(),
        "status": Coded("marital_status", "married"),
    }
    assert obligation_told.text.params["obligation"] == Coded("military_obligation", "none")


def test_several_at_once_stand_in_order_and_the_material_ones_decide():
    case = shown()
    person = tell(case.persons[0], conviction(), membership(armed_wing="yes"))
    person.marital_status = "married"
    judged = row(case, "A40", "P1")
    assert [part.key for part in judged.parts] == ["C02", "C05", "C10"]
    assert (judged.result, judged.rows) == ("NEEDS_LAWYER", ("CV1", B, "MB1", H))
    say(person, "further_answers.earlier_false_statement", "after_advice")
    judged = row(case, "A40", "P1")
    assert judged.rows == ("CV1", B, "MB1", H, "P1.further_answers.earlier_false_statement")
    assert len(alerts(case, "contradiction")) == 3


def test_facts_about_a_child_may_disagree_too():
    case = family()
    tell(case.persons[1], address("AD5", "2014"))
    judged = row(case, "A40", "P2")
    assert (judged.result, [part.key for part in judged.parts]) == ("UNCLEAR", ["C15"])


def test_every_contradiction_is_tested_and_each_side_has_a_name():
    assert {key for key, _, _ in BOTH_STAND} | {"C10", "C11", "C12"} == set(KEYS)
    assert named("IN1") == Row("IN1")
    assert named("P1.background.j") == Field("background", "j", "P1.background.j")
    assert named("P1.marital_status") == Field("person", "marital_status", "P1.marital_status")
    assert named("case.unions") == Field("case", "unions", "case.unions")


def test_a_case_that_the_place_ends_raises_none():
    case = shown()
    case.persons[0].marital_status = "married"
    case.persons[0].whereabouts.country = CANADA
    assert alerts(case, "contradiction") == []
