"""The problems that a case on the screen has, so that an edit which adds one is refused.

Going through the whole case takes longer than a keystroke may. Most edits set a few plain facts of one object, and then
only what that object says of itself can become wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from hrd_desktop.core.case import Case
from hrd_desktop.core.dates import DateInfo
from hrd_desktop.core.edit import Change, SetValue
from hrd_desktop.core.places import CASE, Node
from hrd_desktop.core.schema import Kind, field_of, object_name
from hrd_desktop.core.validation import Problem, own_problems, problems

_SEEN_ELSEWHERE = frozenset(
    {("person", "relation"), ("person", "plan"), ("milestone", "kind"), ("milestone", "person"), ("person", "id")}
)
"""Facts that a rule of another object looks at."""

Objects = Callable[[str], Any]
"""The object at a place of the case, or None."""


@dataclass(frozen=True)
class Look:
    """The objects of which alone something can become wrong, and what was wrong with them before."""

    places: tuple[str, ...]
    before: tuple[Problem, ...]


class ProblemWatch:
    """Asked before and after each change to one case."""

    def __init__(self, case: Case, known: Sequence[Problem] | None = None) -> None:
        """`known` are the problems that the case has now, where they were looked for already."""
        self._case = case
        self.found = list(problems(case)) if known is None else list(known)

    def look(self, changes: Sequence[Change], object_at: Objects) -> Look | None:
        """Before the changes: where to look after them. None where the whole case has to be gone through."""
        places: dict[str, None] = {}
        for change in changes:
            holder, _, name = change.place.rpartition(".") if isinstance(change, SetValue) else ("", "", "")
            owner = object_at(holder) if holder else None
            spec = field_of(type(owner), name) if owner is not None else None
            if spec is None or spec.kind is Kind.REF or (object_name(type(owner)), name) in _SEEN_ELSEWHERE:
                return None
            if spec.kind is Kind.OBJECT and spec.target is not DateInfo:
                return None
            places[holder] = None
            if spec.kind is Kind.OBJECT:
                places[f"{holder}.{name}"] = None
            elif isinstance(owner, DateInfo):
                # The date itself, and its end, are held against these days.
                places[holder.rpartition(".")[0]] = None
        if not places:
            return None
        return Look(tuple(places), tuple(self._own(tuple(places), object_at)))

    def added(self, look: Look | None, object_at: Objects) -> Problem | None:
        """After the changes: a problem that was not there before. Without one, what is wrong now is remembered."""
        if look is None:
            before, now = self.found, list(problems(self._case))
        else:
            before, now = list(look.before), self._own(look.places, object_at)
        if len(now) > len(before):
            known = [problem.cause for problem in before]
            return next((problem for problem in now if problem.cause not in known), now[-1])
        if look is None:
            self.found = now
        else:
            self.found = [problem for problem in self.found if problem not in look.before] + now
        return None

    def whole(self) -> None:
        """Go through the whole case again."""
        self.found = list(problems(self._case))

    def _own(self, places: tuple[str, ...], object_at: Objects) -> list[Problem]:
        found: list[Problem] = []
        for place in places:
            value = object_at(place)
            if value is not None:
                path = "$.case" if place == CASE else f"$.case({place})"
                found += own_problems(Node(value, path, place))
        return found
