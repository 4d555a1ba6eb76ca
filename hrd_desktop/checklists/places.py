"""Places counted in persons, by year of referral and partner, against the limits that the rule packs know."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from hrd_desktop.checklists.facts import Facts, span
from hrd_desktop.checklists.headline import spaces_of
from hrd_desktop.checklists.pack import pack_for
from hrd_desktop.checklists.pack_types import Pack
from hrd_desktop.core.case import Case
from hrd_desktop.core.codes import MilestoneKind
from hrd_desktop.errors import NoPackForDate

REFERRAL: tuple[MilestoneKind, ...] = (
    "referral_signed_by_partner",
    "referral_sent_to_ircc",
    "referral_received_by_ircc",
)


@dataclass(frozen=True)
class CasePlaces:
    """What one case takes: nothing if it is closed before landing or diverted (`left_out`).

    `year` is that of the referral, None without a referral day on file; `planned` if that day is still to come.
    """

    code: str
    year: int | None
    planned: bool
    partner: str | None
    accompanying: int
    possible_later: int
    linked: int
    left_out: Literal["closed", "diverted"] | None = None


@dataclass(frozen=True)
class Count:
    """Persons and cases of one partner, or of all (`partner` None: none is chosen; of a total: all).

    `referred` and `planned` are persons who travel, planned also those without a referral day; `possible_later` are
    family who do not travel now, `linked` persons with a case of their own: whether they take a place is not known.
    """

    partner: str | None
    cases: int = 0
    referred: int = 0
    planned: int = 0
    possible_later: int = 0
    linked: int = 0


@dataclass(frozen=True)
class YearPlaces:
    """One calendar year: the limit of the whole stream (None: not known), the pack that says so, and the counts."""

    year: int
    limit: int | None
    pack: str | None
    total: Count
    partners: tuple[Count, ...]


@dataclass(frozen=True)
class Ledger:
    """The places of a caseload as known on one day; years rise. `without_day` are cases without a referral day."""

    on: date
    years: tuple[YearPlaces, ...]
    without_day: Count
    closed: int
    diverted: int


def case_places(case: Case, on: date, pack: Pack, headline: str | None) -> CasePlaces:
    """What a case takes on a day; `headline` is that of its assessment on this day.

    Reads of the case its stage, partner, milestones and, of each person, relation, plan and whereabouts. A case that
    was closed after landing has used its places.
    """
    facts = Facts(case, on, pack.constants, pack.partners)
    left_out: Literal["closed", "diverted"] | None = None
    if case.stage == "closed" and not _done(facts, "landing"):
        left_out = "closed"
    elif headline == "DIVERT":
        left_out = "diverted"
    spaces = spaces_of(facts, left_out is not None)
    locked = facts.referral_lock_in
    return CasePlaces(
        code=case.code,
        year=None if locked is None else locked.year,
        planned=locked is not None and not any(_done(facts, kind) and facts.eff(kind) == locked for kind in REFERRAL),
        partner=case.partner,
        accompanying=spaces.accompanying,
        possible_later=spaces.possible_later,
        linked=spaces.linked,
        left_out=left_out,
    )


def ledger(found: Iterable[CasePlaces], packs: Sequence[Pack], on: date, year: int | None = None) -> Ledger:
    """The cases added up by year and partner. With `year` that year alone, also where no case falls into it."""
    counts: dict[int | None, dict[str | None, Count]] = {}
    left = {"closed": 0, "diverted": 0}
    for case in found:
        if case.left_out is not None:
            left[case.left_out] += 1
        else:
            of_year = counts.setdefault(case.year, {})
            of_year[case.partner] = _plus(of_year.get(case.partner, Count(case.partner)), case)
    years = sorted(one for one in counts if one is not None) if year is None else [year]
    return Ledger(
        on=on,
        years=tuple(_year(one, counts.get(one, {}), packs, on) for one in years),
        without_day=_total(counts.get(None, {}).values()),
        closed=left["closed"],
        diverted=left["diverted"],
    )


def limit_of(year: int, packs: Sequence[Pack], on: date) -> tuple[int | None, str | None]:
    """How many persons the stream may take in a year, as known on a day, and the pack that says so.

    The pack in force at the end of the year counts, as far as that lies before the day: it applies to the whole year.
    """
    try:
        pack = pack_for(packs, min(on, date(year, 12, 31)))
    except NoPackForDate:
        return None, None
    return pack.places_per_year(year), pack.id


def _done(facts: Facts, kind: MilestoneKind) -> bool:
    """Whether a milestone of the whole case is done and its day is not surely still to come."""
    rows = [row for row in facts.case.milestones if row.kind == kind and row.person is None]
    return any(row.state == "done" and span(row.date, row.date_info).first <= facts.on for row in rows)


def _year(year: int, by_partner: dict[str | None, Count], packs: Sequence[Pack], on: date) -> YearPlaces:
    limit, pack = limit_of(year, packs, on)
    partners = sorted(by_partner.values(), key=lambda count: (count.partner is None, count.partner or ""))
    return YearPlaces(year, limit, pack, _total(partners), tuple(partners))


def _plus(count: Count, case: CasePlaces) -> Count:
    return Count(
        partner=count.partner,
        cases=count.cases + 1,
        referred=count.referred + (0 if case.planned or case.year is None else case.accompanying),
        planned=count.planned + (case.accompanying if case.planned or case.year is None else 0),
        possible_later=count.possible_later + case.possible_later,
        linked=count.linked + case.linked,
    )


def _total(counts: Iterable[Count]) -> Count:
    found = list(counts)
    return Count(
        partner=None,
        cases=sum(one.cases for one in found),
        referred=sum(one.referred for one in found),
        planned=sum(one.planned for one in found),
        possible_later=sum(one.possible_later for one in found),
        linked=sum(one.linked for one in found),
    )
