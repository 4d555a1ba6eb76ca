"""The register of packets of a case as a whole: given out to travel with it, and that of another copy brought in."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.orm import Session

from hrd_desktop.core.past import PastDispatch, PastPacket, Stamp
from hrd_desktop.store import blobs, sent
from hrd_desktop.store.attachments import dispatch
from hrd_desktop.store.attachments import sent as table
from hrd_desktop.store.cases import number_of


def packets_of(session: Session, code: str) -> list[PastPacket]:
    """Every packet of a case, the oldest first. Raises UnknownCase."""
    found = []
    for one in reversed(sent.of_case(session, code)):
        done = (PastDispatch(each.how, each.on, each.note, Stamp(each.at, each.by)) for each in one.dispatches)
        found.append(
            PastPacket(
                one.edition,
                one.recipient,
                one.options,
                one.consents,
                one.on,
                one.pack,
                one.pack_version,
                zlib.decompress(sent.facts(session, code, one.edition)),
                Stamp(one.at, one.by),
                tuple((each.name, each.pages, each.sha256) for each in one.files),
                tuple(done),
            )
        )
    return found


def bring_in(session: Session, code: str, packets: Iterable[PastPacket]) -> int:
    """Keep packets that another copy sent, and what became of those known here; returns how many were new.

    Their files are kept already. A packet keeps its number unless another one has it here. Raises UnknownCase,
    UnknownFile.
    """
    connection = session.connection()
    case_pk = number_of(connection, code)
    known = {_mark(one): one for one in packets_of(session, code)}
    editions = {one.edition: one.edition for one in known.values()}
    other: dict[int, int] = {}
    new = 0
    for one in packets:
        here = known.get(_mark(one))
        if here is None:
            edition = _add(session, code, one, other)
            if one.edition not in editions:
                _renumber(connection, case_pk, edition, one.edition)
                edition = one.edition
            editions[edition] = edition
            new += 1
        else:
            edition = here.edition
            _close(session, code, edition, one)
        other[one.edition] = edition
        done = set(here.dispatches) if here is not None else set()
        for each in one.dispatches:
            if each not in done:
                _dispatch(connection, case_pk, edition, each)
    return new


def _mark(one: PastPacket) -> Any:
    """What tells a packet apart: when and for whom it was made, and its very files."""
    return one.stamp.at, one.recipient, tuple(digest for _, _, digest in one.files)


def _add(session: Session, code: str, one: PastPacket, other: dict[int, int]) -> int:
    options = dict(one.options)
    if options.get("replaces"):
        number, on = options["replaces"]
        options["replaces"] = [other.get(number, number), on]
    files = []
    for name, pages, digest in one.files:
        kept = blobs.find(session, code, digest)
        assert kept is not None
        files.append((name, pages, kept.pk))
    return sent.add(
        session,
        code,
        recipient=one.recipient,
        options=options,
        consents=one.consents,
        on=one.on,
        pack=one.pack,
        pack_version=one.pack_version,
        facts=zlib.compress(one.facts, 9),
        at=one.stamp.at,
        by=one.stamp.by,
        files=files,
    )


def _renumber(connection: Connection, case_pk: int, edition: int, wanted: int) -> None:
    this = (table.c.case_pk == case_pk) & (table.c.edition == edition)
    connection.execute(update(table).where(this).values(edition=wanted))


def _close(session: Session, code: str, edition: int, one: PastPacket) -> None:
    """Marks of the files as they left, sealed or protected, are those of both."""
    here = sent.one(session, code, edition).options
    closed = {**here.get("closed", {}), **one.options.get("closed", {})}
    if closed != here.get("closed", {}):
        sent.set_options(session, code, edition, {**json.loads(json.dumps(here)), "closed": closed})


def _dispatch(connection: Connection, case_pk: int, edition: int, each: PastDispatch) -> None:
    this = (table.c.case_pk == case_pk) & (table.c.edition == edition)
    pk = connection.scalar(select(table.c.pk).where(this))
    values = {"sent_pk": pk, "how": each.how, "on": each.on, "note": each.note or None}
    connection.execute(insert(dispatch).values(**values, at=each.stamp.at, by=each.stamp.by))
