"""Ids for rows made in the window: the letters each kind of row is known by."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

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


def new_id(object_name: str, used: AbstractSet[str]) -> str:
    """The first id of this kind of row that is not used."""
    letters = _LETTERS[object_name]
    number = 1
    while f"{letters}{number}" in used:
        number += 1
    return f"{letters}{number}"
