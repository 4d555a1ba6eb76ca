"""The copy of a case file that is kept before a newer program changes the form of its tables."""

from __future__ import annotations

import secrets
import shutil
from itertools import count
from pathlib import Path

from sqlalchemy import Engine

from hrd_desktop.store import folder, raw
from hrd_desktop.store.copying import never, pieces, pour
from hrd_desktop.vault import disk


def keep_copy(engine: Engine, path: Path) -> None:
    """Copy the case file, encrypted as it is, to a folder beside it: `Cases (before update).hrd`.

    It is whole or not there; an older copy is never written over. The same passphrase opens it, with the program that
    made it too. Raises OSError.
    """
    with engine.connect() as connection:
        # What is still in the WAL goes into the file first: the file alone is copied.
        connection.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    place = _free(path)
    building = path.with_name(f".{place.name}.{secrets.token_hex(4)}")
    disk.make_folder(building)
    try:
        with raw.opened(path / folder.DATABASE) as database, disk.opened_new(building / folder.DATABASE) as copy:
            pour(pieces(database.read, database.size(), path, never, None), copy)
        disk.write_new(building / folder.KEYS, (path / folder.KEYS).read_bytes())
        disk.sync_folder(building)
        building.rename(place)
        disk.sync_folder(path.parent)
    except BaseException:
        shutil.rmtree(building, ignore_errors=True)
        raise


def _free(path: Path) -> Path:
    names = (f"{path.stem} (before update{'' if n == 1 else f' {n}'}){path.suffix}" for n in count(1))
    return next(place for name in names if not (place := path.with_name(name)).exists())
