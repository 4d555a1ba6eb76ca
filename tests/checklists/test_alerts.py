"""Alerts: when each is raised, on which day, and in which order."""

from __future__ import annotations

from datetime import date

import pytest

from hrd_desktop.checklists.alerts import KINDS
from hrd_desktop.core.background import Conviction, Equivalence, Membership
from hrd_desktop.core.case import Case
from hrd_desktop.core.claim import Application
from hrd_desktop.core.identity import BirthAlias, Name, Nationality
from hrd_desktop.core.kin import DeclaredCount
from tests.checklists.build import (
    HOST,
    THIRD,
    alerts,
    answer,
    child,
    consent,
    day,
    family,
    milestone,
    run,
    shown,
    spouse,
    status,
)


def days(case: Case, kind: str) -> list[str | None]:
    return [alert.date and alert.date.isoformat() for alert in alerts(case, kind)]


@pytest.mark.parametrize(
    ("born", "plan", "kind", "expected"),
    [
        ("2006-09-15", "accompanying", "last_safe_referral_day", ["2028-09-14"]),
        ("2006-09-16", "accompanying", "last_safe_referral_day", []),
        ("2006", "accompanying", "last_safe_referral_day", ["2027-12-31"]),
        ("2004-09-16", "accompanying", "last_safe_referral_day", ["2026-09-15"]),
        ("2004", "accompanying", "last_safe_referral_day", ["2025-12-31"]),
        ("2004-09-15", "accompanying", "last_safe_referral_day", []),
        ("2005-01-10", "non_accompanying", "last_safe_application_day", ["2027-01-09"]),
        ("2005-01-10", "non_accompanying", "last_safe_referral_day", []),
        (None, "accompanying", "last_safe_referral_day", [None]),
        ("2004-02-29", "accompanying", "leap_day_birth", ["2026-02-28"]),
        ("2008-02-29", "accompanying", "leap_day_birth", ["2030-02-28"]),
        ("2008-02", "accompanying", "leap_day_birth", []),
    ],
)
def test_days_of_a_child(born: str | None, plan: str, kind: str, expected: list[str | None]):
    case = shown()
    case.persons.append(child(born, plan=plan))
    assert days(case, kind) == expected


def test_child_plan_options():
    case = shown()
    case.persons += [child("2000", id="P2"), child("2004", id="P3"), child("2016", id="P4")]
    assert [alert.person for alert in alerts(case, "child_plan_options")] == ["P2", "P3"]


def test_the_one_year_window_of_family_who_stay():
    case = shown()
    case.persons += [spouse("P3", "non_accompanying"), child("2016")]
    assert days(case, "oyw_deadline") == [None]
    assert days(case, "oyw_target") == []
    case.milestones.append(milestone("landing", "2026-10-01", "planned", "MS2"))
    assert (days(case, "oyw_deadline"), days(case, "oyw_target")) == (["2027-10-01"], ["2027-08-02"])
    case.milestones[-1].date = day("2028-02-29")
    assert days(case, "oyw_deadline") == ["2029-02-28"]


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        (date(2026, 9, 15), ["2026-09-15"]),
        (date(2026, 12, 14), ["2026-12-14"]),
        (date(2026, 12, 15), []),
        (date(2026, 9, 14), []),
        (None, []),
    ],
)
def test_consent_expiry(ends: date | None, expected: list[str]):
    case = shown()
    case.consents = [consent(expires_on=ends)]
    assert days(case, "consent_expiry") == expected


@pytest.mark.parametrize(
    "keys",
    [
        {"decision": "refused"},
        {"scopes": ["store"]},
        {"withdrawn_on": date(2026, 8, 1)},
        {"signed_on": date(2026, 9, 16)},
    ],
)
def test_consent_expiry_of_live_consents_to_share_alone(keys: dict):
    case = shown()
    case.consents = [consent(expires_on=date(2026, 10, 1), **keys)]
    assert days(case, "consent_expiry") == []


def test_host_status_expiry_takes_the_last_day_of_the_host_country():
    case = shown()
    case.asylum.statuses = [
        status(end=day("2026-11")),
        status(id="ST2", country=THIRD, end=day("2026-11")),
        status(id="ST3", end=day("2027")),
    ]
    assert days(case, "host_status_expiry") == ["2026-11-30"]
    assert alerts(case, "host_status_expiry")[0].days_left == 76


def test_milestone_overdue():
    case = shown()
    case.milestones += [
        milestone("interview", "2026-09-14", "planned", "MS2"),
        milestone("departure", "2026-09-15", "planned", "MS3"),
        milestone("first_contact", "2026-09", "planned", "MS4"),
        milestone("status_recognition", "2026-08", "planned", "MS5"),
        milestone("visa_issued", "2026-01-01", "done", "MS6"),
    ]
    assert [(alert.rows, str(alert.date)) for alert in alerts(case, "milestone_overdue")] == [
        (("MS5",), "2026-08-31"),
        (("MS2",), "2026-09-14"),
    ]


@pytest.mark.parametrize(
    ("kind", "country", "state", "raised"),
    [
        ("partner_request", None, "asked", True),
        ("partner_request", None, "referred", True),
        ("resettlement", "CA", "pending", True),
        ("resettlement", THIRD, "pending", False),
        ("partner_request", None, "refused", False),
    ],
)
def test_double_referral(kind: str, country: str | None, state: str, raised: bool):
    case = shown()
    case.asylum.applications = [Application(id="AP1", person="P1", kind=kind, country=country, status=state)]
    assert bool(alerts(case, "double_referral")) is raised


def test_urgent_protection_needs_unhcr():
    case = shown()
    case.priority = "emergency"
    assert not alerts(case, "urgent_protection_needs_unhcr")
    case.partner = "front_line_defenders"
    assert alerts(case, "urgent_protection_needs_unhcr")
    case.priority = "urgent"
    assert not alerts(case, "urgent_protection_needs_unhcr")


def test_size_mismatch():
    case = family()
    case.family_list.declared_counts = [DeclaredCount(id="DC1", source="a card", total=3)]
    assert not alerts(case, "size_mismatch")
    case.family_list.declared_counts[0].total = 4
    case.family_list.all_members_named = "no"
    assert alerts(case, "size_mismatch")[0].rows == ("DC1",)


@pytest.mark.parametrize(
    ("born", "office", "raised"),
    [
        ("1990-01-01", None, True),
        ("1990-07-01", "unknown", True),
        ("1990-12-31", "yes", True),
        ("1990-01-01", "no", False),
        ("1990", None, False),
        ("1990", "yes", True),
        ("1990-01-02", None, False),
        ("1990-05-05", "yes", True),
    ],
)
def test_default_date(born: str, office: str | None, raised: bool):
    case = shown()
    case.persons[0].birth.date, case.persons[0].birth.office_default = day(born), office
    assert bool(alerts(case, "default_date")) is raised


def test_default_date_of_an_alias():
    case = shown()
    case.persons[0].birth.aliases = [
        BirthAlias(id="BA1", date=day("1988-01-01")),
        BirthAlias(id="BA2", date=day("1988")),
    ]
    assert [alert.rows for alert in alerts(case, "default_date")] == [("BA1",)]
    case.persons[0].birth = None
    assert not alerts(case, "default_date")


def test_private_identity():
    case = shown()
    defender = case.persons[0]
    assert not alerts(case, "private_identity")
    defender.names.append(Name(id="NM2", kind="chosen", family="Abrehet"))
    assert alerts(case, "private_identity")
    defender.chosen_name_in_packet = "yes"
    assert not alerts(case, "private_identity")
    defender.gender_identity = "non_binary"
    assert alerts(case, "private_identity")
    defender.gender_identity, defender.sexual_orientation = None, "told"
    assert alerts(case, "private_identity")


def test_extra_nationalities_and_state_label():
    case = shown()
    defender = case.persons[0]
    defender.nationalities += [
        Nationality(id="NA2", country=THIRD, status="has"),
        Nationality(id="NA3", country=THIRD, status="lost"),
    ]
    assert not alerts(case, "extra_nationalities")
    defender.nationalities[2].status = "has"
    assert alerts(case, "extra_nationalities")[0].rows == ("NA1", "NA2", "NA3")
    defender.memberships = [Membership(id="ME1", organisation="A circle", armed_wing="no", state_label="a label")]
    assert alerts(case, "state_label")[0].rows == ("ME1",)


def test_rehabilitation_days_are_for_the_lawyer():
    case = shown()
    served = Conviction(id="CV1", date=day("2015"), country=HOST, offence="a text", sentence_end=day("2016"))
    case.persons[0].convictions = [served]
    (alert,) = alerts(case, "rehabilitation_from")
    assert (alert.date, alert.audience, alert.citation) == (date(2021, 12, 31), "lawyer", "A 36(3)(c), R 17")
    assert not alerts(case, "deemed_rehabilitation_from")
    served.equivalence = Equivalence(max_years=9, review="RV1")
    assert days(case, "deemed_rehabilitation_from") == ["2026-12-31"]
    served.equivalence.max_years = 10
    assert not alerts(case, "deemed_rehabilitation_from")
    served.sentence_end = None
    assert not alerts(case, "rehabilitation_from")


def test_lawyer_options_name_the_rows_for_the_lawyer():
    case = shown()
    case.hrd.used_violence = "unknown"
    assert not alerts(case, "lawyer_options")
    case.persons[0].nationalities.append(Nationality(id="NA2", country=THIRD, status="claims"))
    (alert,) = alerts(case, "lawyer_options")
    assert (alert.person, alert.audience, alert.rows) == ("P1", "lawyer", ("NA2",))


def test_alerts_stand_by_day_then_kind_then_person_and_those_without_a_day_last():
    case = family()
    case.persons += [child("2005-11-01", id="P4"), child("2005-11-01", id="P5")]
    case.persons[0].birth.office_default = "yes"
    case.priority, case.partner = "emergency", "front_line_defenders"
    case.asylum.statuses[0].end = day("2026-10-01")
    case.consents[0].expires_on = date(2026, 10, 1)
    found = run(case).alerts
    keys = [(a.date is None, a.date or date.max, KINDS.index(a.kind), a.person or "") for a in found]
    assert keys == sorted(keys)
    assert [a.kind for a in found[:2]] == ["consent_expiry", "host_status_expiry"]
    assert found[-1].date is None
    assert len(found) == 6


def test_double_referral_ends_when_staff_have_settled_it():
    case = shown()
    case.asylum.applications = [Application(id="AP1", person="P1", kind="partner_request", status="asked")]
    assert alerts(case, "double_referral")
    case.staff_answers.append(answer("E18", "MET"))
    assert not alerts(case, "double_referral")


def test_a_consent_signed_today_runs_out_as_well():
    case = shown()
    case.consents = [consent(signed_on=date(2026, 9, 15), expires_on=date(2026, 10, 1))]
    assert days(case, "consent_expiry") == ["2026-10-01"]
