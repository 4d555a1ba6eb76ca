"""Where the members of a family stand from left to right: partners together, parents over children, few crossings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from hrd_desktop.core.kinship import Couple, Descent

COUPLE_GAP = 1.8
GAP = 1.0
_SWEEPS = 12
_SETTLING = 8
_THIN = 0.6  # the room of a line that passes a row


@dataclass
class Cluster:
    """Members who stand side by side because they are or were partners, or parents of the same child.

    `offsets` are the middles of the members, from the left edge of the cluster.
    """

    keys: list[str]
    offsets: list[float] = field(default_factory=list)
    width: float = 0.0

    def measure(self, widths: Mapping[str, float]) -> None:
        self.offsets, at = [], 0.0
        for key in self.keys:
            self.offsets.append(at + widths[key] / 2)
            at += widths[key] + COUPLE_GAP
        self.width = at - COUPLE_GAP


@dataclass(frozen=True)
class Strand:
    """One step of a descent from a row to the next; long descents pass the rows between by points of their own."""

    upper: str
    lower: str
    descent: Descent


class Part:
    """One linked part of the family. `place` gives the middle of each member, and of each point a line passes."""

    def __init__(
        self,
        keys: Sequence[str],
        rows: Mapping[str, int],
        widths: Mapping[str, float],
        couples: Sequence[Couple],
        descents: Sequence[Descent],
    ) -> None:
        self.rows = {key: rows[key] for key in keys}
        self._widths = {key: widths[key] for key in keys}
        self.strands = list(self._strands([d for d in descents if d.child in self.rows]))
        self._clusters = self._gather(keys, [c for c in couples if c.a in self.rows])
        self.x: dict[str, float] = {}
        self._up: dict[str, list[str]] = {}
        self._down: dict[str, list[str]] = {}
        for strand in self.strands:
            self._up.setdefault(strand.lower, []).append(strand.upper)
            self._down.setdefault(strand.upper, []).append(strand.lower)

    def place(self) -> None:
        """Find the order with the fewest crossings that a few sweeps find, then the places that suit everybody best."""
        for clusters in self._clusters.values():
            self._pack(clusters, None)
        best, order = self._cost(), self._order()
        for sweep in range(_SWEEPS):
            toward = self._down if sweep % 2 else self._up
            for row in sorted(self._clusters, reverse=bool(sweep % 2)):
                self._arrange(row, toward)
            cost = self._cost()
            if cost < best:
                best, order = cost, self._order()
        self._restore(order)
        for turn in range(_SETTLING):
            for row in sorted(self._clusters, reverse=turn % 2 == 0):
                way = None if turn % 2 else self._down
                self._pack(self._clusters[row], [self._wish(one, way) for one in self._clusters[row]])

    @property
    def left(self) -> float:
        return min(self.x[key] - self._widths[key] / 2 for key in self.x)

    @property
    def right(self) -> float:
        return max(self.x[key] + self._widths[key] / 2 for key in self.x)

    # Building

    def _strands(self, descents: Sequence[Descent]) -> list[Strand]:
        found = []
        for descent in descents:
            upper = descent.parent
            for row in range(self.rows[descent.parent] + 1, self.rows[descent.child]):
                point = f"point:{descent.parent}:{descent.child}:{row}"
                self.rows[point] = row
                self._widths[point] = _THIN
                found.append(Strand(upper, point, descent))
                upper = point
            found.append(Strand(upper, descent.child, descent))
        return found

    def _gather(self, keys: Sequence[str], couples: Sequence[Couple]) -> dict[int, list[Cluster]]:
        near: dict[str, list[str]] = {key: [] for key in self.rows}
        for couple in couples:
            if self.rows[couple.a] == self.rows[couple.b] and couple.b not in near[couple.a]:
                near[couple.a].append(couple.b)
                near[couple.b].append(couple.a)
        seen: set[str] = set()
        found: dict[int, list[Cluster]] = {}
        for key in [*keys, *(key for key in self.rows if key not in set(keys))]:
            if key not in seen:
                line = _line(key, near)
                seen.update(line)
                cluster = Cluster(line)
                cluster.measure(self._widths)
                found.setdefault(self.rows[key], []).append(cluster)
        return found

    # Ordering

    def _order(self) -> dict[int, list[list[str]]]:
        return {row: [list(cluster.keys) for cluster in clusters] for row, clusters in self._clusters.items()}

    def _restore(self, order: Mapping[int, list[list[str]]]) -> None:
        for row, lists in order.items():
            self._clusters[row] = [Cluster(keys) for keys in lists]
            for cluster in self._clusters[row]:
                cluster.measure(self._widths)
            self._pack(self._clusters[row], None)

    def _arrange(self, row: int, toward: Mapping[str, list[str]]) -> None:
        clusters = self._clusters[row]
        for cluster in clusters:
            self._turn(cluster, toward)
        wishes = {id(cluster): self._wish(cluster, toward) for cluster in clusters}
        clusters.sort(key=lambda one: wishes[id(one)] + one.width / 2)
        self._pack(clusters, [wishes[id(cluster)] for cluster in clusters])

    def _turn(self, cluster: Cluster, toward: Mapping[str, list[str]]) -> None:
        """Turn a cluster round where its ends look across each other."""
        looks = [
            (i, sum(self.x[other] for other in toward[key]) / len(toward[key]))
            for i, key in enumerate(cluster.keys)
            if toward.get(key)
        ]
        if len(looks) > 1 and sum((a - b) * (x - y) for a, x in looks for b, y in looks) < 0:
            cluster.keys.reverse()
            cluster.measure(self._widths)

    def _wish(self, cluster: Cluster, toward: Mapping[str, list[str]] | None) -> float:
        """The left edge that suits the cluster best, by its links one way, or both ways where `toward` is None."""
        pulls = []
        for key, offset in zip(cluster.keys, cluster.offsets, strict=True):
            ways = [toward] if toward is not None else [self._up, self._down]
            for way in ways:
                pulls += [self.x[other] - offset for other in way.get(key, [])]
        if not pulls:
            first = cluster.keys[0]
            return self.x[first] - cluster.offsets[0]
        return sum(pulls) / len(pulls)

    def _pack(self, clusters: Sequence[Cluster], wishes: Sequence[float] | None) -> None:
        """Place the clusters of a row in their order, nobody over another, as near to their wishes as can be."""
        starts, at = [], 0.0
        for cluster in clusters:
            starts.append(at)
            at += cluster.width + GAP
        if wishes is None:
            lefts = list(starts)
        else:
            fitted = _rising([wish - start for wish, start in zip(wishes, starts, strict=True)])
            lefts = [fit + start for fit, start in zip(fitted, starts, strict=True)]
        for cluster, left in zip(clusters, lefts, strict=True):
            for key, offset in zip(cluster.keys, cluster.offsets, strict=True):
                self.x[key] = left + offset

    def _cost(self) -> tuple[int, float]:
        """Crossings of links between neighbouring rows, then the length of all links."""
        by_row: dict[int, list[tuple[float, float]]] = {}
        for strand in self.strands:
            by_row.setdefault(self.rows[strand.upper], []).append((self.x[strand.upper], self.x[strand.lower]))
        crossings = 0
        for ends in by_row.values():
            for i, (a, b) in enumerate(ends):
                crossings += sum((a - c) * (b - d) < 0 for c, d in ends[i + 1 :])
        return crossings, round(sum(abs(a - b) for ends in by_row.values() for a, b in ends), 6)


def _line(start: str, near: Mapping[str, list[str]]) -> list[str]:
    """Everybody partnered with each other, in a line: who had several partners stands in the middle of them."""
    group, waiting = [start], [start]
    while waiting:
        for other in near[waiting.pop(0)]:
            if other not in group:
                group.append(other)
                waiting.append(other)
    if len(group) <= 2:
        return group
    hub = max(group, key=lambda key: (len(near[key]), -group.index(key)))
    left: list[str] = []
    right: list[str] = []
    placed = {hub}
    for other in near[hub]:
        if other not in placed:
            side = right if len(right) <= len(left) else left
            _branch(other, near, placed, side)
    return [*reversed(left), hub, *right]


def _branch(key: str, near: Mapping[str, list[str]], placed: set[str], side: list[str]) -> None:
    placed.add(key)
    side.append(key)
    for other in near[key]:
        if other not in placed:
            _branch(other, near, placed, side)


def _rising(values: Sequence[float]) -> list[float]:
    """The nearest values, by least squares, of which none is below the one before (pool adjacent violators)."""
    pools: list[tuple[float, int]] = []
    for value in values:
        pools.append((value, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (a, m), (b, n) = pools[-2:]
            pools[-2:] = [((a * m + b * n) / (m + n), m + n)]
    return [mean for mean, count in pools for _ in range(count)]
