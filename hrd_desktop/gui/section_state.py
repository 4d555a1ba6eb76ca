"""How far a section is: not started, in progress, done."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from hrd_desktop.core.places import CASE
from hrd_desktop.core.schema import field_of
from hrd_desktop.core.sections import Section, holders
from hrd_desktop.gui.case_edits import is_empty
from hrd_desktop.gui.open_case import OpenCase
from hrd_desktop.gui.trail import section_of, trail_of

State = Literal["not_started", "in_progress", "done"]

_GIVEN = frozenset({"opened_on", "stream", "alias"})
"""What every case has from its first minute says nothing about progress."""


def states(case: OpenCase, pages: Iterable[tuple[str, Section]]) -> dict[str, State]:
    """The state of each page by its key.

    Done means: something is recorded, nothing is only begun, and no item of the assessment still waits for a fact here.
    """
    begun = {_page(case, draft.place) for draft in case.drafts.values()}
    places = {place for item in case.assessment.items if not item.clear for place in item.places}
    waiting = begun | {_page(case, place) for place in places}
    found: dict[str, State] = {}
    for key, section in pages:
        if key not in begun and not _started(case, section, key.partition(":")[2]):
            found[key] = "not_started"
        else:
            found[key] = "in_progress" if key in waiting else "done"
    return found


def _page(case: OpenCase, place: str) -> str:
    found = section_of(trail_of(case, place), case)
    return found.page if found is not None else ""


def _started(case: OpenCase, section: Section, person: str) -> bool:
    for block in section.blocks:
        for holder in holders(block, case.case, person):
            cls = case.target(holder)
            for name in block.names():
                spec = field_of(cls, name)
                if spec is None or (holder == CASE and name in _GIVEN):
                    continue
                if not is_empty(spec, case.value(f"{holder}.{name}")):
                    return True
    return False
