"""The office's own key: a file that opens every case file to which its public half was added."""

from __future__ import annotations

import os
from pathlib import Path

from hrd_desktop.errors import AlreadyExists, UnreadableFile
from hrd_desktop.services import strength
from hrd_desktop.services.work import write_private
from hrd_desktop.vault import office
from hrd_desktop.vault.secret import Secret

_LONGEST_KEY_FILE = 1 << 20


def make_office_key(out: Path, passphrase: str, *, calibrate: bool = True) -> str:
    """Make an office key: its file at `out`, sealed under a passphrase, and its public half in words, returned.

    Raises AlreadyExists, InsideCaseFile, FolderMissing, NotWritable, DiskFull; WeakPassphrase, GuessablePassphrase,
    BadPassphrase, CodeAsPassphrase.
    """
    strength.check_new(passphrase)
    if os.path.lexists(out):
        raise AlreadyExists(path=str(out))  # it may be another key of the office
    data, public = office.make(passphrase, calibrate=calibrate)
    write_private(out, data)
    return public


def office_public(path: Path) -> str:
    """The public half of an office key, in words, from its file. Raises UnreadableFile, NotAnOfficeKey, NewerFormat."""
    return office.public_of(_key_file(path), path)


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
