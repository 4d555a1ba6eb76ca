"""E14: what must be in the application, and its signatures once it has been submitted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from hrd_desktop.core.case import Case
from hrd_desktop.core.kin import Household
from hrd_desktop.core.person import Whereabouts
from hrd_desktop.core.steps import Form, Representative
from tests.checklists.build import child, family, milestone, person, reason, row

Change = Callable[[Case], object]
WHOLE = Representative(
    organisation="Office of Law",
    postal_address="1 Road",
    phone="+250 1",
    paid="yes",
    body="law_society",
    membership_number="7",
)


def of(index: int, **keys) -> Change:
    return lambda case: [setattr(case.persons[index], key, value) for key, value in keys.items()]


def nowhere_born(index: int) -> Change:
    return lambda case: setattr(case.persons[index].birth, "country", None)


def represented(**keys) -> Change:
    return lambda case: setattr(case, "representative", Representative(**{**vars(WHOLE), **keys}))


@pytest.mark.parametrize(
    ("change", "why", "places"),
    [
        (lambda case: None, "complete", ()),
        (nowhere_born(1), "missing", ("P2.birth.country",)),
        (of(2, birth=None), "missing", ("P3.birth.country",)),
        (of(1, household=None), "missing", ("P2.addresses",)),
        (of(1, household=Household(with_principal="no")), "missing", ("P2.addresses",)),
        (of(2, addresses=[]), "missing", ("P3.addresses",)),
        (of(0, addresses=[]), "missing", ("P1.addresses", "P2.addresses")),
        (of(0, marital_status=None), "missing", ("P1.marital_status",)),
        (of(2, marital_status="unknown"), "missing", ("P3.marital_status",)),
        (of(1, marital_status=None), "complete", ()),
        (represented(), "complete", ()),
        (represented(organisation=None), "missing_representative", ("case.representative.family",)),
        (represented(organisation=None, family="Somebody"), "complete", ()),
        (represented(postal_address=None), "missing_representative", ("case.representative.postal_address",)),
        (represented(phone=None), "missing_representative", ("case.representative.phone",)),
        (represented(body="none"), "missing_representative", ("case.representative.body",)),
        (represented(membership_number=None), "missing_representative", ("case.representative.membership_number",)),
        (represented(paid="no", body=None, membership_number=None), "complete", ()),
    ],
)
def test_e14_content(change: Change, why: str, places: tuple[str, ...]):
    case = family()
    change(case)
    found = row(case, "E14")
    wanted = ("UNCLEAR", "BLOCK") if places else ("MET", None)
    assert ((found.result, found.severity), reason(found), found.places) == (wanted, why, places)


def test_e14_an_address_that_has_ended_is_none():
    case = family()
    case.persons[0].addresses[0].ongoing = None
    assert row(case, "E14").places == ("P1.addresses", "P2.addresses")


def test_e14_who_must_have_what():
    case = family()
    later = child("2000", id="P4", plan="non_accompanying")
    later.birth.country = None
    other = person("P5", "sibling", "linked_case")
    other.birth.country = None
    case.persons += [later, other]
    assert row(case, "E14").places == ("P4.birth.country", "P4.marital_status")


def form(code: str, who: str | None, status: str = "signed", on: date | None = date(2026, 9, 1)) -> Form:
    number = {"imm_0008": 1, "imm_0008_schedule_2": 2, "imm_5669": 3}[code] * 10 + int((who or "P0")[1:])
    return Form(id=f"FO{number}", form=code, person=who, status=status, signed_on=on)


def submitted(*forms: Form, on: str = "2026-09-10") -> Case:
    case = family()
    case.milestones.append(milestone("application_submitted", on, id="MS5"))
    case.forms = list(forms)
    return case


GENERIC, SCHEDULE = form("imm_0008", None), form("imm_0008_schedule_2", "P1")
A1, A3 = form("imm_5669", "P1"), form("imm_5669", "P3")


@pytest.mark.parametrize(
    ("forms", "rows"),
    [
        ((GENERIC, SCHEDULE, A1, A3), None),
        ((form("imm_0008", "P1"), SCHEDULE, A1, A3), None),
        ((SCHEDULE, A1, A3), ("case.forms",)),
        ((form("imm_0008", "P3"), SCHEDULE, A1, A3), ("case.forms",)),
        ((GENERIC, form("imm_0008_schedule_2", None, "complete"), A1, A3), ("FO20",)),
        ((GENERIC, SCHEDULE, A1, form("imm_5669", "P3", on=None)), ("FO33",)),
        ((GENERIC, SCHEDULE, A1, form("imm_5669", "P3", on=date(2026, 9, 16))), ("FO33",)),
        ((GENERIC, SCHEDULE, A1, form("imm_5669", "P3", on=date(2026, 9, 15))), None),
        ((GENERIC, SCHEDULE, A1, form("imm_5669", None)), ("case.forms",)),
    ],
)
def test_e14_forms_once_submitted(forms: tuple[Form, ...], rows: tuple[str, ...] | None):
    found = row(submitted(*forms), "E14")
    wanted = ("NOT_MET", "BLOCK") if rows else ("MET", None)
    assert (found.result, found.severity) == wanted
    assert not rows or (reason(found), found.rows) == ("unsigned", rows)


def test_e14_unsigned_forms_outrank_missing_content_only_once_submitted():
    case = submitted()
    case.persons[0].marital_status = None
    assert reason(row(case, "E14")) == "unsigned"
    case.milestones[-1].state = "planned"
    assert reason(row(case, "E14")) == "missing"
    assert reason(row(submitted(on="2026-09-16"), "E14")) == "complete"


@pytest.mark.parametrize(
    ("change", "result"),
    [
        (of(2, can_sign="yes"), "NOT_MET"),
        (of(2, can_sign="no"), "MET"),
        (of(2, whereabouts=Whereabouts(status="detained")), "MET"),
    ],
)
def test_e14_somebody_who_cannot_sign_need_not(change: Change, result: str):
    case = submitted(GENERIC, SCHEDULE, A1)
    change(case)
    assert row(case, "E14").result == result
