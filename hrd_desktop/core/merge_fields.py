"""Two copies of a case compared field by field with the state they both began with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import partial
from typing import Any

from hrd_desktop.core.case import Case
from hrd_desktop.core.merge_seen import Account, Began, equal, has_seen, plain, whose
from hrd_desktop.core.merged import Absent, Added, Question, Side, Step, companion
from hrd_desktop.core.past import Past, Stamp
from hrd_desktop.core.places import CASE
from hrd_desktop.core.schema import FieldSpec, Kind, field_of, fields_of


class Comparison:
    """One walk over both copies; afterwards its lists hold what was found."""

    def __init__(self, mine: Case, theirs: Case, base: Case | None, mine_past: Past, theirs_past: Past) -> None:
        self.same = 0
        self.kept = 0
        self.taken: list[Step] = []
        self.asked: list[Question] = []
        self.added: list[Added] = []
        self.absent: list[Absent] = []
        self.left: list[Question] = []
        """Fields that only I changed: asked after all where what was taken cannot stand beside them."""
        self._questions: dict[str, Question] = {}
        self._mine_past, self._theirs_past = mine_past, theirs_past
        self._compare(mine, theirs, base, CASE, base is not None)

    def question(self, step: Step) -> Question:
        """What to ask instead of taking a step."""
        return self._questions[step.place]

    def _compare(self, mine: Any, theirs: Any, base: Any, place: str, based: bool) -> None:
        """`based` says that a state both began with is known; what `base` does not hold was not there."""
        told_with_its_day = {
            companion(spec)
            for spec in fields_of(type(mine))
            if not equal(plain(getattr(mine, spec.name)), plain(getattr(theirs, spec.name)))
        }
        for spec in fields_of(type(mine)):
            if spec.name == "id" or spec.name in told_with_its_day:
                continue
            here = f"{place}.{spec.name}"
            empty: Any = [] if spec.many else None
            ours, other = getattr(mine, spec.name), getattr(theirs, spec.name)
            before = getattr(base, spec.name) if base is not None else empty
            if spec.has_rows:
                self._rows(ours, other, before, here, spec, based)
            elif spec.kind is Kind.OBJECT:
                self._object(ours, other, before, here, spec, based)
            else:
                unseen = partial(self._unseen_beside, mine, theirs, base, place, spec, based)
                self._value(ours, other, before, here, spec, based, unseen)

    def _unseen_beside(
        self, mine: Any, theirs: Any, base: Any, place: str, spec: FieldSpec, based: bool, loser: Side
    ) -> bool:
        """Whether one side noted on its day (in which calendar, how sure) what the other has not seen.

        What is noted goes where its day goes: a day of one side with the calendar of the other would be a wrong day.
        """
        name = companion(spec)
        beside = field_of(type(mine), name)
        if beside is None or beside.target is None:
            return False
        noted = getattr(mine if loser == "mine" else theirs, name)
        began = getattr(base, name) if base is not None else None
        own, other = self._mine_past, self._theirs_past
        if loser == "theirs":
            own, other = other, own
        for each in fields_of(beside.target):
            here = f"{place}.{name}.{each.name}"
            value = getattr(noted, each.name) if noted is not None else None
            start = Began(based, getattr(began, each.name) if began is not None else None)
            if not has_seen(Account(other, here), Account(own, here), value, start):
                return True
        return False

    def _value(
        self,
        mine: Any,
        theirs: Any,
        base: Any,
        place: str,
        spec: FieldSpec,
        based: bool,
        unseen_beside: Callable[[Side], bool],
    ) -> None:
        mine, theirs, base = plain(mine), plain(theirs), plain(base)
        if equal(mine, theirs):
            self.same += mine not in (None, [])
            return
        ours, other = Account(self._mine_past, place), Account(self._theirs_past, place)
        newer = whose(mine, theirs, ours, other, Began(based, base))
        after = theirs
        if newer == "both" and based and spec.many and (both := _both_added(mine, theirs, base)) is not None:
            after, newer = both, "mine" if equal(both, mine) else "theirs"
        if newer != "both" and unseen_beside("mine" if newer == "theirs" else "theirs"):
            newer = "both"
        question = Question(
            place,
            spec,
            mine,
            theirs,
            base if based else None,
            ours.told(mine) or self._mine_past.last(place),
            other.told(theirs) or self._theirs_past.last(place),
        )
        if newer == "theirs":
            self._questions[place] = question
            self.taken.append(Step(place, spec, mine, after, question.theirs_told))
        elif newer == "mine":
            self.kept += 1
            self.left.append(question)
        else:
            self.asked.append(question)

    def _new(self, place: str) -> tuple[frozenset[Stamp], frozenset[Stamp]]:
        ours, other = self._mine_past.stamps(place), self._theirs_past.stamps(place)
        return ours - other, other - ours

    def _object(self, mine: Any, theirs: Any, base: Any, place: str, spec: FieldSpec, based: bool) -> None:
        if mine is not None and theirs is not None:
            self._compare(mine, theirs, base, place, based)
        elif theirs is not None and not _blank(theirs):
            if base is not None if based else bool(self._new(place)[0]):
                self._missing(place, place, spec, theirs, "mine", self._mine_past.last(place))
            else:
                self.added.append(Added(place, spec, theirs, self._theirs_past.last(place)))
        elif mine is not None and not _blank(mine):
            if base is not None if based else bool(self._new(place)[1]):
                self._missing(place, place, spec, mine, "theirs", self._theirs_past.last(place))
            else:
                self.kept += 1

    def _rows(self, mine: Any, theirs: Any, base: Any, place: str, spec: FieldSpec, based: bool) -> None:
        ours, other = {row.id: row for row in mine}, {row.id: row for row in theirs}
        before = {row.id: row for row in base}
        for row_id, row in ours.items():
            if row_id in other:
                known = based and row_id in before
                self._compare(row, other[row_id], before.get(row_id), row_id, known)
            elif self._taken_out(row_id, before, self._theirs_past, self._mine_past, based):
                self._missing(row_id, place, spec, row, "theirs", max(self._theirs_past.gone(row_id), default=None))
            else:
                self.kept += 1
        for row_id, row in other.items():
            if row_id in ours:
                continue
            if self._taken_out(row_id, before, self._mine_past, self._theirs_past, based):
                self._missing(row_id, place, spec, row, "mine", max(self._mine_past.gone(row_id), default=None))
            else:
                self.added.append(Added(place, spec, row, max(self._theirs_past.made(row_id), default=None)))

    @staticmethod
    def _taken_out(row_id: str, before: dict[str, Any], where: Past, elsewhere: Past, based: bool) -> bool:
        """Whether a row that is missing on one side was there once, so that it did not come on the other side."""
        if based and row_id in before:
            return True
        return bool(where.gone(row_id) - elsewhere.gone(row_id)) and (
            not based or bool(where.made(row_id) & elsewhere.made(row_id))
        )

    def _missing(
        self, place: str, list_place: str, spec: FieldSpec, row: Any, removed_by: Side, told: Stamp | None
    ) -> None:
        self.absent.append(Absent(place, list_place, spec, row, removed_by, told))


def _both_added(mine: list[Any], theirs: list[Any], base: list[Any]) -> list[Any] | None:
    """What a list holds after both sides put something in and neither took anything out; else None."""
    if not set(base) <= set(mine) or not set(base) <= set(theirs):
        return None
    return [*base, *sorted({*mine, *theirs} - set(base), key=str)]


def _blank(value: Any) -> bool:
    """Whether an object was only made to hold something that is not there any more."""
    return all(getattr(value, field.name) in (None, []) for field in fields(value))
