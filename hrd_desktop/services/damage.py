"""A case file that does not open any more: what can be had back, and keys that are rebuilt. Nothing is decided here."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from hrd_desktop.errors import (
    Cancelled,
    DatabaseMissing,
    HrdError,
    KeysAreSound,
    KeysDamaged,
    KeysMissing,
    NotACaseFile,
    OtherCaseFile,
    PairMismatch,
    WrongSecret,
)
from hrd_desktop.services import backups, record, system_view
from hrd_desktop.services.backups import Backup, Contents
from hrd_desktop.services.work import IsCancelled, Progress, rising, step
from hrd_desktop.store import backup_file, folder, lockfile, raw
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.store.refusals import translated
from hrd_desktop.store.salvage import Salvage
from hrd_desktop.vault import disk, keys
from hrd_desktop.vault.data_key import DataKey
from hrd_desktop.vault.keys import KeyFile
from hrd_desktop.vault.pages import PAGE, Pages
from hrd_desktop.vault.reader import MOST_BYTES
from hrd_desktop.vault.secret import Secret

_PROVED_BY = 64
"""Pages of the database of which one must open to prove a key: the first may be damaged, hardly all of these."""


@dataclass(frozen=True)
class Offers:
    """What can be done about a damaged case file.

    `backup` is the newest one that is good throughout. `changed` are the codes of the cases that were changed after it
    was made, as far as they can still be read. `readable` cases are whole as far as can be told, of `in_part` something
    is lost, of `gone` nothing is left but the code; None where nothing was looked at. `keys_from` is a backup from
    which `keys.json` can be rebuilt, where that is what is wrong.
    """

    path: Path
    backup: Contents | None = None
    changed: tuple[str, ...] = ()
    readable: tuple[str, ...] | None = None
    in_part: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    keys_from: Backup | None = None
    backups_seen: int = 0
    """How many there are of this file, good or not."""

    @property
    def nothing(self) -> bool:
        return self.backup is None and not self.readable and not self.in_part and self.keys_from is None


def offers(
    path: Path,
    secret: Secret | str,
    also: Sequence[Path] = (),
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> Offers:
    """Look for all that can be had back, without writing anything. `also` are more folders to look for backups in.

    Raises NotACaseFile, WrongSecret if the secret opens neither the keys of the file nor those of a backup,
    UnreadableFile, Cancelled.
    """
    path = Path(path).absolute()
    found = of_file(path, also)
    if not found and not (path / folder.DATABASE).is_file() and not (path / folder.KEYS).is_file():
        raise NotACaseFile(path=str(path))
    trouble = keys_trouble(path)
    good = _newest_good(found, secret, rising(progress, 0, 500), cancelled)
    database = path / folder.DATABASE
    # Without its keys the file may be sound; what they can be rebuilt from is a backup whose keys this secret opens.
    keys_from = None
    if trouble is not None and database.is_file():
        of_database = _id_in_database(path)
        keys_from = next((one for one in found if one.file_id == of_database and _opens(one.path, secret)), None)
    if not database.is_file():
        return Offers(path, good, keys_from=keys_from, backups_seen=len(found))
    try:
        key, salt = _key_for(path, secret, found)
    except HrdError:
        if good is None:
            raise
        return Offers(path, good, keys_from=keys_from, backups_seen=len(found))
    with translated(path), closing(_salvage_of(database, key, salt)) as salvage:
        told = rising(progress, 500, 800)
        numbers = salvage.look(lambda done, total: step(done, total, told, cancelled))
        kinds: dict[str, list[str]] = {"readable": [], "in_part": [], "gone": []}
        changed = []
        for done, number in enumerate(numbers):
            step(800 + 200 * done // max(1, len(numbers)), 1000, progress, cancelled)
            one = salvage.case(number)
            kinds["readable" if one.whole else "gone" if one.case is None else "in_part"].append(one.code)
            if good is not None and (one.changed_at is None or one.changed_at > good.made_at):
                changed.append(one.code)
    return Offers(
        path,
        good,
        tuple(changed),
        tuple(kinds["readable"]),
        tuple(kinds["in_part"]),
        tuple(kinds["gone"]),
        keys_from,
        len(found),
    )


def of_file(path: Path, also: Sequence[Path] = ()) -> list[Backup]:
    """The backups of a case file, newest first, also of one of which a half is lost; sticks that are in are looked at.

    The file is known by its id: from `keys.json`, or from the first bytes of `cases.db`.
    """
    ids = {file_id for file_id in (_id_in_keys(path), _id_in_database(path)) if file_id}
    places = [*also, *sticks()]
    listed = {one.path: one for file_id in ids for one in backups.found(file_id, places)}
    return sorted(listed.values(), key=lambda one: (one.made_at, str(one.path)), reverse=True)


def sticks() -> list[Path]:
    """Disks that can be taken away and are here now, and the folders on them: where a second backup may lie."""
    view = system_view.this_computer(Path.home())
    points = [Path(mount.point) for mount in view.mounts if mount.removable and mount.local]
    folders = [point / name for point in points for name in view.names(point) if not name.startswith(".")]
    return [*points, *(each for each in folders if each.is_dir())]


def keys_trouble(path: Path) -> HrdError | None:
    """Whether `keys.json` is lost, damaged or of another file; None if it is not."""
    _, trouble = _keys_of(Path(path).absolute())
    return trouble


def rebuild_keys(path: Path, backup: Path, secret: Secret | str, *, at: datetime, by: str = "") -> Path | None:
    """Put the keys of a backup in the place of those that are lost or damaged; returns where those are kept now.

    Written is only what was proved: the backup is of this very file, and its keys open this very database with the
    secret. What was revoked since the backup opens the file again, so the slots are to be looked at afterwards.

    Raises DatabaseMissing, KeysAreSound, NotABackup, BackupDamaged, OtherCaseFile, WrongSecret, AlreadyOpen,
    NotWritable, DiskFull.
    """
    path = Path(path).absolute()
    database, place = path / folder.DATABASE, path / folder.KEYS
    with translated(path):
        if not database.is_file():
            raise DatabaseMissing(path=str(path))
        tail = backup_file.read(Path(backup).absolute())
        hold = lockfile.hold(path)
        try:
            if keys_trouble(path) is None:
                raise KeysAreSound(path=str(path))
            key = keys.unlock(tail.keyfile, secret)
            try:
                tail.prove(key)
                if not _opens_database(database, key, tail.keyfile):
                    raise OtherCaseFile(path=str(backup))
                aside = _kept_aside(place, at)
                disk.replace(place, tail.keys)
            finally:
                key.wipe()
        finally:
            hold.release()
    with suppress(HrdError), CaseFile.open(path, secret) as file:
        # A database that is damaged as well cannot be told; the keys are back all the same.
        record.note(file, "keys_rebuilt", at=at, by=by, made_on=tail.made_at.date().isoformat())
    return aside


def key_for(path: Path, secret: Secret | str, also: Sequence[Path] = ()) -> tuple[DataKey, bytes]:
    """The key of a case file that may be damaged and the salt of its database, from its own keys or a backup's.

    Raises WrongSecret, KeysDamaged, KeysMissing; the caller wipes the key.
    """
    return _key_for(path, secret, of_file(path, also))


def _key_for(path: Path, secret: Secret | str, found: Sequence[Backup]) -> tuple[DataKey, bytes]:
    keyfile, trouble = _keys_of(path)
    refusal: HrdError = trouble or WrongSecret(reason=keys.NO_SLOT_OPENS)
    unproved: tuple[DataKey, bytes] | None = None
    for source in [*([keyfile] if keyfile else []), *(tail.keyfile for tail in _tails(found))]:
        try:
            key = keys.unlock(source, secret)
        except WrongSecret as error:
            refusal = error
            continue
        if _opens_database(path / folder.DATABASE, key, source):
            if unproved is not None:
                unproved[0].wipe()
            return key, source.database_salt
        if unproved is None:
            unproved = key, source.database_salt
        else:
            key.wipe()
    if unproved is None:
        raise refusal
    return unproved


def _keys_of(path: Path) -> tuple[KeyFile | None, HrdError | None]:
    """The keys of a case file as far as they can be read, and what is wrong with them. Raises NewerFormat.

    Where they do not fit the first bytes of the database, it may be these that are damaged: the keys open the rest of
    it all the same, which whoever has a secret finds out.
    """
    try:
        with (path / folder.KEYS).open("rb") as stream:
            keyfile = KeyFile.from_bytes(stream.read(MOST_BYTES + 1), path)
    except KeysDamaged as error:
        return None, error
    except OSError:
        return None, KeysMissing(path=str(path))
    fits = _id_in_database(path) in ("", keyfile.file_id)
    return keyfile, None if fits else PairMismatch(path=str(path))


def _id_in_keys(path: Path) -> str:
    with suppress(HrdError):
        keyfile, _ = _keys_of(path)
        return keyfile.file_id if keyfile is not None else ""
    return ""


def _id_in_database(path: Path) -> str:
    with suppress(OSError), raw.opened(path / folder.DATABASE) as database:
        first = database.read(0, 16)
        if len(first) == 16:
            return str(uuid.UUID(bytes=first))
    return ""


def _newest_good(
    found: Sequence[Backup], secret: Secret | str, progress: Progress | None, cancelled: IsCancelled | None
) -> Contents | None:
    for one in found:
        try:
            return backups.verify(one.path, secret, progress=progress, cancelled=cancelled)
        except Cancelled:
            raise
        except HrdError:
            continue  # of an older passphrase, damaged, or on a stick that was pulled out: the next may be good
    return None


def _tails(found: Sequence[Backup]) -> Iterator[backup_file.Tail]:
    for one in found:
        with suppress(HrdError, OSError):
            yield backup_file.read(one.path)


def _opens(backup: Path, secret: Secret | str) -> bool:
    with suppress(HrdError, OSError):
        tail = backup_file.read(backup)
        key = keys.unlock(tail.keyfile, secret)
        try:
            tail.prove(key)
        finally:
            key.wipe()
        return True
    return False


def _opens_database(database: Path, key: DataKey, keyfile: KeyFile) -> bool:
    """Whether a key is that of a database: some of its pages are authentic under it. Nothing is written."""
    pages = Pages.under(key, keyfile.database_salt)
    try:
        with raw.opened(database) as held:
            return any(
                pages.opened(number, held.read((number - 1) * PAGE, PAGE)) is not None
                for number in range(1, min(_PROVED_BY, held.size() // PAGE) + 1)
            )
    finally:
        pages.wipe()


def _salvage_of(database: Path, key: DataKey, salt: bytes) -> Salvage:
    try:
        return Salvage(database, key, salt)
    finally:
        key.wipe()


def _kept_aside(place: Path, at: datetime) -> Path | None:
    """A copy of the damaged keys beside them: what is damaged may still be of use to somebody who knows more."""
    if not place.is_file():
        return None
    names = (f"keys damaged {at:%Y-%m-%d}{'' if n == 1 else f' {n}'}.json" for n in range(1, 1000))
    aside = next(free for name in names if not (free := place.with_name(name)).exists())
    disk.copy_new(place, aside)
    return aside
