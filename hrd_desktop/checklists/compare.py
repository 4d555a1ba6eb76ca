"""What another rule pack makes of the same case on the same day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from hrd_desktop.checklists.pack_types import Pack
from hrd_desktop.checklists.results import Assessment, Headline, ItemResult


@dataclass(frozen=True)
class Difference:
    """One row that two packs do not judge alike; None on the side that has no such row."""

    id: str
    person: str | None
    a: ItemResult | None
    b: ItemResult | None


@dataclass(frozen=True)
class NumberChange:
    """A constant that two packs do not set alike."""

    name: str
    a: Any
    b: Any


@dataclass(frozen=True)
class Comparison:
    """A case under two packs on one day, and what changed row by row."""

    case_code: str
    on: date
    pack_a: Pack
    pack_b: Pack
    headline_a: Headline
    headline_b: Headline
    items: tuple[Difference, ...]

    @property
    def touched(self) -> bool:
        """Whether the other pack changes anything about the case itself."""
        return bool(self.items) or self.headline_a != self.headline_b


def compare_assessments(pack_a: Pack, a: Assessment, pack_b: Pack, b: Assessment) -> Comparison:
    """Two assessments of one case on one day, each made under its pack."""
    return Comparison(a.case_code, a.on, pack_a, pack_b, a.headline, b.headline, tuple(_differences(a, b)))


def constants_that_differ(a: Pack, b: Pack) -> list[NumberChange]:
    """The numbers that two packs do not set alike."""
    of_a, of_b = asdict(a.constants), asdict(b.constants)
    return [NumberChange(name, of_a[name], of_b[name]) for name in of_a if of_a[name] != of_b[name]]


def _differences(a: Assessment, b: Assessment) -> Iterator[Difference]:
    """In the order of the first assessment; rows that only the second has come last."""
    of_a = {(row.id, row.person): row for row in a.items}
    of_b = {(row.id, row.person): row for row in b.items}
    for key in dict.fromkeys((*of_a, *of_b)):
        left, right = of_a.get(key), of_b.get(key)
        if left is None or right is None or _said(left) != _said(right):
            yield Difference(*key, left, right)


def _said(row: ItemResult) -> tuple[object, ...]:
    """What makes two rows alike to a reader: result, weight, reason, and who decided."""
    return row.result, row.severity, row.derived_result, row.why, row.decided
