"""Ids for rows made in the window: the letters each kind of row is known by."""

from __future__ import annotations

from collections.abc import Iterable

from hrd_desktop.core.case import Case
from hrd_desktop.core.places import rows_by_id

_LETTERS = {
    "act": "AC",
    "activity": "AV",
    "address": "AD",
    "application": "AP",
    "birth_alias": "BA",
    "channel": "SC",
    "charge": "CH",
    "complaint": "CP",
    "consent": "CN",
    "conviction": "CV",
    "declared_count": "DC",
    "document": "DO",
    "education": "ED",
    "evidence": "EV",
    "form": "FO",
    "government": "GO",
    "habitual_residence": "HR",
    "history": "HI",
    "host_status": "ST",
    "incident": "IN",
    "internal_move": "MV",
    "interview": "IV",
    "journal_entry": "JO",
    "journey_step": "J",
    "known_by": "KB",
    "language_skill": "LA",
    "membership": "ME",
    "milestone": "MS",
    "name": "N",
    "narrative": "NR",
    "nationality": "NA",
    "output": "OU",
    "override": "OV",
    "parent": "PR",
    "person": "P",
    "prior_support": "PS",
    "referee": "RF",
    "relative_in_canada": "RC",
    "return": "RE",
    "review": "RV",
    "service": "SV",
    "specific_need": "SN",
    "staff_answer": "SA",
    "task": "TK",
    "travel": "TR",
    "union": "U",
}


def new_id(case: Case, object_name: str, reserved: Iterable[str]) -> str:
    """The first id of this kind of row that neither the case nor `reserved` (rows begun) uses."""
    letters = _LETTERS[object_name]
    used = {*rows_by_id(case), *reserved}
    number = 1
    while f"{letters}{number}" in used:
        number += 1
    return f"{letters}{number}"
