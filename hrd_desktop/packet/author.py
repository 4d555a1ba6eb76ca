"""What every part of the packet needs to write: the case, the options, the fixed texts and the words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from hrd_desktop.core.case import Case
from hrd_desktop.core.dates import DateInfo, PartialDate
from hrd_desktop.core.schema import Kind, field_of, object_name
from hrd_desktop.documents.scans import Prepared
from hrd_desktop.packet import outward
from hrd_desktop.packet.compose import Column, fact, paragraph, subheading
from hrd_desktop.packet.exhibits import Exhibit, apart
from hrd_desktop.packet.flow import Anchor, Strip
from hrd_desktop.packet.options import OWN_COPY, PacketOptions, Part
from hrd_desktop.packet.styles import BLOCK_WIDTH
from hrd_desktop.wording import Wording


class Author:
    """Writes values and labels of one packet."""

    def __init__(
        self,
        case: Case,
        options: PacketOptions,
        texts: Mapping[str, str],
        words: Wording,
        exhibits: Sequence[Exhibit] = (),
    ) -> None:
        self.case = case
        self.exhibits, self.photographs = apart(exhibits)
        self.options = options
        self.words = words
        self.texts = texts
        self._persons = {person.id: person for person in case.persons}

    def text(self, key: str, **facts: str | int) -> str:
        """A fixed text of the packet."""
        return self.texts[key].format(**facts)

    def part(self, part: Part) -> tuple[str, Anchor]:
        """The title of a part with its number in this packet, and the place that leads there."""
        number = self.options.number(part)
        title = self.text(f"{part}_title")
        title = f"{number}  {title}" if number else title
        return title, Anchor(part, title, 0)

    def recipient(self) -> str:
        """Who receives this packet, as the pages call them; empty where nobody is chosen."""
        code = self.options.recipient
        if code == OWN_COPY:
            return self.text("recipient_defender")
        return self.words.code("recipient", code) if code else ""

    def person(self, person_id: str) -> str:
        return outward.called(self._persons[person_id])

    def portrait(self, person_id: str) -> Prepared | None:
        """The photograph of a person, if there is one and the person agreed that this recipient gets it."""
        options = self.options
        agreed = outward.agreed(self.case, person_id, "photographs", options.recipient, options.on)
        found = (one.pages[0] for one in self.photographs if one.evidence.person == person_id)
        return next(found, None) if agreed else None

    def people(self, person_ids: Sequence[str]) -> str:
        return "\n".join(self.person(person_id) for person_id in person_ids)

    def label(self, row: Any, name: str) -> str:
        return self.words.field(object_name(type(row)), name)

    def value(self, row: Any, name: str) -> str:
        """A field in words, empty if nothing is recorded. Dates come with their story, countries with the old name."""
        held = getattr(row, name)
        if held is None or held == []:
            return ""
        if isinstance(held, PartialDate):
            return self.dated(held, getattr(row, f"{name}_info", None))
        spec = field_of(type(row), name)
        assert spec is not None
        if spec.kind is Kind.COUNTRY and not spec.many:
            return self.country(row, name)
        if spec.kind is Kind.REF:
            return self.person(held)
        return self.words.value(spec, held)

    def dated(self, written: PartialDate, info: DateInfo | None) -> str:
        return self.words.dated(written, info)

    def country(self, row: Any, name: str = "country") -> str:
        """A country of today, with the name it had then where that is recorded."""
        code = getattr(row, name)
        then = getattr(row, f"{name}_name_at_time", None)
        if code is None:
            return then or ""
        today = self.words.country(code)
        return self.text("country_then", country=today, then=then) if then else today

    def period(self, row: Any) -> str:
        """`start` and `end` of a row in time."""
        if getattr(row, "ongoing", None):
            return self.lasting(row)
        start = self.value(row, "start")
        end = self.value(row, "end")
        if start and end:
            return self.text("period_from_to", start=start, end=end)
        if start:
            return self.text("period_from", start=start)
        return self.text("period_until", end=end) if end else ""

    def lasting(self, row: Any) -> str:
        """The period of a row that has not ended."""
        return self.since(row, "start", "period_since") or self.text("period_ongoing")

    def since(self, row: Any, name: str, key: str = "since") -> str:
        """`since` and a date; a language may put it otherwise before a complete day than before a month or a year."""
        written: PartialDate | None = getattr(row, name)
        if written is None:
            return ""
        return self.text(f"{key}_day" if written.complete else key, start=self.value(row, name))

    def facts(self, row: Any, *names: str, room: float = BLOCK_WIDTH) -> list[Strip]:
        """One line for each of the named fields that is recorded, in so much width."""
        strips: list[Strip] = []
        for name in names:
            value = self.value(row, name)
            if value:
                strips += fact(self.label(row, name), value, room=room)
        return strips

    def labelled(self, row: Any, *names: str) -> list[str]:
        """`Label: value` for each of the named fields that is recorded."""
        told = [(self.label(row, name), self.value(row, name)) for name in names]
        return [joined(label, value, by=self.text("colon")) for label, value in told if value]

    def columns(self, *heads: tuple[str, float]) -> list[Column]:
        """Columns of a table by the keys of their heads and their shares of the width."""
        return [Column(self.text(key), share) for key, share in heads]

    def paper(self, document_id: str | None) -> str:
        """A paper of somebody by its kind; empty where there is none."""
        papers = (paper for person in self.case.persons for paper in person.documents)
        return next((self.value(paper, "kind") for paper in papers if paper.id == document_id), "")

    def long(self, row: Any, name: str) -> list[Strip]:
        """A long text under its label."""
        value = getattr(row, name)
        return [*subheading(self.label(row, name)), *paragraph(value, gap=2)] if value else []


def joined(*parts: str | None, by: str = ", ") -> str:
    """The parts that are there, in one line."""
    return by.join(part for part in parts if part)
