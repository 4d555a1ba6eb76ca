"""Assessments that were kept: which rules a case was checked under, on which day, and what was found."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from hrd_desktop.store.cases import number_of
from hrd_desktop.store.ledger import assessment as table
from hrd_desktop.store.tables import tables

Occasion = Literal["packet", "draft", "asked", "new_pack"]
"""Why it was kept: a packet left, a draft of one did, somebody asked for it, or the rules were new to the case."""


@dataclass(frozen=True)
class ItemRecord:
    """What one item said: `severity` is None where the result asks for nothing."""

    id: str
    person: str | None
    result: str
    severity: str | None


@dataclass(frozen=True)
class Recorded:
    """One assessment of one case as it was kept."""

    occasion: Occasion
    on: date
    pack: str
    pack_version: str
    headline: str
    items: tuple[ItemRecord, ...]
    at: datetime
    by: str = ""


def add(session: Session, found: Sequence[tuple[str, Recorded]]) -> None:
    """Keep assessments, each with the code of its case. Raises UnknownCase."""
    connection = session.connection()
    rows = [
        {
            "case_pk": number_of(connection, code),
            "occasion": one.occasion,
            "on": one.on,
            "pack": one.pack,
            "pack_version": one.pack_version,
            "headline": one.headline,
            "items": json.dumps(
                [[item.id, item.person, item.result, item.severity] for item in one.items], separators=(",", ":")
            ),
            "at": one.at,
            "by": one.by,
        }
        for code, one in found
    ]
    if rows:
        connection.execute(insert(table), rows)


def load(session: Session, code: str) -> list[Recorded]:
    """What was kept for a case, the newest first. Raises UnknownCase."""
    connection = session.connection()
    kept = select(table).where(table.c.case_pk == number_of(connection, code)).order_by(table.c.pk.desc())
    return [
        Recorded(
            occasion=row.occasion,
            on=row.on,
            pack=row.pack,
            pack_version=row.pack_version,
            headline=row.headline,
            items=tuple(ItemRecord(*item) for item in json.loads(row.items)),
            at=row.at,
            by=row.by,
        )
        for row in connection.execute(kept)
    ]


def new_to(session: Session, pack: str, codes: Sequence[str]) -> set[str]:
    """Those of these cases for which no assessment under that pack was kept."""
    case = tables["case"]
    seen = select(table.c.pk).where(table.c.case_pk == case.c.pk, table.c.pack == pack).exists()
    return set(session.connection().scalars(select(case.c.code).where(case.c.code.in_(codes), ~seen)))
