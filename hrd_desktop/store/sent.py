"""Packets as they were sent, and what became of them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal, get_args

from sqlalchemy import Connection, exists, func, insert, select, update
from sqlalchemy.orm import Session

from hrd_desktop.errors import UnknownEdition
from hrd_desktop.store.attachments import blob, dispatch, sent, sent_file
from hrd_desktop.store.cases import number_of
from hrd_desktop.store.tables import tables

How = Literal["handed_over", "posted", "mailed", "uploaded", "receipt"]
HOW: tuple[How, ...] = get_args(How)


@dataclass(frozen=True)
class SentFile:
    """One file of a packet, as it is kept."""

    number: int
    name: str
    pages: int
    sha256: str
    size: int


@dataclass(frozen=True)
class Dispatch:
    """One thing that was done with a packet."""

    how: How
    on: date
    note: str
    at: datetime
    by: str


@dataclass(frozen=True, kw_only=True)
class Sent:
    """One packet that was written to leave. `options` say how it was made; `consents` are ids of rows of the case.

    `replaces` and `replaced_by` are numbers of packets of the same case for the same recipient, 0 where there is none.
    """

    code: str
    alias: str
    edition: int
    recipient: str
    options: Mapping[str, Any]
    consents: tuple[str, ...]
    on: date
    pack: str
    pack_version: str
    at: datetime
    by: str
    files: tuple[SentFile, ...]
    dispatches: tuple[Dispatch, ...]
    replaced_by: int

    @property
    def replaces(self) -> int:
        told = self.options.get("replaces")
        return int(told[0]) if told else 0

    @property
    def pages(self) -> int:
        return sum(file.pages for file in self.files)


def add(
    session: Session,
    code: str,
    *,
    recipient: str,
    options: Mapping[str, Any],
    consents: Sequence[str],
    on: date,
    pack: str,
    pack_version: str,
    facts: bytes,
    at: datetime,
    by: str,
    files: Sequence[tuple[str, int, int]],
) -> int:
    """Put a packet into the register and return its number; `files` are (name, pages, key of the kept file).

    Raises UnknownCase.
    """
    connection = session.connection()
    case_pk = number_of(connection, code)
    edition = next_edition(session, code)
    values = {
        "case_pk": case_pk,
        "edition": edition,
        "recipient": recipient,
        "options": json.dumps(options, ensure_ascii=False, sort_keys=True),
        "consents": json.dumps(list(consents)),
        "on": on,
        "pack": pack,
        "pack_version": pack_version,
        "facts": facts,
        "at": at,
        "by": by,
    }
    pk = int(connection.execute(insert(sent).values(values)).inserted_primary_key[0])  # type: ignore[index]
    rows = [
        {"sent_pk": pk, "number": number, "name": name, "pages": pages, "blob_pk": kept}
        for number, (name, pages, kept) in enumerate(files, 1)
    ]
    connection.execute(insert(sent_file), rows)
    return edition


def next_edition(session: Session, code: str) -> int:
    """The number that the next packet of a case gets. Raises UnknownCase."""
    connection = session.connection()
    last = connection.scalar(select(func.max(sent.c.edition)).where(sent.c.case_pk == number_of(connection, code)))
    return (last or 0) + 1


def of_case(session: Session, code: str) -> list[Sent]:
    """Every packet of a case, the newest first. Raises UnknownCase."""
    connection = session.connection()
    return _read(connection, sent.c.case_pk == number_of(connection, code))


def of_all(session: Session, offset: int = 0, limit: int | None = None) -> list[Sent]:
    """Packets of every case, the newest first."""
    return _read(session.connection(), None, offset, limit)


def latest(session: Session, code: str, recipient: str) -> Sent | None:
    """The newest packet of a case that went to a recipient. Raises UnknownCase."""
    return next((one for one in of_case(session, code) if one.recipient == recipient), None)


def one(session: Session, code: str, edition: int) -> Sent:
    """The packet of that number. Raises UnknownCase, UnknownEdition."""
    connection = session.connection()
    wanted = (sent.c.case_pk == number_of(connection, code)) & (sent.c.edition == edition)
    found = _read(connection, wanted)
    if not found:
        raise UnknownEdition(edition=edition)
    return found[0]


def facts(session: Session, code: str, edition: int) -> bytes:
    """The case as it was when the packet was made, as it was kept. Raises UnknownCase, UnknownEdition."""
    connection = session.connection()
    return bytes(connection.scalar(select(sent.c.facts).where(sent.c.pk == _pk(connection, code, edition))) or b"")


def set_options(session: Session, code: str, edition: int, options: Mapping[str, Any]) -> None:
    """Keep more of how a packet was written. Raises UnknownCase, UnknownEdition."""
    connection = session.connection()
    pk = _pk(connection, code, edition)
    told = json.dumps(options, ensure_ascii=False, sort_keys=True)
    connection.execute(update(sent).where(sent.c.pk == pk).values(options=told))


def add_dispatch(
    session: Session, code: str, edition: int, *, how: How, on: date, note: str, at: datetime, by: str
) -> None:
    """Keep what was done with a packet. Raises UnknownCase, UnknownEdition."""
    connection = session.connection()
    values = {"sent_pk": _pk(connection, code, edition), "how": how, "on": on, "note": note or None, "at": at, "by": by}
    connection.execute(insert(dispatch).values(values))


def find(session: Session, sha256: str) -> list[tuple[str, int]]:
    """Packets, as case and number, of which this is a file as it was kept, or as it was closed before it left."""
    case = tables["case"]
    kept = (
        exists()
        .where(sent_file.c.sent_pk == sent.c.pk, sent_file.c.blob_pk == blob.c.pk, blob.c.sha256 == sha256)
        .correlate(sent)
    )
    found = session.connection().execute(
        select(case.c.code, sent.c.edition, sent.c.options, kept.label("kept"))
        .join(case, case.c.pk == sent.c.case_pk)
        .where(kept | (func.instr(sent.c.options, sha256) > 0))
        .order_by(sent.c.pk.desc())
    )
    return [(row.code, row.edition) for row in found if row.kept or sha256 in json.loads(row.options).get("closed", {})]


def _pk(connection: Connection, code: str, edition: int) -> int:
    wanted = (sent.c.case_pk == number_of(connection, code)) & (sent.c.edition == edition)
    pk = connection.scalar(select(sent.c.pk).where(wanted))
    if pk is None:
        raise UnknownEdition(edition=edition)
    return int(pk)


def _read(connection: Connection, wanted: Any, offset: int = 0, limit: int | None = None) -> list[Sent]:
    case = tables["case"]
    later = sent.alias()
    next_one = (
        select(func.min(later.c.edition))
        .where(
            later.c.case_pk == sent.c.case_pk, later.c.recipient == sent.c.recipient, later.c.edition > sent.c.edition
        )
        .correlate(sent)
        .scalar_subquery()
    )
    query = select(sent, case.c.code, case.c.alias, next_one.label("replaced_by")).join(
        case, case.c.pk == sent.c.case_pk
    )
    if wanted is not None:
        query = query.where(wanted)
    rows = connection.execute(query.order_by(sent.c.pk.desc()).offset(offset).limit(limit)).all()
    return [
        Sent(
            code=row.code,
            alias=row.alias or "",
            edition=row.edition,
            recipient=row.recipient,
            options=json.loads(row.options),
            consents=tuple(json.loads(row.consents)),
            on=row.on,
            pack=row.pack,
            pack_version=row.pack_version,
            at=row.at,
            by=row.by,
            files=_files(connection, row.pk),
            dispatches=_dispatches(connection, row.pk),
            replaced_by=row.replaced_by or 0,
        )
        for row in rows
    ]


def _files(connection: Connection, pk: int) -> tuple[SentFile, ...]:
    columns = (sent_file.c.number, sent_file.c.name, sent_file.c.pages, blob.c.sha256, blob.c.size)
    query = select(*columns).join(blob, blob.c.pk == sent_file.c.blob_pk).where(sent_file.c.sent_pk == pk)
    return tuple(SentFile(*row) for row in connection.execute(query.order_by(sent_file.c.number)))


def _dispatches(connection: Connection, pk: int) -> tuple[Dispatch, ...]:
    query = select(dispatch).where(dispatch.c.sent_pk == pk).order_by(dispatch.c.on, dispatch.c.pk)
    return tuple(Dispatch(row.how, row.on, row.note or "", row.at, row.by) for row in connection.execute(query))
