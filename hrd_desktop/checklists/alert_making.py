"""Making one alert: its days left, its provision and its sentence."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from hrd_desktop.checklists.facts import Facts
from hrd_desktop.checklists.message import Message, Param, Row, when
from hrd_desktop.checklists.pack_types import Pack
from hrd_desktop.checklists.results import Alert, Audience


class Maker:
    """Makes alerts for one assessment."""

    def __init__(self, facts: Facts, pack: Pack) -> None:
        self._facts = facts
        self._pack = pack

    def make(
        self,
        kind: str,
        person_id: str | None,
        day: date | None = None,
        *,
        rows: tuple[str, ...] = (),
        told: Mapping[str, Param] | None = None,
        audience: Audience = "staff",
        text: str = "",
    ) -> Alert:
        """An alert of a kind. Its sentence is told the person, the day and what `told` adds.

        `text` names the sentence where it is not the one of the kind.
        """
        key = text or kind
        params: dict[str, Param] = {"day": when(day), **(told or {})}
        if person_id is not None:
            params["person"] = Row(person_id)
        citation = self._pack.alerts[key].citation
        return Alert(
            kind=kind,
            person=person_id,
            date=day,
            days_left=None if day is None else (day - self._facts.on).days,
            audience=audience,
            citation=None if citation is None else citation["en"],
            rows=rows,
            text=Message(f"alert.{key}", params),
        )
