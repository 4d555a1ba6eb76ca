"""E03 to E06, each branch: what was suffered and when, the grounds, and the protection of one's own country."""

from __future__ import annotations

import pytest

from hrd_desktop.core.identity import Protection
from tests.checklists.build import HOME, THIRD, Change, between, day, incident, row, shown
from tests.checklists.own_country import check, national, stateless


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        (lambda case: None, ("MET", None, "shown")),
        (lambda case: case.incidents.clear(), ("UNCLEAR", "BLOCK", "no_incident")),
        (lambda case: case.claim.narratives.clear(), ("UNCLEAR", "BLOCK", "no_narrative")),
        (lambda case: setattr(case.claim.narratives[0], "kind", "profile"), ("UNCLEAR", "BLOCK", "no_narrative")),
        (lambda case: setattr(case.claim.narratives[0], "person", "P9"), ("UNCLEAR", "BLOCK", "no_narrative")),
        (lambda case: setattr(case.incidents[0], "persons", ["P9"]), ("UNCLEAR", "BLOCK", "no_incident")),
        (lambda case: [case.incidents.clear(), setattr(case, "claim", None)], ("UNCLEAR", "BLOCK", "nothing")),
    ],
)
def test_e03(change: Change, wanted: tuple[str, str | None, str]):
    case = shown()
    change(case)
    check(case, "E03", wanted)


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        (lambda case: None, ("MET", None, "fresh")),
        (lambda case: setattr(case.claim, "conditions_changed", "no"), ("MET", None, "fresh")),
        (lambda case: setattr(case.claim, "conditions_changed", "yes"), ("UNCLEAR", "WARN", "changed")),
        (lambda case: setattr(case.claim, "conditions_changed", "unknown"), ("UNCLEAR", "WARN", "changed")),
        (lambda case: case.incidents.clear(), ("UNCLEAR", "WARN", "none")),
        (lambda case: setattr(case.incidents[0], "date", day("2024-09-15")), ("MET", None, "fresh")),
        (lambda case: setattr(case.incidents[0], "date", day("2024-09-14")), ("UNCLEAR", "WARN", "old")),
        (lambda case: setattr(case.incidents[0], "date", day("2024-09")), ("UNCLEAR", "WARN", "old")),
        (lambda case: setattr(case.incidents[0], "date", day("2024")), ("UNCLEAR", "WARN", "old")),
    ],
)
def test_e04(change: Change, wanted: tuple[str, str | None, str]):
    case = shown()
    change(case)
    check(case, "E04", wanted)


def test_e04_takes_the_last_day_of_the_newest_incident():
    case = shown()
    case.incidents = [incident("IN1", "2020", date_to=day("2026-01")), incident("IN2", "2023")]
    check(case, "E04", ("MET", None, "fresh"), ("IN1",))
    case.incidents[0].date_to = None
    check(case, "E04", ("UNCLEAR", "WARN", "old"), ("IN2",))
    case.incidents[1].date_info = between("2024-10-01", "2024-12-01")
    check(case, "E04", ("MET", None, "fresh"), ("IN2",))


def test_e05():
    case = shown()
    check(case, "E05", ("MET", None, "shown"), ("case.claim.grounds",))
    case.claim.grounds = []
    check(case, "E05", ("UNCLEAR", "BLOCK", "none"), ("case.claim.grounds",))
    case.claim = None
    check(case, "E05", ("UNCLEAR", "BLOCK", "none"))


@pytest.mark.parametrize(
    ("fear", "protection", "result", "place"),
    [
        ("yes", Protection(sought="no", not_sought_reason="no_access"), "MET", None),
        ("yes", Protection(sought="no"), "UNCLEAR", "NA1.protection.not_sought_reason"),
        ("yes", Protection(sought="yes", outcome="none"), "MET", None),
        ("yes", Protection(sought="yes", outcome="ignored"), "MET", None),
        ("yes", Protection(sought="yes", outcome="refused"), "MET", None),
        ("yes", Protection(sought="yes", outcome="reprisal"), "MET", None),
        ("yes", Protection(sought="yes", outcome="partial"), "MET", None),
        ("yes", Protection(sought="yes", outcome="effective"), "NOT_MET", None),
        ("yes", Protection(sought="yes", outcome="pending"), "UNCLEAR", "NA1.protection.outcome"),
        ("yes", Protection(sought="yes"), "UNCLEAR", "NA1.protection.outcome"),
        ("yes", Protection(sought="unknown"), "UNCLEAR", "NA1.protection.sought"),
        ("yes", None, "UNCLEAR", "NA1.protection.sought"),
        ("no", Protection(sought="no", not_sought_reason="no_access"), "NOT_MET", None),
        ("unknown", Protection(sought="no", not_sought_reason="no_access"), "UNCLEAR", "NA1.fear"),
        (None, None, "UNCLEAR", "NA1.fear"),
    ],
)
def test_e06_of_a_nationality(fear: str | None, protection: Protection | None, result: str, place: str | None):
    case = shown()
    case.persons[0].nationalities[0].fear = fear
    case.persons[0].nationalities[0].protection = protection
    found = row(case, "E06", "P1")
    assert (found.result, found.rows) == (result, ("NA1",))
    assert found.severity == (None if result == "MET" else "BLOCK")
    assert found.places == (() if place is None else (place,))


@pytest.mark.parametrize(
    ("fear", "able", "willing", "result"),
    [
        ("no", "no", "no", "NOT_MET"),
        (None, "no", None, "MET"),
        ("yes", "yes", "no", "MET"),
        (None, "yes", "no", "UNCLEAR"),
        ("yes", "yes", "yes", "NOT_MET"),
        ("yes", "yes", None, "UNCLEAR"),
        ("yes", None, None, "UNCLEAR"),
        ("yes", "unknown", "yes", "UNCLEAR"),
    ],
)
def test_e06_of_a_habitual_residence(fear: str | None, able: str | None, willing: str | None, result: str):
    case = shown()
    stateless((HOME, "possible"))(case)
    residence = case.persons[0].habitual_residences[0]
    residence.fear, residence.protection = fear, Protection(able_to_return=able, willing_to_return=willing)
    found = row(case, "E06", "P1")
    assert (found.result, found.citation) == (result, "A 96(b)")
    assert (found.result == "UNCLEAR") == bool(found.places)


def test_e06_wants_every_own_country():
    case = shown()
    national(THIRD)(case)
    found = row(case, "E06", "P1")
    assert [(part.key, part.result) for part in found.parts] == [(HOME, "MET"), (THIRD, "UNCLEAR")]
    assert (found.result, found.rows, found.places) == ("UNCLEAR", ("NA2",), ("NA2.fear",))
    case.persons[0].nationalities[1].fear = "no"
    assert row(case, "E06", "P1").result == "NOT_MET"


def test_e06_without_any_own_country():
    case = shown()
    case.persons[0].nationalities = []
    check(case, "E06", ("UNCLEAR", "BLOCK", "nothing"), ("P1.nationalities",))


def test_e06_a_nationality_not_held_is_not_asked_about():
    case = shown()
    national(THIRD, "lost")(case)
    assert [part.key for part in row(case, "E06", "P1").parts] == [HOME]


def test_e04_the_newest_is_the_one_whose_last_day_begins_latest():
    case = shown()
    case.incidents = [incident("IN1", "2026"), incident("IN2", "2026-05-01")]
    assert row(case, "E04", "P1").rows == ("IN2",)
