"""An unlocked case file: from making or opening it until it is locked again."""

from __future__ import annotations

import os
import secrets
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import TracebackType

from filelock import BaseFileLock
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2

from hrd_desktop.errors import AlreadyExists, DiskFull, InsideCaseFile, Locked, NotWritable
from hrd_desktop.store import folder, lockfile, room
from hrd_desktop.store.beside import Beside
from hrd_desktop.store.engine import connect, connect_in_place, open_engine
from hrd_desktop.store.raw import Held
from hrd_desktop.store.record_proof import Proof, prove
from hrd_desktop.store.record_seal import Sealer
from hrd_desktop.store.refusals import refusal_for, translated
from hrd_desktop.store.still import Still, one_at_a_time, stand_still
from hrd_desktop.store.verify import VerifyReport, verify_database
from hrd_desktop.vault import disk, keys
from hrd_desktop.vault.data_key import DataKey
from hrd_desktop.vault.key_ring import KeyRing
from hrd_desktop.vault.keys import KeyFile
from hrd_desktop.vault.secret import Secret

__all__ = ["CaseFile", "VerifyReport"]

Prepare = Callable[[Engine, Path], None]
"""Makes the tables of a database, or brings them to this program's schema; given the engine and, for its refusals, the
case file."""


def _create_schema(engine: Engine, path: Path) -> None:
    from hrd_desktop.store.migrate import create_schema

    create_schema(engine, path)


def _ensure_schema(engine: Engine, path: Path) -> None:
    from hrd_desktop.store.earlier_copy import keep_copy
    from hrd_desktop.store.migrate import ensure_schema

    ensure_schema(engine, path, lambda: keep_copy(engine, path))


class CaseFile:
    """An unlocked case file, used from one thread at a time; locking may come from another one and waits its turn.

    It holds the key, the database and the lock that keeps other programs out. A `with` block locks it at the end.
    """

    def __init__(self, path: Path, opened: room.Opened, key: DataKey, hold: BaseFileLock, raw: Held) -> None:
        """For `create` and `open`, which have proved that the parts belong together."""
        self.path = path
        self._engine: Engine | None
        self._engine, self._way = opened
        self._key = key
        self._hold = hold
        self._raw = raw
        self._turn = threading.RLock()
        self._beside = Beside()
        self._standing = threading.Lock()
        self._sealer = Sealer(key)

    @classmethod
    def create(
        cls,
        path: Path,
        passphrase: str,
        *,
        calibrate: bool = True,
        on: date | None = None,
        prepare: Prepare = _create_schema,
    ) -> CaseFile:
        """Make an empty case file, all or nothing, and open it. `on` is the day its first key is said to be made.

        It is built under a temporary name beside its place, and renamed when everything is on the disk. Raises
        AlreadyExists, InsideCaseFile, WeakPassphrase, BadPassphrase, NotWritable, DiskFull, DiskFailed.
        """
        path = Path(path).absolute()
        with translated(path):
            if os.path.lexists(path):
                raise AlreadyExists(path=str(path))
            if (holder := folder.holder(Path(os.path.realpath(path)))) is not None:
                raise InsideCaseFile(path=str(path), file=str(holder))
            key = _build(path, lambda: keys.create(passphrase, calibrate=calibrate, on=on), prepare)
            return cls._with_key(path, lambda: key)

    @classmethod
    def open(cls, path: Path, secret: str | Secret, *, prepare: Prepare = _ensure_schema) -> CaseFile:
        """Open a case file. Each thing that may be wrong has its own error.

        A text that is a whole recovery code is tried as one, else as a passphrase.

        Raises NotACaseFile, KeysMissing, DatabaseMissing, PlaintextDatabase, AlreadyOpen, KeysDamaged, NewerFormat,
        PairMismatch, WrongSecret, BadRecoveryCode, DatabaseDamaged, NotWritable, DiskFull, DiskFailed.
        """
        path = Path(path).absolute()
        with translated(path):
            folder.check(path)
            return cls._with_key(path, lambda: keys.unlock(folder.read_keys(path), secret), prepare)

    @classmethod
    def with_key(cls, path: Path, key: DataKey) -> CaseFile:
        """Open a case file that was just made, and is of the form of today, with its key, which is taken over."""
        return cls._with_key(path, lambda: key)

    @classmethod
    def _with_key(cls, path: Path, unlock: Callable[[], DataKey], prepare: Prepare | None = None) -> CaseFile:
        with ExitStack() as undo:
            hold = lockfile.hold(path)
            undo.callback(hold.release)
            key = unlock()
            undo.callback(key.wipe)
            raw = Held(path / folder.DATABASE)
            undo.callback(raw.release)
            opened = room.opened(path, key, prepare)
            undo.pop_all()
        return cls(path, opened, key, hold, raw)

    @property
    def reads_only(self) -> bool:
        """Whether the disk is full: what is there can be read, and nothing saved, until there is room again."""
        return self._way != "work"

    @property
    def stays_here(self) -> bool:
        """Whether not even a backup can be made: the disk is full, and part of what was saved is not yet in place."""
        return self._way == "read alone"

    def lock(self) -> None:
        """Close the database, forget the key, let other programs in. May be called twice.

        What reads beside is stopped first; what writes has its turn to the end.
        """
        self._beside.end()
        with self._turn:
            if self._engine is not None:
                self._engine.dispose()
                self._engine = None
                self._raw.release()
                self._sealer.wipe()
                self._key.wipe()
                self._hold.release()

    def sits_here(self, by: str) -> None:
        """Say who works with this file: the record names them wherever nobody says who did a thing."""
        self._sealer.by = by

    @contextmanager
    def session(self) -> Iterator[Session]:
        """One transaction: committed when the block ends well, undone otherwise. Not to be nested.

        What has been committed survives a crash and a power cut. Raises Locked; DatabaseDamaged, DiskFull, DiskFailed
        and the like whenever the database meets them inside the block.
        """
        with self._turn:
            engine = self._engine_with_room()
            try:
                # What is noted in the record is sealed in the transaction of the thing itself.
                info = {"sealer": self._sealer}
                with Session(engine, expire_on_commit=False, info=info) as session, session.begin():
                    yield session
            except (DBAPIError, dbapi2.Error) as error:
                if (refusal := refusal_for(error, self.path)) is None:
                    raise
                # After an error of the disk SQLCipher may go on refusing; a fresh connection costs little.
                engine.dispose()
                if self.reads_only and isinstance(refusal, NotWritable):
                    refusal = DiskFull(path=str(self.path))
                raise refusal from error

    @contextmanager
    def beside(self, cancelled: Callable[[], bool] | None = None) -> Iterator[dbapi2.Connection]:
        """A connection that reads for a long time and keeps nobody waiting, from any thread.

        It sees one state of the file inside each transaction. Raises Cancelled as soon as the file is locked, or
        `cancelled` says so; DatabaseDamaged and the like as `session` does.
        """

        def connect_here() -> dbapi2.Connection:
            with self._turn:
                self._open_engine()
                if self.stays_here:
                    raise DiskFull(path=str(self.path))
                here = connect_in_place if self.reads_only else connect
                made = here(self.path / folder.DATABASE, self._key)
                made.execute("PRAGMA query_only = ON")
                return made

        with translated(self.path), self._beside.opened(connect_here, cancelled) as connection:
            yield connection

    def copied_key(self) -> DataKey:
        """The key, to open backups of this very file with; the caller wipes the copy. Raises Locked."""
        with self._turn:
            self._open_engine()
            return DataKey(bytearray(self._key.buffer()))

    def settle(self) -> bool:
        """Move what was written into the database and empty the log beside it; False while somebody still reads.

        Closing the file does it as well. Raises Locked, DiskFull, DiskFailed.
        """
        with self._turn, translated(self.path), self._open_engine().connect() as connection:
            busy, *_ = connection.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            return not busy

    @contextmanager
    def still(self, cancelled: Callable[[], bool] | None = None) -> Iterator[Still]:
        """The bytes of the database as they are now: they stay so inside the block, while others go on writing.

        From any thread, one after the other. Raises Cancelled as `beside` does, AlreadyOpen if another program keeps
        the file from standing still, Locked, DatabaseDamaged and the like.
        """

        def stopped() -> bool:
            return self._beside.stopped(cancelled)

        with (
            one_at_a_time(self._standing, stopped),
            self.beside(cancelled) as connection,
            translated(self.path),
        ):
            yield stand_still(connection, self._raw, self._key, self.path, stopped, self._turn)

    def stopped(self, cancelled: Callable[[], bool] | None = None) -> Callable[[], bool]:
        """What work in a block of `beside` asks now and then: whether it should come to its end."""
        return lambda: self._beside.stopped(cancelled)

    def verify(self, full: bool, progress: Callable[[int, int], None] | None = None) -> VerifyReport:
        """Read the case file as it lies on the disk and say how much of it was found sound.

        `full` adds the check of every index, list and reference to that of every page, and the proof of the record.
        Raises KeysDamaged, PairMismatch, DatabaseDamaged (fact `found`: what is wrong, without any content),
        RecordBroken once all else was found sound, DiskFailed, Locked.
        """
        with self._turn, translated(self.path):
            engine = self._engine_with_room()
            folder.check(self.path)
            folder.read_keys(self.path)
            report = verify_database(engine, self.path, full=full, progress=progress)
        if not full:
            return report
        proof = self.prove_record()
        if (refusal := proof.refusal(self.path)) is not None:
            raise refusal
        return replace(report, entries=proof.entries)

    def prove_record(self, cancelled: Callable[[], bool] | None = None) -> Proof:
        """Whether the record of what was done is whole; keeps nobody waiting. Raises Cancelled, Locked, DiskFailed."""
        with self.beside(cancelled) as database:
            database.execute("BEGIN")  # one state of the file, whatever is written meanwhile
            return prove(database, self._sealer)

    @contextmanager
    def key_ring(self) -> Iterator[KeyRing]:
        """The slots of `keys.json`, for one operation. Raises Locked, KeysDamaged, NotWritable, DiskFull."""
        with self._turn, translated(self.path):
            self._open_engine()
            yield KeyRing(folder.read_keys(self.path), self._key, self.path, self.path / folder.KEYS)

    def change_passphrase(self, old: str | Secret, new: str, *, calibrate: bool = True, on: date | None = None) -> None:
        """Replace the passphrase. The new one is on the disk and proved before the old one goes.

        Opened with a recovery code or an office key, the new passphrase is added to the others. Raises WrongSecret (for
        the old one), WeakPassphrase, BadPassphrase, NotWritable, DiskFull, Locked.
        """
        with self.key_ring() as ring:
            ring.change_passphrase(old, new, on, calibrate=calibrate)

    def _engine_with_room(self) -> Engine:
        """The engine to work with. Where the disk was full and has room again, one that writes; not while somebody
        reads beside, to whom the file has to stay as it is."""
        engine = self._open_engine()
        if self.reads_only and self._beside.idle and self._has_room():
            engine.dispose()
            if (again := room.opened_again(self.path, self._key)) is not None:
                self._engine, self._way = again
        return self._open_engine()

    def _has_room(self) -> bool:
        try:
            return room.has_room(self.path)
        except OSError:  # the disk is gone: what is asked of the database next says so
            return False

    def _open_engine(self) -> Engine:
        if self._engine is None:
            raise Locked(path=str(self.path))
        return self._engine

    def __enter__(self) -> CaseFile:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.lock()


def _build(path: Path, make_keys: Callable[[], tuple[KeyFile, DataKey]], prepare: Prepare) -> DataKey:
    """Put a whole new case file in place and return its key; on any failure nothing is left."""
    building = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    disk.make_folder(building)  # before the key is derived: a folder that cannot be written is told at once
    key: DataKey | None = None
    try:
        keyfile, key = make_keys()
        disk.write_new(building / folder.KEYS, keyfile.to_bytes())
        database = building / folder.DATABASE
        disk.write_new(database, b"")  # SQLite would make it readable by others; its WAL takes the same rights
        engine = open_engine(database, key, new_salt=keyfile.database_salt)
        try:
            prepare(engine, path)
        finally:
            engine.dispose()
        disk.sync_folder(building)
        building.rename(path)
        disk.sync_folder(path.parent)
    except BaseException:
        if key is not None:
            key.wipe()
        shutil.rmtree(building, ignore_errors=True)
        raise
    return key
