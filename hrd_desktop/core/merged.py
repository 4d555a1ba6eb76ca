"""What bringing two copies of a case together would do: what is taken, asked, added, missing; and what comes of it."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from hrd_desktop.core.case import Case
from hrd_desktop.core.differences import changes_between
from hrd_desktop.core.edit import Change, RemoveRow, SetValue, apply_all, removal
from hrd_desktop.core.past import Stamp, ids_in
from hrd_desktop.core.person import Person
from hrd_desktop.core.places import find, row_of
from hrd_desktop.core.schema import FieldSpec

Side = Literal["mine", "theirs"]
Choices = Mapping[str, Side]
"""What somebody decided, by place: of a `Question`, or of an `Absent`."""


@dataclass(frozen=True)
class Step:
    """One field that only the other side changed, and that is taken from it. `told`: who changed it there, and when."""

    place: str
    spec: FieldSpec
    before: Any
    after: Any
    told: Stamp | None


@dataclass(frozen=True)
class Question:
    """One field that both changed, each to something else; the window shows both and asks.

    `base` is what both began with (None also where that is not known). Questions with the same `group` that is not
    empty can only stand together and should be answered alike: the start and the end of one span, for instance.
    """

    place: str
    spec: FieldSpec
    mine: Any
    theirs: Any
    base: Any
    mine_told: Stamp | None
    theirs_told: Stamp | None
    group: str = ""


@dataclass(frozen=True)
class Added:
    """A row (or a single object) that only the other side has; `place` is the list (or field) that it goes to.

    It comes in without being asked for; the choice `mine` at `key` (the id of the row, the place of the object) leaves
    it out.
    """

    place: str
    spec: FieldSpec
    row: Any
    told: Stamp | None

    @property
    def key(self) -> str:
        return self.row.id if self.spec.many else self.place


@dataclass(frozen=True)
class Absent:
    """A row or single object that one side has taken out and the other still holds. It stays, or comes back.

    `place` is the id of the row, or the place of the object, under which a choice is given; `list_place` the field that
    holds it; `row` is what the other side still has; `removed_by` who took it out. The choice of that side takes it out
    of the result, with all that cannot stand without it; the other choice, or none, keeps it.
    """

    place: str
    list_place: str
    spec: FieldSpec
    row: Any
    removed_by: Side
    told: Stamp | None


@dataclass(frozen=True)
class Merge:
    """What bringing two copies together would do to mine.

    `same` counts values that are equal on both sides, `kept` those that only I changed. `taken`, `asked`, `added` and
    `absent` are for people to read; `renamed` tells which ids of theirs became others here, because both sides had
    given the same id to different rows. All places are those of my copy. `theirs` is their copy under those ids.
    """

    mine: Case
    theirs: Case
    same: int = 0
    kept: int = 0
    taken: tuple[Step, ...] = ()
    asked: tuple[Question, ...] = ()
    added: tuple[Added, ...] = ()
    absent: tuple[Absent, ...] = ()
    renamed: Mapping[str, str] = field(default_factory=dict)

    @property
    def nothing(self) -> bool:
        """Whether the other copy brings nothing that is not here, and asks nothing."""
        return not (self.taken or self.asked or self.added or self.absent)

    def result(self, choices: Choices | None = None) -> Case:
        """My copy after the merge, as a case of its own. A question without an answer leaves my value.

        Where one side says that there is nothing to list and the other has listed something, the rows stand.
        Raises EditRefused where a row that is chosen to go cannot (the principal applicant, the last of a list that
        must not be empty).
        """
        chosen = choices or {}
        case = copy.deepcopy(self.mine)
        for step in self.taken:
            _put(case, step.place, step.after)
            self._put_beside(case, step)
        for question in self.asked:
            if chosen.get(question.place) == "theirs":
                _put(case, question.place, question.theirs)
                self._put_beside(case, question)
        for added in self.added:
            _bring(case, added.place, added.spec, added.row)
        for absent in self.absent:
            if absent.removed_by == "mine":
                _bring(case, absent.list_place, absent.spec, absent.row)
        for place in self._going(chosen):
            _take_out(case, place)
        before = {person.id: person for person in self.mine.persons}
        for person in case.persons:
            _drop_untrue(person, before.get(person.id))
        return case

    def changes(self, choices: Choices | None = None) -> list[Change]:
        """The changes that make the result of my copy, in the order to apply them. Raises EditRefused."""
        return changes_between(self.mine, self.result(choices))

    def unanswered(self, choices: Choices | None = None) -> list[Question]:
        """The questions to which there is no answer yet."""
        return [question for question in self.asked if question.place not in (choices or {})]

    def _put_beside(self, case: Case, day: Step | Question) -> None:
        """What they noted on a day comes with it, and what I had noted on mine goes."""
        found, name = find(self.theirs, day.place), companion(day.spec)
        if found is not None and hasattr(found.owner, name):
            _put(case, f"{day.place}_info", getattr(found.owner, name))

    def _going(self, chosen: Choices) -> Iterator[str]:
        yield from (absent.place for absent in self.absent if chosen.get(absent.place) == absent.removed_by)
        yield from (added.key for added in self.added if chosen.get(added.key) == "mine")


def companion(spec: FieldSpec) -> str:
    """The name of the field that says more about a day: in which calendar it was told, between which days it lies."""
    return f"{spec.name}_info"


def _put(case: Case, place: str, value: Any) -> None:
    found = find(case, place)
    assert found is not None
    assert found.spec is not None
    setattr(found.owner, found.spec.name, copy.deepcopy(value))


def _bring(case: Case, place: str, spec: FieldSpec, row: Any) -> None:
    if not spec.many:
        _put(case, place, row)
        return
    found = find(case, place)
    assert found is not None
    found.value.append(copy.deepcopy(row))


def _drop_untrue(person: Person, before: Person | None) -> None:
    """Take back that a list is empty where it is not, unless that was said before."""
    was = {name for name in before.none_declared if getattr(before, name, None)} if before is not None else set()
    person.none_declared = [name for name in person.none_declared if name in was or not getattr(person, name, None)]


def _take_out(case: Case, place: str) -> None:
    """Take a row or object out with all that points at it; nothing where it has gone with another one."""
    if "." not in place:
        if row_of(case, place) is not None:
            apply_all(case, removal(case, place))
        return
    found = find(case, place)
    if found is None or found.value is None:
        return
    for row in ids_in(found.value):
        if row_of(case, row) is not None:
            apply_all(case, [change for change in removal(case, row) if change != RemoveRow(row)])
    apply_all(case, [SetValue(place, None)])
