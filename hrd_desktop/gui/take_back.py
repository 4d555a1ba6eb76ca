"""Taking back what was changed earlier: the way back as one step of today, or a refusal that says why not."""

from __future__ import annotations

from collections.abc import Sequence

from hrd_desktop.core.edit import AddRow, Change, Draft, RemoveRow, SetValue, removal
from hrd_desktop.core.places import CASE
from hrd_desktop.core.schema import required_of
from hrd_desktop.errors import EditRefused
from hrd_desktop.gui.case_edits import CaseEdits, Step


def take_back(edits: CaseEdits, undo: Sequence[Change]) -> Step:
    """Make the changes that undo an earlier step. Raises EditRefused, and then nothing has changed.

    The case has gone on since: objects that were emptied are made again to hold an answer, rows that came to point at a
    row that goes are dealt with as at any removal. `already_so` says that nothing would change, `unknown_place` that
    what would hold it is gone, `id_taken` that the row is back already.
    """
    match list(undo):
        case [SetValue(place=place, value=value)] if _is_answer(edits, place):
            if edits.value(place) == value:
                raise EditRefused(place=place, reason="already_so")
            return edits.set_value(place, value)
    changes: list[Change] = []
    here = edits.all_rows()
    coming: set[str] = set()
    for change in undo:
        if isinstance(change, RemoveRow):
            if change.row_id not in here:
                raise EditRefused(place=change.row_id, reason="unknown_place")
            changes += removal(edits.case, change.row_id)
            continue
        changes += _holders(edits, change.place, coming)
        changes.append(change)
        coming.add(change.place)
        if isinstance(change, AddRow):
            coming.add(change.row.id)
    gone = {change.row_id for change in changes if isinstance(change, RemoveRow)}
    begun: dict[str, Draft | None] = {
        key: None for key, draft in edits.drafts.items() if draft.place.partition(".")[0] in gone
    }
    return edits.make(_each_once(changes), begun)


def _is_answer(edits: CaseEdits, place: str) -> bool:
    """Whether the place holds a value, and not a single object."""
    try:
        edits.target(place)
    except EditRefused:
        return True
    return False


def _holders(edits: CaseEdits, place: str, coming: set[str]) -> list[Change]:
    """The changes that make the objects between the row and the place, where they are not there (any more)."""
    head, *keys = place.split(".")
    if head in coming or (head == CASE and len(keys) < 2):
        return []
    made: list[Change] = []
    for i in range(1, len(keys)):
        holder = ".".join((head, *keys[:i]))
        if edits.value(holder) is not None or holder in coming:
            continue
        cls = edits.target(holder)
        if required_of(cls):
            raise EditRefused(place=place, reason="unknown_place")
        made.append(SetValue(holder, cls()))
        coming.add(holder)
    return made


def _each_once(changes: list[Change]) -> list[Change]:
    """Without the second removal of a row that already goes along with another."""
    gone: set[str] = set()
    kept: list[Change] = []
    for change in changes:
        if isinstance(change, RemoveRow):
            if change.row_id in gone:
                continue
            gone.add(change.row_id)
        kept.append(change)
    return kept
