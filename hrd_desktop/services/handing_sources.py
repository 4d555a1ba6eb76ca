"""Where cases that are taken in come from: a sealed file, or a case file that was on the road."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, Protocol

from hrd_desktop.errors import BadHandOver, FileDamaged, NewerHandOver, NotForUs, UnreadableFile
from hrd_desktop.exchange import bundle
from hrd_desktop.exchange.bundle import Manifest, Member, RuleBroken
from hrd_desktop.exchange.manifest import VERSION
from hrd_desktop.services.handing_parts import Arrived, gather, unpacked
from hrd_desktop.services.work import IsCancelled, Progress, step
from hrd_desktop.store import blob_pieces, handovers
from hrd_desktop.store import cases as stored
from hrd_desktop.store.casefile import CaseFile

NUMBER_BYTES = 8
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
FileKey = tuple[int, str]
"""Of which case (from 0 on) a file is, and its digest."""


class Keeper(Protocol):
    """Takes one file as it comes."""

    def add(self, data: bytes) -> None: ...

    def finish(self) -> None: ...


Keep = Callable[[FileKey, int], Keeper]


class Source(Protocol):
    """Cases that came, with all that is known of where they came from."""

    number: str
    by: str
    made_at: datetime
    travel: bool
    arrived: list[Arrived]

    def files(
        self, wanted: Collection[FileKey], keep: Keep, progress: Progress | None, cancelled: IsCancelled | None
    ) -> None:
        """Give the bytes of these files to a keeper each."""

    def close(self) -> None:
        """Forget what opens it."""


@contextmanager
def readable(path: Path) -> Iterator[BinaryIO]:
    """A file to be read, and what is wrong with it in the words of the program."""
    try:
        with path.open("rb") as stream:
            yield stream
    except OSError as error:
        raise UnreadableFile(path=str(path)) from error
    except RuleBroken as broken:
        if broken.version is not None:
            raise NewerHandOver(found=broken.version, known=VERSION) from broken
        raise BadHandOver(rule=broken.rule) from broken


class SealedSource:
    """A hand-over. It is read when it is made, and once more for the bytes of its files."""

    travel = False

    def __init__(self, path: Path, identity: str, progress: Progress | None, cancelled: IsCancelled | None) -> None:
        """Raises UnreadableFile, BadHandOver, NewerHandOver, NotForUs, Cancelled."""
        self._path, self._identity = path, identity
        contents = Contents(progress, cancelled)
        self._read(contents)
        manifest = contents.table
        self.number, self.by, self.made_at = manifest.number, manifest.by, manifest.made_at
        self.key, self.digest = manifest.secret, contents.digest
        self.secret = self.key + bytes.fromhex(self.digest)
        """What is remembered of it, so that its receipt can be made again."""
        self.arrived = contents.arrived

    def _read(self, receiver: bundle.Receiver) -> None:
        with readable(self._path) as stream:
            if not bundle.read(stream, self._identity, receiver):
                raise NotForUs

    def files(
        self, wanted: Collection[FileKey], keep: Keep, progress: Progress | None, cancelled: IsCancelled | None
    ) -> None:
        taking = _Taking(self.digest, frozenset(wanted), keep, progress, cancelled)
        self._read(taking)

    def close(self) -> None:
        self._identity = ""


class _Reading:
    """Counts what has come, so that a person sees it and can stop it."""

    def __init__(self, progress: Progress | None, cancelled: IsCancelled | None) -> None:
        self._progress, self._cancelled = progress, cancelled
        self._done = self._total = 0

    def start(self, manifest: Manifest) -> None:
        self._total = sum(member.content.size for member in manifest.members())

    def came(self, data: bytes) -> None:
        self._done += len(data)
        step(self._done, max(self._total, 1), self._progress, self._cancelled)


class Contents:
    """Reads everything and keeps all but the bytes of files."""

    def __init__(self, progress: Progress | None, cancelled: IsCancelled | None) -> None:
        self._reading = _Reading(progress, cancelled)
        self._parts: dict[str, bytes] = {}
        self._held = bytearray()
        self._text = False
        self.table: Manifest
        self.digest = ""
        self.arrived: list[Arrived] = []

    def manifest(self, manifest: Manifest, digest: str) -> None:
        self.table, self.digest = manifest, digest
        self._reading.start(manifest)

    def begin(self, member: Member) -> None:
        self._text = bool(member.part)
        self._held = bytearray()

    def piece(self, data: bytes) -> None:
        self._reading.came(data)
        if self._text:
            self._held += data

    def end(self, member: Member) -> None:
        if not member.part:
            return
        self._parts[member.part] = bytes(self._held)
        entry = self.table.cases[member.case]
        if len(self._parts) == len(entry.parts):
            self.arrived.append(unpacked(entry, self._parts))
            self._parts = {}


class _Taking:
    """Reads once more and gives out the files that are wanted; the table must still be the one that was looked at."""

    def __init__(
        self,
        digest: str,
        wanted: frozenset[FileKey],
        keep: Keep,
        progress: Progress | None,
        cancelled: IsCancelled | None,
    ) -> None:
        self._reading = _Reading(progress, cancelled)
        self._digest, self._wanted, self._keep = digest, wanted, keep
        self._keeper: Keeper | None = None

    def manifest(self, manifest: Manifest, digest: str) -> None:
        if not hmac.compare_digest(digest, self._digest):
            raise RuleBroken("H13")
        self._reading.start(manifest)

    def begin(self, member: Member) -> None:
        key = (member.case, member.content.sha256)
        if not member.part and key in self._wanted:
            self._keeper = self._keep(key, member.content.size)

    def piece(self, data: bytes) -> None:
        self._reading.came(data)
        if self._keeper is not None:
            self._keeper.add(data)

    def end(self, _member: Member) -> None:
        if self._keeper is not None:
            self._keeper.finish()
            self._keeper = None


class HomeSource:
    """A travel file, open until `close`."""

    travel = True
    by = ""

    def __init__(self, away: CaseFile, progress: Progress | None, cancelled: IsCancelled | None) -> None:
        """Takes the file over. Raises BadCaseJson for a case on it that cannot stand, Cancelled."""
        self.away = away
        self.number = secrets.token_hex(NUMBER_BYTES)
        self.arrived = []
        with away.session() as session:
            codes = stored.codes(session)
            for done, code in enumerate(codes):
                step(done, len(codes), progress, cancelled)
                parcel = gather(session, code)
                entry = parcel.entry()
                self.arrived.append(unpacked(entry, parcel.parts))
            stamps = [line.at for line in handovers.lines(session)]
        stamps += [change.stamp.at for one in self.arrived for change in one.past]
        self.made_at = max(stamps, default=_LONG_AGO)

    def files(
        self, wanted: Collection[FileKey], keep: Keep, progress: Progress | None, cancelled: IsCancelled | None
    ) -> None:
        sizes = {(index, part.sha256): part.size for index, one in enumerate(self.arrived) for part in one.files}
        total, done = sum(sizes[key] for key in wanted), 0
        with self.away.session() as session:
            for index, one in enumerate(self.arrived):
                for part in one.files:
                    if (index, part.sha256) not in wanted:
                        continue
                    keeper, size = keep((index, part.sha256), part.size), 0
                    for piece in blob_pieces.pieces(session, one.case.code, part.sha256):
                        keeper.add(piece)
                        size += len(piece)
                        done += len(piece)
                        step(done, max(total, 1), progress, cancelled)
                    if size != part.size:
                        raise FileDamaged(sha256=part.sha256)
                    keeper.finish()

    def close(self) -> None:
        self.away.lock()
