"""The questions of a section one after the other, in the order of the page, and where a person is among them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hrd_desktop.core.conditions import asked
from hrd_desktop.core.groups import Group, groups_of
from hrd_desktop.core.identity import Name
from hrd_desktop.core.schema import FieldSpec, Kind, field_of, fields_of, object_name
from hrd_desktop.core.sections import Section, holders
from hrd_desktop.gui.case_edits import is_empty
from hrd_desktop.gui.open_case import OpenCase

PERSONS = "case.persons"
WHOLE = frozenset({"reply", "education_years", "equivalence"})
"""Single objects that are one question as they stand."""
_WITH_EACH = frozenset({"none_declared"})
"""Asked with each list that it speaks of, not by itself."""


@dataclass(frozen=True)
class Question:
    """One question: its place, the group it stands in, and the row it is about (a person, an entry of a list)."""

    place: str
    spec: FieldSpec
    group: str
    about: str


@dataclass
class _Stand:
    """Where somebody stands: in the section (`row` empty) or inside one row. An empty place is the end."""

    row: str
    place: str
    at: int = 0


class Walk:
    """A way through the questions of a section that goes into the rows of a list and comes back to the list."""

    def __init__(self, case: OpenCase, section: Section, person: str = "") -> None:
        self._case = case
        self._section = section
        self._person = person
        self._stands = [_Stand("", "")]
        self._state: object = None
        self._found: dict[str, list[Question]] = {}
        """The questions of the section (under no row) and of rows, as they are in this state of the case."""
        self.to_start()

    def to_start(self) -> None:
        """Stand at the first question."""
        self._stands = [_Stand("", "")]
        self._stand_at(0)

    @property
    def question(self) -> Question | None:
        """What is asked now; None once everything was asked."""
        self._mend()
        stand = self._stands[-1]
        return next((found for found in self._questions(stand) if found.place == stand.place), None)

    @property
    def anything(self) -> bool:
        """Whether the section asks something at all, as the answers stand."""
        return bool(self._questions(self._stands[0]))

    @property
    def rows(self) -> list[str]:
        """The rows somebody has gone into, outermost first; also the person whom the question is about."""
        inside = [stand.row for stand in self._stands if stand.row]
        outer = self._stands[0].place
        first = next((found for found in self._questions(self._stands[0]) if found.place == outer), None)
        return [first.about, *inside] if first is not None and first.about else inside

    @property
    def progress(self) -> tuple[int, int]:
        """The number of the question and how many there are, counted for the row or the person it is about."""
        question = self.question
        if question is None:
            return 0, 0
        same = [found.place for found in self._questions(self._stands[-1]) if found.about == question.about]
        return same.index(question.place) + 1, len(same)

    @property
    def in_row(self) -> str:
        """The row of a list that is being walked through; empty outside of one."""
        return self._stands[-1].row

    def next(self) -> None:
        """Go on. After the last question of a row comes its list again, after the last of all the end."""
        self._mend()
        stand = self._stands[-1]
        questions = self._questions(stand)
        at = self._index(questions, stand) + 1
        if at < len(questions):
            self._stand_at(at)
        elif stand.row:
            self._stands.pop()
        else:
            stand.place, stand.at = "", at

    def back(self) -> bool:
        """Go back; False at the first question."""
        self._mend()
        stand = self._stands[-1]
        questions = self._questions(stand)
        at = (self._index(questions, stand) if stand.place else len(questions)) - 1
        if at >= 0:
            self._stand_at(at)
            return True
        if stand.row:
            self._stands.pop()
            return True
        return False

    def enter(self, row: str) -> None:
        """Go into a row of the list that is asked now: a person's questions follow the list, others stand inside."""
        if self._case.list_of(row) == PERSONS:
            places = [found.about for found in self._questions(self._stands[0])]
            self._stand_at(places.index(row))
        else:
            self._stands.append(_Stand(row, ""))
            self._stand_at(0)

    def leave(self) -> None:
        """Go back to the list of the row."""
        if self._stands[-1].row:
            self._stands.pop()

    def go_to(self, trail: list[str]) -> list[str] | None:
        """Stand at the question a trail leads to, and give the rest of the trail; None if that is not asked now."""
        before = self._stands
        self._stands = [_Stand("", "")]
        rest: list[str] | None = None
        for at, step in enumerate(trail):
            stand = self._stands[-1]
            questions = self._questions(stand)
            place = step.removesuffix("_info")
            inside = next((found.place for found in questions if f"{found.place}.".startswith(f"{place}.")), "")
            persons = [found.place for found in questions if found.about == step]
            if inside:
                stand.place = inside
                rest = trail[at:] if step != place else trail[at + 1 :]
            elif persons and not stand.row:
                stand.place, rest = persons[0], []
            elif "." not in step and stand.place and self._case.list_of(step) == stand.place:
                self._stands.append(_Stand(step, ""))
                self._stand_at(0)
                rest = []
        if rest is None:
            self._stands = before
        return rest

    # The parts

    def _questions(self, stand: _Stand) -> list[Question]:
        if self._state != self._case.state:
            self._state, self._found = self._case.state, {}
        if stand.row not in self._found:
            self._found[stand.row] = self._find(stand.row)
        return self._found[stand.row]

    def _find(self, row: str) -> list[Question]:
        if not row:
            return list(section_questions(self._case, self._section, self._person))
        return list(row_questions(self._case, row)) if self._case.knows(row) else []

    def _stand_at(self, at: int) -> None:
        stand = self._stands[-1]
        questions = self._questions(stand)
        stand.at = at
        stand.place = questions[at].place if at < len(questions) else ""

    @staticmethod
    def _index(questions: list[Question], stand: _Stand) -> int:
        return next((at for at, found in enumerate(questions) if found.place == stand.place), stand.at - 1)

    def _mend(self) -> None:
        """A row may be gone, and a question may have stopped being asked, since somebody came to it."""
        while self._stands[-1].row and self._case.list_of(self._stands[-1].row) is None:
            self._stands.pop()
        stand = self._stands[-1]
        questions = self._questions(stand)
        if stand.place and all(found.place != stand.place for found in questions):
            self._stand_at(min(stand.at, max(len(questions) - 1, 0)))


def section_questions(case: OpenCase, section: Section, person: str = "") -> Iterator[Question]:
    """Every question of a section as the answers stand; those about persons one person after the other."""
    for block in section.blocks:
        for holder in holders(block, case.case, person):
            about = holder if block.each else ""
            for found in questions_of(case, holder, block.shown(), about):
                yield found
                if found.place == PERSONS:
                    for row in case.rows(PERSONS):
                        yield from row_questions(case, row)


def row_questions(case: OpenCase, row: str) -> Iterator[Question]:
    """Every question about one row."""
    cls = case.target(row)
    yield from questions_of(case, row, groups_of(object_name(cls), tuple(spec.name for spec in fields_of(cls))), row)


def questions_of(
    case: OpenCase, holder: str, groups: tuple[Group, ...], about: str, under: str = ""
) -> Iterator[Question]:
    """The questions of one object, and of the single objects inside it."""
    cls = case.target(holder)
    kind = object_name(cls)
    begun = holder in case.drafts
    for group in groups:
        for name in group.names:
            spec = field_of(cls, name)
            place = f"{holder}.{name}"
            if spec is None or name in _WITH_EACH or (begun and not _takes_begun(spec)):
                continue
            empty = is_empty(spec, case.value(place))
            if empty and not (asked(kind, name, lambda other: case.value(f"{holder}.{other}")) and case.asks(place)):
                continue
            key = group.key or under
            if spec.kind is Kind.OBJECT and not spec.many and spec.target and object_name(spec.target) not in WHOLE:
                inner = groups_of(object_name(spec.target), tuple(each.name for each in fields_of(spec.target)))
                yield from questions_of(case, place, inner, about, key)
            else:
                yield Question(place, spec, key, about)


def _takes_begun(spec: FieldSpec) -> bool:
    """Whether a row that cannot stand yet can keep this: plain values, and the first name of a person."""
    return spec.kind is not Kind.OBJECT or (spec.target is Name and spec.required)
