"""Original, translation and translator's statement, held together; and what is missing of the three."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from hrd_desktop.core.evidence import Evidence

Missing = Literal["translation", "statement"]
_READ_AS_THEY_ARE = frozenset({"en", "fr", "zxx"})


@dataclass(frozen=True)
class Placed:
    """An entry with its depth below the original (0, 1, 2), and what it still wants beside it."""

    entry: Evidence
    depth: int
    missing: tuple[Missing, ...] = ()


def in_threes(evidence: Sequence[Evidence]) -> list[Placed]:
    """The entries in the order of their list, but each translation below its original, each statement below that."""
    ids = {one.id for one in evidence}
    placed: dict[str, Placed] = {}

    def place(one: Evidence, depth: int) -> None:
        if one.id in placed:
            return
        placed[one.id] = Placed(one, depth, _missing(one, evidence))
        for other in evidence:
            if one.id in (other.translation_of, other.statement_for):
                place(other, min(depth + 1, 2))

    for one in evidence:
        if one.translation_of not in ids and one.statement_for not in ids:
            place(one, 0)
    for one in evidence:  # what follows itself in a circle is still shown
        place(one, 0)
    return list(placed.values())


def needs_translation(one: Evidence) -> bool:
    """Whether a paper is an original in a language that the recipients do not read."""
    original = one.translation_of is None and one.statement_for is None and one.kind != "translator_statement"
    return original and one.language is not None and one.language.split("-")[0] not in _READ_AS_THEY_ARE


def _missing(one: Evidence, evidence: Sequence[Evidence]) -> tuple[Missing, ...]:
    translations = [other for other in evidence if other.translation_of == one.id]
    if needs_translation(one) and not translations:
        return ("translation", "statement")
    certified = one.translator_certified == "yes"
    if one.translation_of is not None and not certified:
        stated = any(other.statement_for == one.id for other in evidence)
        return () if stated else ("statement",)
    return ()
