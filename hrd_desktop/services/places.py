"""The ledger of places: how many persons the cases of a file take, by year of referral and partner."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from hrd_desktop.checklists.assess import assess
from hrd_desktop.checklists.places import CasePlaces, Count, Ledger, YearPlaces, case_places, ledger
from hrd_desktop.services import checking
from hrd_desktop.services.work import IsCancelled, Progress, step
from hrd_desktop.store import caseload, cases
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.wording import Wording

__all__ = [
    "BATCH",
    "CasePlaces",
    "Count",
    "Ledger",
    "YearPlaces",
    "add_up",
    "all_codes",
    "count_places",
    "partner_name",
    "places_document",
    "places_lines",
    "read_places",
    "remarks",
]

BATCH = 200
"""How many cases are read at once: enough to be quick, few enough that saving an answer does not wait."""

_KINDS = frozenset({"person", "whereabouts", "milestone", "date_info"})
"""The objects that places are counted from."""


def count_places(
    file: CaseFile,
    on: date,
    year: int | None = None,
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> Ledger:
    """Count the whole caseload as it stands on a day. Nothing is written. Raises NoPackForDate, Cancelled."""
    checking.pack_on(on)
    found: list[CasePlaces] = []
    codes = all_codes(file)
    for start in range(0, len(codes), BATCH):
        step(start, len(codes), progress, cancelled)
        found += read_places(file, on, codes[start : start + BATCH])
    step(len(codes), len(codes), progress, cancelled)
    return add_up(found, on, year)


def all_codes(file: CaseFile) -> list[str]:
    """The codes of all cases, for whoever counts them batch by batch."""
    with file.session() as session:
        return cases.codes(session)


def read_places(file: CaseFile, on: date, codes: Sequence[str]) -> list[CasePlaces]:
    """What these cases take on a day.

    Cases whose headline of that day is known are read as far as needed; the others are assessed.
    """
    pack = checking.pack_on(on)
    with file.session() as session:
        known = caseload.fresh(session, on, pack.id, codes)
        counted = cases.load_many(session, list(known), kinds=_KINDS)
        rest = cases.load_many(session, [code for code in codes if code not in known])
    found = [case_places(case, on, pack, known[case.code]) for case in counted]
    return found + [case_places(case, on, pack, assess(case, on, pack).headline) for case in rest]


def add_up(found: Iterable[CasePlaces], on: date, year: int | None = None) -> Ledger:
    """The ledger of what was read: every year, or one alone."""
    return ledger(found, checking.packs(), on, year)


def places_document(found: Ledger) -> Mapping[str, Any]:
    """The ledger as the JSON object that `hrd-desktop places --json` prints."""
    return {
        "format": "hrd-places",
        "version": 1,
        "on": found.on.isoformat(),
        "years": [
            {
                "year": year.year,
                "limit": year.limit,
                "rule_pack": year.pack,
                **_counts(year.total),
                "partners": [{"partner": one.partner, **_counts(one)} for one in year.partners],
            }
            for year in found.years
        ],
        "without_day": _counts(found.without_day),
        "left_out": {"closed": found.closed, "diverted": found.diverted},
    }


def _counts(count: Count) -> dict[str, int]:
    return {key: value for key, value in asdict(count).items() if key != "partner"}


def places_lines(found: Ledger, words: Wording) -> Iterator[str]:
    """The ledger as lines of text for the terminal."""
    yield words.text("places_title", day=words.day(found.on))
    for year in found.years:
        yield ""
        limit = words.text("places_unknown") if year.limit is None else str(year.limit)
        total = year.total
        yield words.text("places_year", year=year.year, count=total.referred, planned=total.planned, limit=limit)
        for one in year.partners:
            yield "  " + words.text(
                "places_partner",
                partner=partner_name(one.partner, words),
                count=one.referred,
                planned=one.planned,
                cases=one.cases,
            )
        yield from _apart(total, words)
    if found.without_day.cases:
        one = found.without_day
        yield ""
        yield words.text("places_without_day", count=one.planned, cases=one.cases)
        yield from _apart(one, words)
    yield ""
    if found.closed or found.diverted:
        yield words.text("places_left_out", closed=found.closed, diverted=found.diverted)
    yield from remarks(found, words)


def remarks(found: Ledger, words: Wording) -> Iterator[str]:
    """What must be known to read the numbers rightly: whose limit it is, and what partners say of their own share."""
    yield words.text("places_whose_limit")
    for note in checking.pack_on(found.on).partner_notes.values():
        yield note[words.lang]


def partner_name(partner: str | None, words: Wording) -> str:
    """A partner in words, also where none is chosen."""
    return words.text("places_no_partner") if partner is None else words.code("partner", partner)


def _apart(count: Count, words: Wording) -> Iterator[str]:
    if count.possible_later or count.linked:
        yield "  " + words.text("places_apart", later=count.possible_later, linked=count.linked)
