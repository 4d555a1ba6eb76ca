"""Right-to-left text: levels of a paragraph, and the visual order of the runs of one line.

The steps are those of the Unicode bidirectional algorithm (UAX 9): levels are resolved over the whole paragraph,
lines are broken in logical order, and only then is each line put into visual order.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache

from bidi import algorithm

_RIGHT_TO_LEFT = frozenset(("R", "AL", "AN"))
_INVISIBLE = frozenset(("BN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"))
_BLANK = frozenset(("WS", "S", "B"))


@cache
def bidi_class(character: str) -> str:
    return unicodedata.bidirectional(character)


def reads_right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction is written from right to left."""
    for character in text:
        kind = bidi_class(character)
        if kind == "L":
            return False
        if kind in ("R", "AL"):
            return True
    return False


def levels(text: str, right_to_left: bool) -> list[int] | None:
    """The embedding level of each character, or None where everything runs from left to right."""
    if not right_to_left and not any(bidi_class(c) in _RIGHT_TO_LEFT for c in text):
        return None
    base = int(right_to_left)
    # Marks, joiners and controls that the algorithm leaves out take the level of the letter before them.
    kept = [i for i, c in enumerate(text) if bidi_class(c) not in _INVISIBLE]
    storage = algorithm.get_empty_storage()
    storage["base_level"] = base
    storage["base_dir"] = "LR"[base]
    visible = "".join(text[i] for i in kept)
    algorithm.get_embedding_levels(visible, storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    result = [-1] * len(text)
    for i, found in zip(kept, storage["chars"], strict=True):
        result[i] = found["level"]
    previous = base
    for i, level in enumerate(result):
        if level < 0:
            result[i] = previous
        previous = result[i]
    return result


def is_blank(character: str) -> bool:
    return bidi_class(character) in _BLANK


def visual_order(run_levels: Sequence[int]) -> list[int]:
    """Indices of the runs of one line from left to right (rule L2)."""
    order = list(range(len(run_levels)))
    if not run_levels:
        return order
    odd = [level for level in run_levels if level % 2]
    if not odd:
        return order
    for level in range(max(run_levels), min(odd) - 1, -1):
        i = 0
        while i < len(order):
            if run_levels[order[i]] < level:
                i += 1
                continue
            j = i
            while j < len(order) and run_levels[order[j]] >= level:
                j += 1
            order[i:j] = order[i:j][::-1]
            i = j
    return order
