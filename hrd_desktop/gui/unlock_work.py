"""What the unlock page asks of the database thread; the libraries of the case file load there, not at the start."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hrd_desktop.services.files import CaseFile


def open_file(path: Path, passphrase: str, by: str) -> CaseFile:
    """Open a case file with a passphrase or a recovery code. Raises as `files.unlock` does."""
    from hrd_desktop.services import files

    return files.unlock(path, passphrase, by=by)


def open_with_key(path: Path, key_file: Path, passphrase: str, by: str) -> CaseFile:
    """Open a case file with the office key in a file. Raises as `keys.office_secret` and `files.unlock` do."""
    from hrd_desktop.services import files, keys

    secret = keys.office_secret(key_file, passphrase)
    try:
        return files.unlock(path, secret, by=by)
    finally:
        secret.wipe()


def make(path: Path, passphrase: str, by: str, *, calibrate: bool, on: date | None) -> CaseFile:
    """Make a case file and open it. Raises as `files.create` does."""
    from hrd_desktop.services import files

    return files.create(path, passphrase, calibrate=calibrate, on=on, by=by)
