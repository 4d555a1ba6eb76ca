"""Two copies of one case brought together, field by field, from the state they both began with. Pure: no clock, no file.

The same on both sides is nothing; what one side alone changed is taken from it; what both changed is a `Question`,
never decided here. Rows belong together by their ids. Nothing is deleted by absence: a row that one side has taken out
is told in `absent`, and stays unless somebody chooses otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from hrd_desktop.core.case import Case
from hrd_desktop.core.edit import Change
from hrd_desktop.core.past import Past, Stamp
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
    """A row (or a single object) that only the other side has; `place` is the list (or field) that it goes to."""

    place: str
    spec: FieldSpec
    row: Any
    told: Stamp | None


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
