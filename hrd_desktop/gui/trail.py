"""The way from a section down to one field: what has to be opened so that a place can be seen."""

from __future__ import annotations

from dataclasses import dataclass

from hrd_desktop.core.person import Person
from hrd_desktop.core.places import CASE
from hrd_desktop.core.sections import ADULT, PERSON, SECTIONS, Block, Section
from hrd_desktop.errors import EditRefused
from hrd_desktop.gui.open_case import OpenCase


@dataclass(frozen=True)
class Way:
    """Where a place is seen: the page, the block on it, the object the block stands for, and the steps from there."""

    page: str
    section: Section
    block: Block
    holder: str
    trail: list[str]


def trail_of(case: OpenCase, place: str) -> list[str]:
    """Every step to a place, outermost first: `case.persons`, `P1`, `P1.birth`, `P1.birth.date`.

    Empty for a place that this case does not have.
    """
    head, *keys = place.split(".")
    steps: list[str] = []
    if head != CASE:
        held_in = case.list_of(head)
        if held_in is None:
            return []
        steps = [*trail_of(case, held_in), head]
    try:
        case.target(".".join([head, *keys[:-1]]) if keys else head)
    except EditRefused:
        return []
    return [*steps, *(".".join([head, *keys[: i + 1]]) for i in range(len(keys)))]


def section_of(trail: list[str], case: OpenCase) -> Way | None:
    """Where a trail begins on the screen, and the rest of it from there.

    The innermost step that a block shows decides: the addresses of a person stand on the page of the background, the
    person herself among the people.
    """
    for at in reversed(range(len(trail))):
        holder, _, name = trail[at].rpartition(".")
        for place in _stands_in(holder, case):
            found = _SHOWN.get((place, name.removesuffix("_info")))
            if found is not None:
                section, block = found
                return Way(page_key(section, holder), section, block, holder, trail[at:])
    for section in SECTIONS:
        for block in section.blocks:
            if block.place != CASE and block.place in trail:
                return Way(section.key, section, block, block.place, [])
    return None


def page_key(section: Section, person: str) -> str:
    """The key of the page of a section: one for each adult where the section is asked so."""
    return f"{section.key}:{person}" if section.per_adult else section.key


def _stands_in(holder: str, case: OpenCase) -> tuple[str, ...]:
    """The places of blocks that may stand for an object."""
    if "." not in holder and holder not in ("", CASE) and case.target(holder) is Person:
        return (PERSON, ADULT)
    return (holder,)


_SHOWN = {
    (block.place, name): (section, block) for section in SECTIONS for block in section.blocks for name in block.names()
}
"""Which block shows a field of the objects it stands for."""
