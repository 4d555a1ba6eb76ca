"""What the pages of a case read: what is recorded, and what is only begun."""

from __future__ import annotations

from datetime import date
from typing import Any

from hrd_desktop.core.case import Case
from hrd_desktop.core.edit import Draft
from hrd_desktop.core.schema import FieldSpec
from hrd_desktop.errors import EditRefused
from hrd_desktop.gui.case_edits import CaseEdits
from hrd_desktop.gui.consent_gate import ConsentGate


class CaseReading:
    """The part of an open case that changes nothing."""

    _edits: CaseEdits

    @property
    def today(self) -> date:
        """The day it is where the case is open."""
        raise NotImplementedError

    @property
    def consented(self) -> bool:
        """Whether somebody has agreed that this file is kept."""
        return not self._gate.closed

    def takes(self, place: str) -> bool:
        """Whether something may be put at a place now; not so for most before the first consent."""
        return self._gate.takes(place)

    def asks(self, place: str) -> bool:
        """Whether something may be put at a place now, or inside the object there."""
        return self._gate.asks(place)

    @property
    def _gate(self) -> ConsentGate:
        return ConsentGate(self._edits, self.today)

    @property
    def case(self) -> Case:
        return self._edits.case

    @property
    def code(self) -> str:
        return self._edits.case.code

    @property
    def drafts(self) -> dict[str, Draft]:
        """Rows and single objects that are begun but cannot stand yet, by key."""
        return self._edits.drafts

    def value(self, place: str) -> Any:
        """What is recorded or begun at a place; None or an empty list where nothing is."""
        return self._edits.value(place)

    def target(self, place: str) -> type[Any]:
        """The class of the object at a place, recorded or not."""
        return self._edits.target(place)

    def knows(self, place: str) -> bool:
        """Whether there can still be something at a place; not so once its row is removed."""
        try:
            self._edits.target(place)
        except EditRefused:
            return False
        return True

    def all_rows(self) -> dict[str, Any]:
        """Every recorded row of the case by its id."""
        return self._edits.all_rows()

    def list_of(self, row_id: str) -> str | None:
        """The place of the list in which a row stands or is begun; None for a row that is neither."""
        return self._edits.list_of(row_id)

    def rows(self, place: str) -> list[str]:
        """The ids of the rows of a list in order, those begun last."""
        return self._edits.rows(place)

    def fresh_id(self, kind: str) -> str:
        """An id for a row of this kind that is not in the case yet."""
        return self._edits.fresh_id(kind)

    def missing(self, key: str) -> list[FieldSpec]:
        """What a row or object that is only begun still needs."""
        return self._edits.missing(key)

    def obstacle(self, key: str) -> EditRefused | None:
        """Why something begun that has all it needs cannot stand yet."""
        return self._edits.obstacles.get(key)
