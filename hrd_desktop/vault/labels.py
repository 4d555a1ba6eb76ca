"""What a slot is called and when it was made: sealed under the data key, so that only who opened the file reads it."""

from __future__ import annotations

import json
import os
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from hrd_desktop.errors import BadSlotName
from hrd_desktop.vault.data_key import DataKey

PURPOSE = b"hrd key slot labels 1"
LABEL_LENGTH = 512
"""Bytes, always: the length tells nothing of the name."""

SEALED_LABEL = LABEL_LENGTH + 16
LABEL_NONCE = 12
LONGEST_NAME = 60


@dataclass(frozen=True)
class Label:
    """Name, the day the slot was made, the day its recovery code was last typed for practice; None where unknown.

    `office` is the public key of an office slot (32 bytes). `instead_of` is the first 16 bytes of what is sealed in the
    slot that goes once this one is proved, and only set between those two steps.
    """

    name: str = ""
    made_on: date | None = None
    rehearsed_on: date | None = None
    office: bytes = b""
    instead_of: bytes = b""


@dataclass(frozen=True)
class SealedLabel:
    """A label as it stands in `keys.json`."""

    nonce: bytes
    sealed: bytes


def clean_name(name: str) -> str:
    """A name for a slot, on one line. Raises BadSlotName (fact `most`) for one that is too long or has controls."""
    normal = unicodedata.normalize("NFC", name.strip())
    if len(normal) > LONGEST_NAME or any(unicodedata.category(letter) in ("Cc", "Cs") for letter in normal):
        raise BadSlotName(most=LONGEST_NAME)
    return normal


def seal(label: Label, key: DataKey, authenticated: bytes) -> SealedLabel:
    """A label under a key derived from the data key, with a fresh nonce."""
    members = {
        "name": label.name,
        "made_on": label.made_on.isoformat() if label.made_on else None,
        "rehearsed_on": label.rehearsed_on.isoformat() if label.rehearsed_on else None,
        "office": label.office.hex(),
        "instead_of": label.instead_of.hex(),
    }
    plain = json.dumps(members, ensure_ascii=False).encode()
    nonce = os.urandom(LABEL_NONCE)
    box = AESGCM(key.derived(PURPOSE)).encrypt(nonce, plain.ljust(LABEL_LENGTH), authenticated)
    return SealedLabel(nonce, box)


def opened(sealed: SealedLabel | None, key: DataKey, authenticated: bytes) -> Label:
    """The label. One that is absent, altered or of another slot counts as empty: it must not cost anybody the keys."""
    if sealed is None:
        return Label()
    try:
        members = json.loads(AESGCM(key.derived(PURPOSE)).decrypt(sealed.nonce, sealed.sealed, authenticated))
        return _label(members)
    except (InvalidTag, ValueError, KeyError, TypeError):
        return Label()


def _label(members: Any) -> Label:
    return Label(
        name=str(members["name"]),
        made_on=_day(members["made_on"]),
        rehearsed_on=_day(members["rehearsed_on"]),
        office=bytes.fromhex(members["office"]),
        instead_of=bytes.fromhex(members["instead_of"]),
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
