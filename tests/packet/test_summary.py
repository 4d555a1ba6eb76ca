"""The dates on the summary page."""

from __future__ import annotations

from datetime import date

import pytest

from hrd_desktop.core.case import Case
from hrd_desktop.core.dates import PartialDate
from hrd_desktop.core.identity import Birth
from hrd_desktop.core.steps import Milestone
from hrd_desktop.packet.parts.summary import urgent_dates
from tests.packet.paper import packet_of, pages_of, sample


def _with_child(born: str) -> Case:
    case = sample("s1")
    case.persons[2].birth = Birth(date=PartialDate.parse(born))
    for person in case.persons:
        person.documents = []
    assert case.asylum is not None
    case.asylum.statuses = []
    return case


@pytest.mark.parametrize(("born", "on", "expected"), [
    ("2005-03-10", "2026-09-15", [("2027-03-09", "urgent_child")]),
    ("2004-02-29", "2025-09-15", [("2026-02-27", "urgent_child")]),
    ("2006-09-15", "2026-09-15", [("2028-09-14", "urgent_child")]),
    ("2006-09-16", "2026-09-15", []),
    ("2004-09-15", "2026-09-15", []),
    ("2004-09-16", "2026-09-15", [("2026-09-15", "urgent_child")]),
    ("2005", "2026-09-15", [("2026-12-31", "urgent_child_range")]),
    ("2019-02-17", "2026-09-15", []),
])  # fmt: skip
def test_last_day_for_a_child_near_22(born: str, on: str, expected: list[tuple[str, str]]) -> None:
    found = urgent_dates(_with_child(born), date.fromisoformat(on))
    assert [(day.isoformat(), key) for day, key, _ in found] == expected


def test_a_referral_that_was_made_ends_the_countdown() -> None:
    case = _with_child("2005-03-10")
    day = PartialDate(2026, 8, 1)
    case.milestones = [Milestone(id="M1", kind="referral_sent_to_ircc", date=day, state="planned")]
    assert urgent_dates(case, date(2026, 9, 15))
    case.milestones = [Milestone(id="M1", kind="referral_sent_to_ircc", date=day, state="done")]
    assert not urgent_dates(case, date(2026, 9, 15))


def test_papers_and_statuses_that_end_within_a_year() -> None:
    found = urgent_dates(sample("s3"), date(2026, 9, 15))
    assert [(day.isoformat(), key, who) for day, key, who in found] == [
        ("2026-11-01", "urgent_paper", "P1"),
        ("2026-11-01", "urgent_status", "P1"),
        ("2026-11-01", "urgent_status", "P3"),
        ("2027-03-01", "urgent_paper", "P2"),
    ]


def test_the_summary_is_one_page_and_says_the_day() -> None:
    case = _with_child("2005-03-10")
    pages = [" ".join(text.split()) for text in pages_of(packet_of(case).data)]
    (summary,) = [page for page in pages if "| 1 Case summary Page" in page]
    assert "Dates that come near" in summary
    assert "March 9, 2027" in summary
    assert "| 2 Persons Page" in pages[pages.index(summary) + 1]
