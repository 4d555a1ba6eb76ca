"""Kept files in pieces, for those that are too large to be held in memory whole."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from hrd_desktop.errors import FileDamaged, UnknownFile
from hrd_desktop.store.attachments import blob, blob_chunk
from hrd_desktop.store.blobs import CHUNK, find
from hrd_desktop.store.cases import number_of


def pieces(session: Session, code: str, sha256: str) -> Iterator[bytes]:
    """The bytes of a file, a piece at a time. Raises UnknownCase, UnknownFile; FileDamaged at the end, if they are."""
    kept = find(session, code, sha256)
    if kept is None:
        raise UnknownFile(sha256=sha256)
    connection, digest = session.connection(), hashlib.sha256()
    number = 0
    while True:
        wanted = (blob_chunk.c.blob_pk == kept.pk) & (blob_chunk.c.number == number)
        data = connection.scalar(select(blob_chunk.c.data).where(wanted))
        if data is None:
            break
        digest.update(data)
        yield data
        number += 1
    if digest.hexdigest() != sha256:
        raise FileDamaged(sha256=sha256)


class Keeping:
    """A file that comes in pieces and is kept with the transaction; `finish` reads it back."""

    def __init__(self, session: Session, code: str, sha256: str, size: int, *, at: datetime) -> None:
        """Raises UnknownCase. Nothing is written for a file that is kept already."""
        self._session, self._code, self._sha256 = session, code, sha256
        self.known = find(session, code, sha256) is not None
        self._held = bytearray()
        self._number = 0
        self._pk = 0
        if not self.known:
            connection = session.connection()
            case_pk = number_of(connection, code)
            made = insert(blob).values(case_pk=case_pk, sha256=sha256, size=size, at=at).returning(blob.c.pk)
            self._pk = connection.execute(made).scalar_one()

    def add(self, data: bytes) -> None:
        """Some more of it."""
        if self.known:
            return
        self._held += data
        while len(self._held) >= CHUNK:
            self._write(bytes(self._held[:CHUNK]))
            del self._held[:CHUNK]

    def finish(self) -> None:
        """All of it has come. Raises FileDamaged if what was kept is not what was named."""
        if self.known:
            return
        if self._held:
            self._write(bytes(self._held))
            self._held.clear()
        for _ in pieces(self._session, self._code, self._sha256):
            pass

    def _write(self, data: bytes) -> None:
        piece = {"blob_pk": self._pk, "number": self._number, "data": data}
        self._session.connection().execute(insert(blob_chunk), piece)
        self._number += 1
