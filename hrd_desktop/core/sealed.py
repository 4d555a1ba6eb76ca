"""What is sealed: medical notes, statements kept from somebody, evidence under seal.

Nothing of these stands in a view that others may share: summaries of rows, search, timeline, history, sheets to take
along, the caseload. A page asks here before it shows what stands at a place; only the form itself shows it, on a second
click.
"""

from __future__ import annotations

from typing import Any

from hrd_desktop.core.case import Case
from hrd_desktop.core.claim import Narrative
from hrd_desktop.core.evidence import Evidence
from hrd_desktop.core.person import Medical

PRIVATE = frozenset({"gender_identity", "gender_identity_text", "pronouns", "sexual_orientation"})
"""Fields of a person that nobody sees by default; shown together, person by person."""

_MEDICAL, _NOTE = "medical", "sealed_note"
_CONTACT, _CODE_WORD = "contact", "code_word"


def row_is_sealed(row: Any) -> bool:
    """Whether the row itself says that it is sealed; also for a row that is no longer in the case."""
    if isinstance(row, Narrative):
        return bool(row.sealed or row.hidden_from)
    if isinstance(row, Evidence):
        return row.seal not in (None, "none")
    return isinstance(row, Medical) and bool(row.sealed_note)


def sealed_rows(case: Case) -> frozenset[str]:
    """The ids of all sealed rows. A translation, and the statement on it, are sealed with what they translate."""
    told = case.claim.narratives if case.claim is not None else []
    found = {row.id for row in told if row_is_sealed(row)} | {row.id for row in case.evidence if row_is_sealed(row)}
    before = -1
    while len(found) > before:
        before = len(found)
        found |= {row.id for row in case.evidence if {row.translation_of, row.statement_for} & found}
    return frozenset(found)


def is_sealed(case: Case, place: str) -> bool:
    """Whether what stands at a place (`NR2.text`, `P1.medical.sealed_note`, or the row `NR2` itself) is sealed.

    The place of a sealed note is sealed whether or not a note stands there now: its history may tell of one. For many
    places of one case ask `sealed_rows` once.
    """
    return seal_of(case, place) is not None


def seal_of(case: Case, place: str) -> str | None:
    """What has to be shown to show a place: row, note, code word or private facts; None for what is not sealed."""
    head, *keys = place.split(".")
    if keys and keys[0] in PRIVATE:
        return f"{head}.private"
    if keys and keys[0] == _MEDICAL and keys[1:] in ([], [_NOTE]):
        return f"{head}.{_MEDICAL}.{_NOTE}"
    if keys and keys[0] == _CONTACT and keys[1:] in ([], [_CODE_WORD]):
        return f"{head}.{_CONTACT}.{_CODE_WORD}"
    return head if head in sealed_rows(case) else None
