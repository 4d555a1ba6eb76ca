"""The slots of an open case file: adding, replacing, revoking, naming. No step can lock the owner out.

Each change writes a whole new key file beside the old one, waits for the disk, reads it back and proves it, and only
then lets it take the place. An old slot goes in a second such step, after the new one was proved in the first.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from hrd_desktop.errors import (
    BadRecoveryCode,
    KeysDamaged,
    LastSlot,
    OwnSlot,
    SlotsFull,
    UnknownSlot,
    WrongSecret,
)
from hrd_desktop.vault import disk, slots
from hrd_desktop.vault import passphrase as phrases
from hrd_desktop.vault.cost import MOST_WORK_TOGETHER
from hrd_desktop.vault.data_key import DataKey
from hrd_desktop.vault.keys import NO_SLOT_OPENS, KeyFile, opened, passphrase_slot
from hrd_desktop.vault.labels import Label, clean_name
from hrd_desktop.vault.reader import MOST_SLOTS, VERSION
from hrd_desktop.vault.secret import Secret
from hrd_desktop.vault.slots import PassphraseSlot, Slot

MOST_KEPT = MOST_SLOTS - 1
"""Slots that a file is given; the last place is for the new one while it replaces another."""

NOT_AS_WRITTEN = "read back"


@dataclass(frozen=True)
class New:
    """How a new slot is to be known: its name, the day, and the id of the slot it takes the place of, or 0."""

    name: str
    on: date | None
    instead_of: int = 0


class KeyRing:
    """The key file of a case file that is open, and the operations on it; for one operation, then made anew.

    Every operation that changes who can open the file asks for a secret that opens it now: an unlocked laptop alone is
    not enough. WrongSecret and BadRecoveryCode are about that secret. All raise KeysDamaged if what was written does
    not come back, and OSErrors of the disk; the old key file is then in its place.
    """

    def __init__(self, keyfile: KeyFile, key: DataKey, path: Path, place: Path) -> None:
        """`key` is that of the open file and stays the caller's; `path` the case file, `place` its `keys.json`."""
        self._keyfile = keyfile
        self._before = keyfile.to_bytes()
        self._key = key
        self._path = path
        self._place = place

    def listed(self) -> list[tuple[Slot, Label]]:
        """The slots in the order of the file, and what they are called."""
        return [(slot, self._keyfile.label(slot, self._key)) for slot in self._keyfile.slots]

    def confirm(self, secret: str | Secret) -> Slot:
        """The slot that a secret opens. Raises WrongSecret, BadRecoveryCode."""
        return self._opens(self._keyfile, secret)

    def check_room(self, new: New) -> None:
        """Refuse before anybody has typed much. Raises SlotsFull, UnknownSlot, BadSlotName."""
        clean_name(new.name)
        if new.instead_of:
            self._found(new.instead_of)
        if len(self._keyfile.slots) >= (MOST_SLOTS if new.instead_of else MOST_KEPT):
            raise SlotsFull(most=MOST_KEPT)

    def add_passphrase(self, confirm: str | Secret, passphrase: str, new: New, *, calibrate: bool = True) -> int:
        """A slot for a new passphrase; its id. Raises WeakPassphrase, BadPassphrase and as `check_room` does."""
        phrases.check_new(passphrase)
        self._settle(self.confirm(confirm))
        return self._add_passphrase(passphrase, new, calibrate=calibrate)

    def change_passphrase(self, old: str | Secret, passphrase: str, on: date | None, *, calibrate: bool = True) -> int:
        """Give the slot that `old` opens a new passphrase, under its old name; the other slots stay.

        Where `old` is a recovery code or an office key, the new passphrase is added to the others.
        """
        phrases.check_new(passphrase)
        slot = self.confirm(old)
        self._settle(slot)
        is_phrase = isinstance(slot, PassphraseSlot)
        new = New(self._keyfile.label(slot, self._key).name, on, slot.id) if is_phrase else New("", on)
        return self._add_passphrase(passphrase, new, calibrate=calibrate)

    def add_recovery(self, code: Secret, new: New) -> int:
        """A slot for a recovery code; its id. For a caller who had the change confirmed and the code typed back."""
        self.check_room(new)
        slot = slots.for_recovery(self._keyfile.file_id, slots.free_id(self._keyfile.slots), code.buffer(), self._key)
        return self._add(slot, new, lambda stored, slot_id: self._prove(stored, slot_id, code))

    def add_office(self, confirm: str | Secret, public_key: bytes, new: New) -> int:
        """A slot for an office key; its id. It is proved as far as it can be: the private half is not here.

        So another slot never goes for it unless `confirm` opens one that stays. Raises OwnSlot, and as `check_room`.
        """
        self._settle(self._confirm_without(new.instead_of, confirm) if new.instead_of else self.confirm(confirm))
        self.check_room(new)
        slot = slots.for_office(self._keyfile.file_id, slots.free_id(self._keyfile.slots), public_key, self._key)
        return self._add(slot, new, lambda _stored, _id: None, office=public_key)

    def rename(self, slot_id: int, name: str) -> None:
        """Call a slot something else. Raises UnknownSlot, BadSlotName."""
        slot = self._found(slot_id)
        self._relabel(slot, replace(self._keyfile.label(slot, self._key), name=clean_name(name)))

    def rehearse(self, code: Secret, on: date) -> int:
        """Note that a recovery code was typed and opens the file; the id of its slot."""
        slot = self.confirm(code)
        self._relabel(slot, replace(self._keyfile.label(slot, self._key), rehearsed_on=on))
        return slot.id

    def revoke(self, confirm: str | Secret, slot_id: int) -> None:
        """Take a slot away: what it was made for opens this file no more, once `confirm` opened one that stays.

        It still opens every older copy of `keys.json`, and with the data key from there this case file too: a copy of
        the folder, a backup. Only that copy's disappearance, or a new case file, helps against somebody who has one.
        Raises UnknownSlot, LastSlot, and OwnSlot if `confirm` opens none but this one.
        """
        self._found(slot_id)
        if len(self._keyfile.slots) == 1:
            raise LastSlot()
        self._settle(self._confirm_without(slot_id, confirm))
        self._put(self._without(self._keyfile, slot_id))

    # Steps

    def _add_passphrase(self, passphrase: str, new: New, *, calibrate: bool) -> int:
        self.check_room(new)
        slot = passphrase_slot(self._keyfile, self._key, passphrase, calibrate=calibrate)
        secret = Secret.passphrase(passphrase)
        try:
            return self._add(slot, new, lambda stored, slot_id: self._prove(stored, slot_id, secret))
        finally:
            secret.wipe()

    def _opens(self, keyfile: KeyFile, secret: str | Secret) -> Slot:
        """The slot that opens; only the key that the open database is under counts."""
        slot, key = opened(keyfile, secret)
        same = key.same_as(self._key)
        key.wipe()
        if not same:
            raise WrongSecret(reason=NO_SLOT_OPENS)
        return slot

    def _confirm_without(self, slot_id: int, secret: str | Secret) -> Slot:
        """The slot that a secret opens, of those that stay when one goes. Raises OwnSlot, WrongSecret."""
        others = self._without(self._keyfile, slot_id)
        try:
            return self._opens(others, secret)
        except (WrongSecret, BadRecoveryCode):
            only = replace(self._keyfile, slots=(self._found(slot_id),))
            self._opens(only, secret)
            raise OwnSlot() from None

    def _settle(self, opener: Slot) -> None:
        """Where an earlier replacing was interrupted both slots are there: keep of the two the one whose secret was
        just given. It is written with the change that follows."""
        labels = {slot.id: label for slot, label in self.listed()}
        for slot in self._keyfile.slots:
            old = next((other for other in self._keyfile.slots if _mark(other) == labels[slot.id].instead_of), None)
            if old is None or opener.id not in (slot.id, old.id):
                continue
            if opener.id == old.id:
                self._keyfile = self._without(self._keyfile, slot.id)
            else:
                settled = self._keyfile.labelled(slot, replace(labels[slot.id], instead_of=b""), self._key)
                self._keyfile = _with(self._without(self._keyfile, old.id), settled)

    def _add(self, slot: Slot, new: New, prove: Callable[[KeyFile, int], None], *, office: bytes = b"") -> int:
        old = self._found(new.instead_of) if new.instead_of else None
        label = Label(clean_name(new.name), new.on, office=office, instead_of=_mark(old) if old else b"")
        both = replace(self._keyfile, slots=(*self._keyfile.slots, self._keyfile.labelled(slot, label, self._key)))
        if _work(both) > MOST_WORK_TOGETHER:
            raise SlotsFull(most=MOST_KEPT)
        self._put(both, lambda stored: prove(stored, slot.id))
        if old is not None:
            settled = self._keyfile.labelled(slot, replace(label, instead_of=b""), self._key)
            self._put(_with(self._without(self._keyfile, old.id), settled))
        return slot.id

    def _relabel(self, slot: Slot, label: Label) -> None:
        self._put(_with(self._keyfile, self._keyfile.labelled(slot, label, self._key)))

    def _prove(self, stored: KeyFile, slot_id: int, secret: Secret) -> None:
        only = replace(stored, slots=tuple(slot for slot in stored.slots if slot.id == slot_id))
        try:
            self._opens(only, secret)
        except WrongSecret as refusal:
            raise KeysDamaged(path=str(self._path), reason=NO_SLOT_OPENS) from refusal

    def _put(self, keyfile: KeyFile, prove: Callable[[KeyFile], None] = lambda _stored: None) -> None:
        """Write, read back, prove, let take the place; on any failure the old file is put back in its place."""
        new = self._current(keyfile)
        data = new.to_bytes()

        def same(stored: bytes) -> None:
            if stored != data:
                raise KeysDamaged(path=str(self._path), reason=NOT_AS_WRITTEN)

        def check(stored: bytes) -> None:
            same(stored)
            prove(KeyFile.from_bytes(stored, self._path))

        try:
            disk.replace(self._place, data, check)
            same(disk.read_back(self._place))
        except BaseException:
            with suppress(OSError):
                if disk.read_back(self._place) != self._before:
                    disk.replace(self._place, self._before)
            raise
        disk.sweep(self._place)
        self._keyfile, self._before = new, data

    def _current(self, keyfile: KeyFile) -> KeyFile:
        """In the newest version, in which every slot has a label."""
        found = (
            slot if slot.label is not None else keyfile.labelled(slot, Label(), self._key) for slot in keyfile.slots
        )
        return replace(keyfile, version=VERSION, slots=tuple(found))

    def _found(self, slot_id: int) -> Slot:
        for slot in self._keyfile.slots:
            if slot.id == slot_id:
                return slot
        raise UnknownSlot(slot=slot_id)

    @staticmethod
    def _without(keyfile: KeyFile, slot_id: int) -> KeyFile:
        return replace(keyfile, slots=tuple(slot for slot in keyfile.slots if slot.id != slot_id))


def _with(keyfile: KeyFile, changed: Slot) -> KeyFile:
    """The key file with one slot in its new state."""
    return replace(keyfile, slots=tuple(changed if slot.id == changed.id else slot for slot in keyfile.slots))


def _work(keyfile: KeyFile) -> int:
    return sum(slot.cost.work for slot in keyfile.slots if isinstance(slot, PassphraseSlot))


def _mark(slot: Slot) -> bytes:
    """By what another slot's label refers to this one: an id may be given again, this is never the same twice."""
    return slot.sealed[:16]
