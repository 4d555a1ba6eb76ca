"""Offices that pass one case round, in memory; beside each value stands who had to have seen it: the doing of a person.

What an office knows is kept as in a case file: its copy, its history, the states it remembers from hand-overs. The
`doing` of a value is a number for the one time that somebody typed or chose it, which the merge knows nothing of.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from hrd_desktop.core.case import Case
from hrd_desktop.core.edit import SetValue, apply_all
from hrd_desktop.core.merge import Merge, merge
from hrd_desktop.core.merged import Side
from hrd_desktop.core.past import CHOSEN, STAYED, TAKEN, PastChange, Stamp
from hrd_desktop.core.places import find
from hrd_desktop.core.schema import object_name
from tests.core.two_copies import START, change

Doings = frozenset[int]


@dataclass(frozen=True)
class Chosen:
    """A choice: between which doings it was, and which of them was taken."""

    taken: Doings
    left: Doings


@dataclass
class World:
    """What an onlooker sees: the choices among all doings, and how late it is."""

    choices: dict[int, Chosen] = field(default_factory=dict)
    began: dict[tuple[str, Any], int] = field(default_factory=dict)
    """Values that stood in copies from the first, without history: the same value is the same doing."""
    doings: int = 0
    ticks: int = 0

    def doing(self, chosen: Chosen | None = None) -> int:
        self.doings += 1
        if chosen is not None:
            self.choices[self.doings] = chosen
        return self.doings

    def beginning(self, place: str, value: Any) -> int:
        return self.began.setdefault((place, value), self.doing())

    def known(self, doings: Doings, seen: Doings) -> bool:
        """Whether somebody who has seen all that knows of a value, or at least of all that was weighed for it.

        Where several had the same value it is enough to know of one.
        """
        return any(self._one_known(doing, seen) for doing in doings)

    def _one_known(self, doing: int, seen: Doings) -> bool:
        if doing in seen:
            return True
        chosen = self.choices.get(doing)
        return chosen is not None and not chosen.left & seen and self.known(chosen.taken, seen)


@dataclass(frozen=True)
class Parcel:
    """A copy as it was sealed."""

    number: int
    case: Case
    past: tuple[PastChange, ...]
    known: frozenset[int]
    now: dict[str, Doings]
    seen: dict[str, Doings]


@dataclass(frozen=True)
class Found:
    """What became of one place in which two copies differed."""

    place: str
    how: str
    mine_known: bool
    """Whether those who sealed it knew what was here."""
    theirs_known: bool
    """Whether what they have was known here, be it as the value that somebody else had typed."""
    needless: bool
    """Whether it was asked although one of the two had seen what the other had typed."""


class Office:
    """One copy of the case."""

    def __init__(self, world: World, name: str, case: Case, places: Iterable[str], clock: timedelta) -> None:
        self.world, self.name, self.clock = world, name, clock
        self.case = copy.deepcopy(case)
        self.past: list[PastChange] = []
        self.bases: list[tuple[int, Case]] = []
        self.heard: set[int] = set()
        began = {place: frozenset({world.beginning(place, self.value(place))}) for place in places}
        self.held = {place: [self.value(place)] for place in places}
        self.now: dict[str, Doings] = dict(began)
        self.seen: dict[str, Doings] = dict(began)

    def at(self) -> datetime:
        self.world.ticks += 1
        return START + timedelta(minutes=10 * self.world.ticks) + self.clock

    def value(self, place: str) -> Any:
        found = find(self.case, place)
        assert found is not None
        return found.value

    def types(self, place: str, value: Any) -> None:
        if value == self.value(place):
            return
        self.past += change(self.case, [SetValue(place, value)], self.name, self.at())
        self.held[place].append(value)
        self._does(place, self.world.doing())

    def _does(self, place: str, doing: int) -> None:
        self.now[place] = frozenset({doing})
        self.seen[place] |= {doing}

    def seal(self) -> Parcel:
        number = self.world.doing()
        self.bases.insert(0, (number, copy.deepcopy(self.case)))
        known = frozenset({number, *(each for each, _ in self.bases), *self.heard})
        return Parcel(number, copy.deepcopy(self.case), tuple(self.past), known, dict(self.now), dict(self.seen))

    def look(self, parcel: Parcel) -> Merge:
        base = next((case for number, case in self.bases if number in parcel.known), None)
        return merge(self.case, parcel.case, base, mine_past=self.past, theirs_past=parcel.past)

    def take(self, parcel: Parcel, side: Side) -> list[Found]:
        """Take it in and answer every question alike; what became of every place that was not the same."""
        if any(parcel.number == number for number, _ in self.bases):
            return []
        plan = self.look(parcel)
        assert not plan.renamed
        assert not plan.absent
        assert not plan.added
        asked, taken = {one.place for one in plan.asked}, {one.place for one in plan.taken}
        found = []
        for place in self.now:
            mine, theirs = self.now[place], parcel.now[place]
            how = "asked" if place in asked else "taken" if place in taken else "kept"
            came, there, here = _value(parcel.case, place), parcel.seen[place], self.seen[place]
            self.seen[place] = here | there
            if self.value(place) == came:
                assert how == "kept"
                self.now[place] = mine | theirs
                continue
            known = self.world.known
            typed = not (mine | theirs) & self.world.choices.keys()
            needless = how == "asked" and typed and known(mine, there) != known(theirs, here)
            knew = known(theirs, here) or came in self.held[place]
            found.append(Found(place, how, known(mine, there), knew, needless))
            if how == "taken":
                self.now[place] = theirs
            elif how == "asked":
                sides = (mine, theirs) if side == "mine" else (theirs, mine)
                self._does(place, self.world.doing(Chosen(*sides)))
        self._write(parcel, plan, side)
        for place, held in self.held.items():
            held.append(self.value(place))
        return found

    def _write(self, parcel: Parcel, plan: Merge, side: Side) -> None:
        """As taking in does in a case file."""
        self.past += [one for one in parcel.past if one not in self.past]
        stamp, asked = Stamp(self.at(), self.name), {one.place for one in plan.asked}
        before = copy.deepcopy(self.case)
        changes = plan.changes(dict.fromkeys(asked, side))
        told = change(before, changes, self.name, stamp.at)
        self.past += [replace(one, position=CHOSEN if one.place in asked else TAKEN) for one in told]
        apply_all(self.case, changes)
        for one in plan.asked if side == "mine" else ():
            owner = find(self.case, one.place)
            assert owner is not None
            kind = object_name(type(owner.owner))
            self.past.append(PastChange("set", one.place, kind, one.theirs, one.mine, STAYED, stamp))
        self.bases.insert(0, (parcel.number, copy.deepcopy(parcel.case)))
        self.heard |= parcel.known


def _value(case: Case, place: str) -> Any:
    found = find(case, place)
    assert found is not None
    return found.value
