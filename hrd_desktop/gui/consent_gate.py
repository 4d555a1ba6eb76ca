"""The gate before the first consent: what the window may write into a case that nobody has agreed to keep.

What is there already shows and can be taken away; only adding to it waits for the consent. Import, undo and the
terminal do not come by here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from hrd_desktop.core.consent import first_consent, leads_to_open, open_before_consent
from hrd_desktop.core.edit import AddRow, Change, SetValue
from hrd_desktop.core.places import CASE
from hrd_desktop.core.schema import fields_of
from hrd_desktop.errors import EditRefused
from hrd_desktop.gui.case_edits import CaseEdits

_PERSONS, _NAMES = ("persons",), ("persons", "names")


class ConsentGate:
    """Asked before each edit of one case on one day."""

    def __init__(self, edits: CaseEdits, on: date) -> None:
        self._edits = edits
        self.closed = not first_consent(edits.case, on)

    def takes(self, place: str) -> bool:
        """Whether something may be put at a place: a field, or a list that would get a row."""
        if not self.closed:
            return True
        path = self._path(place)
        if path == _NAMES:
            return not self._edits.rows(place)
        if path[:2] == _NAMES:
            return self._is_first(place.partition(".")[0])
        return path in ((), _PERSONS) or open_before_consent(path)

    def asks(self, place: str) -> bool:
        """Whether something may be put at a place, or inside the object that stands there."""
        return not self.closed or self.takes(place) or leads_to_open(self._path(place))

    def check(self, place: str, value: Any) -> None:
        """Raise EditRefused if this value may not be put there now. Clearing is always allowed."""
        if not self.closed or value in (None, [], ""):
            return
        if self._path(place) == _NAMES and isinstance(value, list) and len(value) == 1:
            return  # the first name of a person who is only begun
        if not self.takes(place):
            raise EditRefused(place=place, reason="no_consent_yet")

    def check_row(self, place: str, values: Mapping[str, Any]) -> None:
        """Raise EditRefused if the list may not get such a row now."""
        if not self.closed:
            return
        if not self.takes(place):
            raise EditRefused(place=place, reason="no_consent_yet")
        if self._path(place) == _PERSONS:
            for name, value in values.items():
                first = name == "names" and isinstance(value, list) and len(value) == 1
                if value not in (None, [], "") and not first and not open_before_consent((*_PERSONS, name)):
                    raise EditRefused(place=f"{place}.{name}", reason="no_consent_yet")

    def check_all(self, changes: Sequence[Change]) -> None:
        """Raise EditRefused if one of several changes may not be made now."""
        for change in changes if self.closed else ():
            if isinstance(change, SetValue):
                self.check(change.place, change.value)
            elif isinstance(change, AddRow):
                row = change.row
                self.check_row(change.place, {spec.name: getattr(row, spec.name) for spec in fields_of(type(row))[1:]})

    def _is_first(self, name: str) -> bool:
        holder = self._edits.list_of(name)
        return holder is not None and self._edits.rows(holder)[:1] == [name]

    def _path(self, place: str) -> tuple[str, ...]:
        """The keys from the case to a place, without rows; nothing for a row that is not there, refused elsewhere."""
        head, *keys = place.split(".")
        if head == CASE:
            return tuple(keys)
        holder = self._edits.list_of(head)
        return (*self._path(holder), *keys) if holder is not None else ()
