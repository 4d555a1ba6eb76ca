"""Who can open a case file: its passphrases, its recovery code, the office's key.

Every function that changes who can open it asks for `confirm`, a secret that opens the file now (a passphrase or a
recovery code as typed, or a `Secret`): an unlocked laptop alone is not enough. All of them raise WrongSecret (or
BadRecoveryCode, if a typing mistake is likely) when it does not; Locked, KeysDamaged, NotWritable, DiskFull and
DiskFailed. After any failure the file opens as before. Most take as long as opening a case file: about a second.
"""

from __future__ import annotations

from datetime import date

from hrd_desktop.errors import LastSlot, OwnSlot
from hrd_desktop.services import record, strength
from hrd_desktop.services.files import change_passphrase
from hrd_desktop.services.office_keys import make_office_key, office_public, office_secret
from hrd_desktop.services.recovery import Pending, add_recovery, recovery_sheet, rehearsal_due, rehearse
from hrd_desktop.services.slot_info import SlotInfo, kind_of, noted, slots
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.vault import office
from hrd_desktop.vault.key_ring import MOST_KEPT, KeyRing, New
from hrd_desktop.vault.labels import LONGEST_NAME
from hrd_desktop.vault.secret import Secret
from hrd_desktop.vault.slots import Kind

__all__ = [
    "LONGEST_NAME",
    "MOST_KEPT",
    "Kind",
    "LastSlot",
    "OwnSlot",
    "Pending",
    "Secret",
    "SlotInfo",
    "add_office",
    "add_passphrase",
    "add_recovery",
    "change_passphrase",
    "check",
    "kind_of",
    "make_office_key",
    "office_public",
    "office_secret",
    "raw_key",
    "recovery_sheet",
    "rehearsal_due",
    "rehearse",
    "rename",
    "revoke",
    "slots",
]


def check(file: CaseFile, confirm: str | Secret) -> int:
    """The id of the slot that a secret opens: to ask for it first and for the rest afterwards. Raises WrongSecret."""
    with file.key_ring() as ring:
        return ring.confirm(confirm).id


def add_passphrase(
    file: CaseFile,
    confirm: str | Secret,
    new: str,
    name: str,
    *,
    on: date,
    instead_of: int | None = None,
    calibrate: bool = True,
) -> int:
    """Let another passphrase open the file; the id of its slot. `name` says whose it is, at most LONGEST_NAME letters.

    With `instead_of`, the id of a slot of any kind, that slot goes once the new one is proved.
    Raises WeakPassphrase (GuessablePassphrase for a long one that is easily guessed), BadPassphrase, CodeAsPassphrase,
    BadSlotName, SlotsFull (fact most), UnknownSlot.
    """
    strength.check_new(new)
    with file.key_ring() as ring:
        made = ring.add_passphrase(confirm, new, New(name, on, instead_of or 0), calibrate=calibrate)
    return noted(file, "key_replaced" if instead_of else "key_added", "passphrase", made)


def add_office(
    file: CaseFile, confirm: str | Secret, public_key: str, name: str, *, on: date, instead_of: int | None = None
) -> int:
    """Let the office open the file with its key (`hrd-office1…`); the id of the slot.

    What was written is read back, but whether it opens only the office can try: its private half is not here.
    With `instead_of`, the id of a slot to replace, `confirm` must open one that stays. Raises BadOfficeKey for a word
    with a typing mistake, OwnSlot, SlotsFull, UnknownSlot, BadSlotName.
    """
    public = office.read_public(public_key)
    with file.key_ring() as ring:
        made = ring.add_office(confirm, public, New(name, on, instead_of or 0))
    return noted(file, "key_replaced" if instead_of else "key_added", "office", made)


def rename(file: CaseFile, slot: int, name: str) -> None:
    """Call a slot something else; opens and closes nothing, and so asks for no secret.

    Raises UnknownSlot, BadSlotName (fact most).
    """
    with file.key_ring() as ring:
        ring.rename(slot, name)
        kind = _kind(ring, slot)
    noted(file, "key_renamed", kind)


def revoke(file: CaseFile, confirm: str | Secret, slot: int) -> None:
    """Take a slot away. `confirm` must open one that stays: so somebody can still open the file afterwards.

    Whoever keeps an older copy of keys.json (a backup, a copy of the folder) can still open that copy with the revoked
    secret, and with the key from it this file too. Only destroying those copies helps, or a new case file.
    Raises UnknownSlot, LastSlot (the only one), OwnSlot (`confirm` opens the one that would go).
    """
    with file.key_ring() as ring:
        kind = _kind(ring, slot)
        ring.revoke(confirm, slot)
    noted(file, "key_revoked", kind)


def raw_key(file: CaseFile, confirm: str | Secret) -> str:
    """The raw key of the database in 64 hexadecimal digits, for reading it with another program.

    Whoever has it can open this file and every copy of it, for ever; it cannot be revoked.
    """
    with file.key_ring() as ring:
        ring.confirm(confirm)
    record.note(file, "raw_key")
    key = file.copied_key()
    try:
        return key.hex()
    finally:
        key.wipe()


def _kind(ring: KeyRing, slot: int) -> Kind | None:
    return next((one.kind for one, _ in ring.listed() if one.id == slot), None)
