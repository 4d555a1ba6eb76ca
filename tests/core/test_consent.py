"""Consents on a day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from hrd_desktop.core.case import Case
from hrd_desktop.core.consent import contradicted_by, first_consent, is_live, open_before_consent, standing
from hrd_desktop.core.identity import Name
from hrd_desktop.core.person import Person
from hrd_desktop.core.steps import Consent

DAY = date(2026, 9, 15)


def consent(key: str = "CN1", **facts: Any) -> Consent:
    given = {"person": "P1", "decision": "given", "scopes": ["store", "share"], "recipients": ["own_organisation"]}
    return Consent(id=key, **{**given, "signed_on": date(2026, 9, 1), **facts})


def case(*consents: Consent) -> Case:
    person = Person(
        id="P1", relation="principal", plan="accompanying", names=[Name(id="N1", kind="alias", full="Oriel")]
    )
    made = Case(code="HRD-2026-X", opened_on=DAY, stage="intake", stream="hrd", principal="P1", persons=[person])
    made.consents = list(consents)
    return made


@pytest.mark.parametrize(
    ("facts", "stands"),
    [
        ({}, "live"),
        ({"signed_on": DAY}, "live"),
        ({"signed_on": date(2026, 9, 16)}, "not_yet"),
        ({"expires_on": DAY}, "live"),
        ({"expires_on": date(2026, 9, 14)}, "expired"),
        ({"withdrawn_on": DAY}, "withdrawn"),
        ({"withdrawn_on": date(2026, 9, 16)}, "live"),
        ({"decision": "refused", "expires_on": date(2026, 9, 14)}, "refused"),
    ],
)
def test_how_a_consent_stands_on_a_day(facts: dict[str, Any], stands: str) -> None:
    assert standing(consent(**facts), DAY) == stands
    assert is_live(consent(**facts), DAY) is (stands == "live")


def test_the_first_consent_is_one_to_keep_the_file_that_lives() -> None:
    assert first_consent(case(consent()), DAY)
    assert not first_consent(case(), DAY)
    assert not first_consent(case(consent(scopes=["share"])), DAY)
    assert not first_consent(case(consent(withdrawn_on=DAY)), DAY)
    assert not first_consent(case(consent(decision="refused")), DAY)


@pytest.mark.parametrize(
    ("path", "may"),
    [
        ("consents.note", True),
        ("persons.contact.safe_channels.kind", True),
        ("persons.whereabouts.status", True),
        ("persons.whereabouts.place", False),
        ("persons.birth.date", False),
        ("persons.contacted_home_authorities", False),
        ("incidents", False),
        ("alias", True),
        ("partner", False),
    ],
)
def test_what_may_be_filled_before_it(path: str, may: bool) -> None:
    assert open_before_consent(tuple(path.split("."))) is may


def test_a_later_no_may_speak_against_a_consent_that_lives() -> None:
    lives = consent()
    no = consent("CN2", decision="refused", signed_on=date(2026, 9, 10), scopes=["share"])
    assert contradicted_by(case(lives, no), lives, DAY) == [no]
    taken = consent("CN2", signed_on=date(2026, 8, 1), withdrawn_on=date(2026, 9, 10), scopes=["store"])
    assert contradicted_by(case(lives, taken), lives, DAY) == [taken]


@pytest.mark.parametrize(
    "facts",
    [
        {"signed_on": date(2026, 8, 1)},
        {"signed_on": date(2026, 9, 20)},
        {"person": "P2"},
        {"scopes": ["photographs"]},
        {"recipients": ["unhcr"]},
        {"decision": "given"},
    ],
)
def test_an_earlier_no_or_one_to_something_else_does_not(facts: dict[str, Any]) -> None:
    lives = consent()
    no = consent("CN2", **{"decision": "refused", "signed_on": date(2026, 9, 10), **facts})
    assert contradicted_by(case(lives, no), lives, DAY) == []


def test_nothing_speaks_against_a_consent_that_does_not_live() -> None:
    gone = consent(withdrawn_on=date(2026, 9, 5))
    no = consent("CN2", decision="refused", signed_on=date(2026, 9, 10))
    assert contradicted_by(case(gone, no), gone, DAY) == []
