"""Both sides of a hand-over in words: where, what stands here and there, nothing of what is covered."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from PySide6.QtCore import QCoreApplication

from hrd_desktop.core.case import Case
from hrd_desktop.core.identity import Name
from hrd_desktop.core.person import Person
from hrd_desktop.core.places import CASE, Node, row_of, walk
from hrd_desktop.core.schema import FieldSpec, Kind, field_of, fields_of, object_name
from hrd_desktop.core.sealed import PRIVATE, row_is_sealed, seal_of
from hrd_desktop.gui.case_edits import is_empty
from hrd_desktop.gui.field_context import NAMES
from hrd_desktop.wording import Wording
from hrd_desktop.wording.scripts import script_name

translate = QCoreApplication.translate


class Sides:
    """One case as it stands here and as it came: `mine` is None for a case that is new here."""

    def __init__(self, mine: Case | None, theirs: Case, words: Wording) -> None:
        self.mine = mine
        self.theirs = theirs
        self.words = words
        self.show_names = False

    @property
    def code(self) -> str:
        """The code of the case here."""
        return (self.mine or self.theirs).code

    @property
    def title(self) -> str:
        """How the caseload calls the case."""
        case = self.mine or self.theirs
        return f"{case.alias} · {case.code}" if case.alias else case.code

    def where(self, place: str) -> str:
        """The way to a place, in whichever side has it."""
        for case, nodes in self._nodes:
            if (said := self.words.place(case, place, nodes)) != place:
                return said
        return place

    @cached_property
    def _nodes(self) -> list[tuple[Case, list[Node]]]:
        """All of both sides, which stay as they are: a long list of questions asks for hundreds of places."""
        return [(case, list(walk(case))) for case in (self.mine, self.theirs) if case is not None]

    def cover(self, place: str) -> str | None:
        """The key under which a place is covered until somebody asks to see it; sealed on either side counts."""
        for case in (self.mine, self.theirs):
            if case is not None and (key := seal_of(case, place)) is not None:
                return key
        return None

    def value(self, spec: FieldSpec, value: Any, case: Case | None) -> str:
        """A value as the page of the case shows it; an object line by line."""
        if is_empty(spec, value):
            return self.words.phrase("not_recorded")
        if spec.kind is Kind.OBJECT:
            return "\n".join(line for row in (value if spec.many else [value]) for line in self._lines(row, case))
        if spec.name in NAMES and not self.show_names:
            return translate("MergeWords", "a name, not shown now")
        if spec.kind is Kind.REF:
            return self.words.join([self._reference(ref, case) for ref in (value if spec.many else [value])])
        if spec.name == "script":
            return script_name(value, self.words.lang)
        return self.words.value(spec, value)

    def row(self, row: Any, case: Case | None) -> str:
        """A row with everything in it; of a sealed one, that it is sealed."""
        head = f"{self.words.object(object_name(type(row)))} {row.id}" if hasattr(row, "id") else ""
        if row_is_sealed(row) or (hasattr(row, "id") and self.cover(row.id) == row.id):
            return f"{head} · {translate('MergeWords', 'sealed')}"
        lines = self._lines(row, case)
        return "\n".join([head, *lines] if head else lines)

    def _lines(self, row: Any, case: Case | None) -> list[str]:
        if row_is_sealed(row):
            return [translate("MergeWords", "sealed")]
        owner = object_name(type(row))
        lines = []
        for spec in fields_of(type(row)):
            held = getattr(row, spec.name)
            if spec.name == "id" or is_empty(spec, held):
                continue
            said = self.value(spec, held, case)
            if _is_private(row, spec):
                said = translate("MergeWords", "covered")
            label = self.words.field(owner, spec.name)
            if spec.kind is Kind.OBJECT:
                lines += [f"{label}:", *(f"    {line}" for line in said.split("\n"))]
            else:
                lines.append(self.words.phrase("labelled", label=label, value=said))
        return lines

    def _reference(self, ref: str, case: Case | None) -> str:
        row = next((found for one in (case, self.mine, self.theirs) if one and (found := row_of(one, ref))), None)
        if not isinstance(row, Person):
            return ref
        label = self.words.code("relation", row.relation)
        if self.show_names and (name := _name(row)):
            label = name
        return f"{ref} · {label}"


def spec_at(sides: Sides, place: str) -> FieldSpec | None:
    """What kind of field a place is, also inside an object that one side does not have."""
    head, *keys = place.split(".")
    cases = [case for case in (sides.mine, sides.theirs) if case is not None]
    owner = next((one for case in cases if (one := case if head == CASE else row_of(case, head)) is not None), None)
    cls: type[Any] | None = type(owner) if owner is not None else None
    spec: FieldSpec | None = None
    for key in keys:
        spec = field_of(cls, key) if cls is not None else None
        cls = spec.target if spec is not None else None
    return spec


def _is_private(row: Any, spec: FieldSpec) -> bool:
    """Facts and notes that have a cover of their own inside a row that has none."""
    return (isinstance(row, Person) and spec.name in PRIVATE) or spec.name in ("sealed_note", "code_word")


def _name(person: Person) -> str:
    names = [name for name in person.names if isinstance(name, Name)]
    for kind in ("document", "legal", None):
        for name in names:
            if kind is None or name.kind == kind:
                return name.full or " ".join(part for part in (name.given, name.family) if part)
    return ""
