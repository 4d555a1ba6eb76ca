"""The family of a case as a drawing: boxes and lines in abstract units, for any painter.

`layout` decides who stands where; what a box says and how a line looks is for whoever paints it. One unit is the
height of a line of text. Nothing here is worked out that the rules work out: days come in as they were found.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from hrd_desktop.core.case import Case
from hrd_desktop.core.codes import ParentRole, Plan, Relation, WhereaboutsStatus
from hrd_desktop.core.dates import Span, anniversary, span_of
from hrd_desktop.core.kinship import Couple, Descent, Kin, Member, Missing, MissingKind, kin_of
from hrd_desktop.core.tree_lines import LANE, Line, Wiring
from hrd_desktop.core.tree_places import GAP, Part
from hrd_desktop.core.tree_rows import parts_of, rows_of

WIDTH: Final = 11.2
LINE: Final = 1.18
_PADDING: Final = 0.9
_OUTSIDE_LINES: Final = 3
_PERSON_LINES: Final = 4  # who, how old, which plan; and one to spare for the longest of them
_CHANNEL: Final = 1.0  # free above and below the lanes between two rows
_PART_GAP: Final = 3 * GAP


@dataclass(frozen=True)
class AgeRange:
    """The whole years a person may have lived on a day: both the same where the birth date leaves no doubt."""

    low: int
    high: int


@dataclass(frozen=True)
class LockIn:
    """The last safe day of a child near the age limit, and of what; no day where no birth date is recorded."""

    of: Literal["referral", "application"]
    day: date | None
    age: int


@dataclass(frozen=True)
class Box:
    """Somebody in the drawing, `x` and `y` at the top leading corner.

    `kind` is `person`, `named` (known by a parent row or union only) or `missing`.
    `of` are the persons whose parent or partner a box outside the case is, `rows` the parent rows and unions that name
    them, `place` where to mend or read on. `linked` is false for a person whose ties nobody has recorded or said.
    """

    key: str
    kind: Literal["person", "named", "missing"]
    x: float
    y: float
    width: float
    height: float
    row: int
    place: str
    person: str | None = None
    relation: Relation | None = None
    plan: Plan | None = None
    whereabouts: WhereaboutsStatus | None = None
    age: AgeRange | None = None
    lock_in: LockIn | None = None
    role: ParentRole | Literal["partner"] | None = None
    of: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    missing: MissingKind | None = None
    linked: bool = True


@dataclass(frozen=True)
class Tree:
    """The whole drawing. Boxes stand row by row, in each from the leading to the trailing edge.

    `couples` and `descents` are the same links as the lines, one by one, for those who read instead of look.
    """

    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    couples: tuple[Couple, ...]
    descents: tuple[Descent, ...]
    missing: tuple[Missing, ...]
    width: float
    height: float

    def box(self, key: str) -> Box | None:
        """The box with this key; a person's key is their id."""
        return next((box for box in self.boxes if box.key == key), None)


def age_on(birth: Span, on: date) -> AgeRange | None:
    """The ages a person may have on a day; None for one who is not born by then on any reading."""
    if birth.first > on:
        return None
    return AgeRange(_years(birth.last, on), _years(birth.first, on))


def _years(born: date, on: date) -> int:
    years = max(on.year - born.year, 0)
    return years if years == 0 or anniversary(born, years) <= on else years - 1


def layout(case: Case, on: date, lock_in: Mapping[str, LockIn] | None = None) -> Tree:
    """The drawing of a family on a day. `lock_in` holds the last safe days that the rules gave, by person."""
    kin = kin_of(case)
    rows, descents = rows_of(kin, case.principal)
    heights = {key: _PADDING + LINE * _lines(one, lock_in or {}, kin) for key, one in kin.members.items()}
    widths = dict.fromkeys(kin.members, WIDTH)
    parts = _placed(kin, rows, widths, descents, case.principal)
    x: dict[str, float] = {}
    all_rows: dict[str, int] = {}
    for part in parts:
        x |= part.x
        all_rows |= part.rows
    all_widths = widths | {key: 0.0 for key in x if key not in widths}
    strands = [strand for part in parts for strand in part.strands]
    wiring = Wiring(all_rows, x, all_widths, kin.couples, strands)
    spans, tops, height = _heights(all_rows, heights, wiring)
    boxes = [
        _box(kin.members[key], x[key], spans[key], all_rows[key], case, on, lock_in or {}, kin) for key in kin.members
    ]
    boxes.sort(key=lambda box: (box.row, box.x))
    width = max(box.x + box.width for box in boxes)
    return Tree(
        tuple(boxes),
        tuple(wiring.draw(tops, spans)),
        tuple(kin.couples),
        tuple(kin.descents),
        tuple(kin.missing),
        width,
        height,
    )


def _lines(member: Member, lock_in: Mapping[str, LockIn], kin: Kin) -> int:
    """How many lines of text a box has room for: what may need saying of this member."""
    person = member.person
    if person is None:
        return _OUTSIDE_LINES
    where = person.whereabouts is not None and person.whereabouts.status != "known"
    tied = _linked(person.id, kin) or person.relation == "principal"
    return _PERSON_LINES + where + (0 if tied else 1) + (2 if person.id in lock_in else 0)


def _placed(
    kin: Kin, rows: Mapping[str, int], widths: Mapping[str, float], descents: Sequence[Descent], principal: str
) -> list[Part]:
    """The linked parts of the family side by side; people without a link fill up their row behind them."""
    parts = [Part(keys, rows, widths, kin.couples, descents) for keys in parts_of(kin, descents, principal)]
    families = [part for part in parts if len(part.rows) > 1 or principal in part.rows]
    edge = 0.0
    for part in families:
        part.place()
        _shift(part, edge - part.left)
        edge = part.right + _PART_GAP
    ends: dict[int, float] = {}
    for part in parts:
        if part not in families:
            part.place()
            (row,) = part.rows.values()
            _shift(part, ends.get(row, edge) - part.left)
            ends[row] = part.right + GAP
    return parts


def _shift(part: Part, by: float) -> None:
    for key in part.x:
        part.x[key] += by


def _heights(
    rows: Mapping[str, int], heights: Mapping[str, float], wiring: Wiring
) -> tuple[dict[str, tuple[float, float]], dict[int, float], float]:
    """Top and bottom of each member and passing point, where the lanes below each row begin, and the whole height."""
    spans: dict[str, tuple[float, float]] = {}
    tops: dict[int, float] = {}
    y = 0.0
    last = max(rows.values())
    for row in range(last + 1):
        inside = [key for key, at in rows.items() if at == row]
        tall = max((heights.get(key, 0.0) for key in inside), default=0.0)
        for key in inside:
            own = heights.get(key, tall)
            spans[key] = (y + (tall - own) / 2, y + (tall + own) / 2)
        y += tall
        lanes = wiring.lanes(row) * LANE
        tops[row] = y + _CHANNEL
        if row < last or lanes:
            y += lanes + 2 * _CHANNEL
    return spans, tops, y


def _box(
    member: Member,
    middle: float,
    span: tuple[float, float],
    row: int,
    case: Case,
    on: date,
    lock_in: Mapping[str, LockIn],
    kin: Kin,
) -> Box:
    top, bottom = span
    frame = (middle - WIDTH / 2, top, WIDTH, bottom - top, row)
    person = member.person
    if person is None:
        place = member.rows[0] if member.rows else _mended_at(member)
        kind: Literal["named", "missing"] = "missing" if member.missing else "named"
        outside = {"role": member.role, "of": tuple(member.of), "rows": tuple(member.rows), "missing": member.missing}
        return Box(member.key, kind, *frame, place, **outside)  # type: ignore[arg-type]  # a dict of mixed values
    where = None if person.whereabouts is None else person.whereabouts.status
    birth = None if person.birth is None else span_of(person.birth.date, person.birth.date_info)
    return Box(
        member.key,
        "person",
        *frame,
        person.id,
        person=person.id,
        relation=person.relation,
        plan=person.plan,
        whereabouts=where,
        age=None if birth is None or where == "deceased" else age_on(birth, on),
        lock_in=lock_in.get(person.id),
        linked=person.id == case.principal or _linked(person.id, kin),
    )


def _linked(person: str, kin: Kin) -> bool:
    links: list[Couple | Descent] = [*kin.couples, *kin.descents]
    return any(person in ((one.a, one.b) if isinstance(one, Couple) else (one.child, one.parent)) for one in links)


def _mended_at(member: Member) -> str:
    return f"{member.of[0]}.parents" if member.missing == "other_parent" else "case.unions"
