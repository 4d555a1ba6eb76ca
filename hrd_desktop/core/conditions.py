"""Whether a question is asked, given the other answers of the same object.

Hidden is not empty: a question that stops being asked keeps its answer, which stays in sight marked "not in use".
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

ValueOf = Callable[[str], Any]
"""Gives the value of a field of the same object; None or an empty list where nothing is recorded."""


def asked(object_name: str, field: str, value_of: ValueOf) -> bool:
    """Whether the question is asked, as the other answers of its object stand."""
    condition = CONDITIONS.get((object_name, field)) or CONDITIONS.get(("", field))
    return condition is None or condition(value_of)


def depends(object_name: str) -> bool:
    """Whether some question of an object of this kind depends on another."""
    return any(owner in (object_name, "") for owner, _ in CONDITIONS)


def _is(name: str, *wanted: Any) -> Callable[[ValueOf], bool]:
    """Asked once the field has one of these answers."""
    return lambda value_of: value_of(name) in wanted


def _not(name: str, *unwanted: Any) -> Callable[[ValueOf], bool]:
    """Asked unless the field has one of these answers; so also while it has none."""
    return lambda value_of: value_of(name) not in unwanted


def _holds(name: str, code: str) -> Callable[[ValueOf], bool]:
    """Asked once the list holds this code."""
    return lambda value_of: code in (value_of(name) or ())


CONDITIONS: dict[tuple[str, str], Callable[[ValueOf], bool]] = {
    ("", "end"): _not("ongoing", True),
}
