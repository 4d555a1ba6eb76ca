"""Cases sealed to a colleague: written, opened again with a key that is then thrown away, and only then named."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

from hrd_desktop.errors import AlreadyExists, SealFailed, TooMuchToHandOver
from hrd_desktop.exchange import bundle, sealing, tar
from hrd_desktop.exchange.manifest import (
    GREATEST,
    MOST_CASES,
    MOST_FILES,
    MOST_TEXT_BYTES,
    Manifest,
    Member,
    RuleBroken,
    write_manifest,
)
from hrd_desktop.services.handed import Sealed
from hrd_desktop.services.handing_parts import Parcel, gather, pack_base
from hrd_desktop.services.handing_sources import NUMBER_BYTES, Contents
from hrd_desktop.services.work import IsCancelled, Progress, new_file, rising, step
from hrd_desktop.store import blob_pieces, handovers, record, remembered
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.vault import passphrase as rules

ENDING = ".hrdcase"
SECRET_BYTES = 32
_IDENTITY = "hand_over_identity"
_PIECE = 64 * 1024
_MIB = 1024 * 1024


def own_identity(session: Any) -> str | None:
    """The secret key of this case file, if it has one yet."""
    found = remembered.load(session, _IDENTITY)
    return found if isinstance(found, str) and sealing.is_identity(found) else None


def own_key(file: CaseFile) -> str:
    """The public key (`age1...`) that colleagues seal to so that this case file opens it; made once, on first asking.

    Its other half never leaves the case file.
    """
    with file.session() as session:
        identity = own_identity(session)
        if identity is None:
            identity = sealing.new_identity()
            remembered.keep(session, _IDENTITY, identity)
            record.note(session, "own_key", at=datetime.now(UTC))
    return sealing.public_of(identity)


def suggest_name(at: datetime) -> str:
    """A file name that names nobody: `hand-over-2026-11-23.hrdcase`."""
    return f"hand-over-{at.date().isoformat()}{ENDING}"


def seal(
    file: CaseFile,
    codes: Sequence[str],
    out: Path,
    *,
    keys: Sequence[str] = (),
    passphrase: str | None = None,
    at: datetime,
    by: str = "",
    other: str = "",
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> Sealed:
    """Write cases with their evidence and history to a sealed file, opened again and compared before it says so.

    Either `keys` (public keys, any of which opens it alone) or a `passphrase`. `by` is how the receiver shall know the
    sender, `other` for whom it is (kept here only). `out` gets the ending if it has none; a file that is there is not
    written over. Raises UnknownCase, BadKey, WeakPassphrase, BadPassphrase, BadCaseJson (a case that the format would
    refuse, with its place), TooMuchToHandOver, AlreadyExists, FileDamaged, SealFailed, NotWritable, DiskFull,
    Cancelled; then nothing is left.
    """
    if passphrase is None:
        sealing.check_keys(keys)
    else:
        rules.check_new(passphrase)
    out = out if out.suffix == ENDING else out.with_name(out.name + ENDING)
    if os.path.lexists(out):
        raise AlreadyExists(path=str(out))
    wanted = list(dict.fromkeys(codes))
    placed = False
    try:
        with file.session() as session:
            parcels = [gather(session, code) for code in wanted]
            size = _check_size(parcels)
            manifest = Manifest(
                secrets.token_hex(NUMBER_BYTES),
                at.astimezone(UTC).replace(microsecond=0),
                shown(by),
                secrets.token_bytes(SECRET_BYTES),
                tuple(parcel.entry() for parcel in parcels),
            )
            content = _Content(session, parcels, size, rising(progress, 0, 600), cancelled)
            sealed_to = list(keys) if passphrase is None else None
            with new_file(out) as stream:
                table = write_manifest(manifest)
                identity = bundle.write(stream, table, content.pieces, keys=sealed_to, passphrase=passphrase)
                digest = _proved(stream, identity, manifest, rising(progress, 600, 1000), cancelled)
                _remember(session, parcels, manifest, digest, at=at, by=by, other=other)
                length = stream.seek(0, os.SEEK_END)
            placed = True
    except BaseException:
        if placed:  # the case file could not remember it, so that no receipt would ever fit
            out.unlink(missing_ok=True)
        raise
    files = sum(len(parcel.files) for parcel in parcels)
    return Sealed(out, manifest.number, tuple(wanted), files, length, sum(parcel.without for parcel in parcels))


def _remember(
    session: Any, parcels: Sequence[Parcel], manifest: Manifest, digest: str, *, at: datetime, by: str, other: str
) -> None:
    number, secret = manifest.number, manifest.secret + bytes.fromhex(digest)
    for parcel in parcels:
        code, base = parcel.case.code, pack_base(parcel.case, {})
        handovers.keep(session, code, number, "out", at=at, by=by, other=other, base=base, secret=secret)
        record.note(session, "hand_over", at=at, by=by, code=code, number=number, way="out", cases=len(parcels))


def shown(by: str) -> str:
    """A name as it may stand in the table of contents."""
    return "".join(character for character in by if character.isprintable())[:200].strip()


def _check_size(parcels: Sequence[Parcel]) -> int:
    files = [part.size for parcel in parcels for part in parcel.files]
    size = sum(files) + sum(len(data) for parcel in parcels for data in parcel.parts.values())
    if not 0 < len(parcels) <= MOST_CASES:
        raise TooMuchToHandOver(reason="cases", limit=MOST_CASES)
    if len(files) > MOST_FILES:
        raise TooMuchToHandOver(reason="files", limit=MOST_FILES)
    for name, most in GREATEST.items():
        if max(len(parcel.parts[name]) for parcel in parcels) > most:
            raise TooMuchToHandOver(reason="text", limit=most // _MIB)
    if sum(len(data) for parcel in parcels for data in parcel.parts.values()) > MOST_TEXT_BYTES:
        raise TooMuchToHandOver(reason="text", limit=MOST_TEXT_BYTES // _MIB)
    if size > tar.MOST_BYTES - 64 * _MIB:  # the whole sealed content is one member where a passphrase seals it
        raise TooMuchToHandOver(reason="bytes", limit=tar.MOST_BYTES)
    return size


class _Content:
    """Gives the content of each member, out of the case file."""

    def __init__(
        self,
        session: Any,
        parcels: Sequence[Parcel],
        size: int,
        progress: Progress | None,
        cancelled: IsCancelled | None,
    ) -> None:
        self._session, self._parcels, self._size = session, parcels, size
        self._progress, self._cancelled = progress, cancelled
        self._done = 0

    def pieces(self, member: Member) -> Iterator[bytes]:
        parcel = self._parcels[member.case]
        if member.part:
            data = parcel.parts[member.part]
            found: Iterator[bytes] = iter([data[at : at + _PIECE] for at in range(0, len(data), _PIECE)])
        else:
            found = blob_pieces.pieces(self._session, parcel.case.code, member.content.sha256)
        for piece in found:
            self._done += len(piece)
            step(self._done, max(self._size, 1), self._progress, self._cancelled)
            yield piece


def _proved(
    stream: BinaryIO, identity: str, manifest: Manifest, progress: Progress | None, cancelled: IsCancelled | None
) -> str:
    """The digest of the table, read back from the sealed file with everything in it, as the other side will read it.

    Raises SealFailed, Cancelled.
    """
    stream.flush()
    proof = Contents(progress, cancelled)
    try:
        opened = bundle.read(stream, identity, proof)
    except RuleBroken as error:
        raise SealFailed from error
    if not opened or proof.table != manifest or len(proof.arrived) != len(manifest.cases):
        raise SealFailed
    return proof.digest
