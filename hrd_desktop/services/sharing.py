"""Before cases go to somebody else: who has not agreed that they may."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hrd_desktop.core.case import Case
from hrd_desktop.core.consent import agrees_for, is_live, must_agree
from hrd_desktop.store import cases as stored
from hrd_desktop.store.casefile import CaseFile

__all__ = ["RECIPIENTS", "Unagreed", "unagreed"]

_OWN = "own_organisation"
RECIPIENTS = (_OWN, "lawyer", "unhcr", "front_line_defenders", "protect_defenders_eu", "rainbow_railroad", "other")
"""To whom a case can be handed over, by the codes that consents use; IRCC takes packets, never case files."""


@dataclass(frozen=True)
class Unagreed:
    """A case, and the persons in it without whose consent it should not go there."""

    code: str
    alias: str | None
    persons: tuple[str, ...]


def unagreed(file: CaseFile, codes: Sequence[str], recipient: str, on: date) -> list[Unagreed]:
    """The cases in which somebody who must agree has not, for this recipient. Raises UnknownCase.

    Within the own organisation it is enough that somebody agrees to a file being kept.
    """
    found = []
    for code in codes:
        with file.session() as session:
            case = stored.load(session, code)
        without = tuple(one.id for one in must_agree(case, on) if not _agrees(case, one.id, recipient, on))
        if without:
            found.append(Unagreed(case.code, case.alias, without))
    return found


def _agrees(case: Case, person: str, recipient: str, on: date) -> bool:
    if recipient == _OWN and any(
        row.person == person and "store" in row.scopes and is_live(row, on) for row in case.consents
    ):
        return True
    return agrees_for(case, person, recipient, "share", on)
