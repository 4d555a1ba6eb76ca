"""The printed recovery code: making it, proving that it was copied rightly, trying it once a year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Self

from hrd_desktop.errors import CodeNotThisOne
from hrd_desktop.packet.options import Paper
from hrd_desktop.services.slot_info import SlotInfo, noted
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.vault import recovery
from hrd_desktop.vault.key_ring import New
from hrd_desktop.vault.secret import Secret

REHEARSE_AFTER_DAYS = 365


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
        return noted(self._file, "key_replaced" if self._new.instead_of else "key_added", "recovery", made)

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


def recovery_sheet(code: str, paper: Paper) -> bytes:
    """The page to print with a recovery code (`Pending.code`): a PDF in English and French, paper `letter` or `a4`.

    It names no organisation, no case and no file. It is a secret as the code is: write it where the person said, with
    `services.work.write_private`, and nowhere else.
    """
    from hrd_desktop.packet.recovery_sheet import write_recovery_sheet  # with all that typesets, too much at each start

    return write_recovery_sheet(code, paper).data


def rehearse(file: CaseFile, code: str, on: date) -> int:
    """Try a recovery code for practice and note the day; the id of its slot.

    Raises BadRecoveryCode for a typing mistake, WrongSecret for a code that does not open this file.
    """
    secret = Secret.recovery(code)
    try:
        with file.key_ring() as ring:
            found = ring.rehearse(secret, on)
    finally:
        secret.wipe()
    return noted(file, "key_rehearsed", "recovery", found)


def rehearsal_due(found: Sequence[SlotInfo], on: date) -> list[SlotInfo]:
    """The recovery slots whose code nobody has typed for a year; one of unknown age is due."""
    return [
        slot
        for slot in found
        if slot.kind == "recovery"
        and ((last := slot.rehearsed_on or slot.made_on) is None or (on - last).days >= REHEARSE_AFTER_DAYS)
    ]
