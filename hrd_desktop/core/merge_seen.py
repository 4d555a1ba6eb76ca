"""Whether the other side had seen what stands here when it changed a field: what the histories of two copies tell.

A value is known by the change that somebody made it with, never by the day on that change: clocks are wrong, and a
value may come back. A side that has that change in its history has seen the value, and what it put in its place is
newer. Of a value that no history tells of, a state that both began with has to say so, or a change that replaced it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hrd_desktop.core.past import Past, PastChange, Stamp
from hrd_desktop.core.values import tidy

NOTHING: tuple[Any, ...] = (None, [])


def plain(value: Any) -> Any:
    """A value as an edit would keep it, so that a line end too many is no difference."""
    return tidy(value) if isinstance(value, str) else value


def equal(one: Any, other: Any) -> bool:
    """Whether two values say the same; the order of a list says nothing, nor does how nothing is written."""
    if isinstance(one, list) and isinstance(other, list):
        return sorted(map(str, one)) == sorted(map(str, other))
    return bool(one == other) or (one in NOTHING and other in NOTHING)


@dataclass(frozen=True)
class Began:
    """What a field held in the state that both began with; `known` says whether there is one."""

    known: bool
    value: Any


@dataclass(frozen=True)
class _Change:
    """One change as it bears on one field."""

    told: PastChange
    before: Any
    after: Any

    def same(self, other: _Change) -> bool:
        """Whether both tell of one and the same doing."""
        return (
            (self.told.action, self.told.stamp) == (other.told.action, other.told.stamp)
            and equal(self.before, other.before)
            and equal(self.after, other.after)
        )


class Account:
    """What one copy tells of one field, in the order in which it learnt of it."""

    def __init__(self, past: Past, place: str) -> None:
        found = [_Change(told, plain(before), plain(after)) for told, before, after in past.of_field(place)]
        self._changes = [each for each in found if not equal(each.before, each.after)]

    def has(self, change: _Change) -> bool:
        return any(each.same(change) for each in self._changes)

    def held(self, value: Any) -> bool:
        """Whether the field held this value at some time."""
        return any(equal(value, side) for each in self._changes for side in (each.before, each.after))

    def maker(self, value: Any, until: _Change | None = None) -> _Change | None:
        """The last change by which a person made the field what it is; with `until`, the last before that one."""
        found = None
        for each in self._changes:
            if each is until:
                break
            if not each.told.by_itself and equal(each.after, value):
                found = each
        return found

    def emptied_by_itself(self) -> bool:
        """Whether it was the program that emptied the field last, because it could not stand beside what came."""
        return bool(self._changes) and self._changes[-1].told.by_itself and self._changes[-1].after in NOTHING

    def told(self, value: Any) -> Stamp | None:
        """Who made the field what it is, and when."""
        made = self.maker(value)
        return made.told.stamp if made is not None else None


def has_seen(other: Account, own: Account, value: Any, began: Began) -> bool:
    """Whether one side has seen the value that the own one has, so that what it holds is not older."""
    change = own.maker(value)
    while change is not None:
        if other.has(change):
            return True
        # A choice between two, of which the other side never had the one that was left: it may go on with the other.
        if not change.told.asked or other.held(change.before):
            return False
        change = own.maker(value, change)
    if began.known and equal(value, began.value):
        return True
    return not began.known if value in NOTHING else other.held(value)


def whose(mine: Any, theirs: Any, ours: Account, other: Account, began: Began) -> str:
    """Whose value of two is the newer one, `mine` or `theirs`; or `both` where neither side has seen the other's."""
    mine_new = not has_seen(other, ours, mine, began)
    theirs_new = not has_seen(ours, other, theirs, began)
    if mine_new != theirs_new:
        unsure = theirs_new and theirs in NOTHING and not began.known and ours.maker(mine) is None
        return "mine" if mine_new else "both" if unsure else "theirs"
    if not mine_new and mine in NOTHING and ours.emptied_by_itself():
        return "mine"
    return "both"
