"""Making, opening, locking and checking a case file."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

from hrd_desktop.errors import HrdError
from hrd_desktop.services import record, strength
from hrd_desktop.services.slot_info import kind_of
from hrd_desktop.services.work import Progress
from hrd_desktop.store.casefile import CaseFile, VerifyReport
from hrd_desktop.vault.secret import Secret

__all__ = ["CaseFile", "VerifyReport", "change_passphrase", "create", "lock", "unlock", "verify"]

SUFFIX = ".hrd"


def create(
    path: Path,
    passphrase: str,
    *,
    calibrate: bool = True,
    on: date | None = None,
    at: datetime | None = None,
    by: str = "",
) -> CaseFile:
    """Make an empty case file and open it. `path` gets the ending `.hrd` if it has none; `on` is the day its key
    is said to be made.

    Raises AlreadyExists, InsideCaseFile, NotWritable, DiskFull, WeakPassphrase, GuessablePassphrase. Takes about a
    second, nearly all of it key derivation; `calibrate=False` derives with the least allowed cost instead of measuring
    this machine.
    """
    strength.check_new(passphrase)
    file = CaseFile.create(with_suffix(path), passphrase, calibrate=calibrate, on=on)
    return _noted(file, "create", at, by)


def with_suffix(path: Path) -> Path:
    """The path with the ending that marks a case file; what names a folder and no file in it stays as it is."""
    if path.suffix == SUFFIX or path.name in ("", ".."):
        return path
    return path.with_name(path.name + SUFFIX)


def unlock(path: Path, secret: str | Secret, *, at: datetime | None = None, by: str = "") -> CaseFile:
    """Open a case file. A text that is a whole recovery code is tried as one, else as a passphrase.

    The record says that it was opened, and with what kind of key. `by` is who works with it: they are named there
    wherever nobody says who did a thing.

    Raises WrongSecret, BadRecoveryCode (it opens nothing and looks like a code with a typing mistake) and, each with
    its own name, what else may be wrong with the file.
    """
    slot = secret.kind if isinstance(secret, Secret) else kind_of(secret)
    return _noted(CaseFile.open(path, secret), "unlock", at, by, slot=slot)


def _noted(file: CaseFile, action: str, at: datetime | None, by: str, **detail: str) -> CaseFile:
    try:
        file.sits_here(by)
        record.looked(file, action, at=at, **detail)
    except BaseException:
        file.lock()
        raise
    return file


def lock(file: CaseFile, *, at: datetime | None = None, by: str = "") -> None:
    """Close the database and forget the key. Everything acknowledged is already on the disk."""
    try:
        with suppress(HrdError):  # locking has to come about also on a disk that was pulled out
            record.note(file, "lock", at=at, by=by)
    finally:
        file.lock()


def verify(file: CaseFile, *, full: bool = True, progress: Progress | None = None) -> VerifyReport:
    """Read the whole file and say whether all of it is as it was written, the record of what was done included.

    Raises DatabaseDamaged if it is not; RecordBroken if only the record is not (looked at with `full` alone).
    """
    return file.verify(full, progress)


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
    record.looked(file, "passphrase_changed")
