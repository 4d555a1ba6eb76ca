"""The lines of the family tree: between partners, and from parents to their children, each in a lane of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from hrd_desktop.core.kinship import Couple, CoupleStyle, DescentStyle
from hrd_desktop.core.tree_places import Strand

Point = tuple[float, float]
LANE = 0.7
_NEAR = 1e-6
_PASSES = 3
_SIDE = 0.3  # lines as near as this look like one


@dataclass(frozen=True)
class Line:
    """One line of the drawing. `ends` are the boxes it links: two partners, or parents and then a child.

    Paths are lists of points; one line may have several, which meet. `row` is the union, where there is one.
    """

    kind: Literal["couple", "descent"]
    style: CoupleStyle | DescentStyle
    ends: tuple[str, ...]
    paths: tuple[tuple[Point, ...], ...]
    row: str | None = None


@dataclass
class Bundle:
    """What runs through one lane: from some members of a row to members, or passing points, of the next."""

    kind: Literal["couple", "descent"]
    style: CoupleStyle | DescentStyle
    uppers: list[str]
    lowers: list[str] = field(default_factory=list)
    ends: list[str] = field(default_factory=list)
    from_couple: bool = False
    row: str | None = None
    xs_up: dict[str, float] = field(default_factory=dict)
    xs_down: dict[str, float] = field(default_factory=dict)
    lane: int = 0

    @property
    def reach(self) -> tuple[float, float]:
        xs = [*self.xs_up.values(), *self.xs_down.values()]
        return min(xs), max(xs)


class Wiring:
    """Sorts the links into bundles, gives each a lane, and then, once the rows have their heights, draws them."""

    def __init__(
        self,
        rows: Mapping[str, int],
        x: Mapping[str, float],
        widths: Mapping[str, float],
        couples: Sequence[Couple],
        strands: Sequence[Strand],
    ) -> None:
        self._rows, self._x, self._widths = rows, x, widths
        self.beside = [c for c in couples if self._adjacent(c) and c.style != "parents"]
        linked = {frozenset((c.a, c.b)) for c in self.beside}
        apart = [c for c in couples if c.style != "parents" and c not in self.beside]
        self.bundles: dict[int, list[Bundle]] = {}
        for strand in self._sorted(strands):
            self._add(strand, linked, strands)
        for couple in apart:
            if couple.style == "missing" and self._of_children(couple):
                continue  # the lines to the children already link them
            row = min(rows[couple.a], rows[couple.b])
            same = rows[couple.a] == rows[couple.b]
            upper, lower = sorted((couple.a, couple.b), key=lambda key: rows[key])
            bundle = Bundle("couple", couple.style, [upper, lower] if same else [upper], [] if same else [lower])
            bundle.ends, bundle.row = [couple.a, couple.b], couple.row
            self.bundles.setdefault(row, []).append(bundle)
        self._ports()
        for bundles in self.bundles.values():
            _lanes(bundles)

    def lanes(self, row: int) -> int:
        """How many lanes run below a row."""
        return max((bundle.lane + 1 for bundle in self.bundles.get(row, [])), default=0)

    def draw(self, tops: Mapping[int, float], boxes: Mapping[str, tuple[float, float]]) -> Iterable[Line]:
        """The lines; `tops` is where the lanes below each row begin, `boxes` top and bottom of each member."""
        for couple in self.beside:
            a, b = sorted((couple.a, couple.b), key=lambda key: self._x[key])
            y = (max(boxes[a][0], boxes[b][0]) + min(boxes[a][1], boxes[b][1])) / 2
            path = ((self._x[a] + self._widths[a] / 2, y), (self._x[b] - self._widths[b] / 2, y))
            yield Line("couple", couple.style, (couple.a, couple.b), (path,), couple.row)
        for row, bundles in self.bundles.items():
            for bundle in bundles:
                lane = tops[row] + (bundle.lane + 0.5) * LANE
                yield Line(
                    bundle.kind, bundle.style, tuple(bundle.ends), tuple(_paths(bundle, lane, boxes)), bundle.row
                )

    def _adjacent(self, couple: Couple) -> bool:
        """Whether nobody stands between two partners of one row."""
        row = self._rows[couple.a]
        if row != self._rows[couple.b]:
            return False
        low, high = sorted((self._x[couple.a], self._x[couple.b]))
        return not any(self._rows[key] == row and low < x < high for key, x in self._x.items())

    def _of_children(self, couple: Couple) -> bool:
        both = {couple.a, couple.b}
        return any(both <= set(one.uppers) for found in self.bundles.values() for one in found)

    def _sorted(self, strands: Sequence[Strand]) -> list[Strand]:
        return sorted(strands, key=lambda strand: (self._rows[strand.upper], self._x[strand.upper]))

    def _add(self, strand: Strand, linked: set[frozenset[str]], strands: Sequence[Strand]) -> None:
        """Put a strand into the bundle of the same parents and kind, or begin one."""
        style = strand.descent.style
        uppers = sorted(
            {
                one.upper
                for one in strands
                if one.lower == strand.lower
                and one.descent.style == style
                and self._rows[one.upper] == self._rows[strand.upper]
            },
            key=lambda key: self._x[key],
        )
        pairs = [(a, b) for a in uppers for b in uppers if a < b and frozenset((a, b)) in linked]
        row = self._rows[strand.upper]
        for bundle in self.bundles.get(row, []):
            if bundle.kind == "descent" and bundle.style == style and bundle.uppers == uppers:
                if strand.lower not in bundle.lowers:
                    bundle.lowers.append(strand.lower)
                    bundle.ends.append(strand.descent.child)
                return
        bundle = Bundle("descent", style, uppers, [strand.lower], from_couple=len(uppers) == 2 and bool(pairs))
        parents = [one.descent.parent for one in strands if one.upper in uppers and one.lower == strand.lower]
        bundle.ends = [*dict.fromkeys(parents), strand.descent.child]
        self.bundles.setdefault(row, []).append(bundle)

    def _ports(self) -> None:
        """Where each bundle leaves the boxes above and reaches the boxes below: no two at one point of a box."""
        down: dict[str, list[Bundle]] = {}
        up: dict[str, list[Bundle]] = {}
        couples: dict[tuple[str, ...], list[Bundle]] = {}
        for bundles in self.bundles.values():
            for bundle in bundles:
                if bundle.from_couple:
                    couples.setdefault(tuple(bundle.uppers), []).append(bundle)
                else:
                    for key in bundle.uppers:
                        down.setdefault(key, []).append(bundle)
                for key in bundle.lowers:
                    up.setdefault(key, []).append(bundle)
        for key, found in up.items():
            for bundle, x in self._spread(key, found, above=True):
                bundle.xs_down[key] = x
        for key, found in down.items():
            for bundle, x in self._spread(key, found, above=False):
                bundle.xs_up[key] = x
        for (a, b), found in couples.items():
            start, stop = self._x[a] + self._widths[a] / 2, self._x[b] - self._widths[b] / 2
            for i, bundle in enumerate(sorted(found, key=self._looks)):
                bundle.xs_up = {"": start + (stop - start) * (i + 1) / (len(found) + 1)}

    def _looks(self, bundle: Bundle) -> float:
        return sum(self._x[key] for key in bundle.lowers) / len(bundle.lowers)

    def _spread(self, key: str, bundles: list[Bundle], *, above: bool) -> Iterable[tuple[Bundle, float]]:
        def looks(bundle: Bundle) -> float:
            others = bundle.uppers if above else bundle.lowers or bundle.uppers
            away = [self._x[other] for other in others if other != key] or [self._x[key]]
            return sum(away) / len(away)

        ordered = sorted(bundles, key=looks)
        step = self._widths[key] / (len(ordered) + 1)
        for i, bundle in enumerate(ordered):
            yield bundle, self._x[key] - self._widths[key] / 2 + step * (i + 1)


def _lanes(bundles: list[Bundle]) -> None:
    """Put the bundles below each other so that few of their lines cross; those that never meet share a lane."""
    order: list[Bundle] = []
    for _ in range(_PASSES):
        for bundle in sorted(bundles, key=lambda one: (one.reach[1] - one.reach[0], one.reach[0])):
            others = [one for one in order if one is not bundle]
            costs = [
                sum(_crossings(one, bundle) for one in others[:i]) + sum(_crossings(bundle, one) for one in others[i:])
                for i in range(len(others) + 1)
            ]
            at = costs.index(min(costs))
            order = [*others[:at], bundle, *others[at:]]
    for i, bundle in enumerate(order):
        bundle.lane = max((one.lane + 1 for one in order[:i] if _meet(one, bundle)), default=0)


def _meet(one: Bundle, other: Bundle) -> bool:
    return one.reach[0] <= other.reach[1] + _NEAR and other.reach[0] <= one.reach[1] + _NEAR


def _crossings(upper: Bundle, lower: Bundle) -> int:
    """How often two bundles cross when the lane of one lies above that of the other; lines that coincide count too."""
    down, up = upper.xs_down.values(), lower.xs_up.values()
    return (
        sum(lower.reach[0] - _NEAR <= x <= lower.reach[1] + _NEAR for x in down)
        + sum(upper.reach[0] - _NEAR <= x <= upper.reach[1] + _NEAR for x in up)
        + sum(abs(x - y) < _SIDE for x in down for y in up)
    )


def _paths(bundle: Bundle, lane: float, boxes: Mapping[str, tuple[float, float]]) -> Iterable[tuple[Point, ...]]:
    """The way of a bundle: down from each parent, along the lane, down to each child."""
    low, high = bundle.reach
    for key, x in bundle.xs_up.items():
        if key:
            start = boxes[key][1]
        else:
            start = sum((boxes[one][0] + boxes[one][1]) / 2 for one in bundle.uppers) / len(bundle.uppers)
        yield ((x, start), (x, lane))
    if high - low > _NEAR:
        yield ((low, lane), (high, lane))
    for key, x in bundle.xs_down.items():
        yield ((x, lane), (x, boxes[key][0]))
