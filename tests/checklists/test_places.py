"""Places counted in persons: which year, which partner, against which limit."""

from __future__ import annotations

from datetime import date

import pytest

from hrd_desktop.checklists.places import CasePlaces, Count, case_places, ledger, limit_of
from hrd_desktop.core.person import Whereabouts
from tests.checklists.build import ON, child, family, milestone, person, shown, spouse
from tests.checklists.test_packs import PACKS, THIRD


def placed(case, headline: str = "READY") -> CasePlaces:
    return case_places(case, ON, THIRD, headline)


def referred(written: str, state: str = "done", kind: str = "referral_sent_to_ircc"):
    case = shown()
    case.milestones = [milestone(kind, written, state)]
    return case


@pytest.mark.parametrize(
    ("written", "state", "year", "planned"),
    [
        ("2025-12-31", "done", 2025, False),
        ("2026-01-01", "done", 2026, False),
        ("2026-09-15", "done", 2026, False),
        ("2026-09", "done", 2026, False),
        ("2026-12-31", "planned", 2026, True),
        ("2027-01-01", "planned", 2027, True),
        ("2025-11-02", "planned", 2026, True),
        ("2027-03-01", "done", 2027, True),
    ],
)
def test_the_year_is_that_of_the_referral(written: str, state: str, year: int, planned: bool):
    """A planned day that has passed is at the earliest today; a day that is still to come is not done."""
    found = placed(referred(written, state))
    assert (found.year, found.planned) == (year, planned)


def test_the_latest_step_of_the_referral_gives_the_year():
    case = referred("2025-12-20", kind="referral_signed_by_partner")
    case.milestones.append(milestone("referral_received_by_ircc", "2026-01-05", id="MS8"))
    assert (placed(case).year, placed(case).planned) == (2026, False)
    case.milestones[1].state = "planned"
    assert (placed(case).year, placed(case).planned) == (2026, True)


def test_a_case_without_a_referral_day_has_no_year():
    case = shown()
    case.milestones = []
    assert (placed(case).year, placed(case).planned) == (None, False)


def test_persons_are_counted_by_plan_and_the_dead_are_not():
    case = shown()
    case.persons += [
        spouse(),
        child("2015-01-01", id="P4"),
        child("2016-01-01", id="P5", plan="non_accompanying"),
        person("P6", "sibling", "linked_case"),
        child("2014-01-01", id="P7"),
    ]
    case.persons[-1].whereabouts = Whereabouts(status="deceased")
    found = placed(case)
    assert (found.accompanying, found.possible_later, found.linked) == (3, 1, 1)


def test_a_diverted_case_counts_nobody():
    found = placed(family(), "DIVERT")
    assert (found.left_out, found.accompanying, found.possible_later) == ("diverted", 0, 0)


def test_a_closed_case_counts_nobody_unless_it_has_landed():
    case = family()
    case.stage = "closed"
    assert (placed(case).left_out, placed(case).accompanying) == ("closed", 0)
    case.milestones.append(milestone("landing", "2026-08-01", id="MS7"))
    assert placed(case).left_out is None
    assert placed(case).accompanying >= 1
    case.milestones[-1].state = "planned"
    assert placed(case).left_out == "closed"


def one(year: int | None, partner: str | None, accompanying: int, *, planned: bool = False, **keys) -> CasePlaces:
    return CasePlaces("X", year, planned, partner, accompanying, keys.pop("later", 0), keys.pop("linked", 0), **keys)


def test_the_ledger_adds_up_by_year_and_partner():
    found = ledger(
        [
            one(2024, "unhcr", 3),
            one(2024, "front_line_defenders", 2, later=1),
            one(2024, "unhcr", 4, planned=True, linked=2),
            one(2026, None, 1, planned=True),
            one(None, "unhcr", 5),
            one(None, None, 1, later=2),
            one(2024, "unhcr", 0, left_out="closed"),
            one(2024, "unhcr", 0, left_out="diverted"),
        ],
        PACKS,
        ON,
    )
    first, second = found.years
    assert (first.year, first.limit, first.pack) == (2024, 500, "hrd-2023-07")
    assert first.partners == (
        Count("front_line_defenders", 1, 2, 0, 1, 0),
        Count("unhcr", 2, 3, 4, 0, 2),
    )
    assert first.total == Count(None, 3, 5, 4, 1, 2)
    assert (second.year, second.limit, second.total.planned) == (2026, None, 1)
    assert second.partners[0].partner is None
    assert found.without_day == Count(None, 2, 0, 6, 2, 0)
    assert (found.closed, found.diverted) == (1, 1)


def test_one_year_alone_is_there_also_when_empty():
    found = ledger([one(2024, "unhcr", 3)], PACKS, ON, 2022)
    (only,) = found.years
    assert (only.year, only.limit, only.total, only.partners) == (2022, 250, Count(None), ())


@pytest.mark.parametrize(
    ("year", "on", "limit", "pack"),
    [
        (2021, "2026-01-01", 250, "hrd-2021-07"),
        (2022, "2026-01-01", 250, "hrd-2021-07"),
        (2023, "2026-01-01", 500, "hrd-2023-07"),
        (2023, "2023-07-24", 250, "hrd-2023-03"),
        (2024, "2026-01-01", 500, "hrd-2023-07"),
        (2025, "2026-01-01", None, "hrd-2023-07"),
        (2030, "2026-01-01", None, "hrd-2023-07"),
        (2020, "2026-01-01", None, None),
    ],
)
def test_the_limit_is_what_was_known_on_the_day(year: int, on: str, limit: int | None, pack: str | None):
    assert limit_of(year, PACKS, date.fromisoformat(on)) == (limit, pack)
