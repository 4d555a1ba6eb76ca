"""How single facts are known: the rows of `case.known_by`, found by the place they speak of, and changed with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from hrd_desktop.core.case import Case
from hrd_desktop.core.codes import HowKnown
from hrd_desktop.core.edit import AddRow, Change, RemoveRow, SetValue
from hrd_desktop.core.staff import KnownBy

ROWS = "case.known_by"


def known_at(case: Case, place: str) -> KnownBy | None:
    """What is noted of how the fact at a place is known; of several notes, the last one."""
    return next((row for row in reversed(case.known_by) if row.at == place), None)


def says_something(row: KnownBy) -> bool:
    """Whether a row holds more than that nobody knows or nobody asked yet."""
    return row.how_known != "unknown" or bool(row.evidence) or bool(row.note)


def answered(case: Case, place: str) -> list[Change]:
    """What an answer at a place makes untrue: that it is not known there, and that it is to be asked again.

    The same for the objects that hold the place (`P1.birth` once there is a `P1.birth.city`), and for the list that
    gets a row. A note of how something else was known stays.
    """
    head, *keys = place.split(".")
    touched = {".".join((head, *keys[:i])) for i in range(1, len(keys) + 1)}
    changes: list[Change] = []
    for row in case.known_by:
        if row.at in touched and not says_something(row):
            changes.append(RemoveRow(row.id))
        elif row.at in touched and row.ask_again:
            changes.append(SetValue(f"{row.id}.ask_again", None))
    return changes


def noted(
    case: Case,
    place: str,
    how: HowKnown,
    *,
    evidence: Sequence[str] | None,
    ask_again: bool,
    on: date,
    by: str,
    new_id: str,
) -> list[Change]:
    """The changes that note how the fact at a place is known, in the row that is there or in a new one.

    Evidence None keeps the links that are there.
    """
    row = known_at(case, place)
    if row is None:
        made = KnownBy(id=new_id, at=place, how_known=how, on=on, by=by or None, evidence=list(evidence or ()))
        made.ask_again = ask_again or None
        return [AddRow(ROWS, made)]
    wanted: dict[str, Any] = {
        "how_known": how,
        "evidence": row.evidence if evidence is None else list(evidence),
        "ask_again": ask_again or None,
    }
    if (how, wanted["evidence"]) != (row.how_known, row.evidence) or (how == "unknown" and not ask_again):
        # Whoever only wants to ask again has not found out anything today.
        wanted |= {"on": on, "by": by or None}
    return [SetValue(f"{row.id}.{name}", value) for name, value in wanted.items() if getattr(row, name) != value]


def forgotten(case: Case, place: str) -> list[Change]:
    """The changes after which nothing is noted of how the fact at a place is known."""
    return [RemoveRow(row.id) for row in case.known_by if row.at == place]
