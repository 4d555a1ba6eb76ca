"""Files of a case kept byte for byte inside the case file, each once, in pieces."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select
from sqlalchemy.orm import Session

from hrd_desktop.errors import FileDamaged, StillNeeded, UnknownFile
from hrd_desktop.store.attachments import blob, blob_chunk, sent, sent_file
from hrd_desktop.store.cases import number_of

CHUNK = 1024 * 1024
"""Bytes of a piece: few enough to hold several in memory, many enough that a scan is one or two."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Kept:
    """A file that is kept: its key, its digest in lower-case hex, its size in bytes."""

    pk: int
    sha256: str
    size: int


def put(session: Session, code: str, data: bytes, *, at: datetime, progress: Progress | None = None) -> Kept:
    """Keep a file, and read it back before saying so. A file that is there already is not kept twice.

    Raises UnknownCase; FileDamaged if what comes back is not what was given (the caller's transaction must then be
    given up).
    """
    connection = session.connection()
    case_pk = number_of(connection, code)
    digest = hashlib.sha256(data).hexdigest()
    known = _find(connection, case_pk, digest)
    if known is not None:
        return known
    values = {"case_pk": case_pk, "sha256": digest, "size": len(data), "at": at}
    pk = int(connection.execute(insert(blob).values(values)).inserted_primary_key[0])  # type: ignore[index]
    for number, start in enumerate(range(0, len(data), CHUNK)):
        piece = {"blob_pk": pk, "number": number, "data": data[start : start + CHUNK]}
        connection.execute(insert(blob_chunk).values(piece))
        if progress is not None:
            progress(min(start + CHUNK, len(data)), len(data))
    kept = Kept(pk, digest, len(data))
    if _digest(connection, pk) != digest:
        raise FileDamaged(sha256=digest)
    return kept


def find(session: Session, code: str, sha256: str) -> Kept | None:
    """The file of a case with this digest, if it is kept. Raises UnknownCase."""
    connection = session.connection()
    return _find(connection, number_of(connection, code), sha256)


def get(session: Session, code: str, sha256: str) -> bytes:
    """The bytes of a file. Raises UnknownCase, UnknownFile, FileDamaged."""
    connection = session.connection()
    kept = _find(connection, number_of(connection, code), sha256)
    if kept is None:
        raise UnknownFile(sha256=sha256)
    data = b"".join(_pieces(connection, kept.pk))
    if hashlib.sha256(data).hexdigest() != sha256:
        raise FileDamaged(sha256=sha256)
    return data


def of_case(session: Session, code: str) -> list[Kept]:
    """Every file of a case, oldest first. Raises UnknownCase."""
    connection = session.connection()
    found = connection.execute(
        select(blob.c.pk, blob.c.sha256, blob.c.size)
        .where(blob.c.case_pk == number_of(connection, code))
        .order_by(blob.c.pk)
    )
    return [Kept(*row) for row in found]


def drop(session: Session, code: str, sha256: str) -> None:
    """Take a file out of the case file with all that was made from it; nothing where there is none.

    Raises UnknownCase; StillNeeded for a file of a packet that was sent, and for a paper that went with one.
    """
    connection = session.connection()
    case_pk = number_of(connection, code)
    kept = _find(connection, case_pk, sha256)
    if kept is None:
        return
    went = select(sent.c.pk).where(sent.c.case_pk == case_pk, func.instr(sent.c.options, sha256) > 0)
    packet = select(sent_file.c.pk).where(sent_file.c.blob_pk == kept.pk)
    if connection.scalar(went.limit(1)) is not None or connection.scalar(packet.limit(1)) is not None:
        raise StillNeeded(sha256=sha256)
    connection.execute(delete(blob).where(blob.c.pk == kept.pk))


def total(session: Session) -> int:
    """Bytes of all files in the case file."""
    return session.connection().scalar(select(func.coalesce(func.sum(blob.c.size), 0))) or 0


def _find(connection: Connection, case_pk: int, sha256: str) -> Kept | None:
    row = connection.execute(
        select(blob.c.pk, blob.c.sha256, blob.c.size).where(blob.c.case_pk == case_pk, blob.c.sha256 == sha256)
    ).first()
    return Kept(*row) if row is not None else None


def _pieces(connection: Connection, pk: int) -> Iterator[bytes]:
    numbers = connection.scalars(
        select(blob_chunk.c.number).where(blob_chunk.c.blob_pk == pk).order_by(blob_chunk.c.number)
    ).all()
    for number in numbers:
        piece = connection.scalar(
            select(blob_chunk.c.data).where(blob_chunk.c.blob_pk == pk, blob_chunk.c.number == number)
        )
        yield bytes(piece or b"")


def _digest(connection: Connection, pk: int) -> str:
    digest = hashlib.sha256()
    for piece in _pieces(connection, pk):
        digest.update(piece)
    return digest.hexdigest()
