"""P-IME1 to P-EXIT1, each branch, the lists that rest on them, and the alerts of papers that end."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrd_desktop.core.case import Case
from hrd_desktop.core.dates import PartialDate, anniversary
from hrd_desktop.core.identity import Document
from tests.checklists.build import (
    HOME,
    HOST,
    alerts,
    answer,
    between,
    child,
    day,
    family,
    milestone,
    person,
    reason,
    row,
    run,
    shown,
    spouse,
)

Told = tuple[str, str | None, str]


def told(case: Case, item: str, who: str | None = "P1", on: date = date(2026, 9, 15)) -> Told:
    found = row(case, item, who, on)
    return found.result, found.severity, reason(found)


def people(case: Case, item: str) -> list[str | None]:
    return [one.person for one in run(case).items if one.id == item]


def mixed() -> Case:
    """P1, a child P2 and a spouse P3 who travel; P4 stays behind, P5 has a linked case, P6 is dead."""
    case = family()
    case.persons += [
        child("2012", plan="non_accompanying", id="P4"),
        person("P5", "sibling", "linked_case"),
        child("2014", id="P6"),
    ]
    case.persons[-1].whereabouts = shown().persons[0].whereabouts
    case.persons[-1].whereabouts.status = "deceased"
    return case


def test_p_ime1_now_and_p_ime2_later():
    case = mixed()
    assert (people(case, "P-IME1"), people(case, "P-IME2")) == (["P1", "P2", "P3"], ["P4"])
    assert told(case, "P-IME1") == ("MET", None, "required")
    assert told(case, "P-IME2", "P4") == ("EXEMPT", None, "later")
    assert row(case, "P-IME2", "P4").source == "exempt"
    found = run(case).requirements
    assert (found.medical, found.medical_exempt_now) == (("P1", "P2", "P3"), ("P4",))


@pytest.mark.parametrize(
    ("done", "expiry", "wanted", "ends"),
    [
        ("2026-03-01", None, "lasts", "2027-03-01"),
        ("2025-09-16", None, "lasts", "2026-09-16"),
        ("2025-09-15", None, "ended", "2026-09-15"),
        ("2024-02-29", None, "ended", "2025-02-28"),
        ("2024-01-01", "2026-12-31", "lasts", "2026-12-31"),
        ("2026-03-01", "2026-09-15", "ended", "2026-09-15"),
        ("2026-09-15", None, "lasts", "2027-09-15"),
    ],
)
def test_p_ime4(done: str, expiry: str | None, wanted: str, ends: str):
    case = shown()
    case.milestones.append(milestone("medical_done", done, person="P1"))
    if expiry:
        case.milestones.append(milestone("medical_expiry", expiry, "planned", "MS8", "P1"))
    assert told(case, "P-IME4") == (("MET", None, "lasts") if wanted == "lasts" else ("NOT_MET", "WARN", "ended"))
    assert row(case, "P-IME4", "P1").rows == (("MS9", "MS8") if expiry else ("MS9",))
    (alert,) = alerts(case, "medical_expiry")
    assert (alert.person, alert.date and alert.date.isoformat()) == ("P1", ends)


@pytest.mark.parametrize(
    ("state", "written", "whose"),
    [
        ("planned", "2026-03-01", "P1"),
        ("done", "2026-09-16", "P1"),
        ("done", "2026-03-01", None),
        ("done", "2026", "P4"),
    ],
)
def test_p_ime4_needs_an_own_examination_that_was_done(state: str, written: str, whose: str | None):
    case = mixed()
    case.milestones.append(milestone("medical_done", written, state, person=whose))
    assert people(case, "P-IME4") == []
    assert alerts(case, "medical_expiry") == []


@pytest.mark.parametrize(
    ("born", "bio1", "bio2"),
    [
        ("1990-05-05", ("MET", None, "required"), ("NOT_APPLICABLE", None, "between")),
        ("2012-09-15", ("MET", None, "required"), ("NOT_APPLICABLE", None, "between")),
        ("2012-09-16", ("NOT_APPLICABLE", None, "by_age"), ("EXEMPT", None, "young")),
        ("2012", ("UNCLEAR", "INFO", "age_unclear"), ("UNCLEAR", "WARN", "straddles")),
        ("2013", ("NOT_APPLICABLE", None, "by_age"), ("EXEMPT", None, "young")),
        ("1946-09-16", ("MET", None, "required"), ("NOT_APPLICABLE", None, "between")),
        ("1946-09-15", ("NOT_APPLICABLE", None, "by_age"), ("EXEMPT", None, "old")),
        ("1946", ("UNCLEAR", "INFO", "age_unclear"), ("UNCLEAR", "WARN", "straddles")),
        ("1945", ("NOT_APPLICABLE", None, "by_age"), ("EXEMPT", None, "old")),
        (None, ("UNCLEAR", "INFO", "age_unclear"), ("UNCLEAR", "WARN", "straddles")),
    ],
)
def test_p_bio1_and_p_bio2_by_age(born: str | None, bio1: Told, bio2: Told):
    case = shown()
    case.persons[0].birth.date = day(born) if born else None
    assert (told(case, "P-BIO1"), told(case, "P-BIO2")) == (bio1, bio2)
    found = run(case).requirements
    assert found.biometrics == (("P1",) if bio1[0] == "MET" else ())
    assert found.biometrics_unclear == (("P1",) if bio2[0] == "UNCLEAR" else ())


def test_p_bio2_the_age_is_counted_on_the_day_of_the_application():
    case = shown()
    case.persons.append(child("2012-12-01"))
    assert told(case, "P-BIO2", "P2")[0] == "EXEMPT"
    case.milestones.append(milestone("application_signed", "2026-12-01", "planned"))
    assert (told(case, "P-BIO2", "P2")[0], told(case, "P-BIO1", "P2")[0]) == ("NOT_APPLICABLE", "MET")


@given(
    first=st.dates(date(1945, 1, 1), date(2014, 12, 31)),
    length=st.integers(0, 800),
)
def test_p_bio2_a_span_that_straddles_a_birthday_is_unclear_and_no_other(first: date, length: int):
    case, on = shown(), date(2026, 9, 15)
    last = first + timedelta(days=length)
    case.persons[0].birth.date = PartialDate(first.year)
    case.persons[0].birth.date_info = between(first.isoformat(), last.isoformat())
    results = set()
    for end in (first, last):
        inside = anniversary(end, 14) <= on < anniversary(end, 80)
        results.add("NOT_APPLICABLE" if inside else "EXEMPT")
    found = row(case, "P-BIO2", "P1").result
    assert found == (results.pop() if len(results) == 1 else "UNCLEAR")


def test_citations_of_biometrics():
    case = shown()
    cited = {}
    for born in ("1990", "2012", "2020", "1930"):
        case.persons[0].birth.date = day(born)
        cited[born] = row(case, "P-BIO2", "P1").citation
    assert cited == {"1990": "R 12.2", "2012": "R 12.2(1)", "2020": "R 12.2(1)(a)", "1930": "R 12.2(1)(b)"}
    assert row(case, "P-BIO1", "P1").citation == "A 10.01, R 12.1"
    case.persons[0].biometrics_impossible = "yes"
    assert row(case, "P-BIO1", "P1").citation == "R 12.8"


def test_p_bio3_frees_at_any_age():
    case = shown()
    assert people(case, "P-BIO3") == []
    case.persons[0].biometrics_impossible = "unknown"
    assert people(case, "P-BIO3") == []
    case.persons[0].biometrics_impossible = "yes"
    case.persons[0].birth.date = day("2012")
    assert told(case, "P-BIO3") == ("EXEMPT", None, "not_feasible")
    assert told(case, "P-BIO2") == told(case, "P-BIO1") == ("NOT_APPLICABLE", None, "not_feasible")
    assert run(case).requirements.biometrics == run(case).requirements.biometrics_unclear == ()


def paper(id: str = "DO1", **keys) -> Document:
    given_keys = {"kind": "passport", "country": HOME, "held": "yes", "expires_on": day("2029-01-31"), **keys}
    return Document(id=id, **given_keys)


@pytest.mark.parametrize(
    ("keys", "wanted"),
    [
        ({}, "held"),
        ({"kind": "laissez_passer"}, "held"),
        ({"kind": "refugee_travel_document", "country": HOST}, "held"),
        ({"kind": "stateless_travel_document"}, "held"),
        ({"kind": "icrc_travel_document"}, "held"),
        ({"kind": "national_id"}, "none"),
        ({"kind": "unhcr_certificate"}, "none"),
        ({"held": "copy_only"}, "open"),
        ({"held": "confiscated"}, "open"),
        ({"expires_on": None}, "open"),
        ({"expires_on": day("2026-09-15")}, "open"),
        ({"expires_on": day("2026-09-16")}, "held"),
        ({"expires_on": day("2026")}, "open"),
        ({"expires_on": day("2027")}, "held"),
    ],
)
def test_p_id1_and_p_id2(keys: dict[str, object], wanted: str):
    case = shown()
    case.persons[0].documents = [paper(**keys)]
    case.persons[0].travel_document_obtainable = "yes"
    held = wanted == "held"
    assert told(case, "P-ID1") == (("MET", None, "held") if held else ("UNCLEAR", "INFO", wanted))
    assert row(case, "P-ID1", "P1").rows == (("P1.documents",) if wanted == "none" else ("DO1",))
    assert told(case, "P-ID2") == (("NOT_APPLICABLE", None, "has_paper") if held else ("UNCLEAR", "INFO", "open"))


@pytest.mark.parametrize(
    ("obtainable", "wanted"),
    [
        (None, ("UNCLEAR", "INFO", "not_asked")),
        ("no", ("MET", None, "none_to_be_had")),
        ("yes", ("UNCLEAR", "INFO", "open")),
        ("unknown", ("UNCLEAR", "INFO", "open")),
        ("declined", ("UNCLEAR", "INFO", "open")),
    ],
)
def test_p_id2_without_a_paper(obtainable: str | None, wanted: Told):
    case = shown()
    case.persons[0].travel_document_obtainable = obtainable
    assert told(case, "P-ID2") == wanted


@pytest.mark.parametrize(
    ("ends", "day_told"),
    [
        ("2027-09-15", "2027-09-15"),
        ("2027-09-16", None),
        ("2026-09-16", "2026-09-16"),
        ("2026-09-15", None),
        ("2027-02", "2027-02-01"),
        ("2027", "2027-01-01"),
    ],
)
def test_document_expiry(ends: str, day_told: str | None):
    case = shown()
    case.persons[0].documents = [paper(expires_on=day(ends)), paper("DO2", held="lost", expires_on=day("2027"))]
    found = [(alert.date and alert.date.isoformat(), alert.rows) for alert in alerts(case, "document_expiry")]
    assert found == ([] if day_told is None else [(day_told, ("DO1",))])


@pytest.mark.parametrize(
    ("barrier", "wanted"),
    [
        (None, ("NOT_APPLICABLE", None, "not_asked")),
        ("no", ("MET", None, "none")),
        ("yes", ("UNCLEAR", "INFO", "barrier")),
        ("after_advice", ("UNCLEAR", "INFO", "barrier")),
    ],
)
def test_p_exit1(barrier: str | None, wanted: Told):
    case = shown()
    case.asylum.exit_barrier = barrier
    assert told(case, "P-EXIT1", None) == wanted
    case.asylum = None
    assert told(case, "P-EXIT1", None)[0] == "NOT_APPLICABLE"


def test_staff_answers_have_no_effect_here():
    case = shown()
    case.persons.append(spouse("P3", "non_accompanying"))
    for number, item in enumerate(("P-IME1", "P-BIO1", "P-BIO2", "P-ID1", "P-ID2"), 1):
        case.staff_answers.append(answer(item, "NOT_MET", "P1", f"SA{number}"))
    case.staff_answers.append(answer("P-IME2", "UNCLEAR", "P3", "SA9"))
    assert len(alerts(case, "staff_answer_ignored")) == 6
    assert row(case, "P-IME1", "P1").result == "MET"
