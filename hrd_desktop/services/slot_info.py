"""The ways to open a case file, as they are shown in a list and noted in the record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from hrd_desktop.services import record
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.vault import office
from hrd_desktop.vault.secret import Secret
from hrd_desktop.vault.slots import Kind


@dataclass(frozen=True)
class SlotInfo:
    """One way to open a case file.

    `name` is empty, and the days are None, where nobody gave any (a file made by an earlier program) or where they were
    altered. `rehearsed_on` is the day the recovery code was last typed for practice. `office` is the public key in
    words (`hrd-office1…`) of an office slot, else empty.
    """

    id: int
    kind: Kind
    name: str
    made_on: date | None
    rehearsed_on: date | None
    office: str = ""


def slots(file: CaseFile) -> list[SlotInfo]:
    """All ways to open the file, in the order they are tried. Asks for no secret: the file is open."""
    with file.key_ring() as ring:
        return [
            SlotInfo(
                slot.id,
                slot.kind,
                label.name,
                label.made_on,
                label.rehearsed_on,
                office.public_text(label.office) if label.office else "",
            )
            for slot, label in ring.listed()
        ]


def kind_of(text: str) -> Kind:
    """As what a text is tried that was typed where a passphrase or a code is asked: `recovery` for a whole code."""
    secret = Secret.of(text)
    secret.wipe()
    return secret.kind


def noted(file: CaseFile, action: str, kind: Kind | None, slot: int = 0) -> int:
    """Note what was done with a key, once it is done: it stands in another file than the record."""
    detail: dict[str, Any] = {"slot": kind} if kind else {}
    record.looked(file, action, **detail)
    return slot
