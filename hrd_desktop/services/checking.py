"""Assessing a case with the rule pack in force on a day, keeping what was found, and checking under other rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from hrd_desktop.assets import resource
from hrd_desktop.checklists.assess import assess
from hrd_desktop.checklists.compare import Comparison, Difference, compare_assessments
from hrd_desktop.checklists.digest import facts_digest
from hrd_desktop.checklists.pack import Pack, pack_for, read_packs
from hrd_desktop.checklists.pack import pack_named as named
from hrd_desktop.checklists.report import check_json
from hrd_desktop.checklists.results import Assessment
from hrd_desktop.checklists.words import say
from hrd_desktop.core.case import Case
from hrd_desktop.core.dates import LAST_YEAR
from hrd_desktop.errors import BadDate
from hrd_desktop.services.deadlines import deadlines_of
from hrd_desktop.services.work import IsCancelled, Progress, step
from hrd_desktop.store import assessments as kept
from hrd_desktop.store import caseload, cases, deadlines
from hrd_desktop.store import record as noted
from hrd_desktop.store.assessments import ItemRecord, Occasion, Recorded
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.wording import Wording

__all__ = [
    "Assessment",
    "Comparison",
    "Difference",
    "Pack",
    "Recorded",
    "assess_case",
    "assessments",
    "check_document",
    "compare",
    "compare_caseload",
    "fingerprint",
    "keep_headline",
    "keep_headlines",
    "pack_named",
    "pack_of",
    "pack_on",
    "packs",
    "record",
    "record_assessment",
    "refresh_headlines",
    "sentence",
]

_BATCH = 50  # more cases in memory at once make the collector of garbage slower, not the work faster


@cache
def packs() -> tuple[Pack, ...]:
    """Every shipped rule pack, oldest first. Raises BadPack."""
    return read_packs(resource("rules"))


def pack_on(on: date) -> Pack:
    """The pack in force on a day. Raises NoPackForDate, and BadDate beyond the years that the case format knows."""
    if on.year > LAST_YEAR:
        raise BadDate(text=on.isoformat())
    return pack_for(packs(), on)


def pack_named(name: str) -> Pack:
    """The pack of that id. Raises UnknownPack."""
    return named(packs(), name)


def pack_of(assessment: Assessment) -> Pack:
    """The pack that an assessment was made under."""
    return pack_named(assessment.pack_id)


def assess_case(case: Case, on: date, pack: Pack | None = None) -> Assessment:
    """What the file shows on that day, what is missing, and who must judge; without a pack, under the one in force."""
    return assess(case, on, pack or pack_on(on))


def check_document(assessment: Assessment, words: Wording) -> Mapping[str, Any]:
    """The assessment as the JSON object that `hrd-desktop check --json` prints."""
    return check_json(assessment, pack_of(assessment), words.lang, words)


def sentence(message: Any, on: date, words: Wording, pack: Pack | None = None) -> str:
    """A reason, question or note of an assessment in words: those of the pack in force unless one is named."""
    return say(message, pack or pack_on(on), words.lang, words)


# Keeping


def fingerprint(case: Case, references: Iterable[str]) -> str:
    """What a legal review stores of the facts before it, so that it comes back once one of them is another."""
    return facts_digest(case, references)


def keep_headline(file: CaseFile, assessment: Assessment, *, at: datetime | None = None) -> None:
    """Store the headline for the caseload, with the day and the pack it was found under."""
    with file.session() as session:
        keep_headlines(session, [assessment], at=at)


def keep_headlines(session: Any, found: Sequence[Assessment], *, at: datetime | None = None) -> None:
    """The same for several assessments under one pack, in the transaction of a service; their deadlines go with them.

    The first assessment of a case under rules that are new to it is kept whole.
    """
    for one in found:
        caseload.set_headline(session, one.case_code, one.headline, one.on, one.pack_id)
        deadlines.replace(session, one.case_code, list(deadlines_of(one)))
    for pack_id in dict.fromkeys(one.pack_id for one in found):
        new = kept.new_to(session, pack_id, [one.case_code for one in found])
        first = [one for one in found if one.pack_id == pack_id and one.case_code in new]
        kept.add(session, [(one.case_code, _recorded(one, "new_pack", at, "")) for one in first])


def record(
    session: Any, assessment: Assessment, occasion: Occasion, *, at: datetime | None = None, by: str = ""
) -> Recorded:
    """Keep an assessment in the transaction of a service."""
    made = _recorded(assessment, occasion, at, by)
    kept.add(session, [(assessment.case_code, made)])
    return made


def record_assessment(file: CaseFile, assessment: Assessment, *, at: datetime | None = None, by: str = "") -> Recorded:
    """Keep this assessment because somebody asks for it. `at` is now unless given. Raises UnknownCase."""
    with file.session() as session:
        made = record(session, assessment, "asked", at=at, by=by)
        noted.note(session, "keep_check", at=made.at, by=by, code=assessment.case_code)
        return made


def assessments(file: CaseFile, code: str) -> list[Recorded]:
    """What was kept for a case, the newest first. Raises UnknownCase."""
    with file.session() as session:
        return kept.load(session, code)


def _recorded(assessment: Assessment, occasion: Occasion, at: datetime | None, by: str) -> Recorded:
    return Recorded(
        occasion=occasion,
        on=assessment.on,
        pack=assessment.pack_id,
        pack_version=assessment.pack_version,
        headline=assessment.headline,
        items=tuple(ItemRecord(item.id, item.person, item.result, item.severity) for item in assessment.items),
        at=at or datetime.now(UTC),
        by=by,
    )


def refresh_headlines(
    file: CaseFile,
    on: date,
    *,
    limit: int | None = None,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> int:
    """Assess every case whose stored headline is not of this day or pack, or whose facts have changed since.

    Returns how many were assessed. Works in batches, so that stopping it loses nothing; with `limit` it stops by itself
    after so many, which lets a window call it again and again without keeping the case file busy.
    """
    pack = pack_on(on)
    with file.session() as session:
        codes = caseload.stale(session, on, pack.id)[:limit]
    for start in range(0, len(codes), _BATCH):
        step(start, len(codes), progress, cancelled)
        with file.session() as session:
            batch = cases.load_many(session, codes[start : start + _BATCH])
            keep_headlines(session, [assess(case, on, pack) for case in batch])
    return len(codes)


# Other rules


def compare(case: Case, on: date, pack_a: Pack, pack_b: Pack) -> Comparison:
    """What another rule pack changes for a case on a day: items, reasons, partners, numbers."""
    return compare_assessments(pack_a, assess(case, on, pack_a), pack_b, assess(case, on, pack_b))


def compare_caseload(
    file: CaseFile,
    on: date,
    pack_a: Pack,
    pack_b: Pack,
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> list[Comparison]:
    """The open cases that another rule pack touches, by code; cases that it leaves as they are are not listed."""
    with file.session() as session:
        codes = caseload.open_codes(session)
    touched = []
    for start in range(0, len(codes), _BATCH):
        step(start, len(codes), progress, cancelled)
        with file.session() as session:
            batch = cases.load_many(session, codes[start : start + _BATCH])
        found = (compare(case, on, pack_a, pack_b) for case in batch)
        touched += [one for one in found if one.touched]
    return touched
