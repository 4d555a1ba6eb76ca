"""In which row of the family tree everybody stands: parents above their children, partners side by side."""

from __future__ import annotations

from collections.abc import Iterable

from hrd_desktop.core.kinship import GENERATION, Couple, Descent, Kin


class _Groups:
    """Members that share a row, and which group stands above which."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._head = {key: key for key in keys}
        self._below: dict[str, set[str]] = {key: set() for key in self._head}

    def head(self, key: str) -> str:
        while self._head[key] != key:
            key = self._head[key]
        return key

    def put_below(self, parent: str, child: str) -> bool:
        """Place a child below a parent; not where the parent would then stand below themself."""
        above, below = self.head(parent), self.head(child)
        if above == below or self._reaches(below, above):
            return False
        self._below[above].add(below)
        return True

    def join(self, a: str, b: str) -> bool:
        """Place two side by side; not where one stands below the other."""
        one, other = self.head(a), self.head(b)
        if one == other:
            return True
        if self._reaches(one, other) or self._reaches(other, one):
            return False
        self._head[other] = one
        self._below[one] |= self._below.pop(other)
        for below in self._below.values():
            if other in below:
                below.remove(other)
                below.add(one)
        return True

    def below(self) -> dict[str, set[str]]:
        return self._below

    def _reaches(self, start: str, goal: str) -> bool:
        seen, waiting = {start}, [start]
        while waiting:
            for below in self._below[waiting.pop()]:
                if below == goal:
                    return True
                if below not in seen:
                    seen.add(below)
                    waiting.append(below)
        return False


def rows_of(kin: Kin, principal: str) -> tuple[dict[str, int], list[Descent]]:
    """The row of each member, 0 for the highest, and the descents that the rows can show.

    Parents recorded in a circle cannot all stand above their children: the link that closes it is left out.
    """
    groups = _Groups(kin.members)
    kept = []
    for said in (False, True):  # what is recorded goes before what is only said
        kept += [d for d in kin.descents if (d.style == "said") == said and groups.put_below(d.parent, d.child)]
        for couple in kin.couples:
            if (couple.style in ("said", "missing", "parents")) == said:
                groups.join(couple.a, couple.b)
    depth = _depths(groups.below())
    rows = {key: depth[groups.head(key)] for key in kin.members}
    _level(rows, kin, kept, principal)
    lowest = min(rows.values())
    return {key: row - lowest for key, row in rows.items()}, kept


def _depths(below: dict[str, set[str]]) -> dict[str, int]:
    """Each group one row below the lowest one above it, and as near to those below it as it can be."""
    above: dict[str, set[str]] = {key: set() for key in below}
    for key, others in below.items():
        for other in others:
            above[other].add(key)
    order: list[str] = []
    left = {key: len(others) for key, others in above.items()}
    free = [key for key, count in left.items() if not count]
    while free:
        key = free.pop(0)
        order.append(key)
        for other in sorted(below[key]):
            left[other] -= 1
            if not left[other]:
                free.append(other)
    depth = dict.fromkeys(below, 0)
    for key in order:
        depth[key] = max((depth[one] + 1 for one in above[key]), default=0)
    for key in reversed(order):
        if below[key]:
            depth[key] = max(depth[key], min(depth[one] for one in below[key]) - 1)
    return depth


def _level(rows: dict[str, int], kin: Kin, descents: list[Descent], principal: str) -> None:
    """Bring families that are not linked with the principal applicant to the height their relation says."""
    ground = rows[principal]
    for part in parts_of(kin, descents, principal):
        if principal in part:
            continue
        told = next((one.person for key in part if (one := kin.members[key]).person is not None), None)
        if told is not None:
            shift = ground + GENERATION[told.relation] - rows[told.id]
            for key in part:
                rows[key] += shift


def parts_of(kin: Kin, descents: Iterable[Descent], principal: str) -> list[list[str]]:
    """The members in groups that are linked with each other; the group of the principal applicant first."""
    near: dict[str, list[str]] = {key: [] for key in kin.members}
    links: list[Couple | Descent] = [*descents, *kin.couples]
    for link in links:
        a, b = (link.a, link.b) if isinstance(link, Couple) else (link.child, link.parent)
        near[a].append(b)
        near[b].append(a)
    seen: set[str] = set()
    parts = []
    for start in [principal, *kin.members]:
        if start in seen:
            continue
        seen.add(start)
        part, waiting = [], [start]
        while waiting:
            key = waiting.pop(0)
            part.append(key)
            for other in near[key]:
                if other not in seen:
                    seen.add(other)
                    waiting.append(other)
        order = {key: i for i, key in enumerate(kin.members)}
        parts.append(sorted(part, key=order.__getitem__))
    return parts
