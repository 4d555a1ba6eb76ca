"""Where words stand in the pages of a paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_AROUND = 30  # letters before and after


@dataclass(frozen=True)
class Hit:
    """A place in the text: the page, from 0 on, and the words around it."""

    page: int
    excerpt: str


def hits_in(texts: Sequence[str], wanted: str) -> list[Hit]:
    """Every place where the words stand, whatever the case of their letters; line breaks count as spaces."""
    wanted = " ".join(wanted.split()).casefold()
    found: list[Hit] = []
    if not wanted:
        return found
    for page, text in enumerate(texts):
        flat = " ".join(text.split())
        folded = flat.casefold()
        same = len(folded) == len(flat)  # folding may lengthen a text: then it is shown as folded
        at = folded.find(wanted)
        while at >= 0:
            around = (flat if same else folded)[max(0, at - _AROUND) : at + len(wanted) + _AROUND]
            found.append(Hit(page, around))
            at = folded.find(wanted, at + len(wanted))
    return found
