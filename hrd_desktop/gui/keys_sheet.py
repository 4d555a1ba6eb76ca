"""What making a recovery sheet asks of other threads: the code, its page, the file it is printed from."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal

from hrd_desktop.errors import AlreadyExists, NotWritable
from hrd_desktop.services import keys
from hrd_desktop.services.files import CaseFile
from hrd_desktop.services.keys import Pending, SlotInfo
from hrd_desktop.services.work import write_private


class Made:
    """A code that opens nothing yet, and its sheet."""

    def __init__(self, pending: Pending, sheet: bytes) -> None:
        self._pending = pending
        self.sheet = sheet

    @property
    def code(self) -> str:
        """As it stands on the sheet; empty once it counts or was forgotten."""
        return self._pending.code

    def prove(self, typed: str) -> int:
        """Let it count. Raises as `Pending.prove` does."""
        number = self._pending.prove(typed)
        self.sheet = b""
        return number

    def forget(self) -> None:
        """What is on paper opens nothing."""
        self._pending.cancel()
        self.sheet = b""


def make(
    file: CaseFile, confirm: str, *, on: date, paper: Literal["letter", "a4"], instead_of: SlotInfo | None
) -> Made:
    """Make a code and typeset its sheet; nothing is written. Raises as `keys.add_recovery` does."""
    name, number = (instead_of.name, instead_of.id) if instead_of is not None else ("", None)
    pending = keys.add_recovery(file, confirm, on=on, name=name, instead_of=number)
    return Made(pending, keys.recovery_sheet(pending.code, paper))


def save(out: Path, sheet: bytes) -> None:
    """Write the sheet where nothing is yet. Raises AlreadyExists and as `write_private` does."""
    if out.exists():
        raise AlreadyExists(path=str(out))
    write_private(out, sheet)


def abandon(made: Made, written: Path | None) -> None:
    """The window is gone: unless the code came to count meanwhile, forget it, and delete the file that was written.

    In the thread of the case file, so that it comes after a code that is being proved.
    """
    if made.code:
        made.forget()
        if written is not None:
            remove(written)


def remove(path: Path) -> None:
    """Delete the file of a sheet. Raises NotWritable."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise NotWritable(path=str(path)) from error
