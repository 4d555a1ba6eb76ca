"""Assessing a case with the rule pack in force on a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from hrd_desktop.assets import resource
from hrd_desktop.checklists.assess import assess
from hrd_desktop.checklists.pack import Pack, pack_for, read_pack
from hrd_desktop.checklists.report import check_json
from hrd_desktop.checklists.results import Assessment
from hrd_desktop.checklists.words import say
from hrd_desktop.core.case import Case
from hrd_desktop.core.dates import LAST_YEAR
from hrd_desktop.errors import BadDate
from hrd_desktop.services.work import IsCancelled, Progress, step
from hrd_desktop.store import caseload, cases
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.wording import Wording

__all__ = [
    "Assessment",
    "assess_case",
    "check_document",
    "keep_headline",
    "pack_on",
    "packs",
    "refresh_headlines",
    "sentence",
]

_BATCH = 200


@cache
def packs() -> tuple[Pack, ...]:
    """Every shipped rule pack, oldest first. Raises BadPack."""
    folders = [folder for folder in resource("rules").iterdir() if (folder / "pack.toml").is_file()]
    return tuple(sorted((read_pack(folder) for folder in folders), key=lambda pack: pack.date))


def pack_on(on: date) -> Pack:
    """The pack in force on a day. Raises NoPackForDate, and BadDate beyond the years that the case format knows."""
    if on.year > LAST_YEAR:
        raise BadDate(text=on.isoformat())
    return pack_for(packs(), on)


def assess_case(case: Case, on: date) -> Assessment:
    """What the file shows on that day, what is missing, and who must judge."""
    return assess(case, on, pack_on(on))


def check_document(assessment: Assessment, words: Wording) -> Mapping[str, Any]:
    """The assessment as the JSON object that `hrd-desktop check --json` prints."""
    return check_json(assessment, pack_on(assessment.on), words.lang, words)


def sentence(message: Any, on: date, words: Wording) -> str:
    """A reason, question or note of an assessment in words."""
    return say(message, pack_on(on), words.lang, words)


def keep_headline(file: CaseFile, assessment: Assessment) -> None:
    """Store the headline for the caseload, with the day and the pack it was found under."""
    with file.session() as session:
        caseload.set_headline(session, assessment.case_code, assessment.headline, assessment.on, assessment.pack_id)


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
            for case in cases.load_many(session, codes[start : start + _BATCH]):
                caseload.set_headline(session, case.code, assess(case, on, pack).headline, on, pack.id)
    return len(codes)
