"""Which notes of how something is known a step has changed."""

from __future__ import annotations

from hrd_desktop.core.case import Case
from hrd_desktop.core.edit import AddRow, SetValue
from hrd_desktop.core.known import ROWS
from hrd_desktop.gui.case_edits import Step


def notes_touched(step: Step, case: Case) -> list[str]:
    """The places whose notes a step added, removed or changed."""
    places: dict[str, None] = {}
    by_id = {row.id: row.at for row in case.known_by}
    for change in (*step.changes, *step.back):
        if isinstance(change, AddRow) and change.place == ROWS:
            places[change.row.at] = None
        elif isinstance(change, SetValue) and (at := by_id.get(change.place.partition(".")[0])):
            places[at] = None
    return list(places)
