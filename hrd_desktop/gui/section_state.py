"""How far a section is: not started, in progress, done."""

from __future__ import annotations

from typing import Literal

from hrd_desktop.core.places import CASE
from hrd_desktop.core.schema import field_of
from hrd_desktop.gui.case_edits import is_empty
from hrd_desktop.gui.layouts import Section
from hrd_desktop.gui.open_case import OpenCase
from hrd_desktop.gui.trail import names_in, section_of, trail_of

State = Literal["not_started", "in_progress", "done"]


def states(case: OpenCase, sections: tuple[Section, ...]) -> dict[str, State]:
    """The state of each section by its key.

    Done means: something is recorded, nothing is only begun, and no item of the assessment still waits for a fact here.
    """
    waiting: set[str] = set()
    for item in case.assessment.items:
        if not item.clear:
            waiting |= {key for place in item.places if (key := _section_key(case, place))}
    waiting |= {key for draft in case.drafts.values() if (key := _section_key(case, draft.place))}
    found: dict[str, State] = {}
    for section in sections:
        if not _started(case, section) and not any(_begun_in(case, section)):
            found[section.key] = "not_started"
        else:
            found[section.key] = "in_progress" if section.key in waiting else "done"
    return found


def _section_key(case: OpenCase, place: str) -> str:
    found = section_of(trail_of(case, place), case)
    return found[0].key if found is not None else ""


def _begun_in(case: OpenCase, section: Section) -> list[bool]:
    return [_section_key(case, draft.place) == section.key for draft in case.drafts.values()]


_GIVEN = frozenset({"opened_on", "stream", "alias"})
"""What every case has from its first minute says nothing about progress."""


def _started(case: OpenCase, section: Section) -> bool:
    for block in section.blocks:
        cls = case.target(block.place)
        for name in names_in(block, case):
            spec = field_of(cls, name)
            if spec is None or (block.place == CASE and name in _GIVEN):
                continue
            if not is_empty(spec, case.value(f"{block.place}.{name}")):
                return True
    return False
