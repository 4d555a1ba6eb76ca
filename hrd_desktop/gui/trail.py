"""The way from a section down to one field: what has to be opened so that a place can be seen."""

from __future__ import annotations

from hrd_desktop.core.places import CASE
from hrd_desktop.core.schema import object_name
from hrd_desktop.errors import EditRefused
from hrd_desktop.gui.layouts import SECTIONS, Block, Section, groups_of
from hrd_desktop.gui.open_case import OpenCase


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


def section_of(trail: list[str], case: OpenCase) -> tuple[Section, Block, list[str]] | None:
    """The section and block where a trail begins, and the rest of the trail from there."""
    for section in SECTIONS:
        for block in section.blocks:
            for at, step in enumerate(trail):
                holder, _, name = step.rpartition(".")
                if holder == block.place and name in names_in(block, case):
                    return section, block, trail[at:]
    for section in SECTIONS:
        for block in section.blocks:
            if block.place != CASE and block.place in trail:
                return section, block, []
    return None


def names_in(block: Block, case: OpenCase) -> set[str]:
    """The fields that a block shows."""
    groups = block.groups or groups_of(object_name(case.target(block.place)), ())
    return {name for group in groups for name in (*group.fields, *group.more)}
