"""Making, opening, locking and checking a case file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hrd_desktop.services import strength
from hrd_desktop.services.keys import change_passphrase
from hrd_desktop.services.work import Progress
from hrd_desktop.store.casefile import CaseFile, VerifyReport
from hrd_desktop.vault.secret import Secret

__all__ = ["CaseFile", "VerifyReport", "change_passphrase", "create", "lock", "unlock", "verify"]

SUFFIX = ".hrd"


def create(path: Path, passphrase: str, *, calibrate: bool = True, on: date | None = None) -> CaseFile:
    """Make an empty case file and open it. `path` gets the ending `.hrd` if it has none; `on` is the day its key
    is said to be made.

    Raises AlreadyExists, NotWritable, DiskFull, WeakPassphrase, GuessablePassphrase. Takes about a second, nearly all
    of it key derivation; `calibrate=False` derives with the least allowed cost instead of measuring this machine.
    """
    strength.check_new(passphrase)
    return CaseFile.create(with_suffix(path), passphrase, calibrate=calibrate, on=on)


def with_suffix(path: Path) -> Path:
    """The path with the ending that marks a case file; what names a folder and no file in it stays as it is."""
    if path.suffix == SUFFIX or path.name in ("", ".."):
        return path
    return path.with_name(path.name + SUFFIX)


def unlock(path: Path, secret: str | Secret) -> CaseFile:
    """Open a case file. A text that is a whole recovery code is tried as one, else as a passphrase.

    Raises WrongSecret, BadRecoveryCode (it opens nothing and looks like a code with a typing mistake) and, each with
    its own name, what else may be wrong with the file.
    """
    return CaseFile.open(path, secret)


def lock(file: CaseFile) -> None:
    """Close the database and forget the key. Everything acknowledged is already on the disk."""
    file.lock()


def verify(file: CaseFile, *, full: bool = True, progress: Progress | None = None) -> VerifyReport:
    """Read the whole file and say whether all of it is as it was written. Raises DatabaseDamaged if it is not."""
    return file.verify(full, progress)
