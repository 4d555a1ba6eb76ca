"""Text saved at every pause of the hands is one step to undo, not one for each pause."""

from __future__ import annotations

from hrd_desktop.core.edit import Change, SetValue
from hrd_desktop.gui.case_edits import Step


def as_one(earlier: Step, later: Step) -> Step | None:
    """Both steps as one, where the later only goes on with the field (or begun row) of the earlier; else None."""
    if not _same_field(earlier, later):
        return None
    return Step(_newest(earlier, later), earlier.back, earlier.drafts_before, later.drafts_after)


def _same_field(earlier: Step, later: Step) -> bool:
    if not later.changes:
        return earlier.drafts_after.keys() == later.drafts_after.keys()
    # A date and its story are typed on together.
    known = {change.place for change in earlier.changes if isinstance(change, SetValue)}
    return all(isinstance(change, SetValue) and change.place in known for change in later.changes)


def _newest(earlier: Step, later: Step) -> list[Change]:
    """The changes of both: those of the earlier, with the value of the later."""
    values = {change.place: change for change in later.changes if isinstance(change, SetValue)}
    return [values.get(c.place, c) if isinstance(c, SetValue) else c for c in earlier.changes] or later.changes
