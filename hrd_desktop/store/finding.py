"""Where words stand, over all cases: names first, then names that sound like them, then every other text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, column, select
from sqlalchemy.orm import Session

from hrd_desktop.store.alike import LEAST, sound
from hrd_desktop.store.fold import fold
from hrd_desktop.store.ledger import passage
from hrd_desktop.store.passages import NAME, SEARCH, SOUND

EXACT, ALIKE, TEXT = range(3)
"""How good a hit is: a name, a name of that sound, any other text."""

_AT_MOST = 1000
PREFIX = 3
"""From so many letters on a word may be the beginning of one in any text. Beginnings of names may be shorter."""


@dataclass(frozen=True)
class Hit:
    """One passage that holds all the words, and how good a hit it is."""

    case_pk: int
    place: str
    kind: str
    rank: int


@dataclass(frozen=True)
class Hits:
    """All passages found, the cases with the best hit first; `more` if there are more than are worth reading."""

    hits: tuple[Hit, ...]
    more: bool


def look(session: Session, text: str) -> Hits:
    """The passages where every word of the text begins a word; none for a text without words."""
    words = fold(text).split()
    if not words:
        return Hits((), False)
    connection = session.connection()
    found: dict[int, Hit] = {}
    more = False
    for rank, query in _queries(words):
        rows = _rows(connection, query)
        more |= len(rows) > _AT_MOST
        for pk, case_pk, place, kind in rows[:_AT_MOST]:
            found.setdefault(pk, Hit(case_pk, place, kind, rank))
    return Hits(_by_case(found), more)


def _queries(words: list[str]) -> Iterable[tuple[int, str]]:
    # A folded word has letters, marks and digits only, so nothing in it can act as query syntax.
    yield EXACT, " ".join(f'"{NAME}{word}"*' for word in words)
    heard = [_heard(word) for word in words]
    if any(heard):
        yield (
            ALIKE,
            " AND ".join(
                f'("{NAME}{word}"* OR {sounding})' if sounding else f'"{NAME}{word}"*'
                for word, sounding in zip(words, heard, strict=True)
            ),
        )
    yield TEXT, " ".join(f'"{word}"*' if len(word) >= PREFIX else f'"{word}"' for word in words)


def _heard(word: str) -> str:
    """The query for names that sound like a word; a sound of few letters has to be all of a name's."""
    left = sound(word) if len(word) > PREFIX else ""
    if len(left) < LEAST:
        return ""
    return f'"{SOUND}{left}"' + ("*" if len(left) > LEAST else "")


def _rows(connection: Connection, query: str) -> list[tuple[int, int, str, str]]:
    found = select(SEARCH.c.rowid).where(column("passage_search").match(query)).limit(_AT_MOST + 1).subquery()
    row = passage.c
    statement = select(row.pk, row.case_pk, row.place, row.kind).where(row.pk.in_(select(found.c.rowid)))
    return [(pk, case_pk, place, kind) for pk, case_pk, place, kind in connection.execute(statement.order_by(row.pk))]


def _by_case(found: dict[int, Hit]) -> tuple[Hit, ...]:
    """Cases by their best hit, and in each case the best hits first; a text in several pieces is one hit."""
    best: dict[int, int] = {}
    for hit in found.values():
        best[hit.case_pk] = min(best.get(hit.case_pk, hit.rank), hit.rank)
    once: dict[tuple[int, str], Hit] = {}
    for hit in found.values():
        once.setdefault((hit.case_pk, hit.place), hit)
    return tuple(sorted(once.values(), key=lambda hit: (best[hit.case_pk], hit.case_pk, hit.rank)))
