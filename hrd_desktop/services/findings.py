"""What a result is called on its item: "shown on file" would be the wrong word for a rule that nothing touches."""

from __future__ import annotations

from typing import Final

from hrd_desktop.checklists.results import ItemResult
from hrd_desktop.core.codes import Result
from hrd_desktop.wording import Wording

_EXCLUSION: Final = ("E08", "E09", "E10", "E11", "E12", "E26")
_REQUIRED: Final = ("P-IME1", "P-BIO1", "P-BIO3", "P-ID2")


def standing(item: ItemResult, words: Wording) -> str:
    """What stands now for an item, in words."""
    if item.result == "MET" and item.review is not None:
        return words.code("finding", "REVIEWED")
    return _result(item.id, item.result, words)


def derived(item: ItemResult, words: Wording) -> str:
    """What the facts alone gave, in words."""
    return _result(item.id, item.derived_result, words)


def _result(item: str, result: Result, words: Wording) -> str:
    """Where a rule asks for trouble, MET means that there is none on file.

    Where an item is a requirement, MET means that it applies, and EXEMPT that the law itself says it does not.
    """
    against = item in _EXCLUSION or item.startswith("A")
    if result == "MET" and against:
        return words.code("finding", "NOTHING_AGAINST")
    if result == "MET" and item in _REQUIRED:
        return words.code("finding", "APPLIES")
    if result == "EXEMPT" and (against or item.startswith("P-")):
        return words.code("finding", "BY_RULE")
    return words.result("result", result)
