"""Who can open a case file: its passphrases, its recovery code, the office's key.

Every function that changes who can open it asks for `confirm`, a secret that opens the file now (a passphrase or a
recovery code as typed, or a `Secret`): an unlocked laptop alone is not enough. All of them raise WrongSecret (or
BadRecoveryCode, if a typing mistake is likely) when it does not; Locked, KeysDamaged, NotWritable, DiskFull and
DiskFailed.
After any failure the file opens as before. Most take as long as opening a case file: about a second.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Self

from hrd_desktop.errors import CodeNotThisOne, LastSlot, OwnSlot, UnreadableFile
from hrd_desktop.services import strength
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.vault import office, recovery
from hrd_desktop.vault.key_ring import MOST_KEPT, New
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
    "office_secret",
    "raw_key",
    "rehearsal_due",
    "rehearse",
    "rename",
    "revoke",
    "slots",
]  # fmt: skip

REHEARSE_AFTER_DAYS = 365
_LONGEST_KEY_FILE = 1 << 20


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


def check(file: CaseFile, confirm: str | Secret) -> int:
    """The id of the slot that a secret opens: to ask for it first and for the rest afterwards. Raises WrongSecret."""
    with file.key_ring() as ring:
        return ring.confirm(confirm).id


def kind_of(text: str) -> Kind:
    """As what a text is tried that was typed where a passphrase or a code is asked: `recovery` for a whole code."""
    secret = Secret.of(text)
    secret.wipe()
    return secret.kind


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
        return ring.add_passphrase(confirm, new, New(name, on, instead_of or 0), calibrate=calibrate)


def change_passphrase(
    file: CaseFile, old: str | Secret, new: str, *, on: date | None = None, calibrate: bool = True
) -> None:
    """Give the slot that `old` opens a new passphrase; its name and the other slots stay.

    Where `old` is a recovery code or an office key (somebody forgot the passphrase), the new passphrase is added; the
    forgotten one still opens until it is revoked. Raises WeakPassphrase, GuessablePassphrase, BadPassphrase,
    CodeAsPassphrase, SlotsFull.
    """
    strength.check_new(new)
    file.change_passphrase(old, new, on=on, calibrate=calibrate)


class Pending:
    """A recovery code that was made and opens nothing yet: it counts once it has been typed back.

    `code` is what to print: six groups of five, with hyphens. `cancel` forgets it; so does the end of a `with` block.
    """

    def __init__(self, file: CaseFile, new: New) -> None:
        """For `add_recovery`, which had the change confirmed."""
        self._file = file
        self._new = new
        secret = recovery.new_secret()
        self._secret = Secret("recovery", secret)
        self.code = recovery.written(secret)

    def prove(self, typed: str) -> int:
        """Make the code count: the id of its slot. May be tried again after a typing mistake.

        Raises BadRecoveryCode (facts reason, group) for a mistake, CodeNotThisOne for another whole code, SlotsFull,
        UnknownSlot, and Locked if the file was locked in the meantime: nothing opens with the code then.
        """
        given = Secret.recovery(typed)
        try:
            if not given.same_as(self._secret):
                raise CodeNotThisOne()
        finally:
            given.wipe()
        with self._file.key_ring() as ring:
            made = ring.add_recovery(self._secret, self._new)
        self.cancel()
        return made

    def cancel(self) -> None:
        """Forget the code. What was printed of it opens nothing, unless it was proved before."""
        self._secret.wipe()
        self.code = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.cancel()

    def __repr__(self) -> str:
        return "Pending(...)"


def add_recovery(
    file: CaseFile, confirm: str | Secret, *, on: date, name: str = "", instead_of: int | None = None
) -> Pending:
    """Make a recovery code. Nothing is written before it was typed back: `Pending.prove`.

    With `instead_of`, the id of the recovery slot to replace, that one goes once the new one is proved.
    Raises SlotsFull, UnknownSlot, BadSlotName.
    """
    new = New(name, on, instead_of or 0)
    with file.key_ring() as ring:
        ring.confirm(confirm)
        ring.check_room(new)
    return Pending(file, new)


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
        return ring.add_office(confirm, public, New(name, on, instead_of or 0))


def rename(file: CaseFile, slot: int, name: str) -> None:
    """Call a slot something else; opens and closes nothing, and so asks for no secret.

    Raises UnknownSlot, BadSlotName (fact most).
    """
    with file.key_ring() as ring:
        ring.rename(slot, name)


def revoke(file: CaseFile, confirm: str | Secret, slot: int) -> None:
    """Take a slot away. `confirm` must open one that stays: so somebody can still open the file afterwards.

    Whoever keeps an older copy of keys.json (a backup, a copy of the folder) can still open that copy with the revoked
    secret, and with the key from it this file too. Only destroying those copies helps, or a new case file.
    Raises UnknownSlot, LastSlot (the only one), OwnSlot (`confirm` opens the one that would go).
    """
    with file.key_ring() as ring:
        ring.revoke(confirm, slot)


def rehearse(file: CaseFile, code: str, on: date) -> int:
    """Try a recovery code for practice and note the day; the id of its slot.

    Raises BadRecoveryCode for a typing mistake, WrongSecret for a code that does not open this file.
    """
    secret = Secret.recovery(code)
    try:
        with file.key_ring() as ring:
            return ring.rehearse(secret, on)
    finally:
        secret.wipe()


def rehearsal_due(found: Sequence[SlotInfo], on: date) -> list[SlotInfo]:
    """The recovery slots whose code nobody has typed for a year; one of unknown age is due."""
    return [
        slot
        for slot in found
        if slot.kind == "recovery"
        and ((last := slot.rehearsed_on or slot.made_on) is None or (on - last).days >= REHEARSE_AFTER_DAYS)
    ]


def raw_key(file: CaseFile, confirm: str | Secret) -> str:
    """The raw key of the database in 64 hexadecimal digits, for reading it with another program.

    Whoever has it can open this file and every copy of it, for ever; it cannot be revoked.
    """
    with file.key_ring() as ring:
        ring.confirm(confirm)
    key = file.copied_key()
    try:
        return key.hex()
    finally:
        key.wipe()


def office_secret(path: Path, passphrase: str) -> Secret:
    """The private half of an office key, from its file and the passphrase of that file: opens case files as a
    passphrase does (`files.unlock(path, secret)`). The caller wipes it.

    Raises UnreadableFile, NotAnOfficeKey, NewerFormat, WrongOfficePassphrase, TooLittleMemory.
    """
    return Secret.office(_key_file(path), passphrase, path)


def _key_file(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(_LONGEST_KEY_FILE)
    except OSError as error:
        raise UnreadableFile(path=str(path)) from error
