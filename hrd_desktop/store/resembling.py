"""Who may be meant by a name: the persons on file whose names sound like it, and what was said of such pairs."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import column, select, union_all
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from hrd_desktop.core.person import Person
from hrd_desktop.store.alike import latin_words, sounds
from hrd_desktop.store.cases import load_many, number_of
from hrd_desktop.store.ledger import caseload, comparison, passage
from hrd_desktop.store.passages import NAME, SEARCH, SOUND
from hrd_desktop.store.tables import node, tables

Verdict = Literal["same", "different"]
_AT_MOST = 4000
_KINDS = frozenset({"person", "name", "birth", "date_info", "birth_alias", "nationality", "parent"})


@dataclass(frozen=True)
class Namesake:
    """One written name of somebody on file."""

    case: str
    alias: str | None
    person: str
    texts: tuple[str, ...]


def namesakes(session: Session, code: str | None, names: Collection[str]) -> list[Namesake]:
    """Every name on file in other cases that has a word sounding like one of these names. Raises UnknownCase.

    Without a code, on file in any case.
    """
    connection = session.connection()
    heard = {f'"{SOUND}{one}"' for name in names for one in sounds(name)}
    # Too short to have a sound of its own: only as it is written.
    heard |= {f'"{NAME}{word}"' for name in names for word in latin_words(name) if not sounds(word)}
    if not heard:
        return []
    found = (
        select(SEARCH.c.rowid)
        .where(column("passage_search").match(" OR ".join(sorted(heard))))
        .limit(_AT_MOST)
        .subquery()
    )
    row, owner, name = node.alias("row"), node.alias("owner"), tables["name"]
    statement = (
        select(caseload.c.code, caseload.c.alias, owner.c.id, name.c.family, name.c.given, name.c.full)
        .select_from(passage)
        .join(row, (row.c.case_pk == passage.c.case_pk) & (row.c.id == passage.c.place))
        .join(name, name.c.pk == row.c.pk)
        .join(owner, owner.c.pk == row.c.owner)
        .join(caseload, caseload.c.case_pk == passage.c.case_pk)
        .where(passage.c.pk.in_(select(found.c.rowid)), passage.c.kind == "name")
    )
    if code is not None:
        statement = statement.where(passage.c.case_pk != number_of(connection, code))
    return [
        Namesake(case, alias, person, tuple(text for text in texts if text))
        for case, alias, person, *texts in connection.execute(statement)
    ]


def persons(session: Session, wanted: Sequence[tuple[str, str]]) -> dict[tuple[str, str], Person]:
    """These persons, by case and id, with names, birth, nationalities and parents alone."""
    codes = sorted({case for case, _ in wanted})
    cases = {case.code: case for case in load_many(session, codes, kinds=_KINDS)}
    held = {(code, person.id): person for code, case in cases.items() for person in case.persons}
    return {pair: held[pair] for pair in wanted if pair in held}


def decide(
    session: Session, pair: tuple[str, str], other: tuple[str, str], verdict: Verdict, *, at: datetime, by: str
) -> None:
    """Keep what somebody said of two persons, each told by case and id. Raises UnknownCase."""
    connection = session.connection()
    keys = {
        "case_pk": number_of(connection, pair[0]),
        "person": pair[1],
        "other_case_pk": number_of(connection, other[0]),
        "other_person": other[1],
    }
    values = {"verdict": verdict, "at": at, "by": by}
    statement = insert(comparison).values(**keys, **values)
    connection.execute(statement.on_conflict_do_update(index_elements=list(keys), set_=values))


def decided(session: Session, code: str, person: str) -> frozenset[tuple[str, str]]:
    """Whom somebody has compared a person with already, from either side. Raises UnknownCase."""
    connection = session.connection()
    case_pk = number_of(connection, code)
    row = comparison.c
    both = union_all(
        select(row.other_case_pk.label("pk"), row.other_person.label("person")).where(
            row.case_pk == case_pk, row.person == person
        ),
        select(row.case_pk, row.person).where(row.other_case_pk == case_pk, row.other_person == person),
    ).subquery()
    found = select(caseload.c.code, both.c.person).join(caseload, caseload.c.case_pk == both.c.pk)
    return frozenset((case, person) for case, person in connection.execute(found))
