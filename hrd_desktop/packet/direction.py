"""Right-to-left text: levels of a paragraph, and the visual order of the runs of one line.

The steps are those of the Unicode bidirectional algorithm (UAX 9): levels are resolved over the whole paragraph,
lines are broken in logical order, and only then is each line put into visual order.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Any

from bidi import algorithm

_RIGHT_TO_LEFT = frozenset(("R", "AL", "AN"))
_INVISIBLE = frozenset(("BN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"))
_STRONG = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
_BRACKETS = {"(": ")", "[": "]", "{": "}", "（": "）", "「": "」", "《": "》", "【": "】"}


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
    _pair_brackets(storage)
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


def _pair_brackets(storage: dict[str, Any]) -> None:
    """Both brackets of a pair run the same way (rule N0, which the library leaves out)."""
    for run in storage["runs"]:
        chars = storage["chars"][run["start"] : run["start"] + run["length"]]
        strong = [_STRONG.get(char["type"]) for char in chars]
        along = "LR"[chars[0]["level"] % 2]
        for start, end in _pairs(chars):
            inside = set(strong[start + 1 : end]) - {None}
            if not inside:
                continue
            if along not in inside:
                before = next((kind for kind in reversed(strong[:start]) if kind), run["sor"])
                along_here = before if before in inside else along
            else:
                along_here = along
            for i in (start, end):
                chars[i]["type"] = strong[i] = along_here


def _pairs(chars: list[dict[str, Any]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    waiting: list[tuple[str, int]] = []
    for i, char in enumerate(chars):
        written = char["ch"]
        if written in _BRACKETS:
            waiting.append((_BRACKETS[written], i))
        elif any(written == closing for closing, _ in waiting):
            while waiting:
                closing, start = waiting.pop()
                if closing == written:
                    found.append((start, i))
                    break
    return sorted(found)


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
