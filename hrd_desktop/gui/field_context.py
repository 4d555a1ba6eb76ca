"""What every field editor of a page shares: the open case, the words of the language in use, and how rows are named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from hrd_desktop.core.claim import Narrative
from hrd_desktop.core.evidence import Evidence
from hrd_desktop.core.family_tree import Tree
from hrd_desktop.core.identity import Name
from hrd_desktop.core.person import Channel, Person
from hrd_desktop.core.schema import FieldSpec, Kind, field_of, fields_of, object_name
from hrd_desktop.core.steps import Consent
from hrd_desktop.gui.case_edits import is_empty
from hrd_desktop.gui.open_case import OpenCase
from hrd_desktop.gui.reveals import Reveals
from hrd_desktop.gui.seals import Seals
from hrd_desktop.services.checking import Assessment
from hrd_desktop.services.family import family_tree
from hrd_desktop.wording import Wording
from hrd_desktop.wording.scripts import script_name

_LEAST_PARTS, _MOST_PARTS, _LONGEST = 2, 4, 90
NAMES = frozenset(
    {"family", "given", "full", "name", "partner_b_name", "name_as_printed", "byline", "with_whom", "commander"}
    | {"interpreter", "interviewer", "translator", "who_may_answer", "email", "phone_country_code", "phone", "fax"}
    | {"value", "contact", "street", "number", "uci", "membership_number", "file"}
)
"""Fields that hold the name of a person, also of relatives and referees, whom a name puts in the same danger; or a
number or an address that leads to one."""
_ELSEWHERE: dict[type, tuple[str, ...]] = {
    Channel: ("voice", "messages"),
    Evidence: ("file", "sha256", "pages"),
    Consent: (
        "scopes",
        "recipients",
        "recipient_text",
        "expires_on",
        "withdrawn_on",
        "language",
        "read_back",
        "method",
    ),
}
"""What a row says in other words, or its card below the line."""
_STEADY = (Kind.TEXT, Kind.CODE, Kind.PARTIAL_DATE, Kind.FULL_DATE, Kind.COUNTRY, Kind.LANGUAGE, Kind.REF)


class FieldContext(QObject):
    """Given to each editor instead of the page, so that an editor can stand in any page or test."""

    names_shown = Signal(bool)
    appeared = Signal(QWidget)
    """A field that was just made has the keyboard: bring it into view."""
    said = Signal(str)
    """Something the person should hear that belongs to no field."""
    asked_about = Signal(str, QPoint)
    """Somebody wants to note how the field at this place is known, or see what it was; where on the screen to offer."""
    lead_to = Signal(str)
    """Somebody wants to go to the field at this place."""
    gate_moved = Signal()
    """The first consent came, or the last one went: what may be asked is different."""

    def __init__(self, case: OpenCase, words: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.case = case
        self.words = words
        self.show_names = False
        self.reveals = Reveals(self)
        """What is sealed or private and shown now, on a second click."""
        self.seals = Seals(case, self.reveals, self)
        self._family: tuple[Assessment, Tree] | None = None
        self._consented = case.consented
        case.place_changed.connect(self._follow_gate)
        case.rows_changed.connect(self._follow_gate)
        case.reloaded.connect(self._follow_gate)

    def set_show_names(self, on: bool) -> None:
        """Persons under their names, or under what they are to the principal applicant."""
        if on != self.show_names:
            self.show_names = on
            if not on:
                self.reveals.hide_all()
            self.names_shown.emit(on)

    def _follow_gate(self) -> None:
        self._family = None
        if self.case.consented != self._consented:
            self._consented = self.case.consented
            self.gate_moved.emit()

    def family(self) -> Tree:
        """The family as a drawing, laid out once after a change for all who show something of it."""
        found = self.case.assessment
        if self._family is None or self._family[0] is not found:
            self._family = (found, family_tree(self.case.case, found))
        return self._family[1]

    # Naming rows

    def row_label(self, row_id: str) -> str:
        """A row in one line: a person as `P1 · Principal applicant`, any other row by its first facts."""
        target = self.case.target(row_id)
        if target is Person:
            return self._person_label(row_id)
        return self.summary(row_id)

    def summary(self, row_id: str) -> str:
        """The first facts of a row or of a single object, in words; empty when nothing is known yet."""
        cls = self.case.target(row_id)
        if cls is Person:
            plan = self.case.value(f"{row_id}.plan")
            label = self._person_label(row_id)
            return f"{label} · {self.words.code('plan', plan)}" if plan else label
        if self.seals.of(row_id) == row_id:
            return self.tr("{thing}, sealed").format(thing=self.words.object(object_name(cls)))
        specs = [spec for spec in fields_of(cls) if spec.name != "id"]
        parts: list[str] = []
        for spec in [s for s in specs if s.required] + [s for s in specs if not s.required]:
            steady = spec.kind in _STEADY or (spec.required and spec.kind is Kind.LONG_TEXT)
            elsewhere = spec.name == "country_name_at_time" or (spec.kind is Kind.REF and spec.ref != "person")
            told = cls is Narrative and spec.kind is Kind.LONG_TEXT  # it may well begin with a name
            named = (spec.name in NAMES or told) and not self.show_names
            if not steady or elsewhere or named or spec.name in _ELSEWHERE.get(cls, ()):
                continue
            if len(parts) >= _MOST_PARTS or (
                spec.kind is Kind.CODE and not spec.required and len(parts) > _LEAST_PARTS
            ):
                break
            value = self.case.value(f"{row_id}.{spec.name}")
            if not is_empty(spec, value):
                parts.append(self.in_words(spec, value))
        if cls is Channel:
            parts += self._not_by(row_id)
        return " · ".join(_shortened(part) for part in parts)

    def _not_by(self, channel: str) -> list[str]:
        """What must not be done on a way of reaching somebody."""
        said = {"voice": self.tr("no voice call"), "messages": self.tr("no written message")}
        return [text for name, text in said.items() if self.case.value(f"{channel}.{name}") == "no"]

    def in_words(self, spec: FieldSpec, value: Any) -> str:
        """One value in words; references by the label of what they point at."""
        if spec.kind is Kind.REF:
            return ", ".join(self._reference(ref) for ref in (value if spec.many else [value]))
        if spec.name == "script":
            return script_name(value, self.words.lang)
        return self.words.value(spec, value)

    def _reference(self, ref: str) -> str:
        return self._person_label(ref) if isinstance(self.case.value(ref), Person) else ref

    def _person_label(self, row_id: str) -> str:
        value = self.case.value
        relation = value(f"{row_id}.relation")
        label = self.words.code("relation", relation) if relation else self.words.object("person")
        if self.show_names and (name := self._name(row_id)):
            label = name
        return f"{row_id} · {label}"

    def _name(self, person: str) -> str:
        names = [name for name in self.case.value(f"{person}.names") or [] if isinstance(name, Name)]
        for kind in ("document", "legal", None):
            for name in names:
                if kind is None or name.kind == kind:
                    return name.full or " ".join(part for part in (name.given, name.family) if part)
        return ""

    # What may be chosen

    def candidates(self, spec: FieldSpec) -> Iterator[tuple[str, str]]:
        """The rows a reference may point at, each with its label. A field without a kind takes any row."""
        for row_id, row in self.case.all_rows().items():
            kind = object_name(type(row))
            if spec.ref is None or kind == spec.ref:
                label = self.row_label(row_id)
                if isinstance(row, Person):
                    yield row_id, label
                else:
                    yield row_id, f"{row_id} · {self.words.object(kind)} · {label}"

    def story_of(self, place: str) -> str | None:
        """The place of the story of a date (`P1.birth.date_info`), if its object keeps one."""
        holder, _, name = place.rpartition(".")
        story = f"{name}_info"
        return f"{holder}.{story}" if field_of(self.case.target(holder), story) else None


def _shortened(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1].rstrip() + "…"
